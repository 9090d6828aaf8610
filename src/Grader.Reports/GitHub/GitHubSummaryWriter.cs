using System.Text;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>The summary of a step of GitHub Actions, in GitHub's Markdown: points a question, then each check that is not right. Pending points have a column of their own.</summary>
public static class GitHubSummaryWriter
{
    /// <summary>GitHub takes no more than 1 MiB a step; several submissions share it.</summary>
    private const int MostBytes = 256 * 1024;

    public static string Write(GradeReport report)
    {
        var text = new StringBuilder();
        text.Append($"### {Cell(report.Title)}: {Cell(CheckLines.Total(report))}\n\n");
        text.Append("| question | points | pending | of |\n|---|--:|--:|--:|\n");
        foreach (var question in report.Questions)
            text.Append($"| {Cell($"{question.Id} {question.Title}")} | {PointsFormat.Text(question.Points)} | {PointsFormat.Text(question.PendingPoints)} | {PointsFormat.Text(question.MaxPoints)} |\n");
        foreach (var explains in report.Questions.Items.Select(question => question.Explains).Where(explains => explains.Length > 0))
            text.Append('\n').Append(Cell(explains)).Append('\n');
        var open = report.Checks().Where(check => !check.Passes()).ToList();
        if (open.Count > 0)
            text.Append("\n| check | verdict | read | why |\n|---|---|---|---|\n");
        var (shown, bytes) = (0, Encoding.UTF8.GetByteCount(text.ToString()));
        foreach (var check in open)
        {
            var row = $"| {Cell(check.Id)} | {Cell(CheckLines.Score(check))} | {(check.Found is { } found ? Cell($"{found.Where}: {CheckLines.Shorten(found.Text)}") : "")} | {Cell(Why(check))} |\n";
            bytes += Encoding.UTF8.GetByteCount(row);
            if (bytes > MostBytes)
                break;
            text.Append(row);
            shown++;
        }
        if (shown < open.Count)
            text.Append($"\nAnd {open.Count - shown} more.\n");
        return text.Append('\n').ToString();
    }

    private static string Why(CheckGrade check) => string.Join(' ', CheckLines.Of(check).Skip(1));

    /// <summary>Nobody is mentioned, no issue is linked, and no mark of Markdown means anything.</summary>
    private static string Cell(string text) => MarkdownText.Escape(text).Replace("@", "&#64;", StringComparison.Ordinal).Replace("://", ":&#47;&#47;", StringComparison.Ordinal).Replace("www.", "www&#46;", StringComparison.OrdinalIgnoreCase);
}
