namespace Grader.Grading.Answers;

/// <summary>The answer that was taken for a check.</summary>
/// <param name="Rivals">Other final answers with an equal claim to be it; where their values differ, a person decides.</param>
internal sealed record Selection(Answer Answer, IReadOnlyList<Answer> Rivals)
{
    /// <summary>It stands at the address of its check in a table, and so nowhere else.</summary>
    public bool IsAddressed { get; init; }
}
