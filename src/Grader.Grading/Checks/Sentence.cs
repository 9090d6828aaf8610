using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>A statement of prose as evidence.</summary>
internal static class Sentence
{
    private const int LongestShown = 300;

    public static Found Found(Statement statement) =>
        new(Shorten(statement.Text), statement.Place.Line, statement.Place.Column, statement.Place.EndLine, statement.Place.EndColumn);

    public static Found Found(ChangeClaim claim) => new(Shorten(claim.Text), claim.Place.Line, claim.Place.Column, claim.Place.EndLine, claim.Place.EndColumn);

    public static string Shorten(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
}
