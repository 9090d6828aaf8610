using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>Counts what a pile of submissions answers, by check, and gathers what is alike.</summary>
public static class PreviewTally
{
    /// <param name="submissions">In the order in which they are told.</param>
    public static CasePreview Of(Assignment assignment, Sequence<GradedSubmission> submissions)
    {
        var answers = submissions.Items.SelectMany(submission => submission.Checks, (submission, grade) => new PreviewAnswer(submission.File, grade)).ToLookup(answer => answer.Grade.Id, StringComparer.Ordinal);
        var checks = assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).Select(check => Preview(check, [.. answers[check.Id]])).ToSequence();
        return new(
            assignment.Id,
            assignment.Title,
            assignment.Sha256,
            submissions.Count,
            checks,
            submissions.Items.Where(submission => submission.Report is null).Select(submission => new FileNotRead(submission.File, submission.Problem)).ToSequence(),
            PreviewFindings.Of(assignment, checks, answers));
    }

    private static CheckPreview Preview(Check check, IReadOnlyList<PreviewAnswer> answers)
    {
        var expected = answers.Select(answer => answer.Grade.Expected).Distinct(StringComparer.Ordinal).ToList();
        var reasons = new ReasonKey(check);
        return new(
            check.Id,
            check.Kind,
            check.Ask,
            expected is [var one] ? one : "",
            answers.Where(answer => answer.Grade.Verdict.IsDecided())
                .GroupBy(answer => (answer.Value, answer.Grade.Verdict))
                .Select(group => new ValueRead(group.Key.Value, group.Key.Verdict, group.Count(), group.SelectMany(answer => answer.Grade.Mistakes.Items).Distinct(StringComparer.Ordinal).ToSequence(), group.First().Example))
                .OrderByDescending(value => value.Count)
                .ToSequence(),
            answers.Where(answer => !answer.Grade.Verdict.IsDecided())
                .GroupBy(answer => (answer.Grade.Verdict, Reason: reasons.Of(answer.Grade.Message)))
                .Select(group => new UnreadFor(group.Key.Verdict, group.First().Grade.Message, group.Any(answer => answer.Grade.Message != group.First().Grade.Message), group.Count(), group.First().Example))
                .OrderBy(unread => unread.Verdict)
                .ThenByDescending(unread => unread.Count)
                .ToSequence());
    }
}
