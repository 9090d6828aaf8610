using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Grader.Training.SecondOpinion;

/// <summary>The same as JSON, <c>grader/verify/v1</c>. Equal inputs give equal bytes on one machine.</summary>
internal static class AgreementJson
{
    public static string Write(AssignmentAgreement agreement)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, agreement);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, AssignmentAgreement agreement)
    {
        json.WriteStartObject();
        json.WriteString("schema", "grader/verify/v1");
        json.WriteString("assignment", agreement.Id);
        json.WriteString("title", agreement.Title);
        if (agreement.Student.Length > 0)
            json.WriteString("student", agreement.Student);
        json.WriteNumber("relativeTolerance", QuestionComparison.Relative);
        json.WriteBoolean("agrees", agreement.Agrees);
        WriteCounts(agreement.Quantities, agreement.Agreed);
        json.WriteStartArray("questions");
        foreach (var question in agreement.Questions)
        {
            json.WriteStartObject();
            json.WriteString("id", question.Id);
            json.WriteString("engine", question.Engine);
            WriteCounts(question.Quantities, question.Agreed);
            json.WriteNumber("evaluatedAgain", question.Again);
            json.WriteNumber("inputs", question.Inputs);
            json.WriteStartArray("notCovered");
            foreach (var left in question.NotCovered)
                WriteTexts(("quantity", left.Quantity), ("why", left.Why));
            json.WriteEndArray();
            json.WriteStartArray("disagreements");
            foreach (var disagreement in question.Disagreements)
                WriteTexts(("quantity", disagreement.Quantity), ("worksheet", disagreement.Worksheet), ("second", disagreement.Second));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void WriteCounts(int quantities, int agreed)
        {
            json.WriteNumber("quantities", quantities);
            json.WriteNumber("agreed", agreed);
        }

        void WriteTexts(params ReadOnlySpan<(string Key, string Text)> texts)
        {
            json.WriteStartObject();
            foreach (var (key, text) in texts)
                json.WriteString(key, text);
            json.WriteEndObject();
        }
    }
}
