using Grader.Mathematics;

namespace Grader.Classroom.Decisions;

/// <summary>A line of the ledger about a check: what somebody decided.</summary>
/// <param name="Submission">Its name.</param>
/// <param name="Reason">Of an override why, for whoever asks; of a review what the student is told; empty for nothing.</param>
public sealed record Decision(string Submission, string Check, Ruling Ruling, string Reason)
{
    /// <summary>No other line has it; empty in ledgers of earlier versions.</summary>
    public string Id { get; init; } = "";

    /// <summary>Who decided; empty where nobody said.</summary>
    public string By { get; init; } = "";

    /// <summary>Orders decisions of several ledgers.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>SHA-256 of the submission that was looked at; empty where it holds for any.</summary>
    public string Input { get; init; } = "";

    /// <summary>As <see cref="CheckRubric.IdentityOf"/>; empty where it holds whatever is asked.</summary>
    public string Rubric { get; init; } = "";

    /// <summary>Made in a review, one of several people's; else it is an override, or points kept by a regrade.</summary>
    public bool IsReview { get; init; }

    /// <summary>Ids of the decisions that its maker saw, and that it takes the place of, whoever made them. What was not seen stands beside it.</summary>
    public Sequence<string> Replaces { get; init; }

    public static string NewId() => Guid.NewGuid().ToString("N")[..16];

    /// <summary>It is about something that is not there any more.</summary>
    /// <param name="input">Of the submission today.</param>
    /// <param name="check">As the program graded it today.</param>
    public bool IsStale(string input, GradedCheck check, CheckRubric rubric) =>
        (Input.Length > 0 && Input != input) || (Rubric.Length > 0 && Rubric != rubric.IdentityOf(check, Ruling)) || Ruling.PointsOf(check, rubric.Ideas) is null;
}
