using Grader.Mathematics;

namespace Grader.Submissions;

/// <summary>Takes a student's Markdown apart.</summary>
public static class SubmissionReader
{
    /// <param name="expected">The questions and parts there are, for labels that only the assignment knows; empty to go by the text alone.</param>
    public static SubmissionDocument Read(string name, string text, Sequence<ExpectedPart> expected = default) => throw new InvalidOperationException("contract");
}

/// <param name="Question"><c>1</c>.</param>
/// <param name="Part"><c>a</c>, or null for the question itself.</param>
/// <param name="Labels">Words that its heading may say besides its number.</param>
public sealed record ExpectedPart(string Question, string? Part, Sequence<string> Labels);
