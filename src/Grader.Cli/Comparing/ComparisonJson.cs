using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Grader.Mathematics;

namespace Grader.Cli.Comparing;

/// <summary>Comparisons as JSON, a line each way.</summary>
internal static class ComparisonJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Answers one line; a line that is not valid is answered too.</summary>
    public static string Answer(string line)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException error)
        {
            return Write(Unreadable($"not valid JSON at column {error.BytePositionInLine + 1}"), id: null);
        }
        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return Write(Unreadable("a line is an object: {\"id\", \"gold\", \"answer\"}"), id: null);
            var id = root.TryGetProperty("id", out var given) ? given : (JsonElement?)null;
            return Write(Request(root, out var problem) is { } request ? AnswerComparison.Compare(request) : Unreadable(problem), id);
        }
    }

    /// <param name="id">Given back as it came, of whatever type it was.</param>
    public static string Write(ComparisonResult result, JsonElement? id)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            if (id is { } value)
            {
                json.WritePropertyName("id");
                value.WriteTo(json);
            }
            json.WriteString("verdict", result.Verdict.ToString().ToLowerInvariant());
            json.WriteString("rule", WellFormed(result.Rule));
            if (result.Witness is { } witness)
                json.WriteString("witness", WellFormed(witness));
            if (result.Message is { } message)
                json.WriteString("message", WellFormed(message));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The exact value of a decimal such as <c>1e-9</c> or <c>0.05</c>, or null.</summary>
    public static Rational? ExactNumber(string text) =>
        Formula.Read(text).Expression is { } expression && expression is Number or Negation && Evaluator.Evaluate(expression).Value is Exact exact ? exact.Number : null;

    private static ComparisonRequest? Request(JsonElement root, out string problem)
    {
        problem = "";
        var gold = Text(root, "gold", ref problem);
        var answer = Text(root, "answer", ref problem);
        if (gold is null || answer is null)
        {
            problem = problem.Length > 0 ? problem : $"“{(gold is null ? "gold" : "answer")}” is missing";
            return null;
        }
        var mode = Text(root, "mode", ref problem);
        var syntax = Text(root, "goldSyntax", ref problem);
        var tolerance = Tolerance(root, ref problem);
        return problem.Length > 0 ? null : new(gold, answer, mode, tolerance, syntax);
    }

    private static ComparisonTolerance? Tolerance(JsonElement root, ref string problem)
    {
        if (!root.TryGetProperty("tolerance", out var tolerance) || tolerance.ValueKind == JsonValueKind.Null)
            return null;
        if (tolerance.ValueKind != JsonValueKind.Object || Text(tolerance, "type", ref problem) is not { } type
            || !tolerance.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.Number || ExactNumber(value.GetRawText()) is not { } bound)
        {
            problem = "“tolerance” is {\"type\": \"relative|absolute|sigfigs|decimals\", \"value\": number}";
            return null;
        }
        int? written = null;
        if (tolerance.TryGetProperty("written", out var digits) && digits.ValueKind != JsonValueKind.Null)
        {
            if (digits.ValueKind != JsonValueKind.Number || !digits.TryGetInt32(out var count) || count < 0)
            {
                problem = "“written” of a tolerance is a whole number of digits";
                return null;
            }
            written = count;
        }
        return new(type, bound, written);
    }

    private static string? Text(JsonElement root, string name, ref string problem)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.String)
        {
            try
            {
                return value.GetString();
            }
            catch (InvalidOperationException)
            {
                // An escape such as \ud800 alone is no character.
                problem = $"“{name}” holds half a character";
                return null;
            }
        }
        problem = $"“{name}” is not a text";
        return null;
    }

    private static ComparisonResult Unreadable(string message) => new(null, ComparisonVerdict.Unreadable, "request", Message: message);

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
