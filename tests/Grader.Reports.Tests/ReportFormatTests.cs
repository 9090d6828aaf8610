using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CsvHelper;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports.Tests;

/// <summary>The formats of machines: what they look like, and that they are what their readers take.</summary>
[TestFixture]
public sealed class ReportFormatTests
{
    private static readonly string[] Machines = ["markdown", "junit", "sarif", "gradescope", "classroom50", "github", "github-summary", "csv", "canvas", "moodle"];

    private static readonly RunContext Run = new("1.0.0")
    {
        Path = "hw5/scanned.md",
        Started = DateTimeOffset.UnixEpoch.AddSeconds(1_800_000_000),
        Repository = "class/hw5-jane",
        Classroom = new("ml-2026", "hw5", "submit/2027-01-15T08-00-00Z-ab12cd3", "https://github.com/class/hw5-jane/commit/ab12cd3", "https://github.com/class/hw5-jane/releases/1", "https://github.com/class/hw5-jane/pull/1"),
    };

    private static IEnumerable<TestCaseData> Snapshots => Machines.SelectMany(kind => new[] { "full-marks", "scanned" }.Select(sample => new TestCaseData(kind, sample)));

    private static IEnumerable<string> Kinds => ReportFormats.Kinds;

    [TestCaseSource(nameof(Snapshots))]
    public async Task Writes(string kind, string sample) => await Verify(Written(kind, sample, Audience.Student), "txt");

    [TestCase("full-marks")]
    [TestCase("scanned")]
    public async Task Writes_a_comment_for_instructors(string sample) => await Verify(Written("markdown", sample, Audience.Instructor), "md");

    [TestCaseSource(nameof(Kinds))]
    public void Equal_reports_give_equal_bytes(string kind)
    {
        var (first, second) = (Written(kind, "scanned", Audience.Instructor), Written(kind, "scanned", Audience.Instructor));
        Assert.That(second, Is.EqualTo(first));
    }

    /// <summary>31.0833 of 40, and 4.4167 that a person may still give.</summary>
    [TestCaseSource(nameof(Kinds))]
    public void Pending_points_are_told(string kind)
    {
        var written = Written(kind, "scanned", Audience.Student);
        Assert.That(written, Does.Contain("pending").IgnoreCase);
        Assert.That(Written(kind, "full-marks", Audience.Student), Does.Not.Contain("pending: a person decides"));
    }

    [TestCaseSource(nameof(Kinds))]
    public void A_student_gets_no_right_answer(string kind)
    {
        var written = Written(kind, "scanned", Audience.Student);
        Assert.That(written, Does.Not.Contain("301989888").And.Not.Contain("1207959552").And.Not.Contain("1509949440").And.Not.Contain("flipped kernel"));
    }

    [Test]
    public void No_two_formats_have_one_name_or_extension()
    {
        Assert.That(ReportFormats.All.Select(format => format.Kind), Is.Unique);
        Assert.That(ReportFormats.All.Select(format => format.Extension), Is.Unique);
    }

    [TestCase("full-marks")]
    [TestCase("scanned")]
    public void JUnit_keeps_the_rules_of_its_schema(string sample) => Assert.That(XsdProblems(Written("junit", sample, Audience.Instructor)), Is.Empty);

    [TestCase("<testsuites><testsuite name=\"a\" tests=\"1\" failures=\"0\"/></testsuites>", TestName = "No errors")]
    [TestCase("<testsuites><testsuite name=\"a\" tests=\"2\" failures=\"0\" errors=\"0\"><testcase classname=\"c\" name=\"n\"/><testcase classname=\"c\" name=\"n\"/></testsuite></testsuites>", TestName = "One name twice")]
    [TestCase("<testsuites><testsuite name=\"a\" tests=\"1\" failures=\"0\" errors=\"0\"><testcase classname=\"c\" name=\"n\"><failure/><skipped/></testcase></testsuite></testsuites>", TestName = "Failed and skipped")]
    public void And_the_schema_refuses(string xml) => Assert.That(XsdProblems(xml), Is.Not.Empty);

    [Test]
    public void JUnit_counts_what_is_in_it()
    {
        var xml = XDocument.Parse(Written("junit", "scanned", Audience.Student));
        foreach (var suite in xml.Root!.Elements("testsuite"))
        {
            Assert.That((int)suite.Attribute("tests")!, Is.EqualTo(suite.Elements("testcase").Count()));
            Assert.That((int)suite.Attribute("failures")!, Is.EqualTo(suite.Elements("testcase").Elements("failure").Count()));
            Assert.That((int)suite.Attribute("skipped")!, Is.EqualTo(suite.Elements("testcase").Elements("skipped").Count()));
        }
        Assert.That((int)xml.Root.Attribute("tests")!, Is.EqualTo(31));
        Assert.That(xml.Descendants("skipped").Count(), Is.EqualTo(4));
    }

    [TestCase("sarif", "full-marks")]
    [TestCase("sarif", "scanned")]
    [TestCase("gradescope", "full-marks")]
    [TestCase("gradescope", "scanned")]
    [TestCase("classroom50", "full-marks")]
    [TestCase("classroom50", "scanned")]
    public void Json_keeps_the_rules_of_its_schema(string kind, string sample)
    {
        foreach (var audience in Enum.GetValues<Audience>())
            Assert.That(SchemaSubset.Problems(kind, Written(kind, sample, audience)), Is.Empty);
    }

    [TestCase("sarif", """{ "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.0.0", "runs": [] }""")]
    [TestCase("classroom50", """{ "schema": "classroom50/result/v1", "more": 1 }""")]
    [TestCase("gradescope", """{ "score": "1", "tests": [] }""")]
    public void And_each_schema_refuses(string kind, string json) => Assert.That(SchemaSubset.Problems(kind, json), Is.Not.Empty);

    [Test]
    public void Classroom50_rounds_no_point_up()
    {
        using var json = System.Text.Json.JsonDocument.Parse(Written("classroom50", "scanned", Audience.Student));
        var tests = json.RootElement.GetProperty("tests").EnumerateArray().ToList();
        Assert.That(json.RootElement.GetProperty("score").GetInt32(), Is.EqualTo(tests.Sum(test => test.GetProperty("score").GetInt32())));
        Assert.That(json.RootElement.GetProperty("max-score").GetInt32(), Is.EqualTo(80), "40 points, of which some are halves");
        Assert.That(json.RootElement.GetProperty("score").GetInt32(), Is.LessThanOrEqualTo(2 * 34.0833));
    }

    [Test]
    public void Gradescope_shows_students_nothing_that_is_the_instructors()
    {
        Assert.That(Written("gradescope", "scanned", Audience.Instructor), Does.Contain("\"visibility\": \"hidden\"").And.Not.Contain("\"visibility\": \"visible\""));
        Assert.That(Written("gradescope", "scanned", Audience.Student), Does.Contain("\"visibility\": \"visible\""));
    }

    [Test]
    public void GitHub_gets_ten_of_each_and_how_many_are_left_out()
    {
        var report = GradedSample.Of("full-marks.md");
        var wrong = report with { Questions = report.Questions.Items.Select(question => question with { Parts = question.Parts.Items.Select(part => part with { Checks = part.Checks.Items.Select(check => check with { Verdict = Verdict.Incorrect }).ToSequence() }).ToSequence() }).ToSequence() };
        var lines = GitHubReportWriter.Write(wrong, Run).TrimEnd('\n').Split('\n');
        Assert.That(lines.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)), Is.EqualTo(10));
        Assert.That(lines[^1], Does.StartWith("::notice ").And.Contain("31 errors").And.Contain("21 of them"));
    }

    [TestCase("csv", 31 + 1, 17)]
    [TestCase("canvas", 3, 7)]
    [TestCase("moodle", 2, 4)]
    public void Csv_is_read_back(string kind, int lines, int fields)
    {
        var read = Csv(Written(kind, "scanned", Audience.Instructor));
        Assert.That(read, Has.Count.EqualTo(lines));
        Assert.That(read.Select(line => line.Count), Is.All.EqualTo(fields));
    }

    [Test]
    public void Csv_sums_are_the_reports()
    {
        var rows = Csv(Written("csv", "scanned", Audience.Instructor)).Skip(1).ToList();
        Assert.That(rows.Sum(row => decimal.Parse(row[8], System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(34.0833m).Within(0.0005m));
        Assert.That(rows.Sum(row => decimal.Parse(row[9], System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(4.4167m).Within(0.0005m));
    }

    [TestCase("=1+1", "'=1+1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1", "'=1")]
    [TestCase("\0=1", "'=1")]
    [TestCase("-x", "'-x")]
    [TestCase("+49 170", "'+49 170")]
    [TestCase("＝1+1", "'＝1+1")]
    [TestCase("-11.5", "-11.5")]
    [TestCase("+3", "+3")]
    [TestCase("a=b", "a=b")]
    [TestCase("", "")]
    public void A_cell_is_no_formula(string text, string cell) => Assert.That(CsvText.Cell(text), Is.EqualTo(cell));

    [TestCase("hw5/a b.md", "hw5/a%20b.md")]
    [TestCase("./a.md", "a.md")]
    [TestCase("/home/jane/a.md", "scanned.md")]
    [TestCase("../a.md", "scanned.md")]
    [TestCase("javascript:x.md", "scanned.md")]
    [TestCase("C:\\a.md", "scanned.md")]
    [TestCase("hw5\\a.md", "hw5/a.md")]
    public void No_path_leads_out_of_the_folder(string path, string uri)
    {
        using var json = System.Text.Json.JsonDocument.Parse(SarifReportWriter.Write(GradedSample.Of("scanned.md"), Run with { Path = path }));
        Assert.That(json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), Is.EqualTo(uri));
    }

    [TestCase("@everyone", "`@`everyone")]
    [TestCase("@@a #1 a/b#2", "`@@`a `#`1 a/b`#`2")]
    [TestCase("@#@", "`@#@`")]
    [TestCase("GH-1 gh-2 GH-x", "GH`-`1 gh`-`2 GH-x")]
    [TestCase("a@b.org", "a`@`b.org")]
    [TestCase("`@`", "\\``@`\\`")]
    [TestCase("\\@ \\#", "\\\\`@` \\\\`#`")]
    [TestCase("$x$ https://a.org www.a.org", "&#36;x&#36; https:&#47;&#47;a.org www&#46;a.org")]
    public void A_comment_mentions_and_links_nothing(string text, string cell) => Assert.That(MarkdownSummary.Cell(text), Is.EqualTo(cell));

    [Test]
    public void A_comment_is_no_longer_than_GitHub_takes_and_says_what_is_left_out()
    {
        var report = SampleReport.With(new string('7', 1000));
        var many = report with { Questions = Enumerable.Repeat(report.Questions[0], 100).ToSequence() };
        var written = MarkdownReportWriter.Write(many);
        Assert.That(written, Has.Length.LessThan(65_536));
        Assert.That(written, Does.Match(@"\nAnd \d+ more checks\.\n"));
    }

    internal static List<List<string>> Csv(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false });
        var lines = new List<List<string>>();
        while (csv.Read())
            lines.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return lines;
    }

    private static List<string> XsdProblems(string xml)
    {
        var problems = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Path.Combine(Repository.TestProject, "Schemas", "junit.xsd"));
        settings.ValidationEventHandler += (_, problem) => problems.Add(problem.Message);
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read())
        {
        }
        return problems;
    }

    private static string Written(string kind, string sample, Audience audience) =>
        ReportFormats.Named(kind)!.Write(GradedSample.Of($"{sample}.md").For(audience), Run with { Path = $"hw5/{sample}.md" });
}
