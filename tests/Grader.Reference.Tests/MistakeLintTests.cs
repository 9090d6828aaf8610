namespace Grader.Reference.Tests;

public sealed class MistakeLintTests
{
    [TestCase("""{ "absolute": 0.5 }""", "The mistake \"half\" gives 10.25, which this check takes for 10. ")]
    [TestCase("""{ "absolute": 0.1 }""", "")]
    [TestCase("""{ "relative": 0.05 }""", "The mistake \"half\" gives 10.25, which this check takes for 10. ")]
    [TestCase("""{ "digits": 2 }""", "The mistake \"half\" gives 10.25, which this check takes for 10. ")]
    [TestCase("""{ "digits": 3 }""", "")]
    public void A_mistake_inside_the_tolerance_is_told(string tolerance, string note)
    {
        var reading = CaseReader.Lint(MemoryCase.WithQuestion($$"""
            "inputs": { "a": 10 },
            "quantities": { "b": "a" },
            "mistakes": [ { "id": "half", "say": "Added a quarter.", "formulas": { "b": "a + 1/4" } } ],
            "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "number", "ask": "?", "points": 1, "quantity": "b", "tolerance": {{tolerance}} } ] } ]
            """));
        Assert.Multiple(() =>
        {
            Assert.That(reading.Assignment, Is.Not.Null);
            Assert.That(string.Concat(reading.Notes.Items.Select(found => found.Message + " ")), Is.EqualTo(note));
        });
    }

    [Test]
    public async Task Notes_of_the_assignments_at_hand()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "cases", "kinds")).Select(folder => "kinds/" + Path.GetFileName(folder)).Order(StringComparer.Ordinal).Prepend("hw5");
        var lines = folders.SelectMany(folder => CaseReader.Lint(MemoryCase.FromFolder(folder)).Notes.Items.Select(note => $"{folder}/{note}"));
        await Verify(string.Join('\n', lines) + "\n");
    }
}
