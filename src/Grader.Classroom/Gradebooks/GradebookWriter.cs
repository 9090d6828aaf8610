using System.Globalization;
using Grader.Classroom.Runs;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Classroom.Gradebooks;

/// <summary>The gradebook as CSV, a line a student. Sure points and pending ones have a column each; a cell without points is empty, since no points are not zero.</summary>
public static class GradebookWriter
{
    private static readonly string[] Head = ["student", "name", "email", "section", "submission", "status", "late", "points", "pending", "of", "decided"];

    /// <param name="questions">The ids of the assignment's questions.</param>
    public static void Write(TextWriter text, IEnumerable<GradebookRow> rows, IReadOnlyList<string> questions) =>
        CsvText.Write(text, rows.Select(row => Line(row, questions)).Prepend([.. Head, .. questions.Select(id => CsvText.Cell($"question {id}")), "message"]));

    private static string[] Line(GradebookRow row, IReadOnlyList<string> questions) =>
    [
        CsvText.Cell(row.Student), CsvText.Cell(row.Name), CsvText.Cell(row.Email), CsvText.Cell(row.Section), CsvText.Cell(row.Submission), row.Status, row.IsLate ? "late" : "",
        Number(row.Points?.Points), Number(row.Points?.Pending), Number(row.Points?.Max), Number(row.Decided == 0 ? null : row.Decided),
        .. questions.Select(id => Number(row.Questions.Items.FirstOrDefault(question => question.Id == id)?.Sum.Points)),
        CsvText.Cell(row.Message),
    ];

    internal static string Number(decimal? points) => points?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
