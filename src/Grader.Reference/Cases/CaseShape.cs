using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>The keys that an object of a case file may have. The reader and the JSON Schema are both made from it, so they agree.</summary>
/// <param name="Name">Its name in the schema's definitions: <c>rubricCheck</c>.</param>
/// <param name="Say">What it is, for an editor to show.</param>
internal sealed record CaseShape(string Name, string Say, Sequence<CaseKey> Keys)
{
    public CaseKey? this[string key]
    {
        get
        {
            foreach (var known in Keys)
            {
                if (known.Name == key)
                    return known;
            }

            return null;
        }
    }
}

/// <param name="Schema">The JSON Schema of its value, without a description.</param>
internal sealed record CaseKey(string Name, bool Required, string Schema, string Say);

/// <summary>Schemas of the values that keys have.</summary>
internal static class CaseValues
{
    public const string Text = """{ "type": "string" }""";
    public const string Lines = """{ "anyOf": [ { "type": "string" }, { "type": "array", "items": { "type": "string" } } ] }""";
    public const string Texts = """{ "type": "array", "items": { "type": "string" } }""";
    public const string Groups = """{ "type": "array", "items": { "anyOf": [ { "type": "string" }, { "type": "array", "minItems": 1, "items": { "type": "string" } } ] } }""";
    public const string Commands = """{ "type": "object", "propertyNames": { "pattern": "^\\.[a-z0-9]+$" }, "additionalProperties": { "type": "array", "minItems": 2, "items": { "type": "string" } } }""";
    public const string YesNo = """{ "type": "boolean" }""";
    public const string Fraction = """{ "anyOf": [ { "type": "number" }, { "type": "string", "pattern": "^-?[0-9.eE+-]+( */ *[0-9.eE+-]+)?$" } ] }""";
    public const string PositiveInteger = """{ "type": "integer", "minimum": 1 }""";

    /// <summary>Of an engine's inputs, which may be drawn for each student.</summary>
    public const string InputCount = """{ "anyOf": [ { "type": "integer", "minimum": 1 }, { "$ref": "#/$defs/draw" } ] }""";

    /// <inheritdoc cref="InputCount"/>
    public const string InputNatural = """{ "anyOf": [ { "type": "integer", "minimum": 0 }, { "$ref": "#/$defs/draw" } ] }""";

    /// <inheritdoc cref="InputCount"/>
    public const string InputNumber = """{ "anyOf": [ { "type": "number" }, { "type": "string" }, { "$ref": "#/$defs/draw" } ] }""";
    public const string Table = """{ "anyOf": [ { "$ref": "#/$defs/draw" }, { "type": "number" }, { "type": "string" }, { "type": "array" }, { "$ref": "#/$defs/table" } ] }""";

    public static string OneOf(params string[] values) => $$"""{ "enum": [ {{string.Join(", ", values.Select(value => $"\"{value}\""))}} ] }""";

    public static string An(CaseShape shape) => $$"""{ "$ref": "#/$defs/{{shape.Name}}" }""";

    public static string ListOf(CaseShape shape) => $$"""{ "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/{{shape.Name}}" } }""";

    public static string ListOfAny(params CaseShape[] shapes) => $$"""{ "type": "array", "minItems": 1, "items": { "anyOf": [ {{string.Join(", ", shapes.Select(An))}} ] } }""";

    public static string MapOf(string schema) => $$"""{ "type": "object", "additionalProperties": {{schema}} }""";
}
