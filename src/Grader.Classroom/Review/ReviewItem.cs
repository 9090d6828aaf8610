using Grader.Classroom.Decisions;
using Grader.Mathematics;

using Decision = Grader.Classroom.Decisions.Decision;

namespace Grader.Classroom.Review;

/// <summary>An answer that waits for a person, or that a person has decided.</summary>
/// <param name="Submission">Its name: never shown to who decides.</param>
/// <param name="Input">SHA-256 of the submission.</param>
/// <param name="Check">As the program graded it.</param>
/// <param name="Answer">What was read for it, whole.</param>
/// <param name="Rubric">What it is judged by.</param>
/// <param name="Decisions">On this answer, in their order.</param>
public sealed record ReviewItem(string Submission, string Input, GradedCheck Check, string Answer, CheckRubric Rubric, Sequence<Decision> Decisions)
{
    /// <summary>What of the decisions holds.</summary>
    public StandingDecisions Standing { get; } = StandingDecisions.Of(Decisions, Input, Check, Rubric);

    /// <summary>Nobody has to look any more.</summary>
    public bool IsDecided => Standing.IsDecided;

    public ReviewItem With(Decision decision) => new(Submission, Input, Check, Answer, Rubric, [.. Decisions, decision]);
}

/// <summary>Answers to one check that say the same, but for what does not matter; decided together.</summary>
/// <param name="Number">In the queue, 1-based; the same for whoever opens the run.</param>
/// <param name="IsSure">The program is sure of them; they are in the queue since somebody wants to see them, too.</param>
/// <param name="Items">In the order of the submissions.</param>
public sealed record ReviewGroup(int Number, string Check, bool IsSure, Sequence<ReviewItem> Items)
{
    public bool IsDecided => Items.Items.All(item => item.IsDecided);

    /// <summary>The one that is shown: the first that waits; what it is judged by is the same for all.</summary>
    public ReviewItem Shown => Items.Items.FirstOrDefault(item => !item.IsDecided) ?? Items[0];

    /// <summary>Another after whatever was decided or taken back in it: a form that was made before is about answers that are not those it showed.</summary>
    public int Version => Items.Items.Sum(item => item.Decisions.Count);

    /// <summary>The answers that wait, as they were written: each wording once, with those who wrote it; of a group that is decided, all.</summary>
    public IReadOnlyList<(string Answer, IReadOnlyList<ReviewItem> Items)> Wordings =>
        [.. Items.Items.Where(item => IsDecided || !item.IsDecided).GroupBy(item => item.Answer.Trim(), StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => (group.Key, (IReadOnlyList<ReviewItem>)[.. group]))];
}
