using Grader.Grading;

namespace Grader.Reports;

/// <summary>
/// A gradebook that Canvas imports: a line a student, and one of the points possible. <c>--student</c> is the SIS login. The grade is what is sure; where points are pending, a column <c>Notes</c>, which Canvas
/// shows to teachers alone, says how many.
/// </summary>
public static class CanvasReportWriter
{
    public static string Write(params IReadOnlyList<GradeReport> reports)
    {
        var first = reports[0];
        var isPending = reports.Any(report => report.PendingPoints.Sign > 0);
        string[] notes = isPending ? ["Notes"] : [];
        string[] noNotes = isPending ? [""] : [];
        return CsvText.Lines(
        [
            ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", CsvText.Cell($"{first.Title} ({first.Assignment})"), .. notes],
            ["    Points Possible", "", "", "", "", CsvText.Points(first.MaxPoints), .. noNotes],
            .. reports.Select(report => (string[])
            [
                Name(report), "", "", CsvText.Cell(report.Student), "", CsvText.Points(report.Points), .. isPending ? [report.PendingPoints.Sign > 0 ? $"{PointsFormat.Counted(report.PendingPoints)} pending" : ""] : noNotes,
            ]),
        ]);
    }

    private static string Name(GradeReport report) => CsvText.Cell(report.Student.Length > 0 ? report.Student : report.Submission.Name);
}
