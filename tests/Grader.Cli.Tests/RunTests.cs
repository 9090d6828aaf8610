using System.Text.Json;
using System.Text.RegularExpressions;

namespace Grader.Cli.Tests;

/// <summary>What is done with a run when it is there: shards merged, verified, counted.</summary>
[TestFixture]
public sealed class RunTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "tests", "Grader.Cli.Tests", "Labelled", "hw5");

    private string _folder = "";

    private string Class => Path.Combine(_folder, "class");

    [SetUp]
    public void MakeClass()
    {
        _folder = Directory.CreateTempSubdirectory("grader-runs-").FullName;
        Directory.CreateDirectory(Class);
        foreach (var file in Directory.GetFiles(Samples, "*.md"))
            File.Copy(file, Path.Combine(Class, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(Class, "nobody.pdf"), "%PDF-1.7");
        File.WriteAllText(Path.Combine(_folder, "roster.csv"), "id\namara\nbogdan\nzoe\nchen\n");
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("merge")]
    [TestCase("verify-run")]
    [TestCase("stats")]
    [TestCase("override")]
    [TestCase("regrade")]
    [TestCase("export")]
    public async Task Help(string command) => await Verify(GraderProgram.Run(command, "--help").Output);

    [Test]
    public void Shards_merged_are_one_run()
    {
        Assert.That(Grade("whole").ExitCode, Is.EqualTo(4));
        for (var shard = 1; shard <= 3; shard++)
            GraderProgram.RunWith([("SLURM_ARRAY_TASK_ID", $"{shard}"), ("SLURM_ARRAY_TASK_MIN", "1"), ("SLURM_ARRAY_TASK_COUNT", "3")], "grade", Class, "--case", "cases/hw5", "--roster", Path.Combine(_folder, "roster.csv"), "--shard", "auto", "-o", Path.Combine(_folder, "part-{shard}"));
        var gap = GraderProgram.Run("merge", Place("part-3-of-3"), Place("part-1-of-3"), "-o", Place("merged"));
        Assert.That((gap.ExitCode, gap.Error), Is.EqualTo((5, "1 of 3 shards is not among them: 2. Grade it with --shard 2/3, then merge all.\n")));
        var run = GraderProgram.Run("merge", Place("part-3-of-3"), Place("part-1-of-3"), Place("part-2-of-3"), "-o", Place("merged"));
        Assert.That(run.ExitCode, Is.EqualTo(4), run.Error);
        foreach (var name in new[] { "results.jsonl", "gradebook.csv", "roster.csv" })
            Assert.That(File.ReadAllBytes(Path.Combine(Place("merged"), name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(Place("whole"), name))), name);
        Assert.That(GraderProgram.Run("verify-run", Place("merged")).ExitCode, Is.Zero);
    }

    [Test]
    public void A_run_is_verified_byte_by_byte()
    {
        Grade("run");
        var same = GraderProgram.Run("verify-run", Place("run"));
        Assert.That(same.ExitCode, Is.Zero, same.Error);
        Assert.That(same.Output, Does.EndWith("run: 11 of 11 results have the same bytes; all that it was made of is the same.\n"));

        File.AppendAllText(Path.Combine(Class, "chen.md"), "more");
        File.Move(Path.Combine(Class, "dana.md"), Path.Combine(Class, "diana.md"));
        File.AppendAllText(Path.Combine(Place("run"), "gradebook.csv"), "zoe,,,,,graded,,40\n");
        var results = File.ReadAllText(Path.Combine(Place("run"), "results.jsonl"));
        File.WriteAllText(Path.Combine(Place("run"), "results.jsonl"), results.Replace("\"name\":\"bogdan.md\",\"students\":[{\"id\":\"bogdan\"}]", "\"name\":\"bogdan.md\",\"students\":[{\"id\":\"zoe\"}]", StringComparison.Ordinal));
        var other = GraderProgram.Run("verify-run", Place("run"));
        Assert.That(other.ExitCode, Is.EqualTo(2), other.Error);
        Assert.That(other.Error.Split('\n'), Is.SupersetOf(new[]
        {
            "run.json: the names of the submissions have changed",
            "gradebook.csv: its bytes are not those that the run wrote",
            "results.jsonl: its bytes are not those that the run wrote",
            "dana.md: the submission is not there any more",
            "diana.md: the run has no result for it",
            "bogdan.md: the submission is the same, and its result comes out otherwise",
        }));
        Assert.That(other.Error, Does.Contain("chen.md: the submission has changed (its hash was "));
    }

    [Test]
    public void Statistics_in_all_formats()
    {
        Grade("run");
        Assert.That(GraderProgram.Run("stats", Place("run")).Output, Does.StartWith("hw5: Homework 5: convolutional networks\n10 of 11 submissions graded. Of 40 points: mean "));
        var run = GraderProgram.Run("stats", Place("run"), "--report", $"html={Place("s.html")}", "--report", $"md={Place("s.md")}", "--report", $"json={Place("s.json")}", "--report", "csv=-");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.StartWith("check,kind,ask,judged,right,partial,incorrect,missing,for a person,ease,discrimination\r\n1a.parameters-layer1,number,"));
        var html = File.ReadAllText(Place("s.html"));
        Assert.That(html, Does.Contain("<svg").And.Contain("default-src 'none'").And.Not.Contain("<script").And.Not.Contain("style=\"").And.Not.Contain("http://").And.Not.Contain("https://"));
        Assert.That(File.ReadAllText(Place("s.md")), Does.Contain("| check | kind | right |"));
        using var json = JsonDocument.Parse(File.ReadAllText(Place("s.json")));
        Assert.That(json.RootElement.GetProperty("graded").GetInt32(), Is.EqualTo(10));
        Assert.That(json.RootElement.GetProperty("points").GetProperty("tenths").EnumerateArray().Sum(count => count.GetInt32()), Is.EqualTo(10));
    }

    [Test]
    public async Task A_regrade_after_a_changed_tolerance_names_those_it_concerns_and_overrides_stand()
    {
        Directory.Delete(Class, recursive: true);
        Directory.CreateDirectory(Class);
        foreach (var (student, value) in new[] { ("ada", "50"), ("bob", "52"), ("cy", "53"), ("dee", "60") })
            File.WriteAllText(Path.Combine(Class, student + ".md"), $"## Question 1\n\n1a. half: {value}\n");
        WriteCase(1);
        Assert.That(GraderProgram.Run("grade", Class, "--case", Place("case"), "-o", Place("run")).ExitCode, Is.Zero);
        var decided = GraderProgram.Run("override", Place("run"), "-s", "cy", "-c", "1a.half", "--points", "1.5", "--reason", "The argument is right.");
        Assert.That((decided.ExitCode, decided.Output), Is.EqualTo((0, "cy.md: 1a.half: 1.5 of 2 points (the program gave 0, 0 pending); total 0 -> 1.5 of 2, 0 pending\n")), decided.Error);
        WriteCase(4);
        var refused = GraderProgram.Run("grade", Class, "--case", Place("case"), "-o", Place("run"));
        Assert.That((refused.ExitCode, refused.Error.Contains("the files of drawn have changed", StringComparison.Ordinal)), Is.EqualTo((5, true)), refused.Error);
        var dry = GraderProgram.Run("regrade", Place("run"), "--dry-run");
        Assert.That(dry.Output, Does.Contain("A trial:"));
        var run = GraderProgram.Run("regrade", Place("run"));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        await Verify(Regex.Replace(run.Output, "the key [0-9a-f]{8} instead of [0-9a-f]{8}", "the key NEW instead of OLD") + "\n" + File.ReadAllText(Path.Combine(Place("run"), "gradebook.csv")));
        Assert.That(GraderProgram.Run("verify-run", Place("run")).ExitCode, Is.Zero);

        void WriteCase(int tolerance)
        {
            Directory.CreateDirectory(Place("case"));
            File.WriteAllText(Path.Combine(Place("case"), "assignment.json"), """{ "format": 1, "id": "drawn", "title": "Halves", "questions": ["q1.json"] }""");
            File.WriteAllText(Path.Combine(Place("case"), "q1.json"), $$"""
                { "id": "1", "title": "Halves", "text": ["W is 100."], "inputs": { "W": 100 }, "quantities": { "out": "W/2" },
                  "parts": [{ "id": "1a", "text": "Halve it.", "checks": [{ "id": "1a.half", "kind": "number", "ask": "half of W", "points": 2, "quantity": "out", "tolerance": { "absolute": {{tolerance}} }, "labels": [["half"]] }] }] }
                """);
        }
    }

    [Test]
    public void A_gradebook_for_a_platform_is_on_standard_output_and_what_is_said_beside_it()
    {
        Grade("run");
        File.WriteAllText(Place("canvas.csv"), "Student,ID,SIS User ID,SIS Login ID,Section,Homework 5: convolutional networks (9)\n    Points Possible,,,,,40\nA,1,amara,a,S,\nB,2,bogdan,b,S,\nZ,3,zoe,z,S,\n\u001b[31mX,4,x,x,S,\n");
        var run = GraderProgram.Run("export", Place("run"), "--to", "canvas", "--gradebook", Place("canvas.csv"));
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "Student,ID,SIS User ID,SIS Login ID,Section,Homework 5: convolutional networks (9)\r\n    Points Possible,,,,,40\r\nA,1,amara,a,S,26\r\nB,2,bogdan,b,S,24\r\nZ,3,zoe,z,S,\r\n[31mX,4,x,x,S,\r\n")), run.Error);
        Assert.That(run.Error, Does.Contain("zoe: no points: nothing was handed in\n").And.Contain("\nPoints of 2 of 4 students written.\n").And.Not.Contain("\u001b"));
        var inCi = GraderProgram.RunWith([("CI", "true")], "export", Place("run"), "--to", "canvas", "--gradebook", Place("canvas.csv"), "-o", Place("out.csv"));
        Assert.That((File.ReadAllText(Place("out.csv")), inCi.Output), Is.EqualTo((run.Output, "")));
        Assert.That(inCi.Error, Does.Contain("Students without points, left as they are: 1\n").And.Not.Contain("zoe"));
    }

    [TestCase("--to moodle --gradebook {}/canvas.csv", 5, "this header has no Identifier")]
    [TestCase("--to blackboard", 5, "blackboard")]
    [TestCase("", 5, "--to")]
    [TestCase("--to canvas --column X", 5, "--column: it is a column of the file that --gradebook names")]
    [TestCase("--to canvas --gradebook {}/none.csv", 5, "none.csv: cannot be read")]
    [TestCase("--to canvas --gradebook {}/canvas.csv -o {}/canvas.csv", 5, "this is the platform's own file")]
    [TestCase("--to canvas -o {}/run/gradebook.csv", 5, "in the folder of the run stand its own files")]
    [TestCase("--to canvas -o {}/roster.csv/x.csv", 7, "the gradebook cannot be written")]
    public void An_export_that_cannot_be_is_told(string arguments, int code, string message)
    {
        Grade("run");
        File.WriteAllText(Place("canvas.csv"), "Student,ID,Section,Homework 5: convolutional networks (9)\nA,amara,S,\n");
        var before = File.ReadAllText(Path.Combine(Place("run"), "gradebook.csv"));
        var run = GraderProgram.Run(["export", Place("run"), .. arguments.Replace("{}", _folder, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((code, "")), run.Error);
        Assert.That(run.Error, Does.Contain(message).And.Not.Contain("internal error"));
        Assert.That(File.ReadAllText(Path.Combine(Place("run"), "gradebook.csv")), Is.EqualTo(before));
    }

    [Test]
    public void A_run_that_is_none_is_told()
    {
        foreach (var command in new[] { "stats", "verify-run" })
        {
            var run = GraderProgram.Run(command, Class);
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((5, $"{Class}: there is no run.json here. Give the folder of a run: what grader grade was given with -o.\n")));
        }
    }

    private string Place(string name) => Path.Combine(_folder, name);

    private RunResult Grade(string name) => GraderProgram.Run("grade", Class, "--case", "cases/hw5", "--roster", Path.Combine(_folder, "roster.csv"), "-o", Place(name));
}
