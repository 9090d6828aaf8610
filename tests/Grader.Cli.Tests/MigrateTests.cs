namespace Grader.Cli.Tests;

/// <summary><c>grader case migrate</c>, as a user runs it.</summary>
[TestFixture]
public sealed class MigrateTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-test-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void An_older_assignment_is_rewritten_in_place_once()
    {
        Write("case/assignment.json", "{ \"format\": 1, \"id\": \"t\", \"title\": \"T\", \"questions\": [\"q.json\"] } // mine\n");
        Write("case/q.json", """
            { "id": "1", "title": "Q", "inputs": { "a": 1, "b": 2 }, "parts": [{ "id": "1a", "checks": [
              { "id": "1a.a", "kind": "number", "ask": "a", "points": 1, "quantity": "a", "accepted": ["b"] }, // either
            ] }] }
            """);
        Write("case/table.csv", "x\n");
        var key = Key();
        var first = GraderProgram.RunIn(_folder, null, "case", "migrate", "case");
        var again = GraderProgram.RunIn(_folder, null, "case", "migrate", "case");
        Assert.Multiple(() =>
        {
            Assert.That(first.Output, Is.EqualTo("case/q.json:2:79: \"accepted\" is now \"alternatives\".\ncase/assignment.json:1:13: 1 is now 2.\ncase: format 1 is now 2.\n"), first.Error);
            Assert.That(again.Output, Is.EqualTo("case: of format 2 already; nothing to change.\n"), again.Error);
            Assert.That((first.ExitCode, again.ExitCode), Is.EqualTo((0, 0)));
            Assert.That(Read("case/assignment.json"), Is.EqualTo("{ \"format\": 2, \"id\": \"t\", \"title\": \"T\", \"questions\": [\"q.json\"] } // mine\n"));
            Assert.That(Read("case/q.json"), Does.Contain("\"quantity\": \"a\", \"alternatives\": [\"b\"] }, // either"));
            Assert.That(Directory.GetFiles(Path.Combine(_folder, "case")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "assignment.json", "q.json", "table.csv" }));
            Assert.That(Key(), Is.EqualTo(key));
            Assert.That(GraderProgram.RunIn(_folder, null, "case", "lint", "case").Output, Does.Contain("1 checks, no problems"));
        });
    }

    [TestCase("{ \"format\": 9, \"id\": \"t\", \"title\": \"T\", \"questions\": [\"q.json\"] }", "assignment.json:1:13: The format is 9, and this program reads 1 to 2.")]
    [TestCase("{ \"format\": 1, \"id\": \"t\" \"title\": \"T\", \"questions\": [\"q.json\"] }", "assignment.json:1:26: A comma is missing")]
    public void Nothing_is_written_where_something_cannot_be_read(string assignment, string message)
    {
        Write("case/assignment.json", assignment);
        Write("case/q.json", "{ \"id\": \"1\", \"title\": \"Q\", \"parts\": [] }");
        var run = GraderProgram.RunIn(_folder, null, "case", "migrate", "case");
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(6));
            Assert.That(run.Error, Does.StartWith($"case/{message}"));
            Assert.That(Read("case/assignment.json"), Is.EqualTo(assignment));
        });
    }

    private string Key() => GraderProgram.RunIn(_folder, null, "key", "case").Output;

    private string Read(string path) => File.ReadAllText(Path.Combine(_folder, path));

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, path))!);
        File.WriteAllText(Path.Combine(_folder, path), text);
    }
}
