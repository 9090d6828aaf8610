using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Gradebooks;

/// <summary>A student's line in the gradebook.</summary>
/// <param name="Submission">Names of what was handed in; empty where nothing was.</param>
/// <param name="Points">Null where none are known.</param>
/// <param name="Message">What a person must know: why there are no points.</param>
public sealed record GradebookRow(string Student, string Name, string Email, string Section, string Submission, string Status, bool IsLate, PointsSum? Points, Sequence<QuestionPoints> Questions, string Message)
{
    /// <summary>Checks whose points a person gave, or a regrade did not lower.</summary>
    public int Decided { get; init; }
}

/// <summary>What a line of the gradebook says of its student.</summary>
public static class GradebookStatus
{
    public const string Graded = "graded";

    /// <summary>Graded; some points are pending.</summary>
    public const string NeedsReview = "needs-review";

    /// <summary>Handed in, and not graded.</summary>
    public const string Error = "error";

    /// <summary>In the roster, and nothing was handed in.</summary>
    public const string Missing = "missing";

    /// <summary>Several submissions, of which none is taken.</summary>
    public const string Several = "several";

    /// <summary>Handed in, by nobody whom the roster names.</summary>
    public const string Unknown = "unknown";
}
