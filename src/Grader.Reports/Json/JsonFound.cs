using System.Text.Json;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>What was read and where, in JSON.</summary>
internal static class JsonFound
{
    public static void WriteMembers(Utf8JsonWriter json, Found found)
    {
        JsonText.Write(json, "text", found.Text);
        JsonReportWriter.WriteFrame(json, found.In);
        json.WriteNumber("line", found.Line);
        json.WriteNumber("column", found.Column);
        json.WriteNumber("endLine", found.EndLine);
        json.WriteNumber("endColumn", found.EndColumn);
    }

    public static void WriteSubmission(Utf8JsonWriter json, SubmissionIdentity submission)
    {
        json.WriteStartObject("submission");
        JsonText.Write(json, "name", submission.Name);
        json.WriteString("sha256", submission.Sha256);
        json.WriteEndObject();
    }
}
