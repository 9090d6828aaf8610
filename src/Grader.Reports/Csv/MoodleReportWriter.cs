using Grader.Grading;

namespace Grader.Reports;

/// <summary>Grades that Moodle imports: identifier, grade, feedback. <c>--student</c> is the identifier. The grade is what is sure; the feedback tells what is pending.</summary>
public static class MoodleReportWriter
{
    public static string Write(params IReadOnlyList<GradeReport> reports) => CsvText.Lines(
    [
        ["Identifier", "Grade", "Maximum Grade", "Feedback comments"],
        .. reports.Select(report => (string[])
        [
            CsvText.Cell(report.Student.Length > 0 ? report.Student : report.Submission.Name), CsvText.Points(report.Points), CsvText.Points(report.MaxPoints), CsvText.Cell(Feedback(report)),
        ]),
    ]);

    private static string Feedback(GradeReport report) =>
        string.Join(' ', [$"{CheckLines.Total(report)}.", .. report.Questions.Items.Select(question => question.Explains).Where(explains => explains.Length > 0), .. report.Checks().Where(check => !check.Passes()).Select(check => $"{check.Id}: {CheckLines.Score(check)}.")]);
}
