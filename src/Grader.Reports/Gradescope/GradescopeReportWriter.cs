using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>
/// <c>results.json</c> of a Gradescope autograder: a test a check. The score is what is sure; pending points are told in the output and as the tag <c>pending</c>, and a person adds them in Gradescope.
/// Everything says that it is plain text, since Gradescope would render HTML; what is not for students is hidden from them.
/// </summary>
public static class GradescopeReportWriter
{
    public static string Write(GradeReport report) => JsonText.Write(json =>
    {
        var visibility = report.Audience == Audience.Student ? "visible" : "hidden";
        json.WriteStartObject();
        json.WriteNumber("score", PointsFormat.Json(report.Points));
        JsonText.Write(json, "output", Plain([$"{report.Title}: {CheckLines.Total(report)}", .. report.Questions.Items.Select(question => question.Explains).Where(explains => explains.Length > 0)]));
        json.WriteString("output_format", "text");
        json.WriteString("test_output_format", "text");
        json.WriteString("test_name_format", "text");
        json.WriteString("visibility", visibility);
        json.WriteString("stdout_visibility", "hidden");
        JsonText.Write(json, "tests", report.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items.Select(check => (part, check))), item =>
        {
            var (part, check) = item;
            json.WriteNumber("score", PointsFormat.Json(check.Points));
            json.WriteNumber("max_score", PointsFormat.Json(check.MaxPoints));
            json.WriteString("status", check.Passes() ? "passed" : "failed");
            JsonText.Write(json, "name", Plain([$"{check.Id}: {check.Ask}"]));
            json.WriteString("name_format", "text");
            JsonText.Write(json, "number", Plain([part.Id]));
            JsonText.Write(json, "output", Plain([CheckLines.Score(check), .. CheckLines.Of(check)]));
            json.WriteString("output_format", "text");
            Sequence<string> tags = check.PendingPoints.Sign > 0 ? [check.Verdict.Name(), "pending"] : [check.Verdict.Name()];
            JsonText.Write(json, "tags", tags);
            json.WriteString("visibility", visibility);
        });
        json.WriteStartObject("extra_data");
        json.WriteString("schema", "grader/report/v1");
        JsonText.Write(json, "assignment", Plain([report.Assignment]));
        json.WriteString("sha256", report.Submission.Sha256);
        json.WriteNumber("pending_points", PointsFormat.Json(report.PendingPoints));
        json.WriteNumber("max_points", PointsFormat.Json(report.MaxPoints));
        json.WriteBoolean("needs_review", report.NeedsReview);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static string Plain(IEnumerable<string> lines) => string.Join('\n', lines.Select(TerminalText.Clean));
}
