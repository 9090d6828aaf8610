using System.Globalization;
using System.Text.Json;
using Grader.Classroom.Runs;
using Grader.Mathematics;
using Grader.Reports;
using static Grader.Classroom.JsonMembers;

namespace Grader.Classroom.Decisions;

/// <summary>A line of the ledger, written and read.</summary>
internal static class LedgerEntry
{
    private const string Override = "override";
    private const string Kept = "kept";
    private const string Review = "review";
    private const string Taken = "withdrawn";

    /// <param name="student">Whom of the class it is about, for those who read the file; empty where the decision was made without knowing that.</param>
    public static byte[] Of(Decision decision, string student) => Line(KindOf(decision), decision.Time, json =>
    {
        JsonText.Write(json, "submission", decision.Submission);
        if (student.Length > 0)
            JsonText.Write(json, "student", student);
        JsonText.Write(json, "check", decision.Check);
        if (decision.Id.Length > 0)
            json.WriteString("id", decision.Id);
        if (decision.By.Length > 0)
            JsonText.Write(json, "by", decision.By);
        if (decision.Input.Length > 0)
            json.WriteString("input", decision.Input);
        if (decision.Rubric.Length > 0)
            json.WriteString("rubric", decision.Rubric);
        switch (decision.Ruling)
        {
            case GivenPoints given: json.WriteNumber("points", given.Points); break;
            case KeptPoints kept: json.WriteNumber("points", kept.Points); break;
            case IdeasFound found: JsonText.Write(json, "ideas", found.Ideas); break;
            case Accepted: json.WriteBoolean("accepted", true); break;
            case Rejected: json.WriteBoolean("accepted", false); break;
            case Withdrawn withdrawn: json.WriteString("withdraws", withdrawn.Id); break;
        }
        if (decision.Replaces.Count > 0)
            JsonText.Write(json, "replaces", decision.Replaces);
        if (decision.Reason.Length > 0)
            JsonText.Write(json, "reason", decision.Reason);
    });

    /// <summary>That a class was regraded, and whose points it changed.</summary>
    public static byte[] Of(RegradeDifference difference, DateTimeOffset time) => Line("regrade", time, json =>
    {
        json.WriteString("fromKey", difference.From.Key);
        json.WriteString("toKey", difference.To.Key);
        json.WriteString("fromGrader", difference.From.Grader);
        json.WriteString("toGrader", difference.To.Grader);
        JsonText.Write(json, "changes", difference.Students, change =>
        {
            JsonText.Write(json, "submission", change.Submission);
            json.WriteNumber("was", change.Was.Points);
            json.WriteNumber("is", change.Is.Points);
        });
    });

    /// <returns>Null where the line is about no check.</returns>
    /// <exception cref="JsonException">It lacks something.</exception>
    public static Decision? Read(JsonElement line)
    {
        var kind = Text(line, "kind");
        if (kind is not (Override or Kept or Review or Taken))
            return null;
        return new(Text(line, "submission"), Text(line, "check"), RulingOf(kind, line), Text(line, "reason"))
        {
            Id = Text(line, "id"),
            By = Text(line, "by"),
            Time = TimeOf(line),
            Input = Text(line, "input"),
            Rubric = Text(line, "rubric"),
            IsReview = kind is Review,
            Replaces = line.TryGetProperty("replaces", out var replaces) ? replaces.EnumerateArray().Select(id => id.GetString() ?? "").ToSequence() : [],
        };
    }

    /// <summary>When it was written; long ago where the line does not say.</summary>
    public static DateTimeOffset TimeOf(JsonElement line) => DateTimeOffset.TryParse(Text(line, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default;

    private static Ruling RulingOf(string kind, JsonElement line) => kind switch
    {
        Override => new GivenPoints(line.GetProperty("points").GetDecimal()),
        Kept => new KeptPoints(line.GetProperty("points").GetDecimal()),
        Taken => new Withdrawn(Text(line, "withdraws")),
        _ when line.TryGetProperty("ideas", out var ideas) => new IdeasFound(ideas.EnumerateArray().Select(id => id.GetString() ?? "").ToSequence()),
        _ when line.TryGetProperty("points", out var points) => new GivenPoints(points.GetDecimal()),
        _ => line.GetProperty("accepted").GetBoolean() ? new Accepted() : new Rejected(),
    };

    private static string KindOf(Decision decision) => decision.Ruling switch
    {
        KeptPoints => Kept,
        Withdrawn => Taken,
        _ => decision.IsReview ? Review : Override,
    };

    private static byte[] Line(string kind, DateTimeOffset time, Action<Utf8JsonWriter> members) => JsonText.Line(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Ledger.Schema);
        json.WriteString("kind", kind);
        json.WriteString("time", RunManifest.Time(time));
        members(json);
        json.WriteEndObject();
    });
}
