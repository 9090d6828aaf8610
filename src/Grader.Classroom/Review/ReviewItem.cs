using System.Text;
using Grader.Classroom.Decisions;
using Grader.Grading;
using Grader.Mathematics;

using Decision = Grader.Classroom.Decisions.Decision;

namespace Grader.Classroom.Review;

/// <summary>An answer that waits for a person, or that a person has decided.</summary>
/// <param name="Submission">Its name: never shown to who decides.</param>
/// <param name="Input">SHA-256 of the submission.</param>
/// <param name="Check">As the program graded it.</param>
/// <param name="Answer">What was read for it, whole.</param>
/// <param name="Ideas">Of the check's rubric; none where it has none.</param>
/// <param name="Decisions">On this answer, in their order.</param>
public sealed record ReviewItem(string Submission, string Input, GradedCheck Check, string Answer, Sequence<RubricIdea> Ideas, Sequence<Decision> Decisions)
{
    /// <summary>What of the decisions holds.</summary>
    public StandingDecisions Standing { get; } = StandingDecisions.Of(Decisions, Input, Check, Ideas);

    /// <summary>Nobody has to look any more.</summary>
    public bool IsDecided => Standing.IsDecided;

    public ReviewItem With(Decision decision) => new(Submission, Input, Check, Answer, Ideas, [.. Decisions, decision]);
}

/// <summary>A submission as a person looks at it.</summary>
/// <param name="Passages">Its text.</param>
/// <param name="Read">By id of the check.</param>
public sealed record ReviewedSubmission(Sequence<SubmissionPassage> Passages, IReadOnlyDictionary<string, ReadAnswer> Read)
{
    private const int LongestGap = 400;

    /// <summary>What was read for a check with what stands between: a table or an image there is part of the answer, though nothing was read of it.</summary>
    /// <returns>Empty where nothing was read.</returns>
    public string AnswerOf(string check)
    {
        var answer = new StringBuilder();
        Found? last = null;
        foreach (var found in Read.GetValueOrDefault(check)?.Places.Items.OrderBy(found => found.Start) ?? Enumerable.Empty<Found>())
        {
            if (last is not null && found.Start < last.End)
                continue;
            if (last is not null)
                answer.Append(Between(last, found));
            answer.Append(found.Text);
            last = found;
        }
        return answer.ToString();
    }

    private string Between(Found one, Found other) =>
        other.Start - one.End <= LongestGap && Passages.Items.FirstOrDefault(passage => passage.Start <= one.End && other.Start <= passage.Start + passage.Text.Length) is { } passage
            ? passage.Text[(one.End - passage.Start)..(other.Start - passage.Start)]
            : "\n…\n";
}

/// <param name="Places">What was read for the check, in the order of the text.</param>
/// <param name="Ideas">Ids of the ideas of its rubric that the program finds said.</param>
public sealed record ReadAnswer(Sequence<Found> Places, Sequence<string> Ideas);

/// <summary>Answers to one check that say the same, but for what does not matter; decided together.</summary>
/// <param name="Number">In the queue, 1-based; the same for whoever opens the run.</param>
/// <param name="Items">In the order of the submissions.</param>
public sealed record ReviewGroup(int Number, string Check, Sequence<ReviewItem> Items)
{
    public bool IsDecided => Items.Items.All(item => item.IsDecided);

    /// <summary>The one that is shown: the first that waits; what it is judged by is the same for all.</summary>
    public ReviewItem Shown => Items.Items.FirstOrDefault(item => !item.IsDecided) ?? Items[0];

    /// <summary>The answers that wait, as they were written: each wording once, with those who wrote it; of a group that is decided, all.</summary>
    public IReadOnlyList<(string Answer, IReadOnlyList<ReviewItem> Items)> Wordings =>
        [.. Items.Items.Where(item => IsDecided || !item.IsDecided).GroupBy(item => item.Answer.Trim(), StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => (group.Key, (IReadOnlyList<ReviewItem>)[.. group]))];
}
