using System.Text.Json;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>How answers were chosen, as JSON, <c>grader/choice/v1</c>. Equal reports give equal bytes.</summary>
public static class JsonChoiceWriter
{
    /// <param name="version">Of the program: <c>1.0.0</c>.</param>
    public static string Write(ChoiceReport report, string version) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "grader/choice/v1");
        JsonText.Write(json, "assignment", report.Assignment);
        JsonFound.WriteSubmission(json, report.Submission);
        json.WriteString("grader", version);
        JsonText.Write(json, "checks", report.Checks, check =>
        {
            JsonText.Write(json, "id", check.Id);
            JsonText.Write(json, "question", check.Question);
            JsonText.Write(json, "part", check.Part);
            json.WriteString("kind", check.Kind);
            JsonText.Write(json, "ask", check.Ask);
            JsonText.Write(json, "why", check.Why);
            JsonText.Write(json, "candidates", check.Candidates, candidate =>
            {
                json.WriteString("standing", NameOf(candidate.Standing));
                json.WriteBoolean("isOfKind", candidate.IsOfKind);
                if (candidate.Score is { } score)
                    json.WriteNumber("score", score);
                else
                    json.WriteNull("score");
                JsonText.Write(json, "words", candidate.Words);
                JsonText.Write(json, "reason", candidate.Reason);
                json.WriteStartObject("found");
                JsonFound.WriteMembers(json, candidate.Found);
                json.WriteEndObject();
            });
        });
        json.WriteEndObject();
    });

    private static string NameOf(Standing standing) => standing switch
    {
        Standing.Taken => "taken",
        Standing.Rival => "rival",
        _ => "passed-over",
    };
}
