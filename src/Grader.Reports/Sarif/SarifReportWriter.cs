using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>
/// SARIF 2.1.0: a rule a kind of check, a result a check that is not correct. What is wrong or missing is an error, what is pending or partly right a warning, what was carried forward a note;
/// pending points are told in the message and in the result's properties.
/// </summary>
public static class SarifReportWriter
{
    private static readonly SortedDictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["band"] = "A figure of the student's own run lies in the band of the reference runs.",
        ["choice"] = "One of several answers.",
        ["difference"] = "A stated difference agrees with the student's own numbers.",
        ["effect"] = "What a change is said to have done agrees with the student's own numbers.",
        ["matrix"] = "A matrix.",
        ["number"] = "A number.",
        ["order"] = "A stated order agrees with the student's own times.",
        ["own"] = "A quantity of the student's own keeps what must hold of it.",
        ["rubric"] = "Prose that says what is asked for.",
        ["vector"] = "A vector.",
    };

    public static string Write(GradeReport report, RunContext run) => JsonText.Write(json =>
    {
        var kinds = report.Checks().Select(check => check.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        JsonText.Write(json, "runs", [run], _ =>
        {
            json.WriteStartObject("tool");
            json.WriteStartObject("driver");
            json.WriteString("name", "Grader");
            JsonText.Write(json, "semanticVersion", run.Version);
            JsonText.Write(json, "rules", kinds, kind =>
            {
                JsonText.Write(json, "id", kind);
                Message(json, "shortDescription", Rules.GetValueOrDefault(kind, "An answer."));
            });
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("columnKind", "utf16CodeUnits");
            JsonText.Write(json, "results", report.Checks().Where(check => check.Verdict != Verdict.Correct || check.PendingPoints.Sign > 0), check => Result(json, report, check, kinds.IndexOf(check.Kind), run));
            json.WriteStartObject("properties");
            Points(json, "points", report.Points);
            Points(json, "pendingPoints", report.PendingPoints);
            Points(json, "maxPoints", report.MaxPoints);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });

    private static void Result(Utf8JsonWriter json, GradeReport report, CheckGrade check, int rule, RunContext run)
    {
        JsonText.Write(json, "ruleId", check.Kind);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(check));
        Message(json, "message", $"{check.Id} ({check.Ask}): {CheckLines.Score(check)}. {string.Join(' ', CheckLines.Of(check))}");
        JsonText.Write(json, "locations", [check], _ =>
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", SarifText.Uri(run.PathOf(report, check.Found)));
            json.WriteEndObject();
            // Lines of a cell or a page are not the file's.
            if (check.Found is { In: null or { Cell: 0, Page: 0 } } found)
                Region(json, found);
            json.WriteEndObject();
        });
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", $"{Fingerprint(check)}:1");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("verdict", check.Verdict.Name());
        Points(json, "points", check.Points);
        Points(json, "pendingPoints", check.PendingPoints);
        Points(json, "maxPoints", check.MaxPoints);
        json.WriteEndObject();
    }

    private static string Level(CheckGrade check) => check.PendingPoints.Sign > 0 ? "warning" : check.Verdict switch
    {
        Verdict.Incorrect or Verdict.Missing => "error",
        Verdict.CarriedForward => "note",
        _ => "warning",
    };

    private static void Region(Utf8JsonWriter json, Found found)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", found.Line);
        json.WriteNumber("startColumn", found.Column);
        json.WriteNumber("endLine", found.EndLine);
        json.WriteNumber("endColumn", found.EndColumn);
        json.WriteEndObject();
    }

    /// <summary>The same finding goes by the same fingerprint where lines before it were added.</summary>
    private static string Fingerprint(CheckGrade check) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{check.Id}\n{check.Found?.Text}")))[..16];

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        JsonText.Write(json, "text", SarifText.Clean(text));
        json.WriteEndObject();
    }

    private static void Points(Utf8JsonWriter json, string name, Mathematics.Rational points) => json.WriteNumber(name, PointsFormat.Json(points));
}
