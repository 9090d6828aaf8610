using System.Globalization;
using Grader.Reports;

namespace Grader.Classroom.Statistics;

/// <summary>A line a check, for a spreadsheet.</summary>
public static class CsvStatisticsWriter
{
    public static string Write(ClassStatistics statistics) => CsvText.Lines(statistics.Checks.Items
        .Select(check => (string[])
        [
            CsvText.Cell(check.Id), check.Kind, CsvText.Cell(check.Ask), Number(check.Judged), Number(check.Right), Number(check.Partial), Number(check.Wrong), Number(check.Missing), Number(check.Pending), Share(check.Ease), Share(check.Discrimination),
        ])
        .Prepend(["check", "kind", "ask", "judged", "right", "partial", "incorrect", "missing", "for a person", "ease", "discrimination"]));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Share(double? share) => share?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
