using Grader.Grading;

namespace Grader.Reports.Tests;

/// <summary>How a student's names for clusters are told.</summary>
[TestFixture]
public sealed class RelabellingReportTests
{
    [Test]
    public void Text_says_whose_label_is_which() =>
        Assert.That(TextReportWriter.Write(Relabelled), Does.Contain("\n  The clusters may be named in any way. Your red is the key's 2, your blue is the key's 1.\n"));

    [Test]
    public void Json_has_the_labels_one_by_one()
    {
        var json = string.Concat(JsonReportWriter.Write(Relabelled, "1.0.0").Where(c => !char.IsWhiteSpace(c)));
        Assert.That(json, Does.Contain("""
            "relabellings":[{"id":"clusters","say":"Theclustersmaybenamedinanyway.","labels":[{"student":"red","key":"2"},{"student":"blue","key":"1"}]}]
            """));
    }

    [Test]
    public void Names_as_in_the_key_are_not_told()
    {
        Assert.Multiple(() =>
        {
            Assert.That(TextReportWriter.Write(SampleReport.With()), Does.Not.Contain("the key's"));
            Assert.That(JsonReportWriter.Write(SampleReport.With(), "1.0.0"), Does.Not.Contain("relabellings"));
        });
    }

    private static GradeReport Relabelled
    {
        get
        {
            var report = SampleReport.With();
            return report with { Questions = [report.Questions[0] with { Relabellings = [new("clusters", "The clusters may be named in any way.", [new("red", "2"), new("blue", "1")])] }] };
        }
    }
}
