using Grader.Grading;

namespace Grader.Reports;

/// <summary>A self-test as a page.</summary>
public static class HtmlCaseTestWriter
{
    public static string Write(CaseTestReport report)
    {
        var page = new HtmlPage();
        WriteTable(page, "Checks", CaseTestTables.CheckColumns, [.. CaseTestTables.Checks(report)]);
        WriteTable(page, "Ways to be wrong", CaseTestTables.ChangeColumns, [.. CaseTestTables.Changes(report)]);
        WriteTable(page, "Trained bands", CaseTestTables.BandColumns, [.. CaseTestTables.Bands(report)]);
        WriteList(page, "Left out, since the reader does not claim to read it", [.. CaseTestTables.LeftOut(report)]);
        WriteList(page, "Findings: right and wrong that cannot be told apart", report.Findings.Items);
        if (report.Failures.Count > 0)
            page.Heading(2, "The smallest submission of each failure");
        foreach (var failure in report.Failures)
            page.Heading(3, CaseTestTables.Heading(failure)).Paragraph(CaseTestTables.Verdict(failure)).Preformatted(failure.Text.ReplaceLineEndings("\n"));
        return page.Write($"{report.Title}: self-test", CaseTestTables.Summary(report));
    }

    private static void WriteTable(HtmlPage page, string heading, IReadOnlyList<string> columns, List<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
            return;
        page.Heading(2, heading).Inside("table", "", () =>
        {
            page.Inside("thead", "", () => WriteRow(page, "th", columns));
            page.Inside("tbody", "", () => rows.ForEach(row => WriteRow(page, "td", row)));
        });
    }

    private static void WriteRow(HtmlPage page, string cell, IReadOnlyList<string> row) => page.Inside("tr", "", () =>
    {
        foreach (var text in row)
            page.Inside(cell, "", () => page.Text(text));
    });

    private static void WriteList(HtmlPage page, string heading, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
            return;
        page.Heading(2, heading).Inside("ul", "", () =>
        {
            foreach (var item in items)
                page.Inside("li", "", () => page.Text(item));
        });
    }
}
