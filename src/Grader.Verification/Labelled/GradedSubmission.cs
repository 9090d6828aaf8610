using Grader.Grading;

namespace Grader.Verification;

/// <summary>A submission of a pile, graded, or why it could not be read.</summary>
/// <param name="File">Its name in the pile's folder.</param>
/// <param name="Report">Null where it could not be read at all.</param>
/// <param name="Problem">Why not; empty where it could.</param>
public sealed record GradedSubmission(string File, GradeReport? Report, string Problem)
{
    /// <summary>Whether it is the grader that failed on it: a bug.</summary>
    public bool IsInternalError { get; init; }

    internal IEnumerable<CheckGrade> Checks => Report is null ? [] : Report.Checks();
}
