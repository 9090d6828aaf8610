using System.Text;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>
/// Annotations of GitHub Actions, one command a line: what is wrong or missing is an error, what is pending or partly right a warning. GitHub shows ten of each a step, so that no more are written; the last
/// line, a notice, says the points, those that are pending, and how many findings are left out.
/// </summary>
public static class GitHubReportWriter
{
    private const int Most = 10;

    public static string Write(GradeReport report, RunContext run)
    {
        var text = new StringBuilder();
        var findings = report.Checks().Where(check => !check.Passes()).ToList();
        var errors = findings.FindAll(check => Level(check) == "error");
        var warnings = findings.FindAll(check => Level(check) == "warning");
        foreach (var check in errors.Take(Most).Concat(warnings.Take(Most)))
            Annotate(text, report, check, run);
        var left = Math.Max(0, errors.Count - Most) + Math.Max(0, warnings.Count - Most);
        text.Append("::notice title=").Append(GitHubText.Property($"{report.Assignment}: {CheckLines.Total(report)}")).Append("::")
            .Append(GitHubText.Data($"{Named(errors.Count, "error")}, {Named(warnings.Count, "warning")}{(left > 0 ? $"; {left} of them are in the report alone" : "")}."))
            .Append('\n');
        return text.ToString();
    }

    private static void Annotate(StringBuilder text, GradeReport report, CheckGrade check, RunContext run)
    {
        text.Append("::").Append(Level(check)).Append(" file=").Append(GitHubText.Property(run.PathOf(report, check.Found)));
        // Lines of a cell or a page are not the file's.
        if (check.Found is { In: null or { Cell: 0, Page: 0 } } found)
        {
            text.Append($",line={found.Line},endLine={found.EndLine}");
            // GitHub takes columns only of one line.
            if (found.Line == found.EndLine)
                text.Append($",col={found.Column},endColumn={found.EndColumn}");
        }
        text.Append(",title=").Append(GitHubText.Property(TerminalText.Clean($"{check.Id}: {CheckLines.Score(check)}"))).Append("::")
            .Append(GitHubText.Data(string.Join('\n', CheckLines.Of(check).Prepend(check.Ask).Select(TerminalText.Clean)))).Append('\n');
    }

    private static string Level(CheckGrade check) => check.PendingPoints.Sign > 0 || check.Verdict is Verdict.Partial or Verdict.Unreadable or Verdict.NeedsReview ? "warning" : "error";

    private static string Named(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
