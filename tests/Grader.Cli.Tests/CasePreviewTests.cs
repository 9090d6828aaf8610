using System.Text.Json;

namespace Grader.Cli.Tests;

/// <summary><c>grader case preview</c>, as a user runs it.</summary>
[TestFixture]
public sealed class CasePreviewTests
{
    private static readonly string Labelled = Path.Combine("tests", "Grader.Cli.Tests", "Labelled");

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-preview-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Help() => await Verify(GraderProgram.Run("case", "preview", "--help").Output);

    [Test]
    public async Task Text_of_a_small_pile() => await Verify(GraderProgram.Run("case", "preview", "cases/kinds/confusion-matrix", Path.Combine(Labelled, "confusion-matrix")).Output);

    [Test]
    public void Counts_every_check_of_every_submission()
    {
        var run = GraderProgram.Run("case", "preview", "cases/hw5", Path.Combine(Labelled, "hw5"), "--jobs", "2", "--report", "json=-");
        using var json = JsonDocument.Parse(run.Output);
        var checks = json.RootElement.GetProperty("checks").EnumerateArray().ToList();
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(json.RootElement.GetProperty("schema").GetString(), Is.EqualTo("grader/case-preview/v1"));
        Assert.That(checks, Has.Count.EqualTo(31));
        Assert.That(checks.Select(check => check.GetProperty("verdicts").EnumerateObject().Sum(verdict => verdict.Value.GetInt32())), Is.All.EqualTo(10));
        Assert.That(checks[3].GetProperty("values")[0].GetProperty("value").GetString(), Is.EqualTo("32"));
        Assert.That(run.Output, Is.EqualTo(GraderProgram.Run("case", "preview", "cases/hw5", Path.Combine(Labelled, "hw5"), "--jobs", "1", "--report", "json=-").Output));
    }

    [Test]
    public void Findings_stand_on_top_and_nothing_is_stored()
    {
        for (var i = 0; i < 5; i++)
            Write($"s{i}.md", $"## 1\n1a accuracy = 0.7\n\n1b recall {i} %\n");
        var run = Run();
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output.ReplaceLineEndings(" "), Does.Contain("Check 1a.accuracy: 5 of 5 submissions that answer it share the value 70 % where 82.5 % is").And.Contain("Check 1b.precision: nothing was read in 5 of 5 submissions: its labels may not fit."));
        Assert.That(run.Output.IndexOf("Findings", StringComparison.Ordinal), Is.LessThan(run.Output.IndexOf("1c.f1  ", StringComparison.Ordinal)));
        Assert.That(Directory.GetFileSystemEntries(_folder), Has.Length.EqualTo(5));
    }

    [Test]
    public void Files_that_cannot_be_read_are_told_and_cost_the_others_nothing()
    {
        Write("a.zip", "no zip");
        Write("b.pdf", "%PDF-1.7");
        Write("c.ipynb", "{");
        Write("d.md", "1a accuracy 82.5 %");
        Directory.CreateDirectory(Path.Combine(_folder, "e"));
        var run = Run();
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output.ReplaceLineEndings(" "), Does.Contain("5 submissions, of which 4 could not be read.").And.Contain("  a.zip: This archive cannot be read").And.Contain("  b.pdf: This is a PDF").And.Contain("  c.ipynb: This is no notebook").And.Contain("  e: This folder holds no submission"));
    }

    [TestCase("markdown", "# Measures of a classifier: preview")]
    [TestCase("html", "<h1>Measures of a classifier: preview</h1>")]
    [TestCase("text", "confusion-matrix: Measures of a classifier")]
    public void A_report_on_standard_output_takes_the_place_of_the_text(string kind, string text)
    {
        Write("a.md", "1a accuracy 82.5 %");
        var run = Run("--report", $"{kind}=-");
        Assert.That(run.Output, Does.Contain(text));
        Assert.That(run.Output.Split("1 submission."), Has.Length.EqualTo(2));
    }

    [TestCase("markdown", "", 5)]
    [TestCase("markdown", "a.md", 5)]
    [TestCase("json", "a.md", 5)]
    [TestCase("html", "preview.html", 5)]
    [TestCase("json", "preview.json", 0)]
    [TestCase("markdown", "reports/preview.md", 0)]
    public void A_report_does_not_become_a_submission(string kind, string name, int exitCode)
    {
        Write("a.md", "1a accuracy 82.5 %");
        var run = Run("--report", $"{kind}={_folder}/{name}");
        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Error);
        Assert.That(run.Error, exitCode == 0 ? Is.Empty : Does.Contain("among the submissions it would be taken for one, or replace one"));
        Assert.That(File.ReadAllText(Path.Combine(_folder, "a.md")), Is.EqualTo("1a accuracy 82.5 %"));
    }

    [Test]
    public void A_pile_of_nothing_exits_with_8()
    {
        Write("photo.png", "");
        Write("README.md", "Of last year.");
        var run = Run();
        Assert.That(run.ExitCode, Is.EqualTo(8));
        Assert.That(run.Error, Does.Contain("this folder holds no submissions"));
    }

    [Test]
    public void A_wrong_case_exits_with_6()
    {
        Write("a.md", "");
        Assert.That(GraderProgram.Run("case", "preview", _folder, _folder).ExitCode, Is.EqualTo(6));
    }

    [TestCase("cases/hw5")]
    [TestCase("cases/hw5", "nowhere")]
    [TestCase("cases/hw5", "README.md")]
    [TestCase("nowhere", "cases/hw5/submissions")]
    [TestCase("cases/hw5", "cases/hw5/submissions", "--jobs", "0")]
    [TestCase("cases/hw5", "cases/hw5/submissions", "--report", "pdf=x.pdf")]
    [TestCase("cases/hw5", "cases/hw5/submissions", "more")]
    public void Wrong_usage_exits_with_5(params string[] arguments) => Assert.That(GraderProgram.Run(["case", "preview", .. arguments]).ExitCode, Is.EqualTo(5));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private RunResult Run(params string[] more) => GraderProgram.Run(["case", "preview", "cases/kinds/confusion-matrix", _folder, .. more]);
}
