using System.Text;

namespace Grader.Reports;

/// <summary>A report of counts in Markdown.</summary>
public static class MarkdownRatesWriter
{
    private const int LongestBar = 30;

    public static string Write(RatesPage page)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownText.Escape(page.Title)).Append(": ").Append(page.Subject).Append("\n\n").Append(MarkdownText.Escape(page.Summary)).Append('\n');
        foreach (var section in page.Shown)
        {
            text.Append("\n## ").Append(MarkdownText.Escape(section.Heading)).Append('\n');
            Write(text, section);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, RatesSection section)
    {
        switch (section)
        {
            case RatesTable table:
                text.Append('\n').Append(Row(table.Columns.Items.Select(MarkdownText.Escape))).Append(Row(table.Columns.Items.Select(_ => "---")));
                foreach (var row in table.Rows)
                    text.Append(Row(row.Items.Select(MarkdownText.Escape)));
                break;
            case RatesBars bars:
                text.Append('\n').Append(Row([MarkdownText.Escape(bars.Labels), "", MarkdownText.Escape(bars.Numbers)])).Append(Row(["---", "---", "---"]));
                foreach (var bar in bars.Bars)
                    text.Append(Row([MarkdownText.Escape(bar.Label), new string('█', (int)Math.Round(bars.Share(bar) * LongestBar)), MarkdownText.Escape(bar.Shown)]));
                break;
            case RatesList list:
                text.Append('\n');
                foreach (var item in list.Items)
                    text.Append("- ").Append(MarkdownText.Escape(item)).Append('\n');
                break;
            case RatesTexts texts:
                foreach (var item in texts.Items)
                {
                    text.Append("\n### ").Append(MarkdownText.Escape(item.Heading)).Append("\n\n").Append(MarkdownText.Escape(item.Say)).Append("\n\n");
                    text.Append(MarkdownText.Fence("", HtmlText.Clean(item.Text).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')));
                }
                break;
        }
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
