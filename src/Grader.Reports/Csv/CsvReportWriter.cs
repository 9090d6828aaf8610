using System.Globalization;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>A line a check: what a spreadsheet or a script starts from. Points that are sure and points that are pending have a column each.</summary>
public static class CsvReportWriter
{
    private static readonly string[] Header = ["submission", "student", "assignment", "question", "part", "check", "kind", "verdict", "points", "pending", "of", "where", "line", "column", "found", "expected", "message"];

    public static string Write(params IReadOnlyList<GradeReport> reports) => CsvText.Lines(reports.SelectMany(Rows).Prepend(Header));

    private static IEnumerable<string[]> Rows(GradeReport report)
    {
        foreach (var question in report.Questions)
        {
            foreach (var part in question.Parts)
            {
                foreach (var check in part.Checks)
                {
                    yield return
                    [
                        CsvText.Cell(report.Submission.Name), CsvText.Cell(report.Student), CsvText.Cell(report.Assignment), CsvText.Cell(question.Id), CsvText.Cell(part.Id), CsvText.Cell(check.Id), check.Kind, check.Verdict.Name(),
                        CsvText.Points(check.Points), CsvText.Points(check.PendingPoints), CsvText.Points(check.MaxPoints),
                        CsvText.Cell(check.Found?.In?.Say ?? ""), Number(check.Found?.Line), Number(check.Found?.Column),
                        CsvText.Cell(check.Found?.Text ?? ""), CsvText.Cell(check.Expected), CsvText.Cell(check.Message),
                    ];
                }
            }
        }
    }

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
