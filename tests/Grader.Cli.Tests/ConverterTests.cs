using System.Diagnostics;
using System.IO.Compression;

namespace Grader.Cli.Tests;

/// <summary>Submissions that a program named in <c>grader.json</c> makes text of; here a script of a line or two.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "The converters of these tests are shell scripts.")]
public sealed class ConverterTests
{
    private const string Answer = "printf 'Question 1\\n(a)\\nParameters in total: 1474560\\n'";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-test-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void What_the_program_prints_is_read_and_the_report_says_so()
    {
        var run = Check($"cat \"$1\" > /dev/null; {Answer}");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.StartWith("hw.pdf").And.Contain("Converted to text by convert.sh").And.Contain("3:22: read 1474560"));
    }

    [Test]
    public void Json_names_the_program() => Assert.That(Check(Answer, "--format", "json").Output, Does.Contain("\"convertedBy\": \"convert.sh\""));

    [Test]
    public void Pages_are_counted_and_their_heads_are_no_text()
    {
        var run = Check("printf 'CS 7  Deep Learning  Ada\\n\\nQuestion 1\\n(a)\\n                    1\\n\\fCS 7  Deep Learning  Ada\\n\\nParameters in total: 1474560\\n                    2\\n\\f'");
        Assert.That(run.Output, Does.Contain("page 2, line 3, column 22: read 1474560"), run.Error);
    }

    [TestCase("147456", "needs-review")]
    [TestCase("1474561", "incorrect")]
    public void A_near_miss_that_a_lost_character_explains_is_for_a_person(string number, string verdict) =>
        Assert.That(Check($"printf 'Question 1\\n(a)\\nParameters in total: {number}\\n'").Output, Does.Match($"1a.parameters-total +{verdict}"));

    [TestCase("echo 'Syntax error: no xref' >&2; exit 3", 4, "convert.sh ended with exit code 3: Syntax error: no xref")]
    [TestCase("printf '\\033[31mred' >&2; exit 1", 4, "exit code 1: [31mred")]
    [TestCase("exit 0", 4, "convert.sh finds no text in it")]
    [TestCase("printf '  \\f\\n'", 4, "convert.sh finds no text in it")]
    [TestCase("printf 'L\\366sung'", 4, "convert.sh prints what is no UTF-8")]
    [TestCase("head -c 9000000 /dev/zero | tr '\\0' x", 4, "prints more than 8 MiB")]
    [TestCase("yes", 4, "prints more than 8 MiB")]
    [TestCase("head -c 300000 /dev/zero >&2; exit 2", 4, "ended with exit code 2")]
    [TestCase("cat; exit 9", 4, "ended with exit code 9")]
    [TestCase("kill -9 $$", 4, "ended with exit code 137")]
    public void A_program_that_fails_is_told(string script, int exitCode, string message) => AssertTold(Check(script), exitCode, message);

    [Test]
    public void A_program_that_takes_too_long_is_stopped_with_all_it_started()
    {
        var watch = Stopwatch.StartNew();
        var run = Check($"sleep 300 & echo $! > '{_folder}/child'; wait", seconds: 1);
        AssertTold(run, 4, "convert.sh took longer than 1 s and was stopped");
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(60)));
        AssertEnded(int.Parse(File.ReadAllText(Path.Combine(_folder, "child"))));
    }

    [Test]
    public void An_interrupt_ends_the_program_too()
    {
        Prepare($"sleep 300 & echo $! > '{_folder}/child.part'; mv '{_folder}/child.part' '{_folder}/child'; wait");
        using var grader = GraderProgram.Start(_folder, "check", "hw.pdf", "--case", Case);
        var child = Path.Combine(_folder, "child");
        for (var i = 0; i < 600 && !File.Exists(child); i++)
            Thread.Sleep(100);
        // Both signals end it alike; a shell that starts its work in the background lets it ignore SIGINT.
        using var kill = Process.Start("kill", ["-TERM", grader.Id.ToString()]);
        Assert.That(grader.WaitForExit(30_000), Is.True);
        Assert.That(grader.ExitCode, Is.EqualTo(3));
        AssertEnded(int.Parse(File.ReadAllText(child)));
    }

    [TestCase("""["no-such-program-anywhere", "{in}"]""", "the program no-such-program-anywhere is not on the PATH")]
    [TestCase("""["./nowhere.sh", "{in}"]""", "there is no program")]
    [TestCase("""["./data.txt", "{in}"]""", "./data.txt cannot be started")]
    [TestCase("""["convert.sh", "{in}"]""", "the program convert.sh is not on the PATH")]
    public void A_program_that_cannot_be_started_is_no_fault_of_the_submission(string command, string message)
    {
        Prepare(Answer, command);
        File.WriteAllText(Path.Combine(_folder, "data.txt"), "x");
        AssertTold(Run("hw.pdf"), 7, message);
    }

    [Test]
    public void One_that_cannot_be_converted_does_not_cost_the_others_their_result()
    {
        Prepare("exit 1");
        File.WriteAllText(Path.Combine(_folder, "a.md"), "## 1\n");
        var run = GraderProgram.RunIn(_folder, null, "check", "hw.pdf", "a.md", "--case", Case);
        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Output, Does.Contain("a.md"));
    }

    [Test]
    public void No_shell_reads_the_arguments()
    {
        Prepare("for word; do printf '%s\\n' \"$word\"; done", """["./convert.sh", "{in}", "; touch pwned", "$(touch pwned)", "a b", "`touch pwned`"]""");
        var parse = GraderProgram.RunIn(_folder, null, "parse", "hw.pdf");
        Assert.That(parse.ExitCode, Is.Zero, parse.Error);
        Assert.That(File.Exists(Path.Combine(_folder, "pwned")), Is.False);
    }

    [Test]
    public void The_program_sees_a_copy_by_a_name_of_ours()
    {
        Prepare("printf 'given: %s\\n' \"$1\"; ls");
        File.Move(Path.Combine(_folder, "hw.pdf"), Path.Combine(_folder, "-rf $(x).pdf"));
        var parse = GraderProgram.RunIn(_folder, null, "parse", "./-rf $(x).pdf");
        Assert.That(parse.Output, Does.Match("given: /\\S+/submission.pdf").And.Not.Contain("grader.json"), parse.Error);
    }

    [Test]
    public void A_configuration_beside_the_submission_starts_nothing()
    {
        Prepare($"touch '{_folder}/pwned'");
        var run = GraderProgram.Run("check", Path.Combine(_folder, "hw.pdf"));
        AssertTold(run, 4, "this is a PDF, not text. Name a program that makes text of it in grader.json");
        Assert.That(File.Exists(Path.Combine(_folder, "pwned")), Is.False);
    }

    [Test]
    public void Standard_input_and_archives_are_converted_too()
    {
        Prepare(Answer);
        var piped = GraderProgram.RunIn(_folder, "%PDF-1.7", "check", "-", "--case", Case);
        Assert.That(piped.Output, Does.StartWith("standard-input.pdf").And.Contain("read 1474560"), piped.Error);
        Directory.CreateDirectory(Path.Combine(_folder, "in"));
        File.Copy(Path.Combine(_folder, "hw.pdf"), Path.Combine(_folder, "in", "solution.pdf"));
        ZipFile.CreateFromDirectory(Path.Combine(_folder, "in"), Path.Combine(_folder, "hw.zip"));
        Assert.That(Run("hw.zip").Output, Does.StartWith("hw.zip").And.Contain("Read: solution.pdf").And.Contain("read 1474560"));
        Assert.That(Run("in").Output, Does.StartWith("solution.pdf").And.Contain("read 1474560"));
    }

    [TestCase("""{ "converters": { "pdf": ["a", "{in}"] } }""", "\"pdf\" is no extension")]
    [TestCase("""{ "converters": { ".PDF": ["a", "{in}"] } }""", "\".PDF\" is no extension")]
    [TestCase("""{ "converters": { ".md": ["a", "{in}"] } }""", "\".md\" is read as it is")]
    [TestCase("""{ "converters": { ".pdf": "pdftotext {in} -" } }""", "stands where a list is expected")]
    [TestCase("""{ "converters": { ".pdf": [] } }""", "The list names no program")]
    [TestCase("""{ "converters": { ".pdf": ["", "{in}"] } }""", "The list names no program")]
    [TestCase("""{ "converters": { ".pdf": ["pdftotext", "-"] } }""", "No argument is {in}")]
    [TestCase("""{ "converters": { ".pdf": ["pdftotext", 5] } }""", "5 stands where a text is expected")]
    [TestCase("""{ "converters": [] }""", "stands where an object is expected")]
    [TestCase("""{ "converterSeconds": 0 }""", "\"converterSeconds\" is 0")]
    public void A_wrong_configuration_is_told(string json, string message)
    {
        File.WriteAllText(Path.Combine(_folder, "grader.json"), json);
        AssertTold(Run("hw.pdf"), 6, message);
    }

    private static string Case => Path.Combine(Repository.Root, "cases", "hw5");

    private RunResult Check(string script, params string[] more)
    {
        Prepare(script);
        return Run("hw.pdf", more);
    }

    private RunResult Check(string script, int seconds)
    {
        Prepare(script, seconds: seconds);
        return Run("hw.pdf");
    }

    private RunResult Run(string file, params string[] more) => GraderProgram.RunIn(_folder, null, ["check", file, "--case", Case, .. more]);

    private void Prepare(string script, string command = """["./convert.sh", "{in}"]""", int seconds = 60)
    {
        var path = Path.Combine(_folder, "convert.sh");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(Path.Combine(_folder, "grader.json"), $$"""{ "converters": { ".pdf": {{command}} }, "converterSeconds": {{seconds}} }""");
        File.WriteAllText(Path.Combine(_folder, "hw.pdf"), "%PDF-1.7");
    }

    private static void AssertTold(RunResult run, int exitCode, string message)
    {
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(run.Error + run.Output, Does.Not.Contain("   at ").And.Not.Contain("internal error").And.Not.Contain("\u001B"));
    }

    /// <summary>Ended, or ended and not yet waited for by its parent.</summary>
    private static void AssertEnded(int process)
    {
        var state = $"/proc/{process}/stat";
        for (var i = 0; i < 100 && File.Exists(state) && !File.ReadAllText(state).Contains(") Z ", StringComparison.Ordinal); i++)
            Thread.Sleep(50);
        Assert.That(!File.Exists(state) || File.ReadAllText(state).Contains(") Z ", StringComparison.Ordinal), Is.True);
    }
}
