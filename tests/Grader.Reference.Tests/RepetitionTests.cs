namespace Grader.Reference.Tests;

/// <summary>Checks and parts that stand once in a case and often in its assignment.</summary>
public sealed class RepetitionTests
{
    private const string Inputs = """ "inputs": { "conv1.width": 64, "conv2.width": 32, "out": [[1, 2], [3, 4]] }, """;

    [TestCase("""{ "i": { "from": 1, "to": 2 } }""", "conv{i}.width", "1a.x1 conv1.width 64|1a.x2 conv2.width 32")]
    [TestCase("""{ "i": { "to": 2 } }""", "conv{i}.width", "1a.x1 conv1.width 64|1a.x2 conv2.width 32")]
    [TestCase("""{ "i": [2, "1"] }""", "conv{i}.width", "1a.x2 conv2.width 32|1a.x1 conv1.width 64")]
    [TestCase("""{ "i": ["conv2"] }""", "{i}.width", "1a.xconv2 conv2.width 32")]
    public void A_copy_for_each_value(string repeat, string quantity, string copies) =>
        Assert.That(Copies($$"""{ "repeat": {{repeat}}, "id": "1a.x{i}", "kind": "number", "ask": "{={{quantity}}}", "points": 1, "quantity": "{{quantity}}" }"""), Is.EqualTo(copies.Split('|')));

    [Test]
    public void Two_names_give_the_product() =>
        Assert.That(
            Copies("""{ "repeat": { "r": { "to": 2 }, "c": { "to": 2 } }, "id": "1a.x{r}{c}", "kind": "number", "ask": "{=out_{r}{c}}", "points": "{r}", "quantity": "out_{r}{c}" }"""),
            Is.EqualTo(new[] { "1a.x11 out_11 1", "1a.x12 out_12 2", "1a.x21 out_21 3", "1a.x22 out_22 4" }));

    [Test]
    public void Points_are_those_of_a_copy_and_other_braces_stay()
    {
        var assignment = Read("""{ "id": "1a", "checks": [ { "repeat": { "i": { "to": 2 } }, "id": "1a.x{i}", "kind": "number", "ask": "$x_{k}$ of {i}", "points": 2, "quantity": "conv{i}.width" } ] }""");
        Assert.Multiple(() =>
        {
            Assert.That(assignment.Questions[0].Parts[0].Checks.Items.Select(check => check.Points.ToString()), Is.EqualTo(new[] { "2", "2" }));
            Assert.That(assignment.Questions[0].Parts[0].Checks[1].Ask, Is.EqualTo("$x_{k}$ of 2"));
        });
    }

    [Test]
    public void A_part_repeats_with_its_checks()
    {
        var assignment = Read("""{ "repeat": { "p": ["a", "b"] }, "id": "1{p}", "text": "Part {p}.", "checks": [ { "repeat": { "i": { "to": 2 } }, "id": "1{p}.x{i}", "kind": "number", "ask": "?", "points": 1, "quantity": "conv{i}.width" } ] }""");
        Assert.Multiple(() =>
        {
            Assert.That(assignment.Questions[0].Parts.Items.Select(part => $"{part.Id}: {part.Text}"), Is.EqualTo(new[] { "1a: Part a.", "1b: Part b." }));
            Assert.That(assignment.Questions[0].Parts.Items.SelectMany(part => part.Checks.Items).Select(check => check.Id), Is.EqualTo(new[] { "1a.x1", "1a.x2", "1b.x1", "1b.x2" }));
        });
    }

    private static IEnumerable<string> Copies(string check) =>
        Read($$"""{ "id": "1a", "checks": [ {{check}} ] }""").Questions[0].Parts[0].Checks.Items.Cast<NumberCheck>().Select(copy => $"{copy.Id} {copy.Quantities[0]} {copy.Ask}").ToList();

    private static Assignment Read(string part)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion(Inputs + $$""" "parts": [ {{part}} ] """));
        Assert.That(reading.Problems, Is.Empty);
        return reading.Assignment!;
    }
}
