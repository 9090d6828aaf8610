using System.Globalization;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;

namespace Grader.Cli.Classes;

/// <summary>What a finished run says for itself: sums on standard output, what a person must look at on standard error.</summary>
internal static class RunSummary
{
    private const int MostNamed = 10;

    /// <param name="isPublic">Others read the log: nobody is named.</param>
    public static void TellProblems(Roster? roster, IReadOnlyCollection<GradebookRow> rows, bool isPublic)
    {
        Tell(roster?.Problems.Items ?? [], problem => problem, "rows of the roster have problems");
        Tell([.. rows.Where(row => row.Status == GradebookStatus.Error)], row => $"{row.Submission}: not graded: {row.Message}", "submissions were not graded");
        Tell([.. rows.Where(row => row.Status == GradebookStatus.Several)], row => $"{row.Student}: {row.Message} ({row.Submission})", "students handed in several submissions, of which none is taken");
        Tell([.. rows.Where(row => row.Status == GradebookStatus.Unknown)], row => $"{row.Submission}: {row.Message}", "submissions are by nobody whom the roster names");

        void Tell<T>(IReadOnlyList<T> items, Func<T, string> say, string counted)
        {
            foreach (var item in items.Take(isPublic ? 0 : MostNamed))
                StandardError.WriteLine(say(item));
            if (items.Count > (isPublic ? 0 : MostNamed))
                StandardError.WriteLine(isPublic ? $"{items.Count} {counted}; see {RunFolder.GradebookName}." : $"and {items.Count - MostNamed} more; see {RunFolder.GradebookName}.");
        }
    }

    public static string Text(string assignment, string output, IReadOnlyCollection<ResultSummary> results, IReadOnlyCollection<GradebookRow> rows)
    {
        var graded = results.Where(result => result.Error is null).ToList();
        int Count(string status) => rows.Count(row => row.Status == status);
        var lines = new List<string>
        {
            $"{assignment}: {Counted(results.Count, "submission")}: {graded.Count} graded, {graded.Count(result => result.NeedsReview)} of them with points pending; {results.Count - graded.Count} not graded",
            $"{Counted(rows.Count, "row")} in the gradebook: {Count(GradebookStatus.Graded) + Count(GradebookStatus.NeedsReview)} with points, {Count(GradebookStatus.Missing)} without a submission, {Count(GradebookStatus.Error)} not graded, {Count(GradebookStatus.Several)} with several submissions, {Count(GradebookStatus.Unknown)} unknown",
        };
        if (graded.Count > 0)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Mean {graded.Average(result => result.Points.Points):0.##} of {graded.Max(result => result.Points.Max):0.####} points, {graded.Average(result => result.Points.Pending):0.##} pending"));
        lines.Add($"In {output}: {RunFolder.GradebookName}, {RunFolder.Results}, {RunFolder.Manifest}");
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Of what happened to the submissions; what the roster says changes nothing.</summary>
    public static ExitCode Code(IEnumerable<ResultSummary> results) => ExitCodes.Combine([.. results.Select(result => result.Error?.Kind switch
    {
        null => ExitCode.Done,
        ResultErrors.Internal => ExitCode.InternalError,
        ResultErrors.Outside => ExitCode.Partial,
        _ => ExitCode.UnreadableSubmission,
    }).Distinct()]);

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
