using Grader.Reference.Training;

namespace Grader.Reference.Tests.Training;

/// <summary>Curves for a report: what can be drawn is, and nothing that is wrong in the file costs a grade.</summary>
public sealed class ReferenceCurvesTests
{
    private const string Head = "variant,variation,seed,epoch,training-loss,training-accuracy,test-loss,test-accuracy,seconds\n";

    [Test]
    public void A_variant_has_a_curve_a_seed_in_the_order_of_the_epochs()
    {
        var curves = Read(Head + "a,,1,2,1,60,1,50,9\na,,1,1,1,40,1,30,9\na,,2,1,1,41,1,31,9\nb,,1,1,1,45,1,35,9\n");
        Assert.Multiple(() =>
        {
            Assert.That(curves.Question, Is.EqualTo("1"));
            Assert.That(curves.Variants.Items.Select(variant => variant.Variant), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(curves.Variants[0].Runs[0].Items.ToArray(), Is.EqualTo(new[] { new EpochAccuracy(1, 40, 30), new EpochAccuracy(2, 60, 50) }));
            Assert.That(curves.Variants[0].Runs, Has.Count.EqualTo(2));
            Assert.That(curves.Variants[1].Say, Is.EqualTo("normalised"));
        });
    }

    [TestCase("a,long,1,1,1,40,1,30,9\n", TestName = "Another way of training")]
    [TestCase("x,,1,1,1,40,1,30,9\n", TestName = "A variant that the recipe has not")]
    [TestCase("a,,1,1,NaN,NaN,NaN,NaN,9\n", TestName = "A run that diverged")]
    [TestCase("a,,1,first,1,40,1,30,9\n", TestName = "An epoch that is no number")]
    [TestCase("a,,1,0,1,40,1,30,9\n", TestName = "An epoch before the first")]
    [TestCase("a,,1,1000000,1,40,1,30,9\n", TestName = "More epochs than can be drawn")]
    [TestCase("a,,1,1\n", TestName = "Too few fields")]
    [TestCase("\"a,,1\n", TestName = "A quote that nobody closes")]
    public void A_line_is_left_out(string line)
    {
        Assert.That(Of(Head + line), Is.Empty);
        Assert.That(Read(Head + "b,,1,1,1,45,1,35,9\n" + line).Variants, Has.Count.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("variant,seed,epoch\na,1,1\n")]
    [TestCase("\0\u0001", TestName = "No text at all")]
    public void A_file_without_curves_is_none(string text) => Assert.That(Of(text), Is.Empty);

    [Test]
    public void No_file_is_none() => Assert.That(ReferenceCurves.Of(TrainingQuestion.Read(TrainingQuestion.Case()), TrainingQuestion.Case()).Items.ToArray(), Is.Empty);

    private static ReferenceCurves Read(string text) => Of(text).Single();

    private static ReferenceCurves[] Of(string text)
    {
        var files = TrainingQuestion.Case(files: ("reference/curves.csv", text));
        return [.. ReferenceCurves.Of(TrainingQuestion.Read(files), files).Items];
    }
}
