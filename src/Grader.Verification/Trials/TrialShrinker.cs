using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>Makes a failing submission as small as it gets: fewer questions, parts and answers, a plainer style.</summary>
/// <param name="gap">Why a style is left out; null where it is not.</param>
internal sealed class TrialShrinker(TrialGrades grades, Func<RenderingStyle, string?> gap)
{
    /// <returns>What is left of it, and how the check is judged there.</returns>
    public (Trial Trial, CheckGrade Grade) Smallest(Trial trial, string check, Failing failing)
    {
        var wrong = trial.Wronging(check);
        // What fails in the plainest style, too, fails for what it says.
        var isOfStyle = wrong is null && !Fails(trial.Submission, RenderingStyle.Plain);
        var smallest = Reduced(trial.Submission, submission => Fails(submission, trial.Style) && !(isOfStyle && Fails(submission, RenderingStyle.Plain)), check);
        var style = trial.Style.Shrink(plainer => gap(plainer) is null && Fails(smallest, plainer));
        smallest = Reduced(smallest, submission => Fails(submission, style) && !(isOfStyle && Fails(submission, RenderingStyle.Plain)), check);
        var shrunk = trial with { Submission = smallest, Style = style };
        return (shrunk, grades.Of(shrunk.Text, check));

        bool Fails(StatedSubmission submission, RenderingStyle style)
        {
            var verdict = grades.Of(SubmissionRenderer.Render(submission, style), check).Verdict;
            return wrong is null ? TrialVerdict.OfRight(verdict) == failing : TrialVerdict.IsAccepted(verdict, wrong);
        }
    }

    private static StatedSubmission Reduced(StatedSubmission submission, Func<StatedSubmission, bool> fails, string check)
    {
        foreach (var question in submission.Questions)
            submission = Try(submission, new(submission.Questions.Items.Where(other => other.Id != question.Id).ToSequence()), fails);
        foreach (var part in submission.Questions.Items.SelectMany(question => question.Parts.Items).ToList())
            submission = Try(submission, Without(submission, other => other.Letter == part.Letter && other.Question == part.Question, _ => false), fails);
        foreach (var fact in submission.Facts.Where(fact => fact.Check != check).ToList())
            submission = Try(submission, Without(submission, _ => false, other => other == fact), fails);
        return submission;
    }

    private static StatedSubmission Without(StatedSubmission submission, Func<StatedPart, bool> part, Func<Fact, bool> fact) => new(submission.Questions.Items.Select(question => question with
    {
        Parts = question.Parts.Items.Where(other => !part(other)).Select(other => other with { Facts = other.Facts.Items.Where(each => !fact(each)).ToSequence() }).ToSequence(),
        Appendix = question.Appendix.Items.Where(other => !fact(other)).ToSequence(),
    }).ToSequence());

    private static StatedSubmission Try(StatedSubmission submission, StatedSubmission smaller, Func<StatedSubmission, bool> fails) => smaller.Questions.Count > 0 && fails(smaller) ? smaller : submission;
}
