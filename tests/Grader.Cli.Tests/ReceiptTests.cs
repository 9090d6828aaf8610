namespace Grader.Cli.Tests;

/// <summary>What a student may see at upload.</summary>
[TestFixture]
public sealed class ReceiptTests
{
    [Test]
    public async Task Text_of_the_scanned_sample() => await Verify(Receipt("cases/hw5/submissions/scanned.md").Output);

    [Test]
    public async Task Json_of_the_hedged_sample() => await Verify(Receipt("cases/hw5/submissions/hedged.md", "--format", "json").Output, "json");

    [TestCase("full-marks")]
    [TestCase("missing-3")]
    [TestCase("hedged")]
    public void The_exit_code_says_nothing(string sample)
    {
        var run = Receipt($"cases/hw5/submissions/{sample}.md");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public void Reports_are_receipts_too()
    {
        var folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        var path = Path.Combine(folder, "out.json");
        var run = Receipt("cases/hw5/submissions/hedged.md", "--report", $"json={path}", "--report", "text=-");
        var report = File.ReadAllText(path);
        Directory.Delete(folder, recursive: true);
        Assert.That(report, Does.Contain("grader/receipt/v1").And.Not.Contain("verdict").And.Not.Contain("\"expected\"").And.Not.Contain("oints\""));
        Assert.That(run.Output, Does.Contain("Nothing is judged here").And.Not.Contain("expected"));
    }

    [Test]
    public void Right_and_wrong_numbers_differ_in_nothing_but_themselves()
    {
        static string Read(string number) => GraderProgram.RunIn(Repository.Root, $"## Question 1\n\n### (b)\n\nThe output width of layer 1 is {number}.\n", "check", "-", "--audience", "receipt").Output;
        Assert.That(Read("21").Replace("21", "32"), Is.EqualTo(Read("32")));
    }

    private static RunResult Receipt(params string[] arguments) => GraderProgram.Run(["check", .. arguments, "--audience", "receipt"]);
}
