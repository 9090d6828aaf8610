namespace Grader.Reference.Tests;

/// <summary>Case files of an older format are read as they were, and rewritten at the places that changed.</summary>
public sealed class MigrationTests
{
    private const string Assignment = "{\r\n  // ours\r\n  \"id\": \"t\", \"title\": \"Test\", \"format\" : 1 /* the first */,\r\n  \"questions\": [\"q1.json\", \"q2.json\", \"q1.json\"],\r\n}\r\n";

    /// <summary>The old word stands in an input's name, a text and a comment as well.</summary>
    private const string First = """
        {
          "id": "1", "title": "accepted", // "accepted": ["b"]
          "inputs": { "a": [1, 2], "accepted": [2, 1] },
          "parts": [ { "id": "1a", "text": "\"accepted\"", "checks": [
            { "id": "1a.a",   "kind": "vector", "ask": "?", "points": 1, "quantity": "a", "accepted":["accepted"], },
            { "id": "1a.b", "kind": "vector", "ask": "?", "points": 1, "quantity": "a", /* both */ "accepted"  :
                ["accepted", "a"] }, { "id": "1a.c", "kind": "vector", "ask": "?", "points": 1, "quantity": "accepted", "accepted": [] },
          ] } ],
        }

        """;

    private const string Second = """{ "id": "2", "title": "Q", "inputs": { "n": 1 }, "parts": [ { "id": "2a", "checks": [ { "id": "2a.n", "kind": "number", "ask": "?", "points": 1, "quantity": "n" } ] } ] }""";

    private static readonly string Once = Assignment.Replace(", \"q1.json\"]", "]", StringComparison.Ordinal);

    [Test]
    public void An_older_file_is_read_as_it_was()
    {
        var (older, newer) = (CaseReader.Read(Files(Once, First)), CaseReader.Read(Written(CaseMigrator.Migrate(Files(Once, First)))));
        Assert.Multiple(() =>
        {
            Assert.That(older.Problems.Items.Select(problem => problem.ToString()), Is.Empty);
            Assert.That(newer.Problems.Items.Select(problem => problem.ToString()), Is.Empty);
            Assert.That(Alternatives(older), Is.EqualTo("1a.a: accepted; 1a.b: accepted, a; 1a.c: ; 2a.n: "));
            Assert.That(Alternatives(newer), Is.EqualTo(Alternatives(older)));
        });
    }

    [Test]
    public void A_problem_of_an_older_file_is_told_where_it_stands() => Assert.That(
        CaseReader.Read(Files(Once, First.Replace(", \"a\"] }", ", \"c\"] }", StringComparison.Ordinal))).Problems.Items.Select(problem => problem.ToString()),
        Is.EqualTo(new[] { "q1.json:7:22: The quantity \"c\" does not exist. Did you mean \"a\"?" }));

    [Test]
    public void Only_what_changed_is_rewritten()
    {
        var migrated = CaseMigrator.Migrate(Files(Assignment, First));
        Assert.Multiple(() =>
        {
            Assert.That(migrated.Problems, Is.Empty);
            Assert.That((migrated.From, migrated.To), Is.EqualTo((1, 2)));
            Assert.That(migrated.Files.Items.Select(file => file.Path), Is.EqualTo(new[] { "q1.json", "assignment.json" }));
            Assert.That(migrated.Files[0].Text, Is.EqualTo(First.Replace("\"accepted\":[\"", "\"alternatives\":[\"", StringComparison.Ordinal).Replace("\"accepted\"  :", "\"alternatives\"  :", StringComparison.Ordinal).Replace("\"accepted\": [] }", "\"alternatives\": [] }", StringComparison.Ordinal)));
            Assert.That(migrated.Files[1].Text, Is.EqualTo(Assignment.Replace(": 1 /*", ": 2 /*", StringComparison.Ordinal)));
            Assert.That(migrated.Files[0].Changes.Items.ToArray(), Is.EqualTo(new[] { "5:83: \"accepted\" is now \"alternatives\".", "6:92: \"accepted\" is now \"alternatives\".", "7:113: \"accepted\" is now \"alternatives\"." }));
            Assert.That(migrated.Files[1].Changes.Items.ToArray(), Is.EqualTo(new[] { "3:42: 1 is now 2." }));
        });
    }

    [Test]
    public void What_is_migrated_stays() => Assert.That(CaseMigrator.Migrate(Written(CaseMigrator.Migrate(Files(Assignment, First)))).Files, Is.Empty);

    [Test]
    public void Who_was_interrupted_begins_again()
    {
        var migrated = CaseMigrator.Migrate(Files(Assignment, First));
        var again = CaseMigrator.Migrate(Files(Assignment, migrated.Files[0].Text));
        Assert.That(again.Files.Items.Select(file => file.Path), Is.EqualTo(new[] { "assignment.json" }));
    }

    [Test]
    public void A_byte_order_mark_stays() => Assert.That(CaseMigrator.Migrate(Files("\uFEFF" + Assignment, First)).Files[1].Text, Does.StartWith("\uFEFF{"));

    [TestCase("""{ "format": 3, "id": "t", "title": "T", "questions": ["q1.json"] }""", First, "assignment.json:1:13: The format is 3, and this program reads 1 to 2. Update the program: a later one wrote this.")]
    [TestCase("""{ "format": 1, "id": "t", "title": "T", "questions": ["q1.json"] }""", "{ \"id\" \"1\" }", "q1.json:1:8: A colon is missing after \"id\". Write \"id\": and the value.")]
    [TestCase("""{ "format": 1, "id": "t", "title": "T", "questions": ["q.json"] }""", First, "assignment.json:1:55: There is no file \"q.json\". Did you mean \"q1.json\"?")]
    public void Nothing_is_changed_where_something_cannot_be_read(string assignment, string question, string problem)
    {
        var migrated = CaseMigrator.Migrate(Files(assignment, question));
        Assert.That(migrated.Files, Is.Empty);
        Assert.That(migrated.Problems.Items.Select(found => found.ToString()), Is.EqualTo(new[] { problem }));
    }

    private static MemoryCase Files(string assignment, string question) => new(("assignment.json", assignment), ("q1.json", question), ("q2.json", Second));

    private static MemoryCase Written(MigratedCase migrated) =>
        Files(migrated.Files.Items.Single(file => file.Path == "assignment.json").Text, migrated.Files.Items.Single(file => file.Path == "q1.json").Text);

    private static string Alternatives(CaseReading reading) =>
        string.Join("; ", reading.Assignment!.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).Select(check => $"{check.Id}: {string.Join(", ", check.Alternatives)}"));
}
