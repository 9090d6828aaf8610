namespace Grader.Cli.Tests;

/// <summary>The reports of the sample submissions, as the program writes them.</summary>
[TestFixture]
public sealed class SampleReportTests
{
    [TestCase("full-marks")]
    [TestCase("scanned")]
    [TestCase("missing-3")]
    [TestCase("hedged")]
    [TestCase("notations")]
    public async Task Json_of(string sample)
    {
        var run = GraderProgram.Run("check", $"cases/hw5/submissions/{sample}.md", "--format", "json");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        await Verify(run.Output, "json");
    }

    [Test]
    public async Task Text_of_the_scanned_sample() => await Verify(GraderProgram.Run("check", "cases/hw5/submissions/scanned.md").Output);

    [Test]
    public async Task Help()
    {
        var help = GraderProgram.Run("--help").Output + GraderProgram.Run("check", "--help").Output;
        await Verify(help);
    }

    [Test]
    public void Json_report_and_json_on_standard_output_are_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        var path = Path.Combine(folder, "out.json");
        var both = GraderProgram.Run("check", "cases/hw5/submissions/scanned.md", "--report", $"json={path}");
        var printed = GraderProgram.Run("check", "cases/hw5/submissions/scanned.md", "--format", "json");
        Assert.That(both.Output, Does.Contain("One mistake explains all 7 wrong answers in question 1"));
        Assert.That(File.ReadAllText(path), Is.EqualTo(printed.Output));
        Directory.Delete(folder, recursive: true);
    }
}
