using System.Text;

namespace Grader.Cli.Tests;

/// <summary>Bad input of any kind gets a clear message and a documented exit code, never a stack trace.</summary>
[TestFixture]
public sealed class BadInputTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-test-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_missing_file_is_named()
    {
        var run = Check("nowhere.md");
        Assert.That(run.ExitCode, Is.EqualTo(4));
        AssertMessage(run, "nowhere.md: there is no such file");
    }

    [Test]
    public void An_empty_folder_has_nothing_to_grade()
    {
        var run = Check(_folder);
        Assert.That(run.ExitCode, Is.EqualTo(8));
        AssertMessage(run, "this folder holds no submission");
    }

    [Test]
    public void A_folder_with_one_submission_is_graded()
    {
        Submit("a.md", "## 1\n");
        Assert.That(Check(_folder).ExitCode, Is.Zero);
    }

    [Test]
    public void A_folder_with_two_submissions_asks_for_files()
    {
        Submit("a.md", "");
        Submit("b.md", "");
        var run = Check(_folder);
        Assert.That(run.ExitCode, Is.EqualTo(5));
        AssertMessage(run, "holds 2 submissions");
    }

    [Test]
    public void An_empty_file_is_read_and_all_is_missing()
    {
        var run = Check(Submit("empty.md", ""));
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain("Total: 0 of 40 points").And.Contain("missing").And.Not.Contain("pending"));
    }

    [Test]
    public void Twenty_megabytes_are_refused()
    {
        var run = Check(Submit("large.md", new string('x', 20 << 20)));
        Assert.That(run.ExitCode, Is.EqualTo(4));
        AssertMessage(run, "larger than 8 MiB");
    }

    [Test]
    public void Invalid_utf8_is_told_with_its_line()
    {
        var path = Path.Combine(_folder, "latin1.md");
        File.WriteAllBytes(path, [.. "# 1\n\nL"u8, 0xF6, .. "sung\n"u8]);
        var run = Check(path);
        Assert.That(run.ExitCode, Is.EqualTo(4));
        AssertMessage(run, "latin1.md:3: not valid UTF-8 (byte 0xF6)");
    }

    [Test]
    public void A_file_with_a_byte_order_mark_is_read()
    {
        var path = Path.Combine(_folder, "windows.md");
        File.WriteAllText(path, "## Problem 1\n(a) total parameters = 1474560\n", Encoding.Unicode);
        Assert.That(Check(path).ExitCode, Is.Zero);
    }

    [TestCase("%PDF-1.7", "a PDF")]
    [TestCase("PK\u0003\u0004zip", "this archive cannot be read")]
    [TestCase("text\nwith \0 in it", "zero byte")]
    public void Binaries_are_named(string bytes, string what)
    {
        var run = Check(Submit("binary.md", bytes));
        Assert.That(run.ExitCode, Is.EqualTo(4));
        AssertMessage(run, what);
    }

    [Test]
    public void Standard_input_is_read()
    {
        var run = GraderProgram.RunIn(Repository.Root, "## 1\n", "check", "-", "--case", "cases/hw5");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain("standard-input.md"));
    }

    [Test]
    public void One_bad_file_does_not_cost_the_others_their_result()
    {
        var run = GraderProgram.Run("check", "nowhere.md", Submit("good.md", "## 1\n"));
        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Output, Does.Contain("good.md"));
        AssertMessage(run, "nowhere.md");
    }

    [TestCase("check")]
    [TestCase("check", "a.md", "--format", "yaml")]
    [TestCase("check", "a.md", "--no-such-option")]
    [TestCase("frobnicate")]
    [TestCase("check", "a.md", "--report", "json")]
    [TestCase("check", "a.md", "--report", "pdf=out.pdf")]
    [TestCase("check", "a.md", "--case", "cases/none")]
    [TestCase("check", "a.md", "-q", "77")]
    [TestCase("check", "a.md", "--fail-under", "101")]
    public void Wrong_usage_exits_with_5(params string[] arguments)
    {
        var run = GraderProgram.Run(arguments);
        Assert.That(run.ExitCode, Is.EqualTo(5), run.Error);
        AssertMessage(run, "");
    }

    [Test]
    public void Fail_under_exits_with_2_and_counts_pending_points_in_favour()
    {
        var path = Submit("empty.md", "");
        Assert.That(GraderProgram.Run("check", path, "--fail-under", "50").ExitCode, Is.EqualTo(2));
        Assert.That(GraderProgram.Run("check", path, "--fail-under", "0").ExitCode, Is.Zero);
    }

    [Test]
    public void Fail_on_review_exits_with_9() =>
        Assert.That(GraderProgram.Run("check", "cases/hw5/submissions/scanned.md", "--fail-on-review").ExitCode, Is.EqualTo(9));

    [Test]
    public void A_case_with_three_errors_tells_all_three_with_their_places()
    {
        var cases = CopyOfCase();
        Replace(Path.Combine(cases, "q1.json"), "\"stride\"", "\"strode\"");
        Replace(Path.Combine(cases, "assignment.json"), "\"title\"", "\"titel\"");
        File.AppendAllText(Path.Combine(cases, "q3.json"), "}");
        var run = GraderProgram.Run("check", Submit("a.md", ""), "--case", cases);
        Assert.That(run.ExitCode, Is.EqualTo(6));
        Assert.That(run.Error, Does.Match(@"q1\.json:\d+:\d+: ").And.Match(@"assignment\.json:\d+:\d+: ").And.Match(@"q3\.json:\d+:\d+: "));
        AssertMessage(run, "nothing was graded");
    }

    [Test]
    public void A_formula_that_names_nothing_is_told()
    {
        var cases = CopyOfCase();
        Replace(Path.Combine(cases, "q1.json"), "layer2.features", "layer9.features");
        var run = GraderProgram.Run("check", Submit("a.md", ""), "--case", cases);
        Assert.That(run.ExitCode, Is.EqualTo(6));
        AssertMessage(run, "layer9.features");
    }

    [Test]
    public void A_grader_json_beside_a_submission_has_no_effect()
    {
        File.WriteAllText(Path.Combine(_folder, "grader.json"), """{ "assignment": "/nowhere", "nonsense": true }""");
        var path = Submit("a.md", "## 1\n");
        Assert.That(GraderProgram.Run("check", path).ExitCode, Is.Zero);
    }

    [TestCase("""{ "asignment": "cases/hw5" }""", "asignment")]
    [TestCase("""{ "assignment": 5 }""", "grader.json:1:17: 5 stands where a text is expected")]
    [TestCase("""{ "assignment": """, "grader.json:1:")]
    public void A_wrong_grader_json_is_told_with_its_place(string json, string message)
    {
        File.WriteAllText(Path.Combine(_folder, "grader.json"), json);
        Submit("a.md", "");
        var run = GraderProgram.RunIn(_folder, null, "check", "a.md");
        Assert.That(run.ExitCode, Is.EqualTo(6));
        AssertMessage(run, message);
    }

    [Test]
    public void A_report_that_cannot_be_written_does_not_cost_the_result()
    {
        var run = GraderProgram.Run("check", Submit("a.md", ""), "--report", "json=/dev/null/out.json");
        Assert.That(run.ExitCode, Is.EqualTo(7));
        Assert.That(run.Output, Does.Contain("Total:"));
        AssertMessage(run, "cannot be written");
    }

    [Test]
    public void Several_submissions_get_a_report_each()
    {
        var run = GraderProgram.Run("check", Submit("a.md", ""), Submit("b.md", ""), "--report", $"json={_folder}/out/{{name}}.json");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Directory.GetFiles(Path.Combine(_folder, "out")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "a.json", "b.json" }));
    }

    [Test]
    public void A_report_on_standard_output_is_all_there_is()
    {
        var run = GraderProgram.Run("check", Submit("a.md", ""), "--report", "json=-");
        Assert.That(run.Output, Does.StartWith("{").And.EndWith("}\n"));
    }

    private static RunResult Check(string path) => GraderProgram.Run("check", path);

    private string Submit(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string CopyOfCase()
    {
        var target = Path.Combine(_folder, "case");
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "cases", "hw5")))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return target;
    }

    private static void Replace(string path, string old, string replacement)
    {
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(old));
        File.WriteAllText(path, text.Replace(old, replacement));
    }

    private static void AssertMessage(RunResult run, string message)
    {
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(run.Error, Is.Not.Empty);
        Assert.That(run.Error + run.Output, Does.Not.Contain("   at ").And.Not.Contain("Unhandled").And.Not.Contain("internal error"));
    }
}
