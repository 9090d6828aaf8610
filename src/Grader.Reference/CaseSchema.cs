using System.Text;
using System.Text.Json;
using Grader.Mathematics;
using Grader.Reference.Cases;
using Grader.Reference.Engines;

namespace Grader.Reference;

/// <summary>The JSON Schemas (draft 2020-12) of case files, for editors: made from the shapes that the reader reads by.</summary>
public static class CaseSchema
{
    /// <summary>File names under <c>cases/schema</c>, each with its text.</summary>
    public static Sequence<(string File, string Text)> All =>
    [
        ("assignment.schema.json", Write(CaseShapes.Assignment, [CaseShapes.Credit])),
        ("grader.schema.json", Write(ConfigurationReader.Shape, [])),
        ("question.schema.json", Write(CaseShapes.Question, [CaseShapes.Table, ComputedReader.Shape, CaseShapes.OwnQuantity, CaseShapes.OwnOccurrence, CaseShapes.OwnMistake, CaseShapes.ConventionChoice, CaseShapes.Convention, CaseShapes.Part, CheckShapes.Tolerance, CheckShapes.Idea, OwnCheckReader.Invariant, CheckShapes.Band, CheckShapes.Measure, .. Variant.Shapes, .. Repetition.Shapes, .. AnswerPlaces.Shapes, RelabellingReader.Shape, .. TrainingShapes.Objects], CheckShapes.Kinds, EngineList.All.Items.Select(engine => engine.Inputs).ToSequence())),
    ];

    private static string Write(CaseShape root, IEnumerable<CaseShape> objects, Sequence<CaseShape> checks = default, Sequence<CaseShape> engines = default)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", root.Say);
            WriteBody(json, root);
            json.WriteStartObject("$defs");
            WriteAlternatives(json, "check", checks);
            WriteAlternatives(json, "engine", engines);
            foreach (var shape in objects.Concat(EngineList.All.Items.Where(_ => engines.Count > 0).SelectMany(engine => engine.Objects.Items)).Concat(checks.Items).Concat(engines.Items))
            {
                json.WriteStartObject(shape.Name);
                json.WriteString("description", shape.Say);
                WriteBody(json, shape);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteBody(Utf8JsonWriter json, CaseShape shape)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var key in shape.Keys)
        {
            json.WritePropertyName(key.Name);
            using var schema = JsonDocument.Parse(key.Schema);
            json.WriteStartObject();
            json.WriteString("description", key.Say);
            foreach (var property in schema.RootElement.EnumerateObject())
                property.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (var key in shape.Keys)
        {
            if (key.Required)
                json.WriteStringValue(key.Name);
        }

        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
    }

    private static void WriteAlternatives(Utf8JsonWriter json, string name, Sequence<CaseShape> shapes)
    {
        if (shapes.Count == 0)
            return;
        json.WriteStartObject(name);
        json.WriteStartArray("anyOf");
        foreach (var shape in shapes)
        {
            json.WriteStartObject();
            json.WriteString("$ref", "#/$defs/" + shape.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
