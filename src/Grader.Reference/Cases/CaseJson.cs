using System.Text;
using System.Text.Json;

namespace Grader.Reference.Cases;

/// <summary>Writes a tree as JSON, without comments. A number is written as the file has it; one that is no number in JSON is a text: <c>"1/3"</c>.</summary>
internal static class CaseJson
{
    public static byte[] Write(CaseNode node)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            Write(json, node);
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, CaseNode node)
    {
        switch (node)
        {
            case CaseObject content:
                json.WriteStartObject();
                foreach (var property in content.Properties)
                {
                    json.WritePropertyName(property.Name.Text);
                    Write(json, property.Value);
                }

                json.WriteEndObject();
                break;
            case CaseList list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case CaseNumber number when IsJson(number.Written):
                json.WriteRawValue(number.Written);
                break;
            case CaseNumber number:
                json.WriteStringValue(number.Value.ToString());
                break;
            case CaseText text:
                json.WriteStringValue(text.Text);
                break;
            case CaseTruth truth:
                json.WriteBooleanValue(truth.Holds);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static bool IsJson(string number)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(number));
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
