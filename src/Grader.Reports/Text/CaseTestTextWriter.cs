using System.Text;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>A self-test for a terminal: tables, then what cannot be told apart, then the smallest submission of each failure.</summary>
public static class CaseTestTextWriter
{
    private const int MostFailures = 12;
    private const int Gap = 2;

    public static string Write(CaseTestReport report)
    {
        var text = new StringBuilder();
        text.Append(Clean(report.Assignment)).Append(": ").Append(Clean(report.Title)).Append('\n');
        TextReportWriter.Wrap(text, CaseTestTables.Summary(report), 0);
        WriteTable(text, CaseTestTables.CheckColumns, [.. CaseTestTables.Checks(report)]);
        WriteTable(text, CaseTestTables.ChangeColumns, [.. CaseTestTables.Changes(report)]);
        WriteTable(text, CaseTestTables.BandColumns, [.. CaseTestTables.Bands(report)]);
        WriteList(text, "Left out, since the reader does not claim to read it", CaseTestTables.LeftOut(report));
        WriteList(text, "Findings: right and wrong that cannot be told apart", report.Findings.Items);
        foreach (var failure in report.Failures.Items.Take(MostFailures))
            WriteFailure(text, failure);
        if (report.Failures.Count > MostFailures)
            text.Append($"\nand {report.Failures.Count - MostFailures} more failures, which the reports in HTML, Markdown and JSON hold\n");
        return text.ToString();
    }

    private static void WriteTable(StringBuilder text, IReadOnlyList<string> columns, List<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
            return;
        var widths = columns.Select((column, i) => rows.Max(row => Math.Max(column.Length, Clean(row[i]).Length)) + Gap).ToList();
        text.Append('\n');
        foreach (var row in rows.Prepend(columns))
            text.Append(string.Concat(row.Select((cell, i) => Clean(cell).PadRight(widths[i]))).TrimEnd()).Append('\n');
    }

    private static void WriteList(StringBuilder text, string heading, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
            return;
        text.Append('\n').Append(heading).Append(":\n");
        foreach (var item in all)
            TextReportWriter.Wrap(text, Clean(item), Gap);
    }

    private static void WriteFailure(StringBuilder text, FailingSubmission failure)
    {
        text.Append('\n');
        TextReportWriter.Wrap(text, Clean(CaseTestTables.Heading(failure)), 0);
        TextReportWriter.Wrap(text, Clean(CaseTestTables.Verdict(failure)), Gap);
        foreach (var line in failure.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            text.Append("  |").Append(line.Length > 0 ? " " : "").Append(' ', line.Length - line.TrimStart().Length).Append(Clean(line)).Append('\n');
    }

    private static string Clean(string text) => TerminalText.Clean(text);
}
