namespace Grader.Reports;

/// <summary>The formats of a report. To add one: its writer in a folder of its own, a line here, a snapshot; the attack corpus finds it by itself.</summary>
public static class ReportFormats
{
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("text", "text", (report, run) => run.Screen is { } screen ? TerminalReportWriter.Write(report, screen, run.Worked) : TextReportWriter.Write(report, run.Worked)),
        new("json", "json", (report, run) => JsonReportWriter.Write(report, run.Version)),
        new("markdown", "md", (report, _) => MarkdownReportWriter.Write(report)),
        new("html", "html", HtmlReportWriter.Write),
        new("junit", "junit.xml", JUnitReportWriter.Write),
        new("sarif", "sarif", SarifReportWriter.Write),
        new("gradescope", "gradescope.json", (report, _) => GradescopeReportWriter.Write(report)),
        new("classroom50", "classroom50.json", Classroom50ReportWriter.Write),
        new("github", "github.txt", GitHubReportWriter.Write),
        new("github-summary", "github.md", (report, _) => GitHubSummaryWriter.Write(report)),
        new("csv", "csv", (report, _) => CsvReportWriter.Write(report)),
        new("canvas", "canvas.csv", (report, _) => CanvasReportWriter.Write(report)),
        new("moodle", "moodle.csv", (report, _) => MoodleReportWriter.Write(report)),
    ];

    public static ReportFormat? Named(string kind) => All.FirstOrDefault(format => format.Kind == kind);

    public static IReadOnlyList<string> Kinds { get; } = [.. All.Select(format => format.Kind)];
}
