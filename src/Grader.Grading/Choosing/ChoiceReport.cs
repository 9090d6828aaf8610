using Grader.Mathematics;

namespace Grader.Grading;

/// <summary>How the answers of one submission were chosen: for each check what was looked at and what was taken. Labels and places decide; nothing is judged.</summary>
/// <param name="Assignment">Id of the assignment.</param>
public sealed record ChoiceReport(string Assignment, string Title, SubmissionIdentity Submission, Sequence<CheckChoice> Checks);

/// <param name="Part">Id of the part: <c>1b</c>.</param>
/// <param name="Ask">What was asked.</param>
/// <param name="Why">Why nothing was taken; empty where something was.</param>
/// <param name="Candidates">In the order of the text.</param>
public sealed record CheckChoice(string Question, string Part, string Id, string Kind, string Ask, string Why, Sequence<Candidate> Candidates);

/// <param name="IsOfKind">False for a number where a matrix is asked, and the like.</param>
/// <param name="Score">What its labels weigh; null where they were not weighed.</param>
/// <param name="Words">The words that speak for it, and where they stand; empty for none.</param>
/// <param name="Reason">What became of it, and why.</param>
public sealed record Candidate(Found Found, Standing Standing, bool IsOfKind, int? Score, string Words, string Reason)
{
    /// <summary>Ids of the ideas of a rubric that it says.</summary>
    public Sequence<string> Ideas { get; init; }
}

/// <summary>What became of a candidate.</summary>
public enum Standing
{
    PassedOver,

    /// <summary>It has the same claim as the one that was taken, which is said later.</summary>
    Rival,
    Taken,
}
