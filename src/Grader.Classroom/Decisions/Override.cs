using System.Globalization;
using Grader.Classroom.Runs;

namespace Grader.Classroom.Decisions;

/// <summary>A person's points for a check of a student, in place of the program's.</summary>
public static class Override
{
    private const int MostNamed = 40;

    /// <param name="student">Id or name of the student, or name of the submission.</param>
    /// <exception cref="ClassroomException">There is no such student, check or points; or the run cannot be written.</exception>
    public static Overridden Apply(string run, string student, string check, decimal points, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw Refused("--reason: write why, for whoever asks later.");
        RunFolder.ReadComplete(run);
        using var folder = RunFolder.Open(run);
        var (summary, line) = Find(run, student);
        var checks = DecidedResults.Checks(line);
        var graded = checks.Items.FirstOrDefault(graded => graded.Id == check)
            ?? throw Refused($"-c {check}: {summary.Name} has no such check{(summary.Error is null ? $". There are: {string.Join(", ", checks.Items.Take(MostNamed).Select(graded => graded.Id))}" : ": it was not graded")}.");
        if (points < 0 || points > graded.Max)
            throw Refused(string.Create(CultureInfo.InvariantCulture, $"--points {points}: {check} has from 0 to {graded.Max} points."));
        var rubrics = Rubrics.Read(run);
        var before = Decided();
        Ledger.Append(run, [LedgerEntry.Of(new(summary.Name, check, new GivenPoints(points), reason.Trim()) { Id = Decision.NewId(), Time = DateTimeOffset.UtcNow, Input = summary.Input }, student)]);
        folder.WriteGradebook();
        return new(summary.Name, graded, before, Decided());

        ResultSummary Decided() => Ledger.Read(run).Apply(summary, line, rubrics);
    }

    private static (ResultSummary Summary, ReadOnlyMemory<byte> Line) Find(string run, string student)
    {
        var found = RunResults.Lines(run)
            .Where(result => result.Summary.Name == student || result.Summary.Students.Items.Any(author => author.Id == student || author.Name == student))
            .Select(result => (result.Summary, Line: (ReadOnlyMemory<byte>)result.Line.ToArray())).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw Refused($"-s {student}: {run} has no submission of such a student. Give the id that the gradebook has, or the submission's name."),
            _ => throw Refused($"-s {student}: {found.Count} submissions are of such a student ({string.Join(", ", found.Take(MostNamed).Select(result => result.Summary.Name))}). Give the submission's name."),
        };
    }

    private static ClassroomException Refused(string message) => new(ClassroomFault.Usage, message);
}

/// <param name="Check">As the program graded it.</param>
/// <param name="Before">The student's sums before, and after.</param>
public sealed record Overridden(string Submission, GradedCheck Check, ResultSummary Before, ResultSummary After);
