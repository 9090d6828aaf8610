namespace Grader.Cli.Tests;

/// <summary><c>grader seal --practice</c>: what a student practises with tells no answer of the assignment.</summary>
[TestFixture]
public sealed class PracticeTests
{
    private string _folder = "";

    [SetUp]
    public void MakeCase()
    {
        _folder = Directory.CreateTempSubdirectory("grader-test-").FullName;
        Directory.CreateDirectory(At("case"));
        Write("assignment.json", """{ "format": 2, "id": "drawn", "title": "Drawn", "questions": ["q1.json", "q2.json"] } // mine""");
        Write("q1.json", """
            { "id": "1", "title": "Halves", "text": ["W is {=W}."], "inputs": { "W": { "draw": { "from": 2, "to": 100000 } }, "c": 4711 }, "quantities": { "half": "W/2", "third": "W/3", "fixed": "c*2" },
              "parts": [
                { "id": "1a", "text": "Halve it.", "checks": [
                  { "id": "1a.half", "kind": "number", "ask": "half of W", "points": 1, "quantity": "half", "labels": [["half"]] },
                  { "id": "1a.fixed", "kind": "number", "ask": "twice c", "points": 1, "quantity": "fixed", "labels": [["twice"]] },
                  { "id": "1a.third", "kind": "number", "ask": "third of W", "points": 1, "quantity": "third", "labels": [["third"]], "requires": ["1a.fixed"] } ] },
                { "id": "1b", "text": "Is it real?", "checks": [
                  { "id": "1b.real", "kind": "choice", "ask": "real", "points": 1, "right": "yes", "choices": { "yes": ["yes"], "no": ["no"] } } ] } ] }
            """);
        Write("q2.json", """
            { "id": "2", "title": "The same for all", "inputs": { "x": 31337 }, "parts": [{ "id": "2a", "text": "x?", "checks": [{ "id": "2a.x", "kind": "number", "ask": "x", "points": 1, "quantity": "x", "labels": [["x"]] }] }] }
            """);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void It_has_other_inputs_and_its_own_answers()
    {
        var made = GraderProgram.Run("seal", "--practice", At("case"), "-o", At("practice"), "--student", "ada");
        Assert.That(made.ExitCode, Is.Zero, made.Error);
        Assert.That(made.Error, Does.Contain("left out: question 2: draws nothing").And.Contain("left out: 1a.fixed: the same answer").And.Contain("left out: 1b.real: the same answer").And.Contain("2 checks to practise with"));
        Assert.That(Directory.GetFiles(At("practice")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "handout.md", "practice.key", "practice.sealed" }));

        var key = GraderProgram.RunIn(At("practice"), null, "key", "practice.sealed", "--key-file", "practice.key").Output;
        Assert.That(key, Does.Contain("1a.half:").And.Not.Contain("9422").And.Not.Contain("31337").And.Not.Contain("1b.real"));
        foreach (var student in new[] { "ada", "" })
            Assert.That(Half(GraderProgram.Run(["key", At("case"), .. student.Length > 0 ? ["--student", student] : Array.Empty<string>()]).Output), Is.Not.EqualTo(Half(key)).And.Not.Empty);

        var check = GraderProgram.RunIn(At("practice"), key, "check", "-", "--case", "practice.sealed", "--key-file", "practice.key", "--fail-under", "100", "--fail-on-review");
        Assert.That(check.ExitCode, Is.Zero, check.Output + check.Error);
        Assert.That(check.Output, Does.Contain("Drawn (practice)"));
        Assert.That(File.ReadAllText(At("practice/handout.md")), Does.Contain("1a.half:").And.Not.Contain(Half(key)));
    }

    [Test]
    public void Where_nothing_is_drawn_it_says_what_to_write()
    {
        var run = GraderProgram.Run("seal", "--practice", "hw5", "-o", At("practice"));
        Assert.That((run.ExitCode, Directory.Exists(At("practice"))), Is.EqualTo((5, false)));
        Assert.That(run.Error, Does.Contain("{ \"draw\": [3, 5, 7] }"));
    }

    [TestCase("""{ "draw": [5] }""")]
    [TestCase("""{ "draw": [5, 5.0] }""")]
    public void Where_there_is_no_other_input_nothing_is_made(string draw)
    {
        Write("q1.json", File.ReadAllText(At("case/q1.json")).Replace("""{ "draw": { "from": 2, "to": 100000 } }""", draw, StringComparison.Ordinal));
        var run = GraderProgram.Run("seal", "--practice", At("case"), "-o", At("practice"));
        Assert.That((run.ExitCode, Directory.Exists(At("practice"))), Is.EqualTo((5, false)), run.Error);
        Assert.That(run.Error, Does.Contain("all answers are the same"));
    }

    [Test]
    public void Of_two_values_it_takes_the_other()
    {
        Write("q1.json", File.ReadAllText(At("case/q1.json")).Replace("""{ "from": 2, "to": 100000 }""", "[10, 30]", StringComparison.Ordinal));
        Assert.That(GraderProgram.Run("seal", "--practice", At("case"), "-o", At("practice")).ExitCode, Is.Zero);
        Assert.That(Half(GraderProgram.RunIn(At("practice"), null, "key", "practice.sealed", "--key-file", "practice.key").Output), Is.EqualTo("15"));
    }

    [TestCase("--practice")]
    [TestCase("--practice", "hw5", "--new-key", "a")]
    [TestCase("hw5", "--student", "ada")]
    public void Wrong_usage_exits_with_5(params string[] arguments) => Assert.That(GraderProgram.Run(["seal", .. arguments]).ExitCode, Is.EqualTo(5));

    [Test]
    public void What_stands_in_the_folder_is_kept()
    {
        Directory.CreateDirectory(At("practice"));
        File.WriteAllText(At("practice/handout.md"), "mine");
        Assert.That(GraderProgram.Run("seal", "--practice", At("case"), "-o", At("practice")).ExitCode, Is.EqualTo(5));
        Assert.That(File.ReadAllText(At("practice/handout.md")), Is.EqualTo("mine"));
    }

    private static string Half(string key) => key.Split('\n').First(line => line.StartsWith("1a.half: ", StringComparison.Ordinal))["1a.half: ".Length..];

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(At("case"), name), text);

    private string At(string name) => Path.Combine(_folder, name);
}
