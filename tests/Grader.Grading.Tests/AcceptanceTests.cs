using Grader.Mathematics;

namespace Grader.Grading.Tests;

/// <summary>What the samples of <c>cases/hw5</c> must get.</summary>
[TestFixture]
public sealed class AcceptanceTests
{
    private static readonly GradeReport Scanned = Homework.Grade(Homework.Sample("scanned.md"));

    [TestCase("1a.parameters-layer1", "correct")]
    [TestCase("1a.parameters-layer2", "correct")]
    [TestCase("1a.parameters-total", "correct")]
    [TestCase("1b.output-layer1", "incorrect")]
    [TestCase("1b.output-layer2", "incorrect")]
    [TestCase("1b.macs-layer1", "carried-forward")]
    [TestCase("1b.macs-layer2", "carried-forward")]
    [TestCase("1b.macs-total", "carried-forward")]
    [TestCase("1c.memory-network", "carried-forward")]
    [TestCase("1c.memory-layer1", "carried-forward needs-review")]
    [TestCase("2a.mean", "correct")]
    [TestCase("2a.variance", "needs-review")]
    [TestCase("2a.normalized", "correct")]
    [TestCase("2b.output", "partial needs-review")]
    [TestCase("2c.statistics", "correct needs-review")]
    [TestCase("2d.batch-size", "correct needs-review")]
    [TestCase("3a.matrix", "partial needs-review")]
    [TestCase("3b.gradient", "correct needs-review")]
    [TestCase("3b.relation", "correct")]
    [TestCase("3c.possible", "correct")]
    [TestCase("3c.kernel", "partial needs-review")]
    [TestCase("4a.train-accuracy", "correct needs-review")]
    [TestCase("4a.test-accuracy", "correct needs-review")]
    [TestCase("4a.gap", "correct")]
    [TestCase("4b.train-accuracy", "correct needs-review")]
    [TestCase("4b.test-accuracy", "correct needs-review")]
    [TestCase("4b.effect", "correct")]
    [TestCase("4c.train-accuracy", "correct needs-review")]
    [TestCase("4c.test-accuracy", "correct needs-review")]
    [TestCase("4c.effect", "incorrect partial")]
    [TestCase("4.time", "correct")]
    public void The_scanned_sample_gets(string check, string verdicts) =>
        Assert.That(verdicts.Split(' '), Does.Contain(Scanned.Check(check).Verdict.Name()), Scanned.Check(check).Message);

    [Test]
    public void One_mistake_explains_the_wrong_numbers_of_question_1()
    {
        Assert.That(Scanned.Mistakes, Has.Count.EqualTo(1));
        Assert.That(Scanned.Mistakes[0].Id, Is.EqualTo("stride-plus-one"));
        Assert.That(Scanned.Mistakes[0].Checks, Is.EqualTo(new[] { "1b.output-layer1", "1b.output-layer2" }));
        Assert.That(Scanned.Mistakes[0].Explains, Does.StartWith("One mistake explains all 7 wrong answers in question 1"));
        Assert.That(Scanned.Check("1b.output-layer1").Mistakes, Is.EqualTo(new[] { "stride-plus-one" }));
        Assert.That(Scanned.Check("1b.output-layer2").Mistakes, Is.EqualTo(new[] { "stride-plus-one" }));
    }

    [Test]
    public void A_carried_forward_check_names_whose_values_it_was_judged_with_and_no_mistake()
    {
        var macs = Scanned.Check("1b.macs-layer1");
        Assert.That(macs.CarriedFrom, Is.EqualTo(new[] { "1b.output-layer1" }));
        Assert.That(macs.Mistakes, Is.Empty);
        Assert.That(macs.Points, Is.EqualTo(macs.MaxPoints));
    }

    [Test]
    public void Points_follow_the_verdicts()
    {
        foreach (var check in Scanned.Checks())
        {
            var sure = check.Points / check.MaxPoints;
            Assert.That(check.Points.Sign, Is.Not.Negative);
            Assert.That(check.Points + check.PendingPoints, Is.LessThanOrEqualTo(check.MaxPoints));
            switch (check.Verdict)
            {
                case Verdict.Correct or Verdict.CarriedForward:
                    Assert.That(sure, Is.EqualTo(Rational.One), check.Id);
                    break;
                case Verdict.Missing:
                    Assert.That(sure, Is.EqualTo(Rational.Zero), check.Id);
                    break;
                case Verdict.NeedsReview or Verdict.Unreadable:
                    Assert.That(check.PendingPoints.Sign, Is.Positive, check.Id);
                    break;
            }
        }
        Assert.That(Scanned.Points, Is.EqualTo(Scanned.Checks().Aggregate(Rational.Zero, (sum, check) => sum + check.Points)));
        Assert.That(Scanned.MaxPoints, Is.EqualTo((Rational)40));
    }

    [Test]
    public void A_mistake_is_charged_once()
    {
        Assert.That(Scanned.Check("1b.output-layer1").Points, Is.EqualTo(Rational.Zero));
        Assert.That(Scanned.Check("1b.output-layer2").Points, Is.EqualTo(Scanned.Check("1b.output-layer2").MaxPoints));
        Assert.That(Scanned.Check("1b.output-layer2").Message, Does.Contain("charged once"));
    }

    [Test]
    public void Full_marks_gets_full_marks()
    {
        var report = Homework.Grade(Homework.Sample("full-marks.md"));
        var notCorrect = report.Checks().Where(check => check.Verdict != Verdict.Correct).Select(check => $"{check.Id}: {check.Verdict.Name()}: {check.Message}");
        Assert.That(notCorrect, Is.Empty);
        Assert.That(report.Points, Is.EqualTo(report.MaxPoints));
    }

    [Test]
    public void Notations_of_right_answers_are_accepted()
    {
        var report = Homework.Grade(Homework.Sample("notations.md"));
        var notCorrect = report.Checks().Where(check => check.Verdict != Verdict.Correct).Select(check => $"{check.Id}: {check.Verdict.Name()}: {check.Message}");
        Assert.That(notCorrect, Is.Empty);
    }

    [Test]
    public void A_question_that_is_not_there_is_missing_and_the_rest_stands()
    {
        var report = Homework.Grade(Homework.Sample("missing-3.md"));
        Assert.That(report.Questions[2].Parts.Items.SelectMany(part => part.Checks.Items).Select(check => check.Verdict), Is.All.EqualTo(Verdict.Missing));
        Assert.That(report.Points, Is.EqualTo((Rational)30));
    }

    [Test]
    public void A_hedge_is_never_correct()
    {
        var report = Homework.Grade(Homework.Sample("hedged.md"));
        Assert.That(report.NeedsReview, Is.True);
    }

    [Test]
    public void An_empty_submission_gets_nothing()
    {
        var report = Homework.Grade("");
        Assert.That(report.Checks().Select(check => check.Verdict), Is.All.EqualTo(Verdict.Missing));
        Assert.That(report.Points, Is.EqualTo(Rational.Zero));
    }
}
