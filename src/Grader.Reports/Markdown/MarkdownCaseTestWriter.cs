using System.Text;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>A self-test in Markdown, with the smallest submission of each failure.</summary>
public static class MarkdownCaseTestWriter
{
    public static string Write(CaseTestReport report)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownText.Escape(report.Title)).Append(": self-test\n\n").Append(MarkdownText.Escape(CaseTestTables.Summary(report))).Append('\n');
        WriteTable(text, "Checks", CaseTestTables.CheckColumns, [.. CaseTestTables.Checks(report)]);
        WriteTable(text, "Ways to be wrong", CaseTestTables.ChangeColumns, [.. CaseTestTables.Changes(report)]);
        WriteTable(text, "Trained bands", CaseTestTables.BandColumns, [.. CaseTestTables.Bands(report)]);
        WriteList(text, "Left out, since the reader does not claim to read it", CaseTestTables.LeftOut(report));
        WriteList(text, "Findings: right and wrong that cannot be told apart", report.Findings.Items);
        if (report.Failures.Count > 0)
            text.Append("\n## The smallest submission of each failure\n");
        foreach (var failure in report.Failures)
        {
            text.Append("\n### ").Append(MarkdownText.Escape(CaseTestTables.Heading(failure))).Append("\n\n");
            text.Append(MarkdownText.Escape(CaseTestTables.Verdict(failure))).Append("\n\n");
            text.Append(MarkdownText.Fence("", HtmlText.Clean(failure.Text).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')));
        }
        return text.ToString();
    }

    private static void WriteTable(StringBuilder text, string heading, IReadOnlyList<string> columns, List<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
            return;
        text.Append("\n## ").Append(heading).Append("\n\n").Append(Row(columns)).Append(Row(columns.Select(_ => "---")));
        foreach (var row in rows)
            text.Append(Row(row.Select(MarkdownText.Escape)));
    }

    private static void WriteList(StringBuilder text, string heading, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
            return;
        text.Append("\n## ").Append(heading).Append("\n\n");
        foreach (var item in all)
            text.Append("- ").Append(MarkdownText.Escape(item)).Append('\n');
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
