namespace Grader.Cli.Tests;

/// <summary><c>grader key</c>, as a user runs it.</summary>
[TestFixture]
public sealed class KeyTests
{
    /// <summary>The facts of the first assignment, written down apart from the program.</summary>
    private static readonly string[] Facts =
    [
        "1a.parameters-layer1: 294912", "1a.parameters-layer2: 1179648", "1a.parameters-total: 1474560", "1b.output-layer1: 32", "1b.output-layer2: 32", "1b.macs-layer1: 301989888",
        "1b.macs-layer2: 1207959552", "1b.macs-total: 1509949440", "1c.memory-network: 0 %", "1c.memory-layer1: 50 %", "2a.mean: [13, 5, 0]", "2a.variance: [1, 25, 25]",
        "2a.normalized: [[-1, 1, 1, -1], [-1, 1, 1, -1], [-1, 1, 1, -1]]", "2b.output: [[-1, 1, 1, -1], [-11, -9, -9, -11], [9, 11, 11, 9]]",
        "3a.matrix: [[w_1, w_2, w_3, 0, 0, 0, 0, 0], [0, w_1, w_2, w_3, 0, 0, 0, 0], [0, 0, 0, 0, w_1, w_2, w_3, 0], [0, 0, 0, 0, 0, w_1, w_2, w_3]]",
        "3b.gradient: [[w_1, 0, 0, 0], [w_2, w_1, 0, 0], [w_3, w_2, 0, 0], [0, w_3, 0, 0], [0, 0, w_1, 0], [0, 0, w_2, w_1], [0, 0, w_3, w_2], [0, 0, 0, w_3]]", "3c.possible: yes",
        "4a.train-accuracy: 72.7087 %", "4a.test-accuracy: 62.0825 %", "4b.train-accuracy: 81.458 %", "4b.test-accuracy: 65.3012 %", "4c.train-accuracy: 74.6232 %", "4c.test-accuracy: 65.825 %",
    ];

    private static readonly string[] Words = ["mini-batch statistics", "running averages", "lower test accuracy", "increasing the learning rate", "B is the transpose of A", "flipped kernel"];

    [Test]
    public void The_key_of_hw5_holds_its_facts()
    {
        var run = GraderProgram.Run("key", "hw5");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output.Split('\n'), Is.SupersetOf(Facts));
        foreach (var words in Words)
            Assert.That(run.Output, Does.Contain(words).IgnoreCase);
    }

    [Test]
    public void The_key_of_hw5_given_to_check_gets_full_marks()
    {
        var key = GraderProgram.Run("key", "hw5").Output;
        var run = GraderProgram.RunIn(Repository.Root, key, "check", "-", "--case", "hw5", "--fail-under", "100", "--fail-on-review");
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("Total: 40 of 40 points"));
    }

    [TestCase("k-means")]
    [TestCase("softmax-cross-entropy")]
    public async Task Instructors_edition_of(string kind) => await Verify(GraderProgram.Run("key", $"cases/kinds/{kind}", "--with-mistakes").Output, "md");

    [Test]
    public async Task Help() => await Verify(GraderProgram.Run("key", "--help").Output);

    [TestCase("key", "json")]
    [TestCase("key", "html")]
    [TestCase("handout", "markdown")]
    [TestCase("handout", "html")]
    public async Task As_a_report(string command, string kind) =>
        await Verify(GraderProgram.Run(command, "cases/kinds/confusion-matrix", "--report", $"{kind}=-", "--student", "ada").Output, kind == "markdown" ? "md" : kind);

    [Test]
    public async Task Handout_help() => await Verify(GraderProgram.Run("handout", "--help").Output);

    [Test]
    public void A_report_goes_to_its_file_and_nothing_to_standard_output()
    {
        var folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        var run = GraderProgram.Run("key", "hw5", "--report", $"markdown={folder}/", "--report", $"html={Path.Combine(folder, "key.html")}");
        Assert.That(run.Output + run.Error, Is.Empty);
        Assert.That(File.ReadAllText(Path.Combine(folder, "hw5-key.md")), Is.EqualTo(GraderProgram.Run("key", "hw5").Output));
        Assert.That(File.ReadAllText(Path.Combine(folder, "key.html")), Does.StartWith("<!DOCTYPE html>"));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void A_students_variant_is_graded_by_its_own_key()
    {
        var folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        File.WriteAllText(Path.Combine(folder, "assignment.json"), """{ "format": 1, "id": "drawn", "title": "Drawn", "questions": ["q1.json"] }""");
        File.WriteAllText(
            Path.Combine(folder, "q1.json"),
            """
            { "id": "1", "title": "Halves", "text": ["W is {=W}."], "inputs": { "W": { "draw": { "from": 2, "to": 100000 } } }, "quantities": { "out": "W/2" },
              "parts": [{ "id": "1a", "text": "Halve it.", "checks": [{ "id": "1a.half", "kind": "number", "ask": "half of W", "points": 1, "quantity": "out", "labels": [["half"]] }] }] }
            """);
        var key = GraderProgram.Run("key", folder, "--student", "ada").Output;
        var own = GraderProgram.RunIn(Repository.Root, key, "check", "-", "--case", folder, "--student", "ada", "--fail-under", "100");
        var others = GraderProgram.RunIn(Repository.Root, key, "check", "-", "--case", folder, "--student", "bob", "--fail-under", "100");
        var json = GraderProgram.RunIn(Repository.Root, key, "check", "-", "--case", folder, "--student", "ada", "--format", "json");
        Assert.That((own.ExitCode, others.ExitCode), Is.EqualTo((0, 2)), own.Output + others.Output);
        Assert.That(own.Output, Does.Contain("(the variant of ada)"));
        Assert.That(json.Output, Does.Contain("\"student\": \"ada\""));
        Assert.That(GraderProgram.Run("case", "lint", folder, "--student", "ada").ExitCode, Is.Zero);
        Assert.That(GraderProgram.Run("handout", folder, "--student", "ada").Output, Does.Contain("W is ").And.Contain("1a.half:"));
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("cases/hw5")]
    [TestCase("cases/hw5/")]
    [TestCase("./cases/../cases/hw5//")]
    [TestCase("cases/hw5/assignment.json")]
    public void An_assignment_is_named_in_many_ways(string assignment)
    {
        var run = GraderProgram.Run("key", assignment);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Is.EqualTo(GraderProgram.Run("key", "hw5").Output));
    }

    [TestCase("key", "nowhere")]
    [TestCase("key", "hw5", "--report", "pdf=x.pdf")]
    [TestCase("key", "hw5", "--student", " ")]
    [TestCase("key")]
    public void Wrong_usage_exits_with_5(params string[] arguments) => Assert.That(GraderProgram.Run(arguments).ExitCode, Is.EqualTo(5));
}
