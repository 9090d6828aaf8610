using System.Text.RegularExpressions;
using Grader.Grading.Answers;

namespace Grader.Grading.Checks;

/// <summary>What stands before and behind a figure in its sentence, or in its item of a list.</summary>
internal static partial class SentenceAround
{
    private const int Reach = 240;

    /// <param name="text">The whole submission.</param>
    public static (string Before, string After) Of(Answer answer, string text)
    {
        var (start, end) = (Math.Clamp(answer.Place.Start, 0, text.Length), Math.Clamp(answer.Place.End, 0, text.Length));
        var before = text[Math.Max(0, start - Reach)..start];
        before = before[(SentenceEnd().Matches(before) is [.., var last] ? last.Index + last.Length : 0)..];
        var after = text.Substring(end, Math.Min(Reach, text.Length - end));
        return (before, SentenceEnd().Match(after) is { Success: true } stop ? after[..stop.Index] : after);
    }

    [GeneratedRegex(@"[.!?;]\s|\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
