namespace Grader.Mathematics.Tests;

/// <summary>Whether one side of an equation or inequality is a constant times the other's.</summary>
[TestFixture]
public sealed class ScalesTests
{
    private static string Decide(string gold, string answer, bool equation, int steps = 100_000)
    {
        var decision = Scales.Decide(Formula.Read(gold).Expression!, Formula.Read(answer).Expression!, equation, new(steps));
        return $"{decision.Verdict}: {decision.Rule}";
    }

    [TestCase("x - 1", "2x - 2", "Equal: equation up to scale")]
    [TestCase("x - 1", "1 - x", "Equal: equation up to scale")]
    [TestCase("x - 1", "x - 2", "Different: equation")]
    [TestCase("x - 1", "(x - 1)^2", "Different: equation")]
    [TestCase("xy - 1", @"y - \frac1x", "Equal: same solutions")]
    [TestCase("xy - 1", @"y - \frac2x", "Different: equation")]
    [TestCase("xy - z", @"\frac{z}{y} - x", "Equal: same solutions")]
    [TestCase("x^2 - y^2", "x^3 - y^3", "Different: equation")]
    // Both say nothing, or one does.
    [TestCase("x - x", "y - y", "Equal: both always hold")]
    [TestCase("x - x", "x", "Different: equation")]
    [TestCase("x", "x - x", "Different: equation")]
    [TestCase(@"f(x) - f(x)", "x", "Undecided: unknown functions")]
    [TestCase("x", @"f(x) - f(x)", "Undecided: unknown functions")]
    // What has no value, and what is no scalar.
    [TestCase(@"x - \infty", "x", "Undecided: no value")]
    [TestCase("x", @"\frac{1}{x - x}", "Undecided: no value")]
    [TestCase(@"\begin{pmatrix} 1 & 2 \end{pmatrix}", "x", "Undecided: equation too large")]
    // Irrational functions.
    [TestCase(@"\sin x - 1", @"2 \sin x - 2", "Equal: equation up to scale")]
    [TestCase(@"\ln x^2 - 4", @"\ln x - 2", "Equal: equation up to scale")]
    [TestCase(@"\ln x^2 - 4", @"\ln x - 3", "Different: equation")]
    [TestCase(@"f(x) - 1", @"f(x) - 2", "Undecided: equation")]
    public void Of_equations(string gold, string answer, string expected) => Assert.That(Decide(gold, answer, equation: true), Is.EqualTo(expected));

    [TestCase("x - 1", "2x - 2", "Equal: inequality up to scale")]
    [TestCase("x - 1", "1 - x", "Different: direction of the inequality")]
    [TestCase("xy - 1", @"y - \frac1x", "Different: equation")]
    [TestCase("f(x)", "2 f(x)", "Undecided: sign of the scale")]
    [TestCase(@"\ln x^2 - 4", @"\ln x - 2", "Equal: equation up to scale")]
    [TestCase(@"\ln x^2 - 4", @"2 - \ln x", "Different: direction of the inequality")]
    public void Of_inequalities(string gold, string answer, string expected) => Assert.That(Decide(gold, answer, equation: false), Is.EqualTo(expected));

    [Test]
    public void It_says_when_the_budget_is_spent() => Assert.That(Decide("x + y + z + x + y", "x + y + z", equation: true, steps: 5), Is.EqualTo("Undecided: budget spent"));
}
