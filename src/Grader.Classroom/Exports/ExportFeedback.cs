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
        var decided = Ledger.Read(run).BySubmission;
        return new(RunResults.Lines(run).ToDictionary(result => result.Summary.Name, result => Checks(result.Line, decided.GetValueOrDefault(result.Summary.Name) ?? []), StringComparer.Ordinal));
    }

    /// <summary><c>31.5 of 40 points, 4 pending: a person decides. Question 1: 9 of 10. 1b.output: incorrect, 0 of 1.</c></summary>
    public string Text(GradebookRow row) => string.Join(' ', (IEnumerable<string>)
    [
        row.Points is { } sum ? $"{Share(sum)} points{Pending(sum)}." : "",
        .. row.Questions.Items.Select(question => $"Question {question.Id}: {Share(question.Sum)}."),
        _bySubmission.GetValueOrDefault(row.Submission, ""),
    ]).Trim();

    /// <summary>What a person decided is in the sums, and the program's own verdict of it holds no more.</summary>
    private static string Checks(ReadOnlyMemory<byte> line, IReadOnlyList<Decision> decided) => string.Join(' ', DecidedResults.Checks(line).Items
        .Where(check => check.Points < check.Max && decided.All(decision => decision.Check != check.Id))
        .Select(check => $"{check.Id}: {check.Verdict}, {Share(new(check.Points, check.Pending, check.Max))}."));

    private static string Share(PointsSum sum) => $"{GradebookWriter.Number(sum.Points)} of {GradebookWriter.Number(sum.Max)}";

    private static string Pending(PointsSum sum) => sum.Pending > 0 ? $", {GradebookWriter.Number(sum.Pending)} pending: a person decides" : "";
}
