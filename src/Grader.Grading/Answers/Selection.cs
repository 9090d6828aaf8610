namespace Grader.Grading.Answers;

/// <summary>The answer that was taken for a check.</summary>
/// <param name="Rivals">Other final answers with an equal claim to be it; where their values differ, a person decides.</param>
/// <param name="Uncertain">Why the choice is a guess, or null: "the labels do not say which of two".</param>
internal sealed record Selection(Answer Answer, IReadOnlyList<Answer> Rivals, string? Uncertain);
