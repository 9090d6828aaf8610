using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>A report of counts as a page.</summary>
public static class HtmlRatesWriter
{
    public static string Write(RatesPage rates)
    {
        var page = new HtmlPage();
        foreach (var section in rates.Shown)
        {
            page.Heading(2, section.Heading);
            Write(page, section);
        }
        return page.Write($"{rates.Title}: {rates.Subject}", rates.Summary);
    }

    private static void Write(HtmlPage page, RatesSection section)
    {
        switch (section)
        {
            case RatesTable table:
                page.Inside("table", "", () =>
                {
                    page.Inside("thead", "", () => WriteRow(page, "th", table.Columns));
                    page.Inside("tbody", "", () =>
                    {
                        foreach (var row in table.Rows)
                            WriteRow(page, "td", row);
                    });
                });
                break;
            case RatesBars bars:
                page.Bars($"{bars.Heading}: {bars.Numbers} by {bars.Labels}", [.. bars.Bars.Items.Select(bar => (bar.Label, bars.Share(bar), bar.Shown))]);
                break;
            case RatesList list:
                page.Inside("ul", "", () =>
                {
                    foreach (var item in list.Items)
                        page.Inside("li", "", () => page.Text(item));
                });
                break;
            case RatesTexts texts:
                foreach (var text in texts.Items)
                    page.Heading(3, text.Heading).Paragraph(text.Say).Preformatted(text.Text.ReplaceLineEndings("\n"));
                break;
        }
    }

    private static void WriteRow(HtmlPage page, string cell, Sequence<string> row) => page.Inside("tr", "", () =>
    {
        foreach (var text in row)
            page.Inside(cell, "", () => page.Text(text));
    });
}
