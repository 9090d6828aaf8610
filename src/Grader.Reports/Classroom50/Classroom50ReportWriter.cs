using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>What the runner of Classroom 50 says of a run; it stamps the owner and the kind of assignment itself.</summary>
/// <param name="Submission">The tag: <c>submit/2026-09-01T10-00-00Z-ab12cd3</c>.</param>
/// <param name="Commit">A URL, as the two after it.</param>
public sealed record Classroom50Run(string Classroom, string Assignment, string Submission, string Commit, string Release, string Review);

/// <summary>
/// <c>classroom50/result/v1</c>. Scores there are integers, so that all are multiplied by the least of 1, 2, 4, 5, 10, 100 and 1000 that makes each maximum whole, and rounded down: nobody gets a point by
/// rounding. Pending points are told in a test's name and earn nothing until a person decides; its top level takes no other keys.
/// </summary>
public static class Classroom50ReportWriter
{
    private const string Nobody = "unknown";

    private static readonly int[] Scales = [1, 2, 4, 5, 10, 100, 1000];

    public static string Write(GradeReport report, RunContext run) => JsonText.Write(json =>
    {
        var checks = report.Checks().ToList();
        var scale = Scales.FirstOrDefault(scale => checks.TrueForAll(check => (check.MaxPoints * scale).IsInteger), Scales[^1]);
        var room = run.Classroom;
        json.WriteStartObject();
        json.WriteString("schema", "classroom50/result/v1");
        JsonText.Write(json, "classroom", Known(room?.Classroom));
        JsonText.Write(json, "assignment", Known(room?.Assignment ?? report.Assignment));
        json.WriteString("assignment_type", "individual");
        JsonText.Write(json, "owner", Known(run.Repository.Split('/')[0]));
        JsonText.Write(json, "submission", Known(room?.Submission));
        JsonText.Write(json, "commit", Known(room?.Commit));
        JsonText.Write(json, "release", Known(room?.Release));
        JsonText.Write(json, "review", Known(room?.Review));
        json.WriteString("datetime", (run.Started ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteNumber("score", checks.Sum(check => Whole(check.Points, scale)));
        json.WriteNumber("max-score", checks.Sum(check => Whole(check.MaxPoints, scale)));
        JsonText.Write(json, "tests", checks, check =>
        {
            JsonText.Write(json, "test-name", TerminalText.Clean($"{check.Id}: {check.Ask}{(check.PendingPoints.Sign > 0 ? $" ({CheckLines.Pending(check).TrimEnd('.')})" : "")}"));
            json.WriteBoolean("passed", check.Passes());
            json.WriteNumber("score", Whole(check.Points, scale));
            json.WriteNumber("max-score", Whole(check.MaxPoints, scale));
        });
        json.WriteEndObject();
    });

    private static string Known(string? text) => TerminalText.Clean(text ?? "") is { Length: > 0 } clean ? clean : Nobody;

    private static long Whole(Rational points, int scale) => (long)Math.Floor(PointsFormat.Json(points * scale));
}
