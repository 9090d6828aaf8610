using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <param name="Verdicts">A person's, on some or all of its checks.</param>
public sealed record LabelledSubmission(GradedSubmission Graded, Sequence<HumanVerdict> Verdicts);

/// <summary>Measures on submissions that people graded how often an assignment's checks are judged otherwise.</summary>
public static class LabelledTest
{
    private static readonly string[] InWords = ["choice", "effect", "order"];

    /// <param name="submissions">In the order in which they are told.</param>
    public static LabelledReport Measure(Assignment assignment, Sequence<LabelledSubmission> submissions)
    {
        var answers = submissions.Items.SelectMany(Answers).ToList();
        var checks = assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).ToList();
        var order = checks.Select((check, index) => (check.Id, index)).ToDictionary(item => item.Id, item => item.index, StringComparer.Ordinal);
        var kinds = checks.ToDictionary(check => check.Id, check => check.Kind, StringComparer.Ordinal);
        return new(
            assignment.Id,
            assignment.Title,
            assignment.Sha256,
            submissions.Count,
            checks.Select(check => answers.Where(answer => answer.Human.Check == check.Id).Aggregate(LabelledRates.None(check.Id, check.Kind), (sum, answer) => sum.Add(answer.Judged, answer.Human.IsRight))).ToSequence(),
            [Words("rubric checks", kind => kind == "rubric"), Words("other answers in words", InWords.Contains)],
            answers.Where(answer => answer.Judged != Judged.AsAllowed).OrderBy(answer => answer.Judged).ThenBy(answer => answer.Submission).ThenBy(answer => order[answer.Human.Check]).Select(answer => answer.Disagreement).ToSequence(),
            submissions.Items.Where(submission => submission.Graded.Report is null).Select(submission => new FileNotRead(submission.Graded.File, submission.Graded.Problem)).ToSequence());

        WordsTable Words(string name, Func<string, bool> isOf) => WordsTable.Of(name, answers.Where(answer => isOf(kinds[answer.Human.Check])).Select(answer => (answer.Human.Allowed[0], answer.Disagreement.Verdict)));
    }

    /// <summary>How a verdict stands to those that a person allows.</summary>
    internal static Judged Judge(Verdict verdict, HumanVerdict human)
    {
        if (human.Allowed.Items.Contains(verdict))
            return Judged.AsAllowed;
        return verdict switch
        {
            Verdict.NeedsReview => Judged.Review,
            Verdict.Unreadable => Judged.Unreadable,
            Verdict.Correct or Verdict.CarriedForward => human.IsRight ? Judged.Otherwise : Judged.FalseAccept,
            _ => human.IsRight ? Judged.FalseReject : Judged.Otherwise,
        };
    }

    private static IEnumerable<Answer> Answers(LabelledSubmission submission, int number)
    {
        var grades = submission.Graded.Checks.ToDictionary(grade => grade.Id, StringComparer.Ordinal);
        foreach (var human in submission.Verdicts)
        {
            var grade = grades.GetValueOrDefault(human.Check);
            var verdict = grade?.Verdict ?? Verdict.Unreadable;
            var judged = Judge(verdict, human);
            yield return new(number, human, judged, new(judged, submission.Graded.File, human.Check, grade?.Found, verdict, human.Allowed, grade?.Message ?? submission.Graded.Problem, human.Note));
        }
    }

    private sealed record Answer(int Submission, HumanVerdict Human, Judged Judged, Disagreement Disagreement);
}
