using Grader.Mathematics;

namespace Grader.Reports.Tests;

[TestFixture]
public sealed class TextReportWriterTests
{
    [Test]
    public Task Writes_the_report_of_every_verdict() => Verify(TextReportWriter.Write(SampleReport.With()));

    [TestCase("\u001b[2J\u001b]0;owned\u0007title")]
    [TestCase("bell\u0007 back\u0008space \u009b31m c1")]
    [TestCase("\u202Ereversed\u202C \u2066isolated\u2069")]
    [TestCase("zero\u200Bwidth \uFEFF bom")]
    [TestCase("line\u2028separator\u2029paragraph")]
    [TestCase("new\r\nline ##[error] ::error::x")]
    public void Student_text_controls_no_terminal(string text)
    {
        var written = TextReportWriter.Write(SampleReport.With(text));
        Assert.That(written.Where(c => c != '\n' && (char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))), Is.Empty);
    }

    /// <summary>A case file may come from elsewhere too.</summary>
    [Test]
    public void Nor_does_the_text_of_a_case()
    {
        const string hostile = "\u001b[2J\u202Etitle\u0007";
        var report = SampleReport.With();
        var written = TextReportWriter.Write(report with
        {
            Title = hostile,
            Questions = report.Questions.Items.Select(question => question with
            {
                Title = hostile,
                Conventions = [new("layout", "rows", hostile)],
                Parts = question.Parts.Items.Select(part => part with { Checks = part.Checks.Items.Select(check => check with { Id = check.Id + hostile, Ask = hostile, Expected = hostile, Message = hostile }).ToSequence() }).ToSequence(),
            }).ToSequence(),
        });
        Assert.That(written.Where(c => c != '\n' && (char.IsControl(c) || c == '\u202E')), Is.Empty);
    }

    [Test]
    public void A_text_of_a_megabyte_is_shortened()
    {
        var written = TextReportWriter.Write(SampleReport.With(new string('7', 1 << 20)));
        Assert.That(written, Has.Length.LessThan(5000));
    }
}
