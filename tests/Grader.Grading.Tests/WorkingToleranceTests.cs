using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>How far rounding on the way may move an answer follows the values that it was computed with: a = 3u, b = √v, c = a·b, to two decimals, with u = 1 and v = 2.</summary>
[TestFixture]
public sealed class WorkingToleranceTests
{
    [TestCase("3", "4.24", "correct correct")]
    [TestCase("3", "4.23", "correct correct")]
    [TestCase("3", "4.26", "correct correct")]
    [TestCase("3", "4.28", "correct incorrect")]
    // 30 × 1.41 is 42.3, and no rounding makes it 42.9.
    [TestCase("30", "42.3", "incorrect carried-forward")]
    [TestCase("30", "42.43", "incorrect carried-forward")]
    [TestCase("30", "42.58", "incorrect carried-forward")]
    [TestCase("30", "42.6", "incorrect incorrect")]
    [TestCase("30", "42.9", "incorrect incorrect")]
    // What is right for 3 is too much for 0.3: there rounding moves c by 0.014 at most, not by 0.027.
    [TestCase("0.3", "0.43", "incorrect carried-forward")]
    [TestCase("0.3", "0.44", "incorrect incorrect")]
    [TestCase("0.3", "0.447", "incorrect incorrect")]
    public void An_answer_is_carried_forward_as_far_as_rounding_moves_it_there(string a, string c, string verdicts) =>
        Assert.That(Verdicts(Question(), $"1a.a: {a}\n1a.c: {c}\n"), Is.EqualTo(verdicts));

    /// <summary>The product's factors in an array: each entry by the bound of the way taken.</summary>
    [TestCase("(30, 60)", "(42.3, 84.6)", "incorrect carried-forward")]
    [TestCase("(30, 60)", "(42.3, 86)", "incorrect incorrect")]
    [TestCase("(3, 6)", "(4.23, 8.46)", "correct correct")]
    [TestCase("(3, 6)", "(4.23, 8.6)", "correct partial")]
    public void So_is_an_array(string a, string c, string verdicts)
    {
        var worksheet = Worksheet(("u", "[1, 2]"), ("v", "2"), ("a", "3*u"), ("b", "sqrt(v)"), ("c", "b*a"));
        Check[] checks = [new VectorCheck("1a.a", "a", 1, new([], []), "a", new AbsoluteTolerance(0), []), new VectorCheck("1a.c", "c", 1, new([], []), "c", new WorkingTolerance(2, worksheet.RoundingBound("c", 2)!.Value), [])];
        Assert.That(Verdicts(new("1", "Products", "", [], worksheet, [new("1a", "", [], [.. checks])]), $"1a.a: {a}\n1a.c: {c}\n"), Is.EqualTo(verdicts));
    }

    private static Question Question()
    {
        var worksheet = Worksheet(("u", "1"), ("v", "2"), ("a", "3*u"), ("b", "sqrt(v)"), ("c", "a*b"));
        Check[] checks = [Number("a", new AbsoluteTolerance(0)), Number("c", new WorkingTolerance(2, worksheet.RoundingBound("c", 2)!.Value))];
        return new("1", "Products", "", [], worksheet, [new("1a", "", [], [.. checks])]);
    }

    private static NumberCheck Number(string quantity, Tolerance tolerance) => new($"1a.{quantity}", quantity, 1, new([], []), [quantity], tolerance, false);

    private static Worksheet Worksheet(params ReadOnlySpan<(string Name, string Formula)> quantities)
    {
        var all = new List<Quantity>();
        foreach (var (name, formula) in quantities)
            all.Add(new(name, Formula.Read(formula, FormulaOptions.Case).Expression!, "", ""));
        return new(all.ToSequence(), []);
    }

    private static string Verdicts(Question question, string answers) =>
        string.Join(' ', Homework.Grade(new("t", "Test", [question], new(true, Rational.One, false), ""), $"```answers\n{answers}```\n").Checks().Select(check => check.Verdict.Name()));
}
