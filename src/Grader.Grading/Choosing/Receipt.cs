using Grader.Mathematics;

namespace Grader.Grading;

/// <summary>
/// What was read of a submission, for the student who hands it in: per check what was found and where, or that nothing was. Nothing in it follows from a right answer.
/// </summary>
/// <param name="Images">Where images stand, which cannot be read.</param>
/// <param name="Unread">Formulas that could not be read, and where reading stopped.</param>
public sealed record Receipt(string Assignment, string Title, SubmissionIdentity Submission, Sequence<ReceiptQuestion> Questions, Sequence<Found> Images, Sequence<UnreadFormula> Unread, Sequence<RepairMade> Repairs)
{
    /// <summary>Whose variant of the assignment it was read by; empty for nobody's.</summary>
    public string Student { get; init; } = "";

    /// <summary>What of the submission was not read, or is doubtful as a whole.</summary>
    public Sequence<RemarkMade> Remarks { get; init; }
}

public sealed record ReceiptQuestion(string Id, string Title, Sequence<ReceiptCheck> Checks);

/// <param name="Ask">What was asked.</param>
/// <param name="Read">What was taken for it, in the order of the text; empty where nothing was found.</param>
/// <param name="Note">What a student may want to mend: a place that was not read whole, an earlier answer that a later one replaces; empty for nothing.</param>
public sealed record ReceiptCheck(string Id, string Kind, string Ask, Sequence<Found> Read, string Note);

public sealed record UnreadFormula(Found Found, string Why);
