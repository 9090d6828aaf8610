using Grader.Reports;

namespace Grader.Cli.Files;

/// <summary>A report of counts in the formats that such reports have.</summary>
internal static class RatesReports
{
    public static string[] Kinds { get; } = ["text", "html", "markdown", "json"];

    /// <summary>The text first: a report that cannot be written does not cost what was measured.</summary>
    /// <param name="stem">File name without its extension, for a place that is a folder.</param>
    /// <param name="csv">Null where there is none.</param>
    public static void Write(IReadOnlyList<ReportTarget> targets, string stem, RatesPage page, Func<string> json, Func<string>? csv = null)
    {
        if (!targets.Any(target => target.IsStandardOutput))
            StandardOutput.Write(Render("text"));
        if (targets.Count > 0)
            ReportTarget.WriteAll(targets, stem, "text", Render);

        string Render(string kind) => kind switch
        {
            "html" => HtmlRatesWriter.Write(page),
            "markdown" => MarkdownRatesWriter.Write(page),
            "json" => json(),
            "csv" when csv is not null => csv(),
            _ => TextRatesWriter.Write(page),
        };
    }
}
