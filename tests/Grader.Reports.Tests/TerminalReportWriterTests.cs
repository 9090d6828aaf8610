using System.Text.RegularExpressions;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports.Tests;

[TestFixture]
public sealed partial class TerminalReportWriterTests
{
    private static IEnumerable<TestCaseData> Attacks => AttackCorpus.All.Where(attack => attack.Text.Length < 1 << 16).SelectMany(attack => new[] { 60, 150 }.Select(width => new TestCaseData(attack.Name, width)));

    [TestCase(70, false)]
    [TestCase(70, true)]
    [TestCase(140, false)]
    [TestCase(140, true)]
    public async Task Shows_every_verdict(int width, bool hasColors) => await Verify(TerminalReportWriter.Write(SampleReport.With(), new(width, hasColors)).Replace("\u001b", "ESC", StringComparison.Ordinal));

    /// <summary>Colours name nothing: without them the same is said, and no width leaves a word out.</summary>
    [Test]
    public void Says_the_same_in_all_widths([Values(1, 40, 79, 119, 120, 160, 10_000)] int width, [Values("scanned.md", "full-marks.md")] string sample)
    {
        var report = GradedSample.Of(sample);
        var (plain, colored) = (TerminalReportWriter.Write(report, new(width, false)), TerminalReportWriter.Write(report, new(width, true)));
        Assert.That(Bare(colored), Is.EqualTo(plain));
        Assert.That(plain.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(Math.Clamp(width, 40, 180)));
        var said = Letters(plain);
        foreach (var check in report.Checks())
            Assert.That(said, Does.Contain(Letters(check.Id)));
        // In a table the words of a cell stand in several lines, between those of its neighbours.
        if (width < 120)
            Assert.That(report.Checks().Where(TextReportWriter.SaysWhy).Where(check => !said.Contains(Letters(check.Message), StringComparison.Ordinal)), Is.Empty);
        Assert.That(said, Does.Contain(Letters($"Total: {PointsFormat.Text(report.Points)} of {PointsFormat.Text(report.MaxPoints)} points")));
    }

    [TestCaseSource(nameof(Attacks))]
    public void Student_text_controls_no_terminal(string attack, int width)
    {
        var text = AttackCorpus.All.Single(item => item.Name == attack).Text;
        var report = SampleReport.With(text) with { Remarks = [new(1, 1, text)], Repairs = [new(1, 1, text)], Title = text, Student = text };
        foreach (var hasColors in new[] { false, true })
        {
            var written = TerminalReportWriter.Write(report, new(width, hasColors));
            var bare = hasColors ? Bare(written) : written;
            Assert.That(bare.Where(c => c != '\n' && (char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))), Is.Empty);
        }
    }

    /// <summary>Square brackets are its library's markup.</summary>
    [TestCase("[red]x[/]")]
    [TestCase("[link=javascript:alert(1)]x[/]")]
    [TestCase("[/]")]
    [TestCase("[[1, 2], [3, 4]]")]
    [TestCase("[")]
    public void Brackets_are_text(string text)
    {
        foreach (var width in new[] { 80, 150 })
            Assert.That(TerminalReportWriter.Write(SampleReport.With(text), new(width, true)), Does.Contain(text));
    }

    private static string Bare(string text) => Trailing().Replace(Sgr().Replace(text, ""), "");

    private static string Letters(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c))]);

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Sgr();

    [GeneratedRegex(" +(?=\n)")]
    private static partial Regex Trailing();
}
