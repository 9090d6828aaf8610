using Grader.Mathematics;
using Grader.Reference;
using Grader.Reference.Training;
using Grader.Submissions;

namespace Grader.Grading.Tests;

/// <summary>Figures judged by bands that the trainer made: <c>cases/kinds/training-run</c> on the shipped digits.</summary>
[TestFixture]
public sealed class TrainedBandTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "cases", "kinds", "training-run");

    private static readonly Assignment Assignment = Homework.Read(Folder);

    private static TrainedBand BandOf(string check) => ((BandCheck)Assignment.Questions[0].Parts.Items.SelectMany(part => part.Checks.Items).Single(one => one.Id == check)).Band.Trained!;

    private static CheckGrade Grade(Assignment assignment, string figure) => Homework.Grade(assignment, $"# Question 1\n\n## 1b\n\nThe test accuracy is {figure} %.\n").Check("1b.test-accuracy");

    [Test]
    public void Inside_is_correct_at_both_ends_and_just_past_them_is_for_a_person()
    {
        var band = BandOf("1b.test-accuracy").Interval;
        var step = Rational.Of(1, 10000);
        Assert.Multiple(() =>
        {
            Assert.That(Grade(Assignment, band.Low.ToDecimal(4)).Verdict, Is.EqualTo(Verdict.Correct));
            Assert.That(Grade(Assignment, band.High.ToDecimal(4)).Verdict, Is.EqualTo(Verdict.Correct));
            Assert.That(Grade(Assignment, (band.Low - step).ToDecimal(4)).Verdict, Is.EqualTo(Verdict.NeedsReview));
            Assert.That(Grade(Assignment, (band.Low - step).ToDecimal(4)).Message, Does.Contain("lies 0.0001 below the band of 10 runs").And.Contain("Inside the wider band"));
            Assert.That(Grade(Assignment, "12").Message, Does.Contain("Outside, too, the wider band"));
        });
    }

    [Test]
    public void A_figure_that_fits_another_definition_is_told_so()
    {
        var trained = BandOf("1b.test-accuracy");
        var other = new DefinedBand(MeasureDefinition.DuringEpoch, new(11, 13));
        var message = Grade(With(band => band with { Trained = trained with { Others = [other] } }), "12").Message;
        Assert.That(message, Does.Contain("It would fit another definition: the average over the last epoch while the model changed (11 to 13 %)."));
    }

    [Test]
    public void A_refused_band_judges_nothing()
    {
        var check = Grade(With(band => band with { Refusal = "the training recipe has changed since the reference runs were made" }), "97");
        Assert.That((check.Verdict, check.Message), Is.EqualTo((Verdict.NeedsReview, "No band judges this: the training recipe has changed since the reference runs were made.")));
    }

    [Test]
    public void An_assignment_may_call_outside_incorrect() =>
        Assert.That(Grade(Assignment with { Credit = Assignment.Credit with { OutsideBandIsIncorrect = true } }, "12").Verdict, Is.EqualTo(Verdict.Incorrect));

    [Test]
    public async Task Report_of_the_sample()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "submissions", "one-inside-one-outside.md"));
        var report = SubmissionGrader.Grade(Assignment, SubmissionReader.Read("one-inside-one-outside.md", text, SubmissionGrader.ExpectedParts(Assignment)), "");
        await Verify(Reports.TextReportWriter.Write(report));
    }

    private static Assignment With(Func<Band, Band> change)
    {
        var question = Assignment.Questions[0];
        var parts = question.Parts.Items.Select(part => part with { Checks = part.Checks.Items.Select(check => check is BandCheck band ? band with { Band = change(band.Band) } : check).ToSequence() });
        return Assignment with { Questions = [question with { Parts = parts.ToSequence() }] };
    }
}
