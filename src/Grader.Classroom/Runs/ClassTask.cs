using Grader.Classroom.Layouts;
using Grader.Classroom.Rosters;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Classroom.Runs;

/// <summary>A submission to grade, and whose it is.</summary>
public sealed record ClassTask(ClassSubmission Submission, Sequence<MatchedAuthor> Students)
{
    public string Name => Submission.Name;
}

/// <summary>What came of grading a submission: a report, or an error.</summary>
/// <param name="Input">SHA-256 over all that was read of the submission, lower-case hexadecimal.</param>
public sealed record GradedTask(string Input, GradeReport? Report, ResultError? Error);

/// <param name="Kind">One of <see cref="ResultErrors"/>.</param>
/// <param name="Message">Without the path of the class's folder: equal wherever it stands.</param>
public sealed record ResultError(string Kind, string Message)
{
    /// <summary>Grading the submission may end the process, or has.</summary>
    public bool IsDangerous => Kind is ResultErrors.Internal or ResultErrors.TooLarge;
}

/// <summary>Why there is no report.</summary>
public static class ResultErrors
{
    /// <summary>The submission cannot be read, or is none.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Grading took longer than the bound.</summary>
    public const string TooLong = "too-long";

    /// <summary>Grading took more memory than the bound.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A reason outside the submission: a converter, the disk.</summary>
    public const string Outside = "outside";

    /// <summary>A bug in Grader that the submission brings to light.</summary>
    public const string Internal = "internal";
}
