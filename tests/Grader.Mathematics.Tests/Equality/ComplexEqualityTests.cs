namespace Grader.Mathematics.Tests;

/// <summary>Complex values at points: apart, together, or too close to tell.</summary>
[TestFixture]
public sealed class ComplexEqualityTests
{
    private static string Decide(string gold, string answer, int steps = 100_000)
    {
        var (one, other) = (Formula.Read(gold).Expression!, Formula.Read(answer).Expression!);
        var decision = new ComplexEquality(new(steps)).Decide(one, other, SymbolRoles.Of(one, other));
        return $"{decision.Verdict}: {decision.Rule}{(decision.Witness is null ? "" : ", " + decision.Witness)}";
    }

    [TestCase(@"e^{i \pi}", "-1", "Equal: complex points")]
    [TestCase(@"e^{ix}", @"\cos x + i \sin x", "Equal: complex points")]
    [TestCase(@"e^{ix}", @"\cos x - i \sin x", "Different: complex points")]
    // Nothing is nothing.
    [TestCase(@"e^i - e^i", "0", "Equal: complex points")]
    // As close as the scale of the values allows, large and small.
    [TestCase(@"10^{12} e^i", @"10^{12} (\cos 1 + i \sin 1)", "Equal: complex points")]
    [TestCase(@"10^{12} e^i", @"10^{12} e^i + 1", "Undecided: too close to tell")]
    [TestCase(@"10^{12} e^i", @"10^{12} e^i + 10^4", "Different: complex points, 5.403023E+11 + 8.41471E+11i and 5.403023E+11 + 8.41471E+11i")]
    [TestCase(@"10^{-12} e^i", @"10^{-12} (\cos 1 + i \sin 1)", "Equal: complex points")]
    [TestCase(@"10^{-12} e^i", @"10^{-12} e^i + 10^{-24}", "Undecided: too close to tell")]
    [TestCase(@"10^{-12} e^i", @"10^{-12} e^i + 10^{-20}", "Different: complex points, 5.403023E-13 + 8.41471E-13i and 5.403023E-13 + 8.41471E-13i")]
    // As the parts are written.
    [TestCase(@"2i", "3", "Different: complex points, 2i and 3")]
    [TestCase(@"1 - 2i", "1 + 2i", "Different: complex points, 1 - 2i and 1 + 2i")]
    [TestCase(@"e^{i \pi}", "2i", "Different: complex points, -1 and 2i")]
    // No value at enough points.
    [TestCase(@"\frac{i}{0}", "i", "Undecided: too few points with a value")]
    [TestCase(@"f(x) i", "i x", "Undecided: too few points with a value")]
    public void Of_pairs(string gold, string answer, string expected) => Assert.That(Decide(gold, answer), Does.StartWith(expected));

    /// <summary>Where the name is above one, x − 1 is its own absolute value; one point is not enough to say so.</summary>
    [Test]
    public void Several_points_are_tried([Values("x", "y", "z", "a", "b", "c", "u", "v", "w")] string name) =>
        Assert.That(Decide($"i (|{name} - 1| + {name} - 1)", $"2i({name} - 1)"), Does.StartWith("Different: complex points"));

    [TestCase(3)]
    [TestCase(8)]
    public void It_says_when_the_budget_is_spent(int steps) => Assert.That(Decide("i + i + i", "i + i + i + i", steps), Is.EqualTo("Undecided: budget spent"));
}
