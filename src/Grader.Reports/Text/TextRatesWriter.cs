using System.Text;

namespace Grader.Reports;

/// <summary>A report of counts for a terminal.</summary>
public static class TextRatesWriter
{
    private const int MostTexts = 12;
    private const int Gap = 2;
    private const int LongestBar = 40;

    public static string Write(RatesPage page)
    {
        var text = new StringBuilder();
        text.Append(Clean(page.Assignment)).Append(": ").Append(Clean(page.Title)).Append('\n');
        TextReportWriter.Wrap(text, Clean(page.Summary), 0);
        foreach (var section in page.Shown)
            Write(text, section);
        return text.ToString();
    }

    private static void Write(StringBuilder text, RatesSection section)
    {
        switch (section)
        {
            case RatesTable table:
                WriteTable(text, table);
                break;
            case RatesBars bars:
                var width = bars.Bars.Items.Max(bar => Clean(bar.Label).Length) + Gap;
                text.Append('\n').Append(Clean(bars.Heading)).Append(":\n");
                foreach (var bar in bars.Bars)
                    text.Append(' ', Gap).Append(Clean(bar.Label).PadRight(width)).Append(new string('#', (int)Math.Round(bars.Share(bar) * LongestBar)).PadRight(LongestBar + Gap)).Append(Clean(bar.Shown)).Append('\n');
                break;
            case RatesList list:
                text.Append('\n').Append(Clean(list.Heading)).Append(":\n");
                foreach (var item in list.Items)
                    TextReportWriter.Wrap(text, Clean(item), Gap);
                break;
            case RatesTexts texts:
                foreach (var item in texts.Items.Items.Take(MostTexts))
                    WriteText(text, item);
                if (texts.Items.Count > MostTexts)
                    text.Append($"\nand {texts.Items.Count - MostTexts} more failures, which the reports in HTML, Markdown and JSON hold\n");
                break;
        }
    }

    private static void WriteTable(StringBuilder text, RatesTable table)
    {
        var widths = table.Columns.Items.Select((column, i) => table.Rows.Items.Max(row => Math.Max(column.Length, Clean(row[i]).Length)) + Gap).ToList();
        text.Append('\n');
        foreach (var row in table.Rows.Items.Prepend(table.Columns))
            text.Append(string.Concat(row.Items.Select((cell, i) => Clean(cell).PadRight(widths[i]))).TrimEnd()).Append('\n');
    }

    private static void WriteText(StringBuilder text, RatesText item)
    {
        text.Append('\n');
        TextReportWriter.Wrap(text, Clean(item.Heading), 0);
        TextReportWriter.Wrap(text, Clean(item.Say), Gap);
        foreach (var line in item.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            text.Append("  |").Append(line.Length > 0 ? " " : "").Append(' ', line.Length - line.TrimStart().Length).Append(Clean(line)).Append('\n');
    }

    private static string Clean(string text) => TerminalText.Clean(text);
}
