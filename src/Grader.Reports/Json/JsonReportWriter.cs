using System.Text.Json;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>The report as JSON, <c>grader/report/v1</c>. Equal reports give equal bytes.</summary>
public static class JsonReportWriter
{
    /// <param name="version">Of the program: <c>1.0.0</c>.</param>
    public static string Write(GradeReport report, string version) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        WriteMembers(json, report, version);
        json.WriteEndObject();
    });

    /// <summary>What stands in the object.</summary>
    /// <param name="version">Empty where it is said elsewhere.</param>
    public static void WriteMembers(Utf8JsonWriter json, GradeReport report, string version)
    {
        json.WriteString("schema", "grader/report/v1");
        JsonText.Write(json, "assignment", report.Assignment);
        if (report.Audience == Audience.Student)
            json.WriteString("audience", "student");
        if (report.Student.Length > 0)
            JsonText.Write(json, "student", report.Student);
        json.WriteStartObject("submission");
        JsonText.Write(json, "name", report.Submission.Name);
        json.WriteString("sha256", report.Submission.Sha256);
        WriteWhereNotEmpty(json, "file", report.Submission.File);
        WriteWhereNotEmpty(json, "convertedBy", report.Submission.ConvertedBy);
        WriteWhereNotEmpty(json, "answersFile", report.Submission.AnswersFile);
        json.WriteEndObject();
        json.WriteStartObject("key");
        json.WriteString("sha256", report.KeySha256);
        json.WriteEndObject();
        WriteWhereNotEmpty(json, "grader", version);
        WritePoints(json, report.Points, report.PendingPoints, report.MaxPoints);
        json.WriteBoolean("needsReview", report.NeedsReview);
        WriteMistakes(json, report.Mistakes);
        WriteRepairs(json, report.Repairs);
        if (report.Remarks.Count > 0)
            WriteRemarks(json, report.Remarks);
        json.WriteStartArray("questions");
        foreach (var question in report.Questions)
            WriteQuestion(json, question);
        json.WriteEndArray();
    }

    private static void WriteMistakes(Utf8JsonWriter json, Sequence<MistakeFound> mistakes)
    {
        json.WriteStartArray("mistakes");
        foreach (var mistake in mistakes)
        {
            json.WriteStartObject();
            JsonText.Write(json, "id", mistake.Id);
            JsonText.Write(json, "question", mistake.Question);
            JsonText.Write(json, "say", mistake.Say);
            JsonText.Write(json, "checks", mistake.Checks);
            JsonText.Write(json, "explains", mistake.Explains);
            JsonText.Write(json, "where", mistake.Where);
            JsonText.Write(json, "orElse", mistake.OrElse);
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
            WriteFrame(json, repair.In);
            json.WriteNumber("line", repair.Line);
            json.WriteNumber("column", repair.Column);
            JsonText.Write(json, "say", repair.Say);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRemarks(Utf8JsonWriter json, Sequence<RemarkMade> remarks)
    {
        json.WriteStartArray("remarks");
        foreach (var remark in remarks)
        {
            json.WriteStartObject();
            WriteFrame(json, remark.In);
            if (remark.Line > 0)
            {
                json.WriteNumber("line", remark.Line);
                json.WriteNumber("column", remark.Column);
            }
            JsonText.Write(json, "say", remark.Say);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>What the lines beside it are counted in.</summary>
    internal static void WriteFrame(Utf8JsonWriter json, CountedIn? frame)
    {
        if (frame is null)
            return;
        WriteWhereNotEmpty(json, "file", frame.File);
        foreach (var (name, number) in new[] { ("cell", frame.Cell), ("output", frame.Output), ("page", frame.Page) })
            if (number > 0)
                json.WriteNumber(name, number);
    }

    private static void WriteWhereNotEmpty(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
            JsonText.Write(json, name, text);
    }

    private static void WriteQuestion(Utf8JsonWriter json, QuestionGrade question)
    {
        json.WriteStartObject();
        JsonText.Write(json, "id", question.Id);
        JsonText.Write(json, "title", question.Title);
        JsonText.Write(json, "explains", question.Explains);
        WritePoints(json, question.Points, question.PendingPoints, question.MaxPoints);
        if (question.Relabellings.Count > 0)
            WriteRelabellings(json, question.Relabellings);
        if (question.Conventions.Count > 0)
            WriteConventions(json, question.Conventions);
        json.WriteStartArray("parts");
        foreach (var part in question.Parts)
        {
            json.WriteStartObject();
            JsonText.Write(json, "id", part.Id);
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
            JsonText.Write(json, "id", convention.Id);
            JsonText.Write(json, "choice", convention.Choice);
            JsonText.Write(json, "say", convention.Say);
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
            JsonText.Write(json, "id", relabelling.Id);
            JsonText.Write(json, "say", relabelling.Say);
            json.WriteStartArray("labels");
            foreach (var label in relabelling.Labels)
            {
                json.WriteStartObject();
                JsonText.Write(json, "student", label.Student);
                JsonText.Write(json, "key", label.Key);
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
        JsonText.Write(json, "id", check.Id);
        json.WriteString("kind", check.Kind);
        json.WriteString("verdict", check.Verdict.Name());
        WritePoints(json, check.Points, check.PendingPoints, check.MaxPoints);
        JsonText.Write(json, "ask", check.Ask);
        if (check.Expected.Length > 0)
            JsonText.Write(json, "expected", check.Expected);
        if (check.Found is { } found)
        {
            json.WriteStartObject("found");
            JsonText.Write(json, "text", found.Text);
            WriteFrame(json, found.In);
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
        JsonText.Write(json, "mistakes", check.Mistakes);
        JsonText.Write(json, "carriedFrom", check.CarriedFrom);
        JsonText.Write(json, "message", check.Message);
        json.WriteEndObject();
    }

    private static void WritePoints(Utf8JsonWriter json, Rational points, Rational pending, Rational max)
    {
        json.WriteNumber("points", PointsFormat.Json(points));
        json.WriteNumber("pendingPoints", PointsFormat.Json(pending));
        json.WriteNumber("maxPoints", PointsFormat.Json(max));
    }
}
