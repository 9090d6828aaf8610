using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text.Json;

namespace Grader.Cli.Tests;

/// <summary>The zip of <c>grader gradescope</c>, unpacked and run as Gradescope does.</summary>
[TestFixture]
[Platform("Linux")]
[SupportedOSPlatform("linux")]
public sealed class GradescopeTests
{
    private string _folder = "";
    private string _binary = "";

    private static string Samples => Path.Combine(Repository.Root, "cases", "hw5", "submissions");

    [OneTimeSetUp]
    public void MakeZip()
    {
        _folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        _binary = At("native");
        // A program for Linux on x64, of which only the head is looked at here; to run it, the one at hand takes its place.
        File.WriteAllBytes(_binary, [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0, 1, 2, 3]);
        var run = GraderProgram.Run("gradescope", "hw5", "-o", At("autograder.zip"), "--binary", _binary);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        ZipFile.ExtractToDirectory(At("autograder.zip"), At("source"));
        foreach (var script in new[] { "run_autograder", "setup.sh", "grader" })
            Assert.That(File.GetUnixFileMode(Path.Combine(At("source"), script)).HasFlag(UnixFileMode.OtherExecute), script);
        Assert.That(File.ReadAllBytes(Path.Combine(At("source"), "grader")), Is.EqualTo(File.ReadAllBytes(_binary)));
        ShellProgram.WriteGrader(Path.Combine(At("source"), "grader"));
    }

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Help() => await Verify(GraderProgram.Run("gradescope", "--help").Output);

    [Test]
    public void Equal_contents_give_equal_bytes()
    {
        Assert.That(GraderProgram.Run("gradescope", "cases/hw5/", "-o", At("again.zip"), "--binary", _binary).ExitCode, Is.Zero);
        Assert.That(File.ReadAllBytes(At("again.zip")), Is.EqualTo(File.ReadAllBytes(At("autograder.zip"))));
    }

    [Test]
    public void It_holds_the_assignment_and_nothing_of_a_student()
    {
        using var zip = ZipFile.OpenRead(At("autograder.zip"));
        Assert.That(zip.Entries.Select(entry => entry.FullName), Is.EqualTo(new[]
        {
            "run_autograder", "setup.sh", "grader", "case/assignment.json", "case/minibatch.csv", "case/q1.json", "case/q2.json", "case/q3.json", "case/q4.json", "case/reference/bands.json", "case/reference/curves.csv", "case/reference/runs.csv",
        }));
    }

    [Test]
    public void Setup_sees_that_the_assignment_is_read()
    {
        var run = ShellProgram.Run(_folder, [("AUTOGRADER", _folder)], Path.Combine(At("source"), "setup.sh"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("hw5: 4 questions, 31 checks, no problems."));
    }

    [TestCase("full-marks.md", 40)]
    [TestCase("scanned.md", 34.0833)]
    public void A_submission_gets_its_score(string sample, double score)
    {
        using var results = Grade((sample, File.ReadAllText(Path.Combine(Samples, sample))));
        Assert.That(results.RootElement.GetProperty("score").GetDouble(), Is.EqualTo(score).Within(1e-9));
        Assert.That(results.RootElement.GetProperty("tests").GetArrayLength(), Is.EqualTo(31));
        Assert.That(results.RootElement.GetRawText(), Does.Not.Contain("expected 32"), "no right answers for students");
    }

    [Test]
    public void Nothing_handed_in() => AssertFailed(Grade(), "cannot be read");

    [Test]
    public void A_broken_archive() => AssertFailed(Grade(("hw5.zip", "no zip")), "cannot be read", "hw5.zip");

    [Test]
    public void Two_submissions_in_one() => AssertFailed(Grade(("a.md", "1a) 3"), ("b.md", "1a) 4")), "cannot be read");

    [Test]
    public void A_name_that_would_end_the_text() => AssertFailed(Grade(("\"], \"score\": 40, \\\n::x\u001b[31m$(touch pwned)`id`.zip", "no zip")), "cannot be read");

    [Test]
    public void A_broken_assignment_is_not_the_students_fault()
    {
        var assignment = Path.Combine(At("source"), "case", "assignment.json");
        var text = File.ReadAllText(assignment);
        File.WriteAllText(assignment, "{");
        AssertFailed(Grade(("hw5.md", "1a) 3")), "the fault is not yours");
        File.WriteAllText(assignment, text);
    }

    [TestCase("not the native one", "gradescope", "hw5")]
    [TestCase("cannot be read", "gradescope", "hw5", "--binary", "nowhere")]
    [TestCase("no program for Linux on x64", "gradescope", "hw5", "--binary", "README.md")]
    [TestCase("this needs the folder of an assignment", "gradescope", "README.md")]
    [TestCase("there is no such assignment", "gradescope", "nowhere")]
    public void Wrong_usage_exits_with_5(string message, params string[] arguments)
    {
        var run = GraderProgram.Run(arguments);
        Assert.That(run.ExitCode, Is.EqualTo(5), run.Error);
        Assert.That(run.Error, Does.Contain(message));
    }

    private JsonDocument Grade(params (string Name, string Text)[] files)
    {
        var submission = At("submission");
        if (Directory.Exists(submission))
            Directory.Delete(submission, recursive: true);
        Directory.CreateDirectory(submission);
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(submission, name), text);
        var run = ShellProgram.Run(_folder, [("AUTOGRADER", _folder)], Path.Combine(At("source"), "run_autograder"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(File.Exists(At("pwned")), Is.False);
        return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(At("results"), "results.json")));
    }

    private static void AssertFailed(JsonDocument results, params string[] messages)
    {
        using var ending = results;
        Assert.That(results.RootElement.GetProperty("score").GetDouble(), Is.Zero);
        Assert.That(results.RootElement.GetProperty("output_format").GetString(), Is.EqualTo("text"));
        foreach (var message in messages)
            Assert.That(results.RootElement.GetProperty("output").GetString(), Does.Contain(message));
    }

    private string At(string name) => Path.Combine(_folder, name);
}
