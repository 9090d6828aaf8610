using System.Text;
using System.Text.Json;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>What a question's file says, with a student's inputs drawn and nothing computed: what another implementation of its engine starts from.</summary>
/// <param name="Json">The file in the current format, without comments. A number is written as the file has it; one that is no number in JSON is a text: <c>"1/3"</c>.</param>
public sealed record DrawnQuestion(string Id, string Json)
{
    /// <summary>The questions of an assignment that <see cref="CaseReader"/> reads without a problem.</summary>
    /// <param name="student">Whose inputs are drawn; empty for nobody's.</param>
    public static Sequence<DrawnQuestion> Read(ICaseSource source, string student = "")
    {
        var problems = new ProblemList();
        var folder = new CaseFolder(source, problems);
        return AssignmentReader.Open(folder, out var format) is not { } assignment
            ? []
            : assignment.Texts("questions").DistinctBy(name => name.Text).Select(name => AssignmentReader.Drawn(folder, name, format, assignment.Text("id"), student, out _)).OfType<CaseObject>().Select(Of).ToSequence();
    }

    private static DrawnQuestion Of(CaseObject question)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            Write(json, question);
        return new(question["id"] is CaseText id ? id.Text : "", Encoding.UTF8.GetString(bytes.ToArray()));
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
