using System.Text;
using System.Text.RegularExpressions;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>What a report says in the Markdown of GitHub and GitLab: points a question, what explains the wrong answers, and a row a check.</summary>
internal static partial class MarkdownSummary
{
    public const string TableHead = "| check | verdict | read | why |\n|---|---|---|---|\n";

    public static void WriteHead(StringBuilder text, GradeReport report)
    {
        text.Append($"### {Cell(report.Title)}: {Cell(CheckLines.Total(report))}\n\n");
        text.Append("| question | points | pending | of |\n|---|--:|--:|--:|\n");
        foreach (var question in report.Questions)
            text.Append($"| {Cell($"{question.Id} {question.Title}")} | {PointsFormat.Text(question.Points)} | {PointsFormat.Text(question.PendingPoints)} | {PointsFormat.Text(question.MaxPoints)} |\n");
        foreach (var explains in report.Questions.Items.Select(question => question.Explains).Where(explains => explains.Length > 0))
            text.Append('\n').Append(Cell(explains)).Append('\n');
    }

    public static string Row(CheckGrade check) =>
        $"| {Cell(check.Id)} | {Cell(CheckLines.Score(check))} | {(check.Found is { } found ? Cell($"{found.Where}: {CheckLines.Shorten(found.Text)}") : "")} | {Cell(string.Join(' ', CheckLines.Of(check).Skip(1)))} |\n";

    /// <summary>Nobody is mentioned, nothing is linked, no formula is set, and no mark of Markdown means anything.</summary>
    public static string Cell(string text) => Reference().Replace(MarkdownText.Escape(text), sign => $"`{sign.Value.Replace("\\", "", StringComparison.Ordinal)}`")
        .Replace("$", "&#36;", StringComparison.Ordinal)
        .Replace("://", ":&#47;&#47;", StringComparison.Ordinal)
        .Replace("www.", "www&#46;", StringComparison.OrdinalIgnoreCase);

    // GitHub looks for people and issues in what Markdown became, where neither a backslash nor an entity is left; a sign between backticks is code there.
    [GeneratedRegex(@"(?:@|\\#)+|(?<=GH)-(?=\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
