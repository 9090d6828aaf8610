using System.Text.Json;
using Grader.Classroom.Rosters;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reports;
using static Grader.Classroom.JsonMembers;

namespace Grader.Classroom.Runs;

/// <summary>A result as a line of JSON, <c>grader/result/v1</c>: whose it is and the sums at its head, then the whole report. Equal results give equal bytes: no time, no version, no path.</summary>
public static class ResultLine
{
    /// <returns>UTF-8, without a line end.</returns>
    public static byte[] Write(ClassTask task, GradedTask graded) => JsonText.Line(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "grader/result/v1");
        JsonText.Write(json, "name", task.Name);
        JsonText.Write(json, "students", task.Students, student =>
        {
            JsonText.Write(json, "id", student.Id);
            if (student.Name.Length > 0)
                JsonText.Write(json, "name", student.Name);
            if (!student.IsKnown)
                JsonText.Write(json, "unknown", student.Problem);
        });
        if (task.Submission.IsLate)
            json.WriteBoolean("late", true);
        json.WriteString("input", graded.Input);
        if (graded.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("kind", error.Kind);
            JsonText.Write(json, "message", error.Message);
            json.WriteEndObject();
        }
        if (graded.Report is { } report)
        {
            WritePoints(json, report.Points, report.PendingPoints, report.MaxPoints);
            json.WriteBoolean("needsReview", report.NeedsReview);
            JsonText.Write(json, "questions", report.Questions, question =>
            {
                JsonText.Write(json, "id", question.Id);
                WritePoints(json, question.Points, question.PendingPoints, question.MaxPoints);
            });
            json.WriteStartObject("values");
            foreach (var check in report.Checks().Where(check => check.Value.Length > 0))
                JsonText.Write(json, check.Id, check.Value);
            json.WriteEndObject();
            json.WriteStartObject("report");
            JsonReportWriter.WriteMembers(json, report, version: "");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    });

    /// <summary>The head of a line; the report behind it is not looked at.</summary>
    /// <exception cref="JsonException">It is no result.</exception>
    public static ResultSummary Read(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        var (name, input, isLate, needsReview) = ("", "", false, false);
        var (students, questions) = ((Sequence<MatchedAuthor>)[], (Sequence<QuestionPoints>)[]);
        var (points, pending, max) = (0m, 0m, 0m);
        ResultError? error = null;
        Expect(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var property = json.GetString();
            json.Read();
            switch (property)
            {
                case "name": name = json.GetString() ?? ""; break;
                case "input": input = json.GetString() ?? ""; break;
                case "late": isLate = json.GetBoolean(); break;
                case "needsReview": needsReview = json.GetBoolean(); break;
                case "points": points = json.GetDecimal(); break;
                case "pendingPoints": pending = json.GetDecimal(); break;
                case "maxPoints": max = json.GetDecimal(); break;
                case "students": students = ReadList(ref json, static item => new MatchedAuthor(Text(item, "id"), Text(item, "name"), !item.TryGetProperty("unknown", out _), Text(item, "unknown"))); break;
                case "questions": questions = ReadList(ref json, static item => new QuestionPoints(Text(item, "id"), new(item.GetProperty("points").GetDecimal(), item.GetProperty("pendingPoints").GetDecimal(), item.GetProperty("maxPoints").GetDecimal()))); break;
                case "error":
                    using (var item = JsonDocument.ParseValue(ref json))
                        error = new(Text(item.RootElement, "kind"), Text(item.RootElement, "message"));
                    break;
                case "values":
                    return Summary();
                default: json.Skip(); break;
            }
        }
        return name.Length > 0 ? Summary() : throw new JsonException("no name");

        ResultSummary Summary() => new(name, students, isLate, input, error) { Points = new(points, pending, max), NeedsReview = needsReview, Questions = questions };
    }

    private static Sequence<T> ReadList<T>(ref Utf8JsonReader json, Func<JsonElement, T> read)
    {
        using var list = JsonDocument.ParseValue(ref json);
        return list.RootElement.EnumerateArray().Select(read).ToSequence();
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (!json.Read() || json.TokenType != type)
            throw new JsonException($"no {type}");
    }

    private static void WritePoints(Utf8JsonWriter json, Rational points, Rational pending, Rational max)
    {
        json.WriteNumber("points", PointsFormat.Json(points));
        json.WriteNumber("pendingPoints", PointsFormat.Json(pending));
        json.WriteNumber("maxPoints", PointsFormat.Json(max));
    }
}
