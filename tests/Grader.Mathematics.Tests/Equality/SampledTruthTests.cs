namespace Grader.Mathematics.Tests;

/// <summary>Inequalities told apart by a point: every point there is, and what is no name.</summary>
[TestFixture]
public sealed class SampledTruthTests
{
    private static Expression Read(string formula) => Formula.Read(formula).Expression!;

    private static IEnumerable<string> Points() =>
        from whole in (int[])[-1000, -100, -10, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 10, 100, 1000]
        from offset in (string[])["", @" + \frac{3}{7}", @" - \frac{1}{1000}"]
        select $"{whole}{offset}";

    /// <summary>Two inequalities that say the same but close to one point.</summary>
    [TestCaseSource(nameof(Points))]
    public void Each_point_tells(string point)
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(SampledTruth.Decide(Read($@"|x - ({point})| < \frac{{1}}{{5000}}"), Read($@"|x - ({point})| < 0")), Has.Property("Verdict").EqualTo(EqualityVerdict.Different));
        Assert.That(SampledTruth.Decide(Read($@"|x - ({point}) - \frac{{1}}{{100}}| < \frac{{1}}{{5000}}"), Read($@"|x - ({point}) - \frac{{1}}{{100}}| < 0")), Has.Property("Verdict").EqualTo(EqualityVerdict.Undecided));
    }

    [Test]
    public void The_point_is_said() =>
        Assert.That(SampledTruth.Decide(Read("x^3 < 8"), Read(@"x^3 \le 8")), Is.EqualTo(Decision.Different("points", "where every name is near 2: x^3 < 8 does not hold, x^3 <= 8 holds")));

    // No sample lies between: the constant is itself, and no name that takes a value.
    [TestCase(@"x < \pi", "x < 3.1415")]
    [TestCase(@"x < e", "x < 2.718281")]
    [TestCase(@"x < \infty", "x < 5000")]
    [TestCase("x < i", "x < 5000")]
    public void Constants_are_no_names(string gold, string answer) => Assert.That(SampledTruth.Decide(Read(gold), Read(answer)), Is.EqualTo(Decision.Undecided("inequalities that no rule solves")));

    [TestCase("x", "y")]
    [TestCase("x_1", "x_2")]
    [TestCase("ax", "bx")]
    public void Names_take_values_apart(string one, string other)
    {
        var (less, more) = (new Relation([new Symbol(one), new Symbol(other)], [RelationOperator.Less]), new Relation([new Symbol(other), new Symbol(one)], [RelationOperator.Less]));
        Assert.That(SampledTruth.Decide(less, more).Verdict, Is.EqualTo(EqualityVerdict.Different));
    }

    [TestCase(32, EqualityVerdict.Different)]
    [TestCase(33, EqualityVerdict.Undecided)]
    public void Long_chains_are_not_computed(int members, EqualityVerdict expected)
    {
        var x = new Symbol("x");
        var chain = new Relation([.. Enumerable.Repeat<Expression>(x, members)], [.. Enumerable.Repeat(RelationOperator.LessOrEqual, members - 1)]);
        var other = new Relation([x, x], [RelationOperator.Less]);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(SampledTruth.Decide(chain, other).Verdict, Is.EqualTo(expected));
        Assert.That(SampledTruth.Decide(other, chain).Verdict, Is.EqualTo(expected));
    }
}
