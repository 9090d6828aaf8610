using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Grader.Grading;

namespace Grader.Reports.Tests;

/// <summary>Whatever a student or a case file says, it is text where it comes out: every attack through every format, in all places that text can stand.</summary>
[TestFixture]
public sealed partial class AttackTests
{
    private static readonly RunContext Run = new("1.0.0");

    private static IEnumerable<TestCaseData> Attacks => ReportFormats.All.SelectMany(format => AttackCorpus.All.Select(attack => new TestCaseData(format.Kind, attack.Name)));

    [TestCaseSource(nameof(Attacks))]
    public void It_comes_out_as_text(string kind, string attack)
    {
        var text = AttackCorpus.All.Single(item => item.Name == attack).Text;
        foreach (var report in HostileReports.Of(text))
        {
            var written = ReportFormats.Named(kind)!.Write(report, HostileReports.RunOf(Run, text) with { Path = report.Submission.Name, Repository = text.Length > 1 << 16 ? "" : $"{text}/{text}", Classroom = text.Length > 1 << 16 ? null : new(text, text, text, text, text, text) });
            Assert.That(written.Any(c => char.IsSurrogate(c)) && written.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) && !text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD), Is.False, "half a character");
            Assert.That(written, Has.Length.LessThan(kind == "json" ? 16 << 20 : 1 << 20), "a text of a megabyte is shortened");
            Holds(kind, written);
        }
    }

    private static void Holds(string kind, string written)
    {
        switch (kind)
        {
            case "json" or "sarif" or "gradescope" or "classroom50":
                using (var json = JsonDocument.Parse(written))
                {
                    Assert.That(written, Does.Not.Contain("##[").And.Not.Contain("<script").And.Not.Contain("<img"));
                    Assert.That(written.Where(c => c != '\n' && char.IsControl(c)), Is.Empty);
                    var texts = Strings(json.RootElement).ToList();
                    if (kind != "json")
                        Assert.That(texts.SelectMany(text => text.Where(c => c != '\n' && IsHostile(c))), Is.Empty);
                    if (kind == "sarif")
                        Assert.That(texts, Has.None.Contains("]("));
                    if (kind != "json")
                        Assert.That(SchemaSubset.Problems(kind, written), Is.Empty);
                }
                break;
            case "junit":
                var xml = XDocument.Parse(written);
                Assert.That(xml.Descendants().Select(element => element.Name.LocalName).Distinct(), Is.SubsetOf(new[] { "testsuites", "testsuite", "properties", "property", "testcase", "failure", "skipped", "system-out" }));
                Assert.That(written, Does.Not.Contain("[[ATTACHMENT").IgnoreCase.And.Not.Contain("]]>").And.Not.Contain("<!"));
                Assert.That(written.Where(c => c != '\n' && IsHostile(c)), Is.Empty);
                break;
            case "github":
                foreach (var line in Lines(written))
                    Assert.That(Annotation().IsMatch(line), Is.True, line);
                HoldsInLog(written, isCommands: true);
                break;
            case "github-summary" or "markdown":
                Assert.That(RawHtml().IsMatch(Unescaped().Replace(written, "")), Is.False, written);
                Assert.That(written, Does.Not.Match("(?<![\\\\])\\]\\("));
                Assert.That(written.Where(c => c != '\n' && IsHostile(c)), Is.Empty);
                break;
            case "csv" or "canvas" or "moodle":
                var lines = ReportFormatTests.Csv(written);
                Assert.That(lines.Select(line => line.Count).Distinct().Count(), Is.EqualTo(1), "no cell makes cells or lines of its own");
                Assert.That(lines.SelectMany(line => line).Where(cell => cell.Length > 0 && "=+-@\t\r＝＋－＠".Contains(cell[0]) && !decimal.TryParse(cell, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _)), Is.Empty);
                Assert.That(lines.SelectMany(line => line).SelectMany(cell => cell.Where(IsHostile)), Is.Empty);
                break;
            case "html":
                Assert.That(HtmlReportWriterTests.Tags().Matches(written).Select(tag => tag.Value).Where(tag => !HtmlReportWriterTests.Allowed().IsMatch(tag)), Is.Empty);
                Assert.That(written.Where(c => c is not ('\n' or '\t') && IsHostile(c)), Is.Empty);
                break;
            case "text":
                Assert.That(written.Where(c => c != '\n' && IsHostile(c)), Is.Empty);
                HoldsInLog(GitHubText.Lines(written), isCommands: false);
                break;
            default:
                Assert.Fail($"Nobody says what must hold of {kind}: add it here.");
                break;
        }
    }

    [TestCase("::set-output name=a::b")]
    [TestCase("   ::error::x")]
    [TestCase("a\r::error::x")]
    [TestCase("a\n \t::stop-commands::x")]
    [TestCase("text ##[error]x ##[set-env name=a]b")]
    public void No_line_of_a_log_is_a_command(string text) => HoldsInLog(GitHubText.Lines(text), isCommands: false);

    [Test]
    public void A_log_keeps_what_is_no_command() => Assert.That(GitHubText.Lines("a :: b\n  c ## d\n"), Is.EqualTo("a :: b\n  c ## d\n"));

    /// <summary>As the runner reads it: lines end at CR too.</summary>
    private static string[] Lines(string log) => log.TrimEnd('\n').Split('\n', '\r');

    private static void HoldsInLog(string log, bool isCommands)
    {
        Assert.That(log, Does.Not.Contain("##["));
        if (!isCommands)
            Assert.That(Lines(log).Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)), Is.Empty);
        else
            Assert.That(log.Where(c => c != '\n' && IsHostile(c)), Is.Empty);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(item => Strings(item.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    /// <summary>Controls, and what hides or reorders text.</summary>
    private static bool IsHostile(char c) => char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u2028' or '\u2029' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"^::(error|warning|notice) (file=[^:,]*(,(line|endLine|col|endColumn)=\d+)*,)?title=[^:,]*::")]
    private static partial Regex Annotation();

    [GeneratedRegex("<[A-Za-z/!?]|@\\w|https?://")]
    private static partial Regex RawHtml();

    /// <summary>A character behind a backslash is itself.</summary>
    [GeneratedRegex(@"\\.")]
    private static partial Regex Unescaped();
}
