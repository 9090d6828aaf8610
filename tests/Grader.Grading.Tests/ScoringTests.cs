using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Tests;

[TestFixture]
public sealed class ScoringTests
{
    private static readonly LabelRule NoLabels = new([], []);

    [TestCase(true, ExpectedResult = "0 2")]
    [TestCase(false, ExpectedResult = "0 0")]
    public string A_mistake_is_charged_once_where_the_policy_says_so(bool once)
    {
        var first = Outcome.Incorrect("32", null, "") with { Mistakes = ["stride-plus-one"] };
        var second = Outcome.Incorrect("32", null, "") with { Mistakes = ["stride-plus-one"] };
        return Points(new(once, Rational.One, false), first, second);
    }

    [Test]
    public void Another_mistake_is_charged_again()
    {
        var first = Outcome.Incorrect("32", null, "") with { Mistakes = ["stride-plus-one"] };
        var second = Outcome.Incorrect("32", null, "") with { Mistakes = ["padding-forgotten"] };
        Assert.That(Points(new(true, Rational.One, false), first, second), Is.EqualTo("0 0"));
    }

    [Test]
    public void A_second_mistake_beside_one_that_was_charged_is_charged()
    {
        var first = Outcome.Incorrect("32", null, "") with { Mistakes = ["stride-plus-one"] };
        var second = Outcome.Incorrect("32", null, "") with { Mistakes = ["stride-plus-one", "padding-forgotten"] };
        Assert.That(Points(new(true, Rational.One, false), first, second), Is.EqualTo("0 0"));
    }

    [TestCase(true, 1, "1 0", "It earns 50 % of the points.")]
    [TestCase(false, 1, "1 0", "It earns 50 % of the points.")]
    [TestCase(true, 0, "0 0", null)]
    [TestCase(false, 0, "0 0", null)]
    public void What_a_mistake_earns_is_told_where_it_earns_something(bool once, int half, string points, string? told)
    {
        var first = Outcome.Incorrect("32", null, "") with { Mistakes = ["stride-plus-one"], Sure = Rational.Of(half, 2) };
        var grade = Scoring.Score(Question(), new(once, Rational.One, false), new Dictionary<string, Outcome> { ["1a.first"] = first, ["1a.second"] = Outcome.Incorrect("32", null, "") });
        var checks = grade.Parts[0].Checks;
        Assert.That(string.Join(' ', checks.Items.Select(check => check.Points)), Is.EqualTo(points));
        Assert.That(checks[0].Message, told is null ? Does.Not.Contain("earns") : Does.Contain(told));
    }

    [Test]
    public void An_unexplained_wrong_answer_earns_nothing_twice() =>
        Assert.That(Points(new(true, Rational.One, false), Outcome.Incorrect("32", null, ""), Outcome.Incorrect("32", null, "")), Is.EqualTo("0 0"));

    [TestCase(1, 2, ExpectedResult = "2 1")]
    [TestCase(0, 1, ExpectedResult = "2 0")]
    public string Carried_forward_earns_the_share_of_the_policy(int numerator, int denominator)
    {
        var carried = new Outcome(Verdict.CarriedForward, Rational.One, Rational.Zero, "", null, "") { CarriedFrom = ["1a.first"] };
        return Points(new(true, Rational.Of(numerator, denominator), false), Outcome.Correct("", null, ""), carried);
    }

    [Test]
    public void Totals_are_exact_sums()
    {
        var grade = Scoring.Score(Question(), new(true, Rational.One, false), new Dictionary<string, Outcome>
        {
            ["1a.first"] = Outcome.Partial(Rational.Of(1, 3), "", null, ""),
            ["1a.second"] = Outcome.Review("", null, "", Rational.Of(1, 6)),
        });
        Assert.That(grade.Points, Is.EqualTo(Rational.One));
        Assert.That(grade.PendingPoints, Is.EqualTo(Rational.Of(5, 3)));
        Assert.That(grade.MaxPoints, Is.EqualTo((Rational)4));
    }

    private static string Points(CreditPolicy credit, Outcome first, Outcome second)
    {
        var grade = Scoring.Score(Question(), credit, new Dictionary<string, Outcome> { ["1a.first"] = first, ["1a.second"] = second });
        return string.Join(' ', grade.Parts[0].Checks.Items.Select(check => check.Points));
    }

    private static Question Question() => new("1", "", "", [], new Worksheet([], []),
    [
        new("1a", "", [],
        [
            new NumberCheck("1a.first", "", 2, NoLabels, [], Tolerance.Default, false),
            new NumberCheck("1a.second", "", 2, NoLabels, [], Tolerance.Default, false),
        ]),
    ]);
}
