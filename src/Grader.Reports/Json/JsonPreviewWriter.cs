using System.Text.Json;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>A preview of submissions as JSON, <c>grader/case-preview/v1</c>: all values and reasons. Equal previews give equal bytes.</summary>
public static class JsonPreviewWriter
{
    /// <param name="version">Of the program: <c>1.0.0</c>.</param>
    public static string Write(CasePreview preview, string version) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        JsonRates.WriteHead(json, "grader/case-preview/v1", preview.Assignment, preview.Title, preview.KeySha256, version);
        json.WriteNumber("submissions", preview.Submissions);
        JsonText.Write(json, "findings", preview.Findings, finding =>
        {
            json.WriteString("sign", Name(finding.Sign));
            JsonText.Write(json, "checks", finding.Checks);
            json.WriteNumber("count", finding.Count);
            json.WriteNumber("of", finding.Of);
            JsonText.Write(json, "say", finding.Say);
        });
        JsonText.Write(json, "checks", preview.Checks, check => WriteCheck(json, check));
        JsonRates.WriteNotRead(json, preview.NotRead);
        json.WriteEndObject();
    });

    private static void WriteCheck(Utf8JsonWriter json, CheckPreview check)
    {
        JsonText.Write(json, "id", check.Id);
        JsonText.Write(json, "kind", check.Kind);
        JsonText.Write(json, "ask", check.Ask);
        if (check.Expected.Length > 0)
            JsonText.Write(json, "expected", check.Expected);
        json.WriteNumber("read", check.Read);
        json.WriteStartObject("verdicts");
        foreach (var verdict in Enum.GetValues<Verdict>())
            json.WriteNumber(verdict.Name(), check.Count(verdict));
        json.WriteEndObject();
        JsonText.Write(json, "values", check.Values, value =>
        {
            JsonText.Write(json, "value", value.Value);
            json.WriteString("verdict", value.Verdict.Name());
            json.WriteNumber("count", value.Count);
            if (value.Mistakes.Count > 0)
                JsonText.Write(json, "mistakes", value.Mistakes);
            WriteExample(json, value.Example);
        });
        JsonText.Write(json, "unread", check.Unread, unread =>
        {
            json.WriteString("verdict", unread.Verdict.Name());
            JsonText.Write(json, "reason", unread.Reason);
            json.WriteBoolean("varies", unread.Varies);
            json.WriteNumber("count", unread.Count);
            WriteExample(json, unread.Example);
        });
    }

    private static void WriteExample(Utf8JsonWriter json, PreviewExample example)
    {
        json.WriteStartObject("example");
        JsonText.Write(json, "file", example.File);
        if (example.Found is { } found)
        {
            json.WriteStartObject("found");
            JsonFound.WriteMembers(json, found);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("found");
        }
        json.WriteEndObject();
    }

    private static string Name(PreviewSign sign) => sign switch
    {
        PreviewSign.NoText => "no-text",
        PreviewSign.NothingRead => "nothing-read",
        PreviewSign.SharedWrongValue => "shared-wrong-value",
        PreviewSign.Unreadable => "unreadable",
        _ => "needs-review",
    };
}
