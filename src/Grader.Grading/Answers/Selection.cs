namespace Grader.Grading.Answers;

/// <summary>The answer that was taken for a check.</summary>
/// <param name="Rivals">Other final answers with an equal claim to be it; where their values differ, a person decides.</param>
internal sealed record Selection(Answer Answer, IReadOnlyList<Answer> Rivals)
{
    /// <summary>It stands at the address of its check in a table, and so nowhere else.</summary>
    public bool IsAddressed { get; init; }

    /// <summary>Of answers with an equal claim the last, in the order of the text. The others are its rivals, unless it corrects them, or stands in a part that was answered anew.</summary>
    public static Selection LastOf(IReadOnlyList<Answer> answers)
    {
        var last = answers[^1];
        return new(last, Correction.Says(last) ? [] : [.. answers.Take(answers.Count - 1).Where(answer => answer.Section == last.Section)]);
    }
}
