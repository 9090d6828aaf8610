using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>Words with which a student takes back what was said before: "Actually, the answer is 5".</summary>
internal static class Correction
{
    private static readonly HashSet<string> Openings = new(StringComparer.Ordinal) { "actually", "correction", "corrected", "edit", "erratum", "oops", "rather", "korrektur", "korrigiert", "eigentlich" };

    /// <summary>A correction is said where its sentence or its label begins.</summary>
    public static bool Says(Answer answer)
    {
        var words = answer.Statement is SentenceStatement && answer.Context is [var sentence, ..] ? sentence : answer.Label;
        return words is [var first, ..] && Openings.Contains(first);
    }
}
