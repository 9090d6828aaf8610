using System.Globalization;
using Grader.Classroom.Runs;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Classroom.Gradebooks;

/// <summary>The gradebook as CSV, a line a student. Sure points and pending ones have a column each; a cell without points is empty, since no points are not zero.</summary>
public static class GradebookWriter
{
    private static readonly string[] Head = ["student", "name", "email", "section", "submission", "status", "late", "points", "pending", "of", "decided"];

    public static string Write(Sequence<GradebookRow> rows)
    {
        var questions = rows.Items.FirstOrDefault(row => row.Questions.Count > 0)?.Questions.Items.Select(question => question.Id).ToList() ?? [];
        return CsvText.Lines(rows.Items.Select(row => Line(row, questions)).Prepend([.. Head, .. questions.Select(id => CsvText.Cell($"question {id}")), "message"]));
    }

    private static string[] Line(GradebookRow row, List<string> questions) =>
    [
        CsvText.Cell(row.Student), CsvText.Cell(row.Name), CsvText.Cell(row.Email), CsvText.Cell(row.Section), CsvText.Cell(row.Submission), row.Status, row.IsLate ? "late" : "",
        Number(row.Points?.Points), Number(row.Points?.Pending), Number(row.Points?.Max), Number(row.Decided == 0 ? null : row.Decided),
        .. questions.Select(id => Number(row.Questions.Items.FirstOrDefault(question => question.Id == id)?.Sum.Points)),
        CsvText.Cell(row.Message),
    ];

    internal static string Number(decimal? points) => points?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
