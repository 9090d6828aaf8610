using System.Text.Json;

namespace Grader.Cli.Tests;

/// <summary><c>grader case test</c>, as a user runs it.</summary>
[TestFixture]
public sealed class CaseTestTests
{
    [Test]
    public async Task Help() => await Verify(GraderProgram.Run("case", "test", "--help").Output);

    [Test]
    public void The_table_has_a_row_a_check_and_the_time_goes_to_standard_error()
    {
        var run = GraderProgram.Run("case", "test", "cases/kinds/confusion-matrix", "--trials", "40");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Match(@"^40 submissions in \d+\.\d s\.\r?\n$"));
        Assert.That(run.Output, Does.StartWith("confusion-matrix: Measures of a classifier\n40 submissions, seed 1: 20 right in all answers, 20 with wrong ones."));
        foreach (var row in new[] { "1a.accuracy", "1b.precision", "1b.recall", "1c.f1", "exact answers", "all" })
            Assert.That(run.Output, Does.Match($@"\n{row} +\d+ +0 \(0 to [\d.]+ %\) .* 0 \(0 to [\d.]+ %\)\n"));
    }

    [TestCase("markdown", "# Measures of a classifier: self-test")]
    [TestCase("html", "<h1>Measures of a classifier: self-test</h1>")]
    [TestCase("text", "confusion-matrix: Measures of a classifier")]
    public void A_report_on_standard_output_takes_the_place_of_the_table(string kind, string text)
    {
        var run = GraderProgram.Run("case", "test", "cases/kinds/confusion-matrix", "--trials", "4", "--jobs", "1", "--report", $"{kind}=-");
        Assert.That(run.Output, Does.Contain(text));
        Assert.That(run.Output.Split("4 submissions, seed 1"), Has.Length.EqualTo(2));
    }

    /// <summary>A tolerance that takes the other sign and ten times as much.</summary>
    [Test]
    public void A_check_that_takes_wrong_answers_exits_with_2_and_shows_the_smallest()
    {
        var folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        File.WriteAllText(Path.Combine(folder, "assignment.json"), """{ "format": 2, "id": "weak", "title": "Weak", "questions": ["q1.json"] }""");
        File.WriteAllText(
            Path.Combine(folder, "q1.json"),
            """
            { "id": "1", "title": "Halves", "inputs": { "W": 64 }, "quantities": { "out": "W/2" },
              "parts": [{ "id": "1a", "text": "Halve 64.", "checks": [{ "id": "1a.value", "kind": "number", "ask": "value of it", "points": 1, "quantity": "out", "tolerance": { "absolute": 1000 }, "labels": [["value"]] }] }] }
            """);
        var run = GraderProgram.Run("case", "test", folder, "--trials", "60", "--report", $"json={Path.Combine(folder, "out.json")}");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Output, Does.Contain("False accept: 1a.value (power of ten of 1a.value; the plainest style").And.Contain("  | Value of it = 320"));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "out.json")));
        var check = json.RootElement.GetProperty("checks")[0];
        Assert.That(json.RootElement.GetProperty("schema").GetString(), Is.EqualTo("grader/case-test/v1"));
        Assert.That(check.GetProperty("id").GetString(), Is.EqualTo("1a.value"));
        Assert.That(check.GetProperty("trials").GetInt32(), Is.EqualTo(check.GetProperty("right").GetInt32() + check.GetProperty("wrong").GetInt32()));
        Assert.That(check.GetProperty("falseAccepts").GetInt32(), Is.Positive);
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("nowhere")]
    [TestCase("hw5", "--trials", "1")]
    [TestCase("hw5", "--trials", "many")]
    [TestCase("hw5", "--jobs", "0")]
    [TestCase("hw5", "--seed", "-1")]
    [TestCase("hw5", "--report", "pdf=x.pdf")]
    public void Wrong_usage_exits_with_5(params string[] arguments) => Assert.That(GraderProgram.Run(["case", "test", .. arguments]).ExitCode, Is.EqualTo(5));
}
