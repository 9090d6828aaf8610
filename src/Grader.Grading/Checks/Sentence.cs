using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>A statement of prose as evidence.</summary>
internal static class Sentence
{
    private const int LongestShown = 300;

    public static Found Found(Statement statement) => Grading.Found.At(Shorten(statement.Text), statement.Place);

    public static Found Found(ChangeClaim claim) => Grading.Found.At(Shorten(claim.Text), claim.Place);

    public static string Shorten(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
}
