using Grader.Grading;

namespace Grader.Verification;

/// <summary>What a verdict on an answer that is known to be right, or wrong, says of the grader.</summary>
internal static class TrialVerdict
{
    /// <returns>Null where the answer got what it deserves.</returns>
    public static Failing? OfRight(Verdict verdict) => verdict switch
    {
        Verdict.Correct or Verdict.CarriedForward => null,
        Verdict.NeedsReview => Failing.Review,
        Verdict.Unreadable => Failing.Unreadable,
        _ => Failing.FalseReject,
    };

    /// <summary>Correct; or right given an earlier value of the student's own, where the only value that is wrong is this one.</summary>
    public static bool IsAccepted(Verdict verdict, Change change) =>
        verdict == Verdict.Correct || (verdict == Verdict.CarriedForward && change is { Wrong.Count: 1, Touched.Count: 0, Kind: >= ChangeKind.Digit and <= ChangeKind.Transposed });
}
