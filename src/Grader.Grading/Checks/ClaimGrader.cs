using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>Judges a check that has no quantity in the worksheet: words, a figure of the student's own, agreement between the student's own numbers.</summary>
internal abstract class ClaimGrader(Check check)
{
    public Check Check => check;

    public abstract Outcome Judge(SubmissionReading reading);
}
