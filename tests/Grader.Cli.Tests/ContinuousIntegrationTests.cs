namespace Grader.Cli.Tests;

/// <summary>What the program does where others read its log.</summary>
[TestFixture]
public sealed class ContinuousIntegrationTests
{
    private const string Scanned = "cases/hw5/submissions/scanned.md";

    [Test]
    public void On_github_a_report_is_for_students_with_annotations_and_a_summary()
    {
        var folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        var summary = Path.Combine(folder, "summary.md");
        File.WriteAllText(summary, "before\n");
        var run = GraderProgram.RunWith([("GITHUB_ACTIONS", "true"), ("GITHUB_STEP_SUMMARY", summary)], "check", Scanned);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("read 21").And.Not.Contain("expected").And.Not.Contain("301989888"));
        Assert.That(run.Error, Does.StartWith($"::error file={Scanned},line=43,").And.Contain("::notice title=hw5%3A 34.0833 of 40 points%2C and 4.4167 pending").And.Not.Contain("301989888"));
        Assert.That(File.ReadAllText(summary), Does.StartWith("before\n### Homework 5").And.Contain("| 1b.output-layer1 |").And.Not.Contain("301989888"));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void None_leaves_all_of_it_out()
    {
        var run = GraderProgram.RunWith([("GITHUB_ACTIONS", "true"), ("CI", "true")], "check", Scanned, "--ci", "none");
        Assert.That((run.Output.Contains("expected 32", StringComparison.Ordinal), run.Error), Is.EqualTo((true, "")));
    }

    [Test]
    public void On_gitlab_it_says_how_to_show_the_checks()
    {
        var run = GraderProgram.RunWith([("GITLAB_CI", "true")], "check", Scanned);
        Assert.That((run.Output.Contains("expected 32", StringComparison.Ordinal), run.Error.Contains("--report junit=", StringComparison.Ordinal)), Is.EqualTo((false, true)));
    }

    [TestCase("github")]
    [TestCase("gitlab")]
    public void The_log_of_several_has_no_names(string service)
    {
        var folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        var files = new[] { "jane-doe.md", "john-roe.md" }.Select(name => Path.Combine(folder, name)).ToArray();
        foreach (var file in files)
            File.Copy(Path.Combine(Repository.Root, Scanned), file);
        var run = GraderProgram.Run(["check", .. files, "--ci", service, "--student", "jdoe3", "--fail-under", "100", "--report", $"csv={folder}/"]);
        Assert.That(run.Output + run.Error, Does.Not.Contain("jane").And.Not.Contain("roe").And.Not.Contain("jdoe3").And.Contain("submission-83327d8f"));
        Assert.That(File.ReadAllText(Path.Combine(folder, "jane-doe.csv")), Does.Contain("jane-doe.md"), "a file is no log");
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Anonymous_reports_have_no_name_anywhere()
    {
        var folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        var file = Path.Combine(folder, "jane-doe.md");
        File.Copy(Path.Combine(Repository.Root, Scanned), file);
        var reports = new[] { "json", "junit", "sarif", "gradescope", "classroom50", "github", "github-summary", "csv", "canvas", "moodle" };
        var run = GraderProgram.RunWith([("GITHUB_REPOSITORY", "class/jane-doe"), ("CLASSROOM", "ml"), ("COMMIT_URL", "https://github.com/class/jane-doe")], ["check", file, "--anonymize", "--student", "jdoe3", .. reports.SelectMany(kind => new[] { "--report", $"{kind}={folder}/out/" })]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output + run.Error, Does.Not.Contain("jane").And.Not.Contain("jdoe3"));
        var written = Directory.GetFiles(Path.Combine(folder, "out"));
        Assert.That(written, Has.Length.EqualTo(reports.Length));
        foreach (var path in written)
            Assert.That(Path.GetFileName(path) + File.ReadAllText(path), Does.Not.Contain("jane").And.Not.Contain("jdoe3").And.Not.Contain(folder), path);
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("jane-doe.md", TestName = "No such file")]
    public void Nor_has_the_message_of_a_submission_that_cannot_be_read(string file)
    {
        var run = GraderProgram.Run("check", file, "--anonymize");
        Assert.That((run.ExitCode, run.Error.Contains("jane", StringComparison.Ordinal)), Is.EqualTo((4, false)), run.Error);
    }

    [Test]
    public void A_receipt_is_text_or_json()
    {
        var run = GraderProgram.Run("check", Scanned, "--audience", "receipt", "--report", "junit=x.xml");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((5, "--audience receipt: a receipt is text or json; in junit there is nothing to say without a verdict.\n")));
    }
}
