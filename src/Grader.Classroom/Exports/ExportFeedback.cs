using Grader.Classroom.Decisions;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Runs;

namespace Grader.Classroom.Exports;

/// <summary>What a student reads beside the grade: sums, and which checks did not earn all. No right answer, and nothing that gives one away.</summary>
internal sealed class ExportFeedback
{
    private readonly Dictionary<string, string> _bySubmission;

    private ExportFeedback(Dictionary<string, string> bySubmission) => _bySubmission = bySubmission;

    /// <exception cref="ClassroomException">The run's files are not there, or damaged.</exception>
    public static ExportFeedback Of(string run)
    {
        var (ledger, rubrics) = (Ledger.Read(run), Rubrics.Read(run));
        return new(RunResults.Lines(run).ToDictionary(result => result.Summary.Name, result => Checks(result.Summary, result.Line, ledger.On(result.Summary.Name), rubrics), StringComparer.Ordinal));
    }

    /// <summary><c>31.5 of 40 points, 4 pending: a person decides. Question 1: 9 of 10. 1b.output: incorrect, 0 of 1.</c></summary>
    public string Text(GradebookRow row) => string.Join(' ', (IEnumerable<string>)
    [
        row.Points is { } sum ? $"{Share(sum)} points{Pending(sum)}." : "",
        .. row.Questions.Items.Select(question => $"Question {question.Id}: {Share(question.Sum)}."),
        _bySubmission.GetValueOrDefault(row.Submission, ""),
    ]).Trim();

    private static string Checks(ResultSummary summary, ReadOnlyMemory<byte> line, IReadOnlyList<Decision> decisions, Rubrics rubrics) => string.Join(' ', DecidedResults.Checks(line).Items
        .Select(check => Check(check, StandingDecisions.Of(decisions.Where(decision => decision.Check == check.Id), summary.Input, check, rubrics[check.Id]))).Where(say => say.Length > 0));

    /// <summary>Where a person decided, the program's own verdict holds no more; a comment made in review is for the student, the reason of an override for whoever asks.</summary>
    private static string Check(GradedCheck check, StandingDecisions standing)
    {
        if (standing is { IsDecided: true, Points: { } points })
        {
            var comments = string.Join(' ', standing.Beside.Items.Where(decision => decision.IsReview && decision.Reason.Length > 0).Select(decision => decision.Reason).Distinct(StringComparer.Ordinal));
            return points >= check.Max && comments.Length == 0 ? "" : $"{check.Id}: {GradebookWriter.Number(points)} of {GradebookWriter.Number(check.Max)}{(comments.Length > 0 ? $": {comments}" : ".")}";
        }
        return check.Points < check.Max ? $"{check.Id}: {check.Verdict}, {Share(new(check.Points, check.Pending, check.Max))}." : "";
    }

    private static string Share(PointsSum sum) => $"{GradebookWriter.Number(sum.Points)} of {GradebookWriter.Number(sum.Max)}";

    private static string Pending(PointsSum sum) => sum.Pending > 0 ? $", {GradebookWriter.Number(sum.Pending)} pending: a person decides" : "";
}
