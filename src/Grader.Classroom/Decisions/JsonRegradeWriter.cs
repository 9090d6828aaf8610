using System.Text.Json;
using Grader.Reports;

namespace Grader.Classroom.Decisions;

/// <summary>What a regrade changes as JSON, <c>grader/regrade/v1</c>.</summary>
public static class JsonRegradeWriter
{
    public static string Write(RegradeDifference difference) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "grader/regrade/v1");
        JsonText.Write(json, "assignment", difference.To.Assignment);
        json.WriteString("fromKey", difference.From.Key);
        json.WriteString("toKey", difference.To.Key);
        JsonText.Write(json, "students", difference.Students, change =>
        {
            JsonText.Write(json, "submission", change.Submission);
            JsonText.Write(json, "students", change.Students);
            json.WriteNumber("was", change.Was.Points);
            json.WriteNumber("is", change.Is.Points);
            json.WriteNumber("pendingWas", change.Was.Pending);
            json.WriteNumber("pendingIs", change.Is.Pending);
        });
        JsonText.Write(json, "checks", difference.Checks, change =>
        {
            JsonText.Write(json, "submission", change.Submission);
            JsonText.Write(json, "check", (change.Is ?? change.Was)!.Id);
            Write(json, "was", change.Was);
            Write(json, "is", change.Is);
            json.WriteBoolean("decided", change.IsDecided);
            if (change.IsOutOfDate)
                json.WriteBoolean("outOfDate", true);
        });
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string name, GradedCheck? check)
    {
        if (check is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("verdict", check.Verdict);
        json.WriteNumber("points", check.Points);
        json.WriteNumber("pendingPoints", check.Pending);
        json.WriteNumber("maxPoints", check.Max);
        JsonText.Write(json, "message", check.Message);
        json.WriteEndObject();
    }
}
