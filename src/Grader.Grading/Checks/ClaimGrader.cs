using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>Judges a check that has no quantity in the worksheet: words, a figure of the student's own, agreement between the student's own numbers.</summary>
internal abstract class ClaimGrader(Check check)
{
    public Check Check => check;

    public abstract Outcome Judge(SubmissionReading reading);

    /// <summary>What it is judged by, where that is no answer that checks compete for.</summary>
    public virtual IEnumerable<Evidence> Evidence(SubmissionReading reading) => [];

    /// <summary>What was read for it, of which nothing tells what is right.</summary>
    public virtual IEnumerable<Evidence> Read(SubmissionReading reading) => Evidence(reading);
}
