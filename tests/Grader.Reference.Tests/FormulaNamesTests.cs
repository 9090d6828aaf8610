using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Tests;

public sealed class FormulaNamesTests
{
    [TestCase("sum_{i=1}^{n} x[i]*y", "n x y")]
    [TestCase("sum_{i=1}^{n} x_i", "n x_1")]
    [TestCase("sum_{i=1}^{3} x_i", "x_1 x_2 x_3")]
    [TestCase("sum_{i=1}^{2} sum_{j=1}^{2} z_ij", "z_11 z_12 z_21 z_22")]
    [TestCase("i + sum_{i=1}^{i} i", "i")]
    [TestCase("sum_{i=1}^{2} (sum_{j=i}^{2} k) + j", "k j")]
    [TestCase("sum_{i=1}^{2} x_k", "x_k")]
    public void The_index_of_a_sum_is_no_name(string formula, string names) =>
        Assert.That(FormulaNames.In(CaseFormula.Read(formula)), Is.EqualTo(names.Split(' ')));

    [TestCase("a + sum_{i=1}^{a} (a*i)", "b + (\\sum_{i = 1}^{b} (b*i))")]
    [TestCase("sum_{a=1}^{a} a", "\\sum_{a = 1}^{b} (a)")]
    public void Names_are_replaced_in_sums_but_for_their_index(string formula, string replaced) =>
        Assert.That(FormulaNames.Replace(CaseFormula.Read(formula), name => name == "a" ? new Symbol("b") : null).ToString(), Is.EqualTo(replaced));

    [TestCase("sum_{i=1}^{n} x[i]", "60")]
    [TestCase("sum_{i=1}^{n} x_i", "60")]
    [TestCase("sum_{i=1}^{2} t_i", "3")]
    [TestCase("sum_{i=1}^{4} x_i", "out: x_4 asks for an entry that an array of 3 has not")]
    [TestCase("sum_{i=1}^{n} t_i", "out: t_2 is a quantity of its own and no entry of an array")]
    [TestCase("sum_{i=1}^{2} x[i", null)]
    [TestCase("median(x)", null)]
    public void A_quantity_may_be_an_indexed_sum(string formula, string? outcome)
    {
        var reading = Formula.Read(formula, FormulaOptions.Case);
        if (outcome is null)
        {
            Assert.That(reading.Error, Is.Not.Null);
            return;
        }

        var worksheet = new Worksheet([Quantity("x", "[10, 20, 30]"), Quantity("n", "3"), Quantity("t_1", "1"), Quantity("t_2", "2"), Quantity("out", formula)], []);
        var evaluation = worksheet["out"];
        Assert.That(evaluation.Value is { } value ? Mathematics.Values.ToExpression(value).ToString() : evaluation.Problem, Is.EqualTo(outcome));
    }

    [Test]
    public void What_a_sum_is_computed_from_follows_an_own_value()
    {
        var worksheet = new Worksheet([Quantity("x", "[10, 20, 30]"), Quantity("n", "3"), Quantity("out", "sum_{i=1}^{n} x_i")], []);
        Assert.That(worksheet["out"].Value, Is.EqualTo(new Exact(60)));
        Assert.That(worksheet.With(new Dictionary<string, Value>(StringComparer.Ordinal) { ["x_2"] = new Exact(21) })["out"].Value, Is.EqualTo(new Exact(61)));
        Assert.That(worksheet.With(new Dictionary<string, Value>(StringComparer.Ordinal) { ["n"] = new Exact(2) })["out"].Value, Is.EqualTo(new Exact(30)));
    }

    [TestCase("sum_{i=1}^{n} x[i]", 0)]
    [TestCase("sum_{i=1}^{n} x[j]", 1)]
    [TestCase("sum_{i=1}^{n} y_i", 1)]
    [TestCase("sum_{i=1}^{n} x[i] + i", 1)]
    [TestCase("sum_{i=1}^{5} x[i]", 1)]
    [TestCase("argmax(x) + std(x) - sum(x > 1)", 0)]
    [TestCase("diag(x)", 1)]
    public void Lint_tells_what_names_nothing_or_has_no_value(string formula, int problems) =>
        Assert.That(CaseReader.Read(MemoryCase.WithQuestion($$"""
            "inputs": { "x": [1, 2, 3], "n": 3 }, "quantities": { "out": "{{formula}}" },
            "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "rubric", "ask": "?", "points": 1, "ideas": [ { "id": "a", "say": "A.", "phrases": ["a"] } ], "model": ["a"] } ] } ]
            """)).Problems, Has.Count.EqualTo(problems));

    private static Quantity Quantity(string name, string formula) => new(name, CaseFormula.Read(formula), "", "");
}
