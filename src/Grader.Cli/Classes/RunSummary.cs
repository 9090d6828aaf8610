using System.Globalization;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;

namespace Grader.Cli.Classes;

/// <summary>What a finished run says for itself: sums on standard output, what a person must look at on standard error.</summary>
internal static class RunSummary
{
    /// <param name="isPublic">Others read the log: nobody is named.</param>
    public static void TellProblems(Roster? roster, RunTally tally, bool isPublic)
    {
        Tell([.. roster?.Problems.Items.Take(RunTally.MostKept) ?? []], roster?.Problems.Count ?? 0, "rows of the roster have problems");
        TellRows(GradebookStatus.Error, row => $"{row.Submission}: not graded: {row.Message}", "submissions were not graded");
        TellRows(GradebookStatus.Several, row => $"{row.Student}: {row.Message} ({row.Submission})", "students handed in several submissions, of which none is taken");
        TellRows(GradebookStatus.Unknown, row => $"{row.Submission}: {row.Message}", "submissions are by nobody whom the roster names");

        void TellRows(string status, Func<GradebookRow, string> say, string counted) => Tell([.. tally.FirstOf(status).Select(say)], tally.RowsOf(status), counted);

        void Tell(IReadOnlyList<string> first, int count, string counted)
        {
            foreach (var line in isPublic ? [] : first)
                StandardError.WriteLine(line);
            if (count > (isPublic ? 0 : first.Count))
                StandardError.WriteLine(isPublic ? $"{count} {counted}; see {RunFolder.GradebookName}." : $"and {count - first.Count} more; see {RunFolder.GradebookName}.");
        }
    }

    public static string Text(string assignment, string output, RunTally tally)
    {
        var lines = new List<string>
        {
            $"{assignment}: {Counted(tally.Submissions, "submission")}: {tally.Graded} graded, {tally.Pending} of them with points pending; {tally.Submissions - tally.Graded} not graded",
            $"{Counted(tally.Rows, "row")} in the gradebook: {tally.RowsOf(GradebookStatus.Graded) + tally.RowsOf(GradebookStatus.NeedsReview)} with points, {tally.RowsOf(GradebookStatus.Missing)} without a submission, {tally.RowsOf(GradebookStatus.Error)} not graded, {tally.RowsOf(GradebookStatus.Several)} with several submissions, {tally.RowsOf(GradebookStatus.Unknown)} unknown",
        };
        if (tally.Graded > 0)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Mean {tally.MeanPoints:0.##} of {tally.MaxPoints:0.####} points, {tally.MeanPendingPoints:0.##} pending"));
        lines.Add($"In {output}: {RunFolder.GradebookName}, {RunFolder.Results}, {RunFolder.Manifest}");
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Of what happened to the submissions; what the roster says changes nothing.</summary>
    public static ExitCode Code(RunTally tally) => ExitCodes.Combine([ExitCode.Done, .. tally.Errors.Select(kind => kind switch
    {
        ResultErrors.Internal => ExitCode.InternalError,
        ResultErrors.Outside => ExitCode.Partial,
        _ => ExitCode.UnreadableSubmission,
    }).Distinct()]);

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
