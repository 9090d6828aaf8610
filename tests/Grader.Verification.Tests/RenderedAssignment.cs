using Grader.Grading;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Verification.Tests;

/// <summary>An assignment, the submission with all its right answers, and how the grader judges it in any style.</summary>
internal sealed class RenderedAssignment
{
    public RenderedAssignment(string name)
    {
        var folder = Path.Combine(Repository.Root, "cases", name);
        Assignment = CaseFolder.Assignment(folder);
        Model = ModelSubmission.Of(AnswerKey.Of(Assignment), SampleSentences.Of(Assignment, CaseFolder.Samples(folder)));
    }

    public Assignment Assignment { get; }

    /// <summary>Why a style is left out; null where it is not.</summary>
    public string? Gap(RenderingStyle style) => ReaderGaps.Of(Model, style);

    public StatedSubmission Model { get; }

    public IReadOnlyList<CheckGrade> Grade(string text) =>
        [.. SubmissionGrader.Grade(Assignment, SubmissionReader.Read("submission.md", text, SubmissionGrader.ExpectedParts(Assignment)), "").Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items)];

    public IReadOnlyList<CheckGrade> NotCorrect(string text) => [.. Grade(text).Where(grade => grade.Verdict != Verdict.Correct)];

    public bool IsDifference(string check) => Assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).Any(other => other.Id == check && other is DifferenceCheck);

    /// <summary>Checks whose verdict may follow from the student's own value of another: claims about it, and what an own quantity is the ground of.</summary>
    public ISet<string> Following(IEnumerable<string> checks)
    {
        var all = Assignment.Questions.Items.SelectMany(question => question.Parts.Items.SelectMany(part => part.Checks.Items.Select(check => (question, check)))).ToList();
        var changed = checks.ToHashSet(StringComparer.Ordinal);
        var following = new HashSet<string>(changed, StringComparer.Ordinal);
        foreach (var (question, check) in all)
        {
            if (check is DifferenceCheck difference && (changed.Contains(difference.Minuend) || changed.Contains(difference.Subtrahend)))
                following.Add(check.Id);
            if (check is EffectCheck effect && effect.Measures.Items.Any(measure => changed.Contains(measure.Before) || changed.Contains(measure.After)))
                following.Add(check.Id);
            if (all.Exists(other => other.question == question && other.check is OwnCheck && changed.Contains(other.check.Id)))
                following.Add(check.Id);
        }
        return following;
    }
}
