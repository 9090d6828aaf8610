using System.Text;
using Grader.Grading;
using Grader.Reports;
using Grader.Submissions;

namespace Grader.Browser.Tests;

/// <summary>Pages of every sort: for each audience, with each verdict, of a text in pieces, without names, without a text.</summary>
internal static class ReportPages
{
    private static readonly RunContext Run = new("1.0.0");

    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>
    {
        ["scanned, instructor"] = () => Of("scanned.md", Audience.Instructor),
        ["scanned, student"] = () => Of("scanned.md", Audience.Student),
        ["full marks"] = () => Of("full-marks.md", Audience.Instructor),
        ["missing"] = () => Of("missing-3.md", Audience.Student),
        ["every verdict"] = () => HtmlReportWriter.Write(SampleReport.With(), Run),
        ["anonymous"] = () => HtmlReportWriter.Write(GradedSample.Of("hedged.md"), Run with { Text = GradedSample.TextOf("hedged.md"), HidesOtherLines = true }),
        ["notebook"] = Notebook,
        ["far off"] = () => HtmlReportWriter.Write(GradedSample.OfText("far.md", "## 4a\nTraining accuracy: 12 %, test accuracy: 99.9 %\n"), Run),
    };

    public static string Of(string sample, Audience audience) =>
        HtmlReportWriter.Write(GradedSample.Of(sample).For(audience), Run with { Text = GradedSample.TextOf(sample), Curves = GradedSample.Curves }).Replace("<details class=\"curves\">", "<details class=\"curves\" open>", StringComparison.Ordinal);

    private static string Notebook()
    {
        var cells = new[] { "## 2a\\nMean: 13, 5, 0", "Nothing to read here.", "## 2b\\n$y = \\\\begin{bmatrix} -1 & 1 & 1 & -1 \\\\\\\\ 1 & 2 & 3 & 4 \\\\end{bmatrix}$" };
        var json = new StringBuilder("{\"cells\": [").AppendJoin(',', cells.Select(cell => $"{{\"cell_type\": \"markdown\", \"metadata\": {{}}, \"source\": \"{cell}\"}}")).Append("], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}").ToString();
        var document = NotebookReader.Read("a.ipynb", json, GradedSample.ExpectedParts).Document!;
        return HtmlReportWriter.Write(GradedSample.OfDocument(document), Run with { Text = SubmissionPassage.Of(document) });
    }
}
