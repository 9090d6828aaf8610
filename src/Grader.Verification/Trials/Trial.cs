using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>A generated submission: what it says, how it is written, and which of its answers are wrong.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Changes">At most one a question; empty where all answers are right.</param>
/// <param name="LeftOut">Why styles that were drawn before this one were left out.</param>
internal sealed record Trial(int Number, RenderingStyle Style, StatedSubmission Submission, Sequence<Change> Changes, Sequence<string> LeftOut)
{
    public string Text => SubmissionRenderer.Render(Submission, Style);

    /// <summary>The change that makes a check's answer wrong; null where none does.</summary>
    public Change? Wronging(string check) => Changes.Items.FirstOrDefault(change => change.Wrong.Items.Contains(check));

    /// <summary>Whether its verdict says nothing of how well is judged.</summary>
    public bool IsTouched(string check) => Changes.Items.Any(change => change.Touched.Items.Contains(check));
}
