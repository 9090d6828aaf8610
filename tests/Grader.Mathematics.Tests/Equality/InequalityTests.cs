namespace Grader.Mathematics.Tests;

/// <summary>Inequalities in forms that no rule solves are different only where a point says so.</summary>
[TestFixture]
public sealed class InequalityTests
{
    [TestCase("x^2 < 4", "-2 < x < 2", EqualityVerdict.Undecided)]
    [TestCase("|x| < 3", "-3 < x < 3", EqualityVerdict.Undecided)]
    [TestCase("|x| < 3", "(-3, 3)", EqualityVerdict.Undecided)]
    [TestCase("x^2 < 4", "|x| < 2", EqualityVerdict.Undecided)]
    [TestCase("x^2 < 4", "-2 < x < 3", EqualityVerdict.Different)]
    [TestCase("|x| < 3", "-3 < x < 4", EqualityVerdict.Different)]
    [TestCase("|x| < 3", @"|x| \le 3", EqualityVerdict.Different)]
    [TestCase("x^2 < 4", "x^2 < 5", EqualityVerdict.Different)]
    [TestCase("x^2 < 4", "x^2 > 4", EqualityVerdict.Different)]
    [TestCase("x y < 1", "x y < 2", EqualityVerdict.Different)]
    [TestCase("x < y", "y > x", EqualityVerdict.Equal)]
    [TestCase("x < 3", "x > 3", EqualityVerdict.Different)]
    [TestCase("-1 < x \\le 2", "(-1, 2]", EqualityVerdict.Equal)]
    public void Decide(string gold, string answer, EqualityVerdict verdict)
    {
        var decision = Equality.Decide(Formula.Read(gold).Expression!, Formula.Read(answer).Expression!);
        Assert.That(decision.Verdict, Is.EqualTo(verdict), $"{decision.Rule}: {decision.Witness}");
    }
}
