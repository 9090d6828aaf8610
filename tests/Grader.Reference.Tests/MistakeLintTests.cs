namespace Grader.Reference.Tests;

public sealed class MistakeLintTests
{
    [TestCase("""{ "absolute": 0.5 }""", "1a.x: the mistake \"half\" gives 10.25, which this check takes for 10. ")]
    [TestCase("""{ "absolute": 0.1 }""", "")]
    [TestCase("""{ "relative": 0.05 }""", "1a.x: the mistake \"half\" gives 10.25, which this check takes for 10. ")]
    [TestCase("""{ "digits": 2 }""", "1a.x: the mistake \"half\" gives 10.25, which this check takes for 10. ")]
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

    [TestCase("a", "a + 1", "The mistakes \"one\" in first alone and \"other\" give the same answers. ")]
    [TestCase("a", "a + 2", "")]
    [TestCase("a", "a + 1.4", "The mistakes \"one\" in first alone and \"other\" give the same answers. ")]
    [TestCase("a", "a + 1.6", "")]
    public void A_mistake_in_one_place_that_another_gives_too_is_told(string right, string other, string note)
    {
        var reading = CaseReader.Lint(MemoryCase.WithQuestion($$"""
            "inputs": { "a": 10 },
            "quantities": { "b": "{{right}}", "c": "{{right}}" },
            "mistakes": [
              { "id": "one", "say": "Added one.", "occurrences": [ { "where": "first", "formulas": { "b": "a + 1" } }, { "where": "second", "formulas": { "c": "a + 1" } } ] },
              { "id": "other", "say": "Added another.", "formulas": { "b": "{{other}}" } }
            ],
            "parts": [ { "id": "1a", "checks": [
              { "id": "1a.x", "kind": "number", "ask": "?", "points": 1, "quantity": "b", "tolerance": { "absolute": 0.5 } },
              { "id": "1a.y", "kind": "number", "ask": "?", "points": 1, "quantity": "c", "tolerance": { "absolute": 0.5 } } ] } ]
            """));
        Assert.That(string.Concat(reading.Notes.Items.Select(found => found.Message + " ")), Is.EqualTo(note));
    }

    [TestCase("0.004", "1a.x: the mistake \"one\" gives 0.504, which this check takes for 0.5. ")]
    [TestCase("0.006", "")]
    public void The_tolerance_of_a_share_is_of_its_percentage_as_well(string more, string note)
    {
        var reading = CaseReader.Lint(MemoryCase.WithQuestion($$"""
            "quantities": { "b": "1/2" },
            "mistakes": [ { "id": "one", "say": "Added a little.", "formulas": { "b": "1/2 + {{more}}" } } ],
            "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "number", "ask": "?", "points": 1, "quantity": "b", "percent": true, "tolerance": { "relative": 0.008 } } ] } ]
            """));
        Assert.That(string.Concat(reading.Notes.Items.Select(found => found.Message + " ")), Is.EqualTo(note));
    }

    [Test]
    public async Task Notes_of_the_assignments_at_hand()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "cases", "kinds")).Select(folder => "kinds/" + Path.GetFileName(folder)).Order(StringComparer.Ordinal).Prepend("hw5");
        var lines = folders.SelectMany(folder => CaseReader.Lint(MemoryCase.FromFolder(folder)).Notes.Items.Select(note => $"{folder}/{note}"));
        await Verify(string.Join('\n', lines) + "\n");
    }
}
