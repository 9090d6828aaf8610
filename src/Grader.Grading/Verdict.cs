namespace Grader.Grading;

/// <summary>What was decided about one check.</summary>
public enum Verdict
{
    /// <summary>Right.</summary>
    Correct,

    /// <summary>Right, given the student's own earlier value.</summary>
    CarriedForward,

    /// <summary>Some of it right: rows or entries of a matrix, half of a claim.</summary>
    Partial,

    /// <summary>Read whole, and wrong.</summary>
    Incorrect,

    /// <summary>Nothing in the part answers it.</summary>
    Missing,

    /// <summary>Found, but not read whole.</summary>
    Unreadable,

    /// <summary>A person must look.</summary>
    NeedsReview,
}

/// <summary>The names of verdicts in files.</summary>
public static class Verdicts
{
    /// <summary>The name in a report: <c>carried-forward</c>.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Correct => "correct",
        Verdict.CarriedForward => "carried-forward",
        Verdict.Partial => "partial",
        Verdict.Incorrect => "incorrect",
        Verdict.Missing => "missing",
        Verdict.Unreadable => "unreadable",
        Verdict.NeedsReview => "needs-review",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "no such verdict"),
    };

    /// <summary>The verdict of a name, in whatever case; null for none.</summary>
    public static Verdict? Named(string name)
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            if (verdict.Name().Equals(name, StringComparison.OrdinalIgnoreCase))
                return verdict;
        }
        return null;
    }

    /// <summary>All points, or all that the assignment gives a right answer from a wrong one.</summary>
    public static bool IsAccepting(this Verdict verdict) => verdict is Verdict.Correct or Verdict.CarriedForward;

    /// <summary>An answer was read and judged: it is not missing, unreadable or for a person.</summary>
    public static bool IsDecided(this Verdict verdict) => verdict is Verdict.Correct or Verdict.CarriedForward or Verdict.Partial or Verdict.Incorrect;
}
