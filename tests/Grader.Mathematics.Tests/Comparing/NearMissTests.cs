namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class NearMissTests
{
    // As many as any public set of such pairs has; none may be accepted.
    private const int Least = 300;

    private static IEnumerable<TestCaseData> Right() =>
        from place in NearMisses.All from answer in place.Right select new TestCaseData(place.Gold, answer, place.Mode);

    private static IEnumerable<TestCaseData> Wrong() =>
        from place in NearMisses.All from answer in place.Wrong select new TestCaseData(place.Gold, answer, place.Mode);

    [TestCaseSource(nameof(Right))]
    public void Compare_same_answer_is_equal(string gold, string answer, string? mode)
    {
        var result = AnswerComparison.Compare(new(gold, answer, mode));
        Assert.That(result.Verdict, Is.EqualTo(ComparisonVerdict.Equal), $"{result.Rule} {result.Witness} {result.Message}");
    }

    [TestCaseSource(nameof(Wrong))]
    public void Compare_near_miss_is_not_equal(string gold, string answer, string? mode)
    {
        var result = AnswerComparison.Compare(new(gold, answer, mode));
        Assert.That(result.Verdict, Is.Not.EqualTo(ComparisonVerdict.Equal), result.Rule);
    }

    [TestCaseSource(nameof(Wrong))]
    public void Compare_near_miss_the_other_way_round_is_not_equal(string gold, string answer, string? mode)
    {
        var result = AnswerComparison.Compare(new(answer, gold, mode));
        Assert.That(result.Verdict, Is.Not.EqualTo(ComparisonVerdict.Equal), result.Rule);
    }

    [Test]
    public void Near_misses_are_many() => Assert.That(Wrong().Count(), Is.GreaterThanOrEqualTo(Least));
}
