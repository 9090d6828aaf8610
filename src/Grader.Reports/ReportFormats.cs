namespace Grader.Reports;

/// <summary>The formats of a report. To add one: its writer in a folder of its own, a line here, a snapshot; the attack corpus finds it by itself.</summary>
public static class ReportFormats
{
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("text", "text", (report, _) => TextReportWriter.Write(report)),
        new("json", "json", (report, run) => JsonReportWriter.Write(report, run.Version)),
    ];

    public static ReportFormat? Named(string kind) => All.FirstOrDefault(format => format.Kind == kind);

    public static IReadOnlyList<string> Kinds { get; } = [.. All.Select(format => format.Kind)];
}
