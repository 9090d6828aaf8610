namespace Grader.Cli;

/// <summary>What the program's exit code means; the README lists them for users.</summary>
internal enum ExitCode
{
    Done = 0,
    InternalError = 1,
    AnswerIsNo = 2,
    Cancelled = 3,
    UnreadableSubmission = 4,
    WrongUsage = 5,
    WrongCase = 6,
    Partial = 7,
    NothingToGrade = 8,
    NeedsReview = 9,
}

internal static class ExitCodes
{
    // With several submissions, the first of these that applies.
    private static readonly ExitCode[] ByWeight =
    [
        ExitCode.InternalError, ExitCode.Cancelled, ExitCode.WrongCase, ExitCode.WrongUsage, ExitCode.Partial,
        ExitCode.UnreadableSubmission, ExitCode.AnswerIsNo, ExitCode.NeedsReview, ExitCode.NothingToGrade,
    ];

    public static ExitCode Combine(IReadOnlyCollection<ExitCode> codes) => ByWeight.FirstOrDefault(codes.Contains, ExitCode.Done);
}
