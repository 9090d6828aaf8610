using System.Text.Json;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>What the JSON of all measurements of an assignment has in common: which assignment and key, by which program, and which files were not read.</summary>
internal static class JsonRates
{
    public static void WriteHead(Utf8JsonWriter json, string schema, string assignment, string title, string keySha256, string version)
    {
        json.WriteString("schema", schema);
        JsonText.Write(json, "assignment", assignment);
        JsonText.Write(json, "title", title);
        json.WriteStartObject("key");
        json.WriteString("sha256", keySha256);
        json.WriteEndObject();
        json.WriteString("grader", version);
    }

    /// <summary>The rates of each check, of those with exact answers together, and of all.</summary>
    public static void WriteChecks<T>(Utf8JsonWriter json, IEnumerable<T> checks, T exact, T all, Action<T> write)
    {
        JsonText.Write(json, "checks", checks, write);
        foreach (var (name, together) in (ReadOnlySpan<(string, T)>)[("exact", exact), ("all", all)])
        {
            json.WriteStartObject(name);
            write(together);
            json.WriteEndObject();
        }
    }

    public static void WriteNotRead(Utf8JsonWriter json, IEnumerable<FileNotRead> files) => JsonText.Write(json, "notRead", files, file =>
    {
        JsonText.Write(json, "file", file.File);
        JsonText.Write(json, "problem", file.Problem);
    });
}
