using System.Collections.Immutable;
using System.Diagnostics;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Tests;

public sealed class WorksheetTests
{
    [TestCase("a = 2; b = a^10", "b", "1024")]
    [TestCase("b = a^10; a = 2", "b", "1024")]
    [TestCase("v = [3, 4, 5]; x = v_2", "x", "4")]
    [TestCase("m = [[1, 2, 3], [4, 5, 6]]; x = m_23", "x", "6")]
    [TestCase("m = [[1, 2, 3], [4, 5, 6]]; x = m_2_3", "x", "6")]
    [TestCase("m = [[1, 2, 3]]; x = m_3", "x", "3")]
    [TestCase("m = [[1, 2, 3]]; x = m_1_3", "x", "3")]
    [TestCase("v = [1,2,3,4,5,6,7,8,9,10,11,12]; x = v_12", "x", "12")]
    [TestCase("v = [3, 4, 5]; x = sum(v)", "x", "12")]
    [TestCase("v = [3, 4, 5]; x = v[2]", "x", "4")]
    [TestCase("m = [[1, 2], [3, 4]]; x = m[2, 1]", "x", "3")]
    [TestCase("m = [[1, 2], [3, 4]]; x = mean(m, 2)", "x", "[1.5, 3.5]")]
    [TestCase("a = 3; x = if(a > 2, a^2, 0)", "x", "9")]
    [TestCase("W1 = 5; x = W_1 + 1", "x", "6")]
    [TestCase("a.b = 5; a.b2 = 7; x = a.b*a.b2", "x", "35")]
    [TestCase("x = w_1 + 0", "x", "w_1")]
    public void A_quantity_has_the_value_of_its_formula(string quantities, string quantity, string value)
    {
        var evaluation = Make(quantities)[quantity];
        Assert.That(evaluation.Problem ?? Values.Text(evaluation.Value), Does.StartWith(value));
    }

    [TestCase("a = 0; b = 1/a; c = b + 1", "c", "b: ")]
    [TestCase("v = [1, 2]; x = v_3", "x", "x: v_3 asks for an entry that an array of 2 has not")]
    [TestCase("a = 1; x = a_1", "x", "x: a_1 asks for an entry of a single number")]
    [TestCase("a = b; b = a", "a", "b depends on itself")]
    [TestCase("a = a + 1", "a", "a depends on itself")]
    public void A_quantity_without_a_value_says_why(string quantities, string quantity, string problem)
    {
        var evaluation = Make(quantities)[quantity];
        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Value, Is.Null);
            Assert.That(evaluation.Problem, Does.StartWith(problem));
        });
    }

    /// <summary>An own entry stands in an array that follows from the other own values.</summary>
    [Test]
    public void An_own_entry_leaves_the_others_to_what_they_follow_from()
    {
        var worksheet = Make("a = [[1], [2]]; b = 2*a; c = sum(b)");
        var own = worksheet.With(new Dictionary<string, Value>(StringComparer.Ordinal) { ["b_1"] = Values.Of(7), ["a"] = new Tensor([2, 1], [Values.Of(1), Values.Of(10)]) });
        Assert.That((Values.Text(own["b"].Value), Values.Text(own["c"].Value)), Is.EqualTo(("[7, 20]", "27")));
    }

    [Test]
    public void With_leaves_the_worksheet_as_it_was()
    {
        var worksheet = Make("a = 2; b = a + 1; c = 10");
        Assert.That(Values.Text(worksheet["b"].Value), Is.EqualTo("3"));
        var own = worksheet.With(new Dictionary<string, Value> { ["a"] = Values.Of(5) });
        var both = own.With(new Dictionary<string, Value> { ["c"] = Values.Of(7) });
        Assert.Multiple(() =>
        {
            Assert.That(Values.Text(own["b"].Value), Is.EqualTo("6"));
            Assert.That(Values.Text(own["c"].Value), Is.EqualTo("10"));
            Assert.That(Values.Text(both["b"].Value), Is.EqualTo("6"));
            Assert.That(Values.Text(both["c"].Value), Is.EqualTo("7"));
            Assert.That(Values.Text(worksheet["b"].Value), Is.EqualTo("3"));
        });
    }

    [Test]
    public void With_breaks_a_circle()
    {
        var worksheet = Make("a = b + 1; b = a - 1").With(new Dictionary<string, Value> { ["a"] = Values.Of(5) });
        Assert.That(Values.Text(worksheet["b"].Value), Is.EqualTo("4"));
    }

    [Test]
    public void Making_changes_formulas_and_what_follows()
    {
        var worksheet = Make("a = 2; b = a + 1; c = 2*b");
        var made = worksheet.Making([new("slip", "", ImmutableSortedDictionary<string, Expression>.Empty.Add("b", CaseFormula.Read("a - 1")))]);
        Assert.Multiple(() =>
        {
            Assert.That(Values.Text(made["c"].Value), Is.EqualTo("2"));
            Assert.That(made.Quantities[1].Formula.ToString(), Is.EqualTo("a - 1"));
            Assert.That(Values.Text(worksheet["c"].Value), Is.EqualTo("6"));
            Assert.That(worksheet.Making([]), Is.SameAs(worksheet));
        });
    }

    [TestCase("v_2", 7, "s", "9")]
    [TestCase("m_21", 7, "t", "14")]
    [TestCase("m_21", 7, "m_12", "2")]
    [TestCase("v_9", 7, "s", "3")]
    public void With_replaces_an_entry(string entry, long own, string quantity, string value)
    {
        var worksheet = Make("v = [1, 1, 1]; s = sum(v); m = [[1, 2], [3, 4]]; t = sum(m)");
        Assert.That(Values.Text(worksheet.With(new Dictionary<string, Value> { [entry] = Values.Of(own) })[quantity].Value), Is.EqualTo(value));
    }

    [Test]
    public void With_takes_a_row_for_a_column()
    {
        var worksheet = Make("v = transpose([1, 2]); m = [[1, 2], [3, 4]]; y = m*v").With(new Dictionary<string, Value> { ["v"] = new Tensor([2], [Values.Of(1), Values.Of(1)]) });
        Assert.That(Values.Text(worksheet["y"].Value), Is.EqualTo("[3, 7]"));
    }

    [Test]
    public void An_entry_has_a_value_of_its_own()
    {
        var worksheet = Make("v = [5, 6]; x = 1");
        Assert.Multiple(() =>
        {
            Assert.That(Values.Text(worksheet["v_2"].Value), Is.EqualTo("6"));
            Assert.That(worksheet["v_3"].Problem, Is.EqualTo("v_3 asks for an entry that an array of 2 has not"));
            Assert.That(worksheet.Has("v_1"), Is.True);
            Assert.That(worksheet.Has("w_1"), Is.False);
        });
    }

    [TestCase("c", "a", true)]
    [TestCase("b", "a", true)]
    [TestCase("a", "b", false)]
    [TestCase("a", "a", false)]
    [TestCase("d", "a", false)]
    [TestCase("v_1", "v", true)]
    [TestCase("v", "v_1", true)]
    [TestCase("v_1", "v_2", false)]
    [TestCase("v_1", "a", true)]
    [TestCase("s", "v_2", true)]
    public void DependsOn_follows_formulas(string quantity, string earlier, bool depends)
    {
        Assert.That(Make("a = 1; b = a; c = b; d = 4; v = [a, 2]; s = v_1").DependsOn(quantity, earlier), Is.EqualTo(depends));
    }

    [TestCase("a = 1; b = a", "")]
    [TestCase("a = a", "a")]
    [TestCase("x = 1; a = b + x; b = c; c = a", "a,b,c")]
    public void Cycle_names_the_circle(string quantities, string circle)
    {
        Assert.That(string.Join(',', Make(quantities).Cycle().Items.Order()), Is.EqualTo(circle));
    }

    [Test]
    public void An_unknown_quantity_is_an_error_of_the_caller()
    {
        var worksheet = Make("a = 1");
        Assert.Multiple(() =>
        {
            Assert.That(() => worksheet["b"], Throws.TypeOf<KeyNotFoundException>());
            Assert.That(() => worksheet.With(new Dictionary<string, Value> { ["b"] = Values.Of(1) }), Throws.TypeOf<KeyNotFoundException>());
            Assert.That(() => worksheet.DependsOn("a", "b"), Throws.TypeOf<KeyNotFoundException>());
        });
    }

    [Test]
    public void Ten_thousand_quantities_in_a_chain_are_quick()
    {
        var quantities = Enumerable.Range(0, 10_000).Select(index => new Quantity($"q{index}", index == 0 ? new Number(1) : CaseFormula.Read($"q{index - 1} + 1"), "", "")).ToSequence();
        Values.Text(new Worksheet(quantities, [])["q9999"].Value);
        var watch = Stopwatch.StartNew();
        var value = new Worksheet(quantities, [])["q9999"].Value;
        TestContext.Out.WriteLine($"{watch.Elapsed.TotalMilliseconds} ms");
        Assert.Multiple(() =>
        {
            Assert.That(Values.Text(value), Is.EqualTo("10000"));
            // An end, not a bench: the figure above is for whoever reads the log.
            Assert.That(watch.ElapsedMilliseconds, Is.LessThan(60_000));
        });
    }

    private static Worksheet Make(string quantities) =>
        new(quantities.Split("; ").Select(line => line.Split(" = ", 2)).Select(pair => new Quantity(pair[0], CaseFormula.Read(pair[1]), "", "")).ToSequence(), []);
}
