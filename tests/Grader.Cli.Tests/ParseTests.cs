using System.Text.Json;

namespace Grader.Cli.Tests;

/// <summary>What was read, as a tree and as JSON, and how answers were chosen.</summary>
[TestFixture]
public sealed class ParseTests
{
    private const string Unreadable = "## Question 1\n\n### (a)\n\n![a sketch](a.png)\n\nParameters of layer 1: $\\frac{294912$\n\n![another](b.png)\n";

    [Test]
    public async Task Tree_of_the_scanned_sample() => await Verify(GraderProgram.Run("parse", "cases/hw5/submissions/scanned.md").Output);

    [Test]
    public async Task Json_of_the_scanned_sample() => await Verify(GraderProgram.Run("parse", "cases/hw5/submissions/scanned.md", "--format", "json").Output, "json");

    [Test]
    public async Task Explanation_of_the_hedged_sample() => await Verify(GraderProgram.Run("parse", "cases/hw5/submissions/hedged.md", "--explain").Output);

    [Test]
    public async Task Explanation_as_json() => await Verify(GraderProgram.Run("parse", "cases/hw5/submissions/hedged.md", "--explain", "-q", "1", "--format", "json").Output, "json");

    [Test]
    public async Task Help() => await Verify(GraderProgram.Run("parse", "--help").Output);

    [Test]
    public void What_cannot_be_read_is_listed_at_the_end_and_no_failure()
    {
        var run = GraderProgram.RunIn(Repository.Root, Unreadable, "parse", "-");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("2 images that cannot be read: 5:1, 9:1\n").And.Contain("1 formula not read: 7:").And.Contain("stopped at"));
    }

    [Test]
    public void Json_lists_what_cannot_be_read()
    {
        var run = GraderProgram.RunIn(Repository.Root, Unreadable, "parse", "-", "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        var summary = json.RootElement.GetProperty("summary");
        Assert.That(summary.GetProperty("images").EnumerateArray().Select(image => image.GetProperty("place").GetProperty("line").GetInt32()), Is.EqualTo(new[] { 5, 9 }));
        Assert.That(summary.GetProperty("unread").EnumerateArray().Single().GetProperty("error").GetProperty("expected").GetString(), Is.Not.Empty);
    }

    [Test]
    public void Values_are_exact()
    {
        var run = GraderProgram.RunIn(Repository.Root, "## Question 1\n\nThe loss is 0.1. It took 8 min 41 s. $x = 1/3$\n", "parse", "-", "--format", "json");
        Assert.That(run.Output, Does.Contain("\"value\": \"0.1\"").And.Contain("\"value\": \"521\"").And.Contain("\"unit\": \"s\"").And.Contain("\"value\": \"1/3\""));
    }

    [Test]
    public void Hostile_text_reaches_the_terminal_clean()
    {
        var run = GraderProgram.RunIn(Repository.Root, "## Question 1\n\n\u001B[31mred\u202E $x\u001B = 3$ ![\u001B](a)\n\n| \u001Ba | b |\n|---|---|\n| 1 | 2 |\n", "parse", "-");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Not.Contain("\u001B").And.Not.Contain("\u202E"));
    }

    [TestCase("parse", "cases/hw5/submissions/hedged.md", "-q", "1")]
    [TestCase("parse", "cases/hw5/submissions/hedged.md", "--explain", "-q", "77")]
    [TestCase("parse", "cases/hw5/submissions/hedged.md", "--report", "json=cases/hw5/submissions/hedged.md")]
    [TestCase("parse", "cases/hw5/submissions/hedged.md", "--report", "html=a.html")]
    [TestCase("check", "cases/hw5/submissions/hedged.md", "--audience", "receipt", "--fail-under", "50")]
    [TestCase("check", "cases/hw5/submissions/hedged.md", "--audience", "receipt", "--fail-on-review")]
    [TestCase("check", "cases/hw5/submissions/hedged.md", "--audience", "everyone")]
    public void Wrong_usage_exits_with_5(params string[] arguments)
    {
        var run = GraderProgram.Run(arguments);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((5, "")), run.Error);
        Assert.That(run.Error, Is.Not.Empty);
    }

    [Test]
    public void Explaining_needs_an_assignment()
    {
        var folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        var run = GraderProgram.RunIn(folder, "32", "parse", "-", "--explain");
        Directory.Delete(folder, recursive: true);
        Assert.That(run.ExitCode, Is.EqualTo(5));
        Assert.That(run.Error, Does.Contain("--explain needs an assignment"));
    }
}
