using Grader.Mathematics;

namespace Grader.Classroom.Decisions;

/// <summary>A line of the ledger about a check: what somebody decided.</summary>
/// <param name="Submission">Its name.</param>
/// <param name="Reason">Why, or what the student is told; empty for nothing.</param>
public sealed record Decision(string Submission, string Check, Ruling Ruling, string Reason)
{
    /// <summary>Who decided; empty where nobody said.</summary>
    public string By { get; init; } = "";

    /// <summary>Orders decisions of several ledgers.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>What was looked at; null where it holds whatever becomes of that.</summary>
    public DecidedOn? On { get; init; }

    /// <summary>Made in sight of the decisions before it, which it replaces, whoever made them.</summary>
    public bool Settles { get; init; }

    /// <summary>It is about something that is not there any more.</summary>
    /// <param name="input">Of the submission today.</param>
    /// <param name="check">As the program graded it today.</param>
    public bool IsStale(string input, GradedCheck check, Sequence<RubricIdea> ideas) => On is { } on && (on.Input != input || on.Rubric != Rubrics.IdentityOf(check, ideas));
}

/// <summary>What a decision was made in sight of.</summary>
/// <param name="Input">SHA-256 of the submission.</param>
/// <param name="Rubric">As <see cref="Rubrics.IdentityOf"/>.</param>
public sealed record DecidedOn(string Input, string Rubric);
