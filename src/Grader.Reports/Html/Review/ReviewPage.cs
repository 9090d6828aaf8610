using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>What a person sees who decides on answers that say the same; nothing in it names a student.</summary>
/// <param name="Title">Of the assignment.</param>
/// <param name="Base">What all addresses of the page begin with; it ends with a slash.</param>
/// <param name="Progress">How far, and how fast.</param>
/// <param name="Number">Of the group in the queue.</param>
public sealed record ReviewPage(string Title, string Base, string Progress, int Number)
{
    /// <summary>Id of the check.</summary>
    public required string Check { get; init; }

    public string Ask { get; init; } = "";

    /// <summary>Of the question: heading, and text in Markdown.</summary>
    public string Question { get; init; } = "";

    public string QuestionText { get; init; } = "";

    /// <summary>The right answer.</summary>
    public string Expected { get; init; } = "";

    /// <summary><see cref="Expected"/> is Markdown.</summary>
    public bool IsProse { get; init; }

    public Sequence<ReviewIdea> Ideas { get; init; }

    /// <summary>What the program says of the answer.</summary>
    public string Message { get; init; } = "";

    public decimal Points { get; init; }

    public decimal Pending { get; init; }

    public decimal MaxPoints { get; init; }

    /// <summary>Each wording once, the most frequent first.</summary>
    public Sequence<ReviewWording> Wordings { get; init; }

    /// <summary>The submission that is shown, and what was read of it for the check.</summary>
    public Sequence<SubmissionPassage> Text { get; init; }

    public Sequence<Found> Read { get; init; }

    /// <summary>Comments written before, the latest first.</summary>
    public Sequence<string> Comments { get; init; }

    /// <summary>Decisions on it that do not hold, or that disagree, a sentence each.</summary>
    public Sequence<string> Earlier { get; init; }

    public bool CanUndo { get; init; }

    /// <summary>Of the group: a form that is sent back names it.</summary>
    public int Version { get; init; }

    /// <summary>What was filled in when it was refused.</summary>
    public string Comment { get; init; } = "";

    public string GivenPoints { get; init; } = "";

    /// <summary>Another of the queue that was decided last; null for none.</summary>
    public int? Last { get; init; }

    /// <summary>Why the last try was refused; empty where it was not.</summary>
    public string Problem { get; init; } = "";
}

/// <param name="Points">What it is worth.</param>
/// <param name="IsTicked">The program found it, or a person did before.</param>
public sealed record ReviewIdea(string Id, string Say, decimal Points, bool IsTicked);

/// <param name="Count">How many wrote it so.</param>
public sealed record ReviewWording(string Answer, int Count)
{
    /// <summary>What the form calls it.</summary>
    public required string Id { get; init; }
}

/// <summary>The queue, check by check.</summary>
/// <param name="Note">What is to know before one begins; empty for nothing.</param>
public sealed record ReviewOverview(string Title, string Base, string Progress, Sequence<ReviewRow> Rows, string Note, bool CanUndo);

/// <param name="Trouble">Decisions that are out of date, or disagree; empty for none.</param>
public sealed record ReviewRow(string Check, string Ask, int Groups, int DecidedGroups, int Answers, int DecidedAnswers, string Trouble)
{
    public bool IsDone => DecidedGroups == Groups;
}
