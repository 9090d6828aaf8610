using System.Text.Json;
using Grader.Reference.Cases;
using Grader.Reference.Engines;

namespace Grader.Reference.Tests;

public sealed class CaseSchemaTests
{
    [TestCaseSource(nameof(Schemas))]
    public void The_schema_checked_in_is_the_one_that_the_reader_reads_by(string file)
    {
        var path = Path.Combine(Repository.Root, "cases", "schema", file);
        var text = CaseSchema.All.Items.First(schema => schema.File == file).Text;
        if (!File.Exists(path) || File.ReadAllText(path) != text)
            File.WriteAllText(path + ".received.json", text);
        Assert.That(File.Exists(path) ? File.ReadAllText(path) : "", Is.EqualTo(text), $"replace {file} by {file}.received.json");
    }

    [TestCaseSource(nameof(Schemas))]
    public void Every_reference_is_defined_and_every_key_described(string file)
    {
        using var schema = JsonDocument.Parse(CaseSchema.All.Items.First(known => known.File == file).Text);
        var definitions = schema.RootElement.GetProperty("$defs").EnumerateObject().Select(property => property.Name).ToHashSet();
        Assert.Multiple(() => Walk(schema.RootElement, definitions));
    }

    [Test]
    public void Every_engine_and_kind_of_check_is_in_the_schema()
    {
        using var schema = JsonDocument.Parse(CaseSchema.All.Items.First(known => known.File == "question.schema.json").Text);
        var definitions = schema.RootElement.GetProperty("$defs").EnumerateObject().Select(property => property.Name);
        Assert.That(definitions, Is.SupersetOf(CheckShapes.Kinds.Items.Concat(EngineList.All.Items.Select(engine => engine.Inputs)).Select(shape => shape.Name)));
    }

    private static IEnumerable<string> Schemas => CaseSchema.All.Items.Select(schema => schema.File);

    private static void Walk(JsonElement element, HashSet<string> definitions)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.NameEquals("$ref"))
                    Assert.That(definitions, Does.Contain(property.Value.GetString()!["#/$defs/".Length..]));
                if (property.NameEquals("properties"))
                    Assert.That(property.Value.EnumerateObject().Select(key => key.Value.GetProperty("description").GetString()), Is.All.Not.Empty);
                Walk(property.Value, definitions);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Walk(item, definitions);
        }
    }
}
