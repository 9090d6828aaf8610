using System.Text.Json;

namespace Grader.Cli.Tests;

/// <summary><c>grader case test --labelled</c> on submissions written and graded by hand, and on folders that are wrong.</summary>
[TestFixture]
public sealed class LabelledTests
{
    private static readonly string Labelled = Path.Combine("tests", "Grader.Cli.Tests", "Labelled");

    /// <summary>What is known to be judged otherwise today: fewer is welcome, and to be written here.</summary>
    [TestCase("hw5", 220, 188)]
    [TestCase("kinds/confusion-matrix", 12, 12)]
    [TestCase("kinds/k-means", 15, 9)]
    public void Agreement_does_not_fall(string name, int answers, int agreed, params string[] falseAccepts)
    {
        var run = GraderProgram.Run("case", "test", $"cases/{name}", "--labelled", Path.Combine(Labelled, Path.GetFileName(name)), "--report", "json=-");
        using var json = JsonDocument.Parse(run.Output);
        var all = json.RootElement.GetProperty("all");
        var accepted = json.RootElement.GetProperty("disagreements").EnumerateArray().Where(other => other.GetProperty("judged").GetString() == "false-accept").Select(other => $"{other.GetProperty("file").GetString()} {other.GetProperty("check").GetString()}").ToList();
        Assert.That(json.RootElement.GetProperty("schema").GetString(), Is.EqualTo("grader/case-test-labelled/v1"));
        Assert.That(all.GetProperty("answers").GetInt32(), Is.EqualTo(answers));
        Assert.That(all.GetProperty("agreed").GetInt32(), Is.GreaterThanOrEqualTo(agreed));
        Assert.That(accepted, Is.SubsetOf(falseAccepts));
        Assert.That(run.ExitCode, Is.EqualTo(accepted.Count > 0 ? 2 : 0), run.Error);
    }

    [TestCase("markdown", "# Measures of a classifier: test on graded submissions")]
    [TestCase("html", "<h1>Measures of a classifier: test on graded submissions</h1>")]
    [TestCase("text", "3 submissions that people graded, 12 answers: 9 right, 3 wrong.")]
    public void A_report_on_standard_output_takes_the_place_of_the_table(string kind, string text) =>
        Assert.That(GraderProgram.Run("case", "test", "cases/kinds/confusion-matrix", "--labelled", Path.Combine(Labelled, "confusion-matrix"), "--report", $"{kind}=-").Output, Does.Contain(text));

    [TestCase("--trials", "10")]
    [TestCase("--seed", "1")]
    public void What_is_of_generated_submissions_is_refused(string option, string value)
    {
        var run = GraderProgram.Run("case", "test", "hw5", "--labelled", Path.Combine(Labelled, "hw5"), option, value);
        Assert.That(run.ExitCode, Is.EqualTo(5));
        Assert.That(run.Error, Does.Contain("--labelled: nothing is generated"));
    }

    [Test]
    public void All_that_is_wrong_with_a_folder_is_told_at_once()
    {
        using var folder = new LabelledSample();
        folder.Write("anna.md", "1a accuracy 82.5 %");
        folder.Write("ben.md", "1a accuracy 82.5 %");
        folder.Write("ben.ipynb", "{}");
        folder.Write("ben.expected.csv", "check,allowed\n1a.accuracy,correct\n");
        folder.Write("cem.md", "");
        folder.Write("cem.expected.csv", "check,allowed\n1a.acuracy,correct\n1b.recall,wrong\n1b.recall,correct\n");
        folder.Write("gone.expected.csv", "check,allowed\n1a.accuracy,correct\n");
        folder.Write("README.md", "Of last year.");
        var run = folder.Run();
        Assert.That(run.ExitCode, Is.EqualTo(6));
        foreach (var problem in new[] { "anna.md: There is no anna.expected.csv beside it.", "ben.ipynb and ben.md are of one name", "cem.expected.csv:2:1: confusion-matrix has no check “1a.acuracy”. Of 1a there is: 1a.accuracy.", "cem.expected.csv:3:1: There is no verdict “wrong”.", "cem.expected.csv:4:1: 1b.recall stands in line 3 already.", "gone.expected.csv: There is no submission gone beside it.", "6 problems in " })
            Assert.That(run.Error, Does.Contain(problem));
        Assert.That(run.Output, Is.Empty);
    }

    [Test]
    public void A_submission_that_cannot_be_read_counts_as_unreadable()
    {
        using var folder = new LabelledSample();
        folder.Write("anna.zip", "no zip");
        folder.Write("anna.expected.csv", "check,allowed\n1a.accuracy,correct\n");
        var run = folder.Run();
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Match(@"\n1a\.accuracy +1 +0 .* 1 \(2\.5 to 100 %\) +0 ").And.Contain("anna.zip: This archive cannot be read: it is damaged"));
    }

    /// <summary>A converter that fails on a submission is another thing: that one is unreadable.</summary>
    [TestCase("""["no-such-program-anywhere", "{in}"]""", 7, "the program no-such-program-anywhere is not on the PATH of this machine. Install it, or name another in grader.json. Nothing was counted.")]
    [TestCase("""["false", "{in}"]""", 0, "")]
    [Platform(Exclude = "Win", Reason = "There is no program false.")]
    public void A_converter_that_cannot_be_started_ends_it(string command, int exitCode, string message)
    {
        using var folder = new LabelledSample();
        folder.Write("grader.json", $$"""{ "converters": { ".pdf": {{command}} } }""");
        folder.Write("anna.md", "1a accuracy 82.5 %");
        folder.Write("anna.expected.csv", "check,allowed\n1a.accuracy,correct\n");
        folder.Write("ben.pdf", "%PDF-1.7");
        folder.Write("ben.expected.csv", "check,allowed\n1a.accuracy,correct\n");
        var run = GraderProgram.RunIn(folder.Place, null, "case", "test", Path.Combine(Repository.Root, "cases", "kinds", "confusion-matrix"), "--labelled", ".");
        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Error);
        Assert.That(run.Error, Does.EndWith(message.Length > 0 ? message + Environment.NewLine : ""));
        Assert.That(run.Output, exitCode == 0 ? Does.Contain("ben.pdf: It could not be converted to text: false ended with exit code 1.") : Is.Empty);
    }

    [Test]
    public void An_empty_folder_exits_with_8_and_none_with_5()
    {
        using var folder = new LabelledSample();
        folder.Write(".hidden.md", "");
        folder.Write("photo.png", "");
        Assert.That(folder.Run().ExitCode, Is.EqualTo(8));
        Assert.That(GraderProgram.Run("case", "test", "cases/kinds/confusion-matrix", "--labelled", folder.Place + "-none").ExitCode, Is.EqualTo(5));
    }

    private sealed class LabelledSample : IDisposable
    {
        public string Place { get; } = Directory.CreateTempSubdirectory("grader-labelled-").FullName;

        public void Write(string name, string text) => File.WriteAllText(Path.Combine(Place, name), text);

        public RunResult Run() => GraderProgram.Run("case", "test", "cases/kinds/confusion-matrix", "--labelled", Place);

        public void Dispose() => Directory.Delete(Place, recursive: true);
    }
}
