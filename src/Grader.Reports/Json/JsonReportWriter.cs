using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>The report as JSON, <c>grader/report/v1</c>. Equal reports give equal bytes.</summary>
public static class JsonReportWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="version">Of the program: <c>1.0.0</c>.</param>
    public static string Write(GradeReport report, string version)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "grader/report/v1");
            WriteText(json, "assignment", report.Assignment);
            if (report.Student.Length > 0)
                WriteText(json, "student", report.Student);
            json.WriteStartObject("submission");
            WriteText(json, "name", report.Submission.Name);
            json.WriteString("sha256", report.Submission.Sha256);
            json.WriteEndObject();
            json.WriteStartObject("key");
            json.WriteString("sha256", report.KeySha256);
            json.WriteEndObject();
            json.WriteString("grader", version);
            WritePoints(json, report.Points, report.PendingPoints, report.MaxPoints);
            json.WriteBoolean("needsReview", report.NeedsReview);
            WriteMistakes(json, report.Mistakes);
            WriteRepairs(json, report.Repairs);
            json.WriteStartArray("questions");
            foreach (var question in report.Questions)
                WriteQuestion(json, question);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteMistakes(Utf8JsonWriter json, Sequence<MistakeFound> mistakes)
    {
        json.WriteStartArray("mistakes");
        foreach (var mistake in mistakes)
        {
            json.WriteStartObject();
            WriteText(json, "id", mistake.Id);
            WriteText(json, "question", mistake.Question);
            WriteText(json, "say", mistake.Say);
            WriteList(json, "checks", mistake.Checks);
            WriteText(json, "explains", mistake.Explains);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRepairs(Utf8JsonWriter json, Sequence<RepairMade> repairs)
    {
        json.WriteStartArray("repairs");
        foreach (var repair in repairs)
        {
            json.WriteStartObject();
            json.WriteNumber("line", repair.Line);
            json.WriteNumber("column", repair.Column);
            WriteText(json, "say", repair.Say);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteQuestion(Utf8JsonWriter json, QuestionGrade question)
    {
        json.WriteStartObject();
        WriteText(json, "id", question.Id);
        WriteText(json, "title", question.Title);
        WritePoints(json, question.Points, question.PendingPoints, question.MaxPoints);
        if (question.Relabellings.Count > 0)
            WriteRelabellings(json, question.Relabellings);
        if (question.Conventions.Count > 0)
            WriteConventions(json, question.Conventions);
        json.WriteStartArray("parts");
        foreach (var part in question.Parts)
        {
            json.WriteStartObject();
            WriteText(json, "id", part.Id);
            WritePoints(json, part.Points, part.PendingPoints, part.MaxPoints);
            json.WriteStartArray("checks");
            foreach (var check in part.Checks)
                WriteCheck(json, check);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteConventions(Utf8JsonWriter json, Sequence<ConventionTaken> conventions)
    {
        json.WriteStartArray("conventions");
        foreach (var convention in conventions)
        {
            json.WriteStartObject();
            WriteText(json, "id", convention.Id);
            WriteText(json, "choice", convention.Choice);
            WriteText(json, "say", convention.Say);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRelabellings(Utf8JsonWriter json, Sequence<RelabellingTaken> relabellings)
    {
        json.WriteStartArray("relabellings");
        foreach (var relabelling in relabellings)
        {
            json.WriteStartObject();
            WriteText(json, "id", relabelling.Id);
            WriteText(json, "say", relabelling.Say);
            json.WriteStartArray("labels");
            foreach (var label in relabelling.Labels)
            {
                json.WriteStartObject();
                WriteText(json, "student", label.Student);
                WriteText(json, "key", label.Key);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCheck(Utf8JsonWriter json, CheckGrade check)
    {
        json.WriteStartObject();
        WriteText(json, "id", check.Id);
        json.WriteString("kind", check.Kind);
        json.WriteString("verdict", check.Verdict.Name());
        WritePoints(json, check.Points, check.PendingPoints, check.MaxPoints);
        WriteText(json, "ask", check.Ask);
        WriteText(json, "expected", check.Expected);
        if (check.Found is { } found)
        {
            json.WriteStartObject("found");
            WriteText(json, "text", found.Text);
            json.WriteNumber("line", found.Line);
            json.WriteNumber("column", found.Column);
            json.WriteNumber("endLine", found.EndLine);
            json.WriteNumber("endColumn", found.EndColumn);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("found");
        }
        WriteList(json, "mistakes", check.Mistakes);
        WriteList(json, "carriedFrom", check.CarriedFrom);
        WriteText(json, "message", check.Message);
        json.WriteEndObject();
    }

    private static void WritePoints(Utf8JsonWriter json, Rational points, Rational pending, Rational max)
    {
        json.WriteNumber("points", PointsFormat.Json(points));
        json.WriteNumber("pendingPoints", PointsFormat.Json(pending));
        json.WriteNumber("maxPoints", PointsFormat.Json(max));
    }

    private static void WriteList(Utf8JsonWriter json, string name, Sequence<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(WellFormed(item));
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text) => json.WriteString(name, WellFormed(text));

    /// <summary>A lone surrogate is no character; JSON readers reject it.</summary>
    private static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune);
        return clean.ToString();
    }
}
