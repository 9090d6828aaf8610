using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Grader.Cli.Tests;

/// <summary><c>grader grade</c>, as a user runs it: a folder of submissions, a run's folder, and everything that may go wrong between.</summary>
[TestFixture]
public sealed class GradeTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "tests", "Grader.Cli.Tests", "Labelled", "hw5");

    private string _folder = "";

    private string Class => Path.Combine(_folder, "class");

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("grader-grade-").FullName;
        Directory.CreateDirectory(Class);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Help() => await Verify(GraderProgram.Run("grade", "--help").Output);

    [Test]
    public async Task A_class_of_all_that_may_be_there()
    {
        File.Copy(Path.Combine(Samples, "amara.md"), Path.Combine(Class, "amara.md"));
        Directory.CreateDirectory(Path.Combine(Class, "bogdan"));
        File.Copy(Path.Combine(Samples, "bogdan.md"), Path.Combine(Class, "bogdan", "hw5.md"));
        Zip("chen.zip", ("hw/hw5.md", File.ReadAllText(Path.Combine(Samples, "chen.md"))));
        Directory.CreateDirectory(Path.Combine(Class, "dana"));
        Zip("dana/upload.zip", ("hw5.md", File.ReadAllText(Path.Combine(Samples, "dana.md"))));
        Zip("bomb.zip", ("bomb.md", new string('0', 40 << 20)));
        File.WriteAllText(Path.Combine(Class, "empty.md"), "");
        File.WriteAllBytes(Path.Combine(Class, "latin.md"), [0x41, 0xE4]);
        File.WriteAllText(Path.Combine(Class, "scan.pdf"), "%PDF-1.7");
        File.WriteAllText(Path.Combine(Class, "amara.txt"), "again");
        Directory.CreateDirectory(Path.Combine(Class, "nothing"));
        File.WriteAllText(Path.Combine(_folder, "roster.csv"), "id,name\namara,Amara A\nbogdan,Bogdan B\nchen,Chen C\nchen,Chen C\ndana,Dana D\nempty,Em P\nabsent,Ab S\nlatin,La T\n");
        var run = Grade("--roster", Path.Combine(_folder, "roster.csv"));
        Assert.That(run.ExitCode, Is.EqualTo(4), run.Error);
        await Verify($"{run.Output}\n{WithoutProgress(run.Error)}\n{File.ReadAllText(Path.Combine(_folder, "run", "gradebook.csv"))}".Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/'));
    }

    [Test]
    public void A_result_holds_the_report_that_check_gives()
    {
        CopySamples(copies: 1);
        Assert.That(Grade("-j", "3").ExitCode, Is.Zero);
        var line = File.ReadAllLines(Path.Combine(_folder, "run", "results.jsonl")).First(line => line.Contains("\"name\":\"gwen-0.md\"", StringComparison.Ordinal));
        var checkedAlone = JsonNode.Parse(GraderProgram.Run("check", Path.Combine(Class, "gwen-0.md"), "--format", "json").Output)!.AsObject();
        checkedAlone.Remove("grader");
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(line)!["report"], checkedAlone));
    }

    [Test]
    public void Killed_at_any_moment_it_goes_on_and_the_bytes_are_the_same()
    {
        CopySamples(copies: 6);
        Assert.That(Grade("-j", "1").ExitCode, Is.Zero);
        var undisturbed = Bytes("run");
        var random = new Random(1);
        for (var moment = 0; moment < 4; moment++)
        {
            using var process = GraderProgram.Start(Repository.Root, "grade", Class, "--case", "cases/hw5", "-o", Path.Combine(_folder, "killed"), "-j", "2");
            var journal = Path.Combine(_folder, "killed", "journal.jsonl");
            var watch = Stopwatch.StartNew();
            while (!process.HasExited && !(File.Exists(journal) && new FileInfo(journal).Length > moment * 60_000) && watch.Elapsed < TimeSpan.FromMinutes(1))
                Thread.Sleep(5);
            Thread.Sleep(random.Next(30));
            process.Kill();
            process.WaitForExit();
        }
        var run = GraderProgram.Run("grade", Class, "--case", "cases/hw5", "-o", Path.Combine(_folder, "killed"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Bytes("killed"), Is.EqualTo(undisturbed));
        Assert.That(Directory.GetFiles(Path.Combine(_folder, "killed")).Select(Path.GetFileName), Is.EquivalentTo(new[] { ".lock", "gradebook.csv", "results.jsonl", "rubrics.json", "run.json" }));
    }

    /// <summary>A submission that ends the program: here its converter does, as a bug of the runtime would, or the system where memory is short.</summary>
    [Test]
    public void A_submission_that_ends_the_program_is_one_row_when_the_run_goes_on()
    {
        File.WriteAllText(Path.Combine(_folder, "grader.json"), JsonSerializer.Serialize(new { assignment = Path.Combine(Repository.Root, "cases", "hw5"), converters = new Dictionary<string, string[]> { [".deadly"] = ["sh", "-c", "kill -9 $PPID", "{in}"] } }));
        CopySamples(copies: 1);
        RunResult Run(params string[] arguments) => GraderProgram.RunIn(_folder, null, arguments);
        Assert.That(Run("grade", "class", "-o", "without", "-j", "2").ExitCode, Is.Zero);
        // Not the last by name: others are in flight with them.
        foreach (var name in new[] { "ema", "emb", "emc" })
            File.WriteAllText(Path.Combine(Class, name + ".deadly"), "x");

        // One after the other is found out.
        for (var deadly = 0; deadly < 3; deadly++)
            Assert.That(Run("grade", "class", "-o", "run", "-j", "1").ExitCode, Is.EqualTo(137));
        var resumed = Run("grade", "class", "-o", "run", "-j", "1");
        Assert.That(resumed.ExitCode, Is.EqualTo(1), resumed.Error);
        var lines = File.ReadAllLines(Path.Combine(_folder, "run", "results.jsonl"));
        Assert.That(lines.Where(line => !line.Contains(".deadly", StringComparison.Ordinal)), Is.EqualTo(File.ReadAllLines(Path.Combine(_folder, "without", "results.jsonl"))));
        Assert.That(lines.Where(line => line.Contains(".deadly", StringComparison.Ordinal)).Select(line => JsonNode.Parse(line)!["error"]!.ToJsonString()), Has.Exactly(3).EqualTo("""{"kind":"internal","message":"Grading it ends the program (signal 9). This is a bug in Grader, or in a converter. Please report it, with the submission if you may share it."}"""));

        // Neither ends by it who grades the class once more.
        Assert.That(Run("verify-run", "run").ExitCode, Is.Zero);
        Assert.That(Run("regrade", "run").ExitCode, Is.Zero);
    }

    /// <summary>A process of its own cannot have what comes through a pipe: then this one grades what another left.</summary>
    [Test]
    public void A_run_goes_on_where_no_process_of_its_own_can_grade()
    {
        CopySamples(copies: 1);
        var roster = string.Concat("id\n", string.Join('\n', Directory.GetFiles(Class).Select(Path.GetFileNameWithoutExtension)), "\n");
        RunResult Run(string run) => GraderProgram.RunIn(Repository.Root, roster, "grade", Class, "--case", "cases/hw5", "-o", Path.Combine(_folder, run), "--roster", "/dev/stdin", "-j", "2");
        Assert.That(Run("whole").ExitCode, Is.Zero);
        using (var process = GraderProgram.Start(Repository.Root, "grade", Class, "--case", "cases/hw5", "-o", Path.Combine(_folder, "run"), "--roster", "/dev/stdin", "-j", "1"))
        {
            process.StandardInput.Write(roster);
            process.StandardInput.Close();
            while (!process.HasExited && !(File.Exists(Path.Combine(_folder, "run", "journal.jsonl")) && new FileInfo(Path.Combine(_folder, "run", "journal.jsonl")).Length > 0))
                Thread.Sleep(1);
            process.Kill();
            process.WaitForExit();
        }
        var resumed = Run("run");
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
        Assert.That(Bytes("run"), Is.EqualTo(Bytes("whole")));
    }

    [Test]
    public void A_submission_that_takes_too_much_memory_is_one_row()
    {
        CopySamples(copies: 1);
        var rows = new StringBuilder(File.ReadAllText(Path.Combine(Samples, "amara.md"))).Append("\n\n| a | b |\n|---|---|\n");
        for (var row = 0; rows.Length < 7_000_000; row++)
            rows.Append(CultureInfo.InvariantCulture, $"| {row} | $x_{row} = {row}/7$ |\n");
        File.WriteAllText(Path.Combine(Class, "ema.md"), rows.ToString());
        var run = Grade("-j", "2", "--memory", "100");
        Assert.That(run.ExitCode, Is.EqualTo(4), run.Error);
        Assert.That(run.Error, Does.Contain("ema.md: not graded: Grading took more than 100 MiB of memory and was given up. Look at it with grader check; --memory gives more."));
        Assert.That(run.Output, Does.Contain("1 not graded"));
        Assert.That(GraderProgram.Run("verify-run", Path.Combine(_folder, "run")).ExitCode, Is.Zero, "by the bounds of the run");
        Assert.That(Grade("-j", "2", "--memory", "1024", "--restart").ExitCode, Is.Zero);
    }

    /// <summary>A file that may not grow is to a program what a full disk is.</summary>
    [TestCase(40, TestName = "The_disk_is_full_in_the_middle_of_a_result")]
    [TestCase(400, TestName = "The_disk_is_full_after_some_results")]
    public void The_disk_is_full(int kilobytes)
    {
        CopySamples(copies: 6);
        var grader = ShellProgram.WriteGrader(Path.Combine(_folder, "grader"));
        // The runtime keeps its own code in a file otherwise.
        var run = ShellProgram.Run(Repository.Root, [("DOTNET_EnableWriteXorExecute", "0")], "-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec '{grader}' grade '{Class}' --case cases/hw5 -o '{Path.Combine(_folder, "run")}' -j 2");
        Assert.That(run.ExitCode, Is.EqualTo(7), run.Error);
        Assert.That(run.Error, Does.Contain("cannot be written").And.Contain("What was finished is kept").And.Not.Contain("internal error"));
        Assert.That(Grade("-j", "2").ExitCode, Is.Zero);
        Assert.That(GraderProgram.Run("grade", Class, "--case", "cases/hw5", "-o", Path.Combine(_folder, "whole")).ExitCode, Is.Zero);
        Assert.That(Bytes("run"), Is.EqualTo(Bytes("whole")));
    }

    [Test]
    public void Each_student_is_graded_by_the_own_variant()
    {
        var assignment = Path.Combine(_folder, "drawn");
        Directory.CreateDirectory(assignment);
        File.WriteAllText(Path.Combine(assignment, "assignment.json"), """{ "format": 1, "id": "drawn", "title": "Drawn", "questions": ["q1.json"] }""");
        File.WriteAllText(Path.Combine(assignment, "q1.json"), """
            { "id": "1", "title": "Halves", "text": ["W is {=W}."], "inputs": { "W": { "draw": { "from": 2, "to": 100000 } } }, "quantities": { "out": "W/2" },
              "parts": [{ "id": "1a", "text": "Halve it.", "checks": [{ "id": "1a.half", "kind": "number", "ask": "half of W", "points": 1, "quantity": "out", "labels": [["half"]] }] }] }
            """);
        foreach (var student in new[] { "7", "8" })
            File.WriteAllText(Path.Combine(Class, student + ".md"), GraderProgram.Run("key", assignment, "--student", student).Output);
        File.Copy(Path.Combine(Class, "8.md"), Path.Combine(Class, "9.md"));
        File.WriteAllText(Path.Combine(_folder, "roster.csv"), "id,login\n1007,7\n8,eight\n9,nine\n");
        GraderProgram.Run("grade", Class, "--case", assignment, "-o", Path.Combine(_folder, "run"));
        Assert.That(Points(), Is.EqualTo("7:1 8:1 9:0"));
        GraderProgram.Run("grade", Class, "--case", assignment, "-o", Path.Combine(_folder, "run"), "--roster", Path.Combine(_folder, "roster.csv"), "--restart");
        Assert.That(Points(), Is.EqualTo("1007:0 8:1 9:0"));

        string Points() => string.Join(' ', File.ReadAllLines(Path.Combine(_folder, "run", "gradebook.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => $"{cells[0]}:{cells[7]}"));
    }

    [Test]
    public void What_cannot_be_done_is_told([Values("no folder", "a zip", "empty", "inside", "unwritable", "no roster", "shard", "jobs")] string what)
    {
        CopySamples(copies: 1);
        Directory.CreateDirectory(Path.Combine(_folder, "none"));
        File.WriteAllText(Path.Combine(_folder, "all.zip"), "");
        var run = what switch
        {
            "no folder" => GraderProgram.Run("grade", Path.Combine(_folder, "nowhere"), "-o", Path.Combine(_folder, "run")),
            "a zip" => GraderProgram.Run("grade", Path.Combine(_folder, "all.zip"), "-o", Path.Combine(_folder, "run")),
            "empty" => GraderProgram.Run("grade", Path.Combine(_folder, "none"), "-o", Path.Combine(_folder, "run")),
            "inside" => GraderProgram.Run("grade", Class, "-o", Path.Combine(Class, "run")),
            "unwritable" => GraderProgram.Run("grade", Class, "-o", Path.Combine(_folder, "all.zip", "run")),
            "no roster" => Grade("--roster", Path.Combine(_folder, "roster.csv")),
            "shard" => Grade("--shard", "8/7"),
            _ => Grade("-j", "0"),
        };
        var (code, message) = what switch
        {
            "no folder" => (5, "there is no such folder"),
            "a zip" => (5, "unpack the archive"),
            "empty" => (8, "this folder holds no submissions"),
            "inside" => (5, "among the submissions it would be taken for one"),
            "unwritable" => (7, "cannot be written"),
            "no roster" => (5, "cannot be read"),
            "shard" => (5, "write I/N"),
            _ => (5, "write a whole number from 1 to 1024"),
        };
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(run.ExitCode, Is.EqualTo(code), run.Error);
        Assert.That(run.Error, Does.Not.Contain("internal error"));
    }

    /// <summary>On a busy machine a line says how far it is.</summary>
    private static string WithoutProgress(string error) => string.Join('\n', error.Split('\n').Where(line => !line.Contains(" %)", StringComparison.Ordinal)));

    private void CopySamples(int copies)
    {
        foreach (var file in Directory.GetFiles(Samples, "*.md"))
            for (var copy = 0; copy < copies; copy++)
                File.Copy(file, Path.Combine(Class, $"{Path.GetFileNameWithoutExtension(file)}-{copy}.md"));
    }

    private void Zip(string name, params (string Name, string Text)[] files)
    {
        using var zip = ZipFile.Open(Path.Combine(Class, name), ZipArchiveMode.Create);
        foreach (var (path, text) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(path).Open());
            writer.Write(text);
        }
    }

    private string Bytes(string run) => File.ReadAllText(Path.Combine(_folder, run, "results.jsonl")) + File.ReadAllText(Path.Combine(_folder, run, "gradebook.csv"));

    private RunResult Grade(params string[] more) => GraderProgram.Run(["grade", Class, "--case", "cases/hw5", "-o", Path.Combine(_folder, "run"), .. more]);
}
