using System.Text.Json;
using System.Text.RegularExpressions;

namespace Grader.Reports.Tests;

/// <summary>As much of JSON Schema as the schemas beside it use: type, enum, pattern, minimum, required, properties, additionalProperties, items.</summary>
internal static class SchemaSubset
{
    public static IReadOnlyList<string> Problems(string schema, string json)
    {
        using var schemaDocument = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.TestProject, "Schemas", $"{schema}.schema.json")));
        using var document = JsonDocument.Parse(json);
        return [.. Check(document.RootElement, schemaDocument.RootElement, "$")];
    }

    private static IEnumerable<string> Check(JsonElement value, JsonElement schema, string at)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var problems = keyword.Name switch
            {
                "type" => Is(value, keyword.Value.GetString()!) ? [] : [$"{at} is no {keyword.Value}: {value}"],
                "enum" => keyword.Value.EnumerateArray().Any(one => one.GetRawText() == value.GetRawText()) ? [] : [$"{at} is {value}"],
                "pattern" => Regex.IsMatch(value.ToString(), keyword.Value.GetString()!) ? [] : [$"{at} is {value}, not {keyword.Value}"],
                "minimum" => value.GetDecimal() >= keyword.Value.GetDecimal() ? [] : [$"{at} is {value}"],
                "required" => keyword.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at} has no {name}"),
                "additionalProperties" => keyword.Value.GetBoolean() ? [] : value.EnumerateObject().Where(item => !schema.GetProperty("properties").TryGetProperty(item.Name, out _)).Select(item => $"{at} has {item.Name}"),
                "properties" => keyword.Value.EnumerateObject().Where(item => value.TryGetProperty(item.Name, out _)).SelectMany(item => Check(value.GetProperty(item.Name), item.Value, $"{at}.{item.Name}")),
                "items" => value.EnumerateArray().SelectMany((item, index) => Check(item, keyword.Value, $"{at}[{index}]")),
                _ => throw new NotSupportedException($"{keyword.Name} is not of the subset"),
            };
            foreach (var problem in problems)
                yield return problem;
        }
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };
}
