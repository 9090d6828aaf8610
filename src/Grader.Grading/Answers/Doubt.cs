using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>
/// Whether the words around an answer take it back: "1179648 is wrong", "at most 32", "32?", "maybe 32", "13 or 12". What is said that way is nobody's plain answer, and a person looks.
/// </summary>
internal static class Doubt
{
    private const int Reach = 240;
    private const int NearBefore = 3;
    private const int NearAfter = 5;

    private static readonly HashSet<string> Anywhere = new(StringComparer.Ordinal)
    {
        "wrong", "incorrect", "false", "doubt", "doubtful", "maybe", "perhaps", "might", "unsure", "guess", "guessing", "supposedly", "allegedly", "falsch", "vielleicht",
    };

    private static readonly HashSet<string> JustBefore = new(StringComparer.Ordinal) { "not", "never", "than", "most", "least", "anything", "nearly", "almost", "or", "oder", "unlike", "would", "could", "instead", "nicht" };

    private static readonly string[] Ends = [". ", "? ", "! ", "; ", "\n\n", "\n- ", "\n* ", "\r\n\r\n", "|"];

    /// <returns>Why the answer is no plain one, or null.</returns>
    /// <param name="without">Phrases of the check that say it is another's answer: "increases by", where a fall is asked.</param>
    public static string? About(Answer answer, string text, Sequence<Phrase> without = default)
    {
        if (answer.Statement is TableStatement)
            return null;
        var (start, end) = (Math.Clamp(answer.Place.Start, 0, text.Length), Math.Clamp(answer.Place.End, 0, text.Length));
        var from = Math.Max(0, start - Reach);
        var before = text[(from + After(text.AsSpan(from, start - from)))..start];
        var after = text.Substring(end, Before(text.AsSpan(end, Math.Min(Reach, text.Length - end))));
        if (answer.Statement.Check is not null)
        {
            // A row of a block of answers has no neighbours.
            before = text[Math.Min(start, answer.Statement.Place.Start)..start];
            after = text[end..Math.Clamp(answer.Statement.Place.End, end, text.Length)];
        }

        // The signs that close a formula or bold text are not what follows it.
        var follows = after.AsSpan().TrimStart(" $*`)\\").TrimStart();
        if (follows.StartsWith("?"))
            return "a question mark follows it";
        if (follows.Length > 1 && follows[0] is '/' or '^' or '÷' && !follows.StartsWith("//"))
            return "more of a formula follows it";

        var wordsBefore = Words.Of(before);
        var wordsAfter = Words.Of(after);
        foreach (var word in wordsBefore.Concat(wordsAfter))
            if (Anywhere.Contains(word))
                return $"its sentence says “{word}”";
        foreach (var word in wordsBefore.TakeLast(NearBefore))
            if (JustBefore.Contains(word))
                return $"“{word}” stands before it";
        var directlyBefore = wordsBefore.TakeLast(NearBefore).ToList();
        foreach (var phrase in without)
            if (phrase.Find(directlyBefore).Length > 0)
                return $"“{phrase.Text}” stands before it";
        if (wordsAfter is ["or" or "oder" or "ou", _, ..])
            return "“or” and another follow it";
        var next = wordsAfter.Take(NearAfter).ToList();
        return next is ["is" or "was" or "ist", "not" or "nicht", ..] ? "“is not” follows it" : null;
    }

    /// <summary>Where the sentence starts that a stretch of text ends in.</summary>
    private static int After(ReadOnlySpan<char> stretch)
    {
        var start = 0;
        foreach (var end in Ends)
            start = Math.Max(start, stretch.LastIndexOf(end) is >= 0 and var at ? at + end.Length : 0);
        return start;
    }

    private static int Before(ReadOnlySpan<char> stretch)
    {
        var length = stretch.Length;
        foreach (var end in Ends)
            length = Math.Min(length, stretch.IndexOf(end) is >= 0 and var at ? at + (end[0] == '?' ? 1 : 0) : stretch.Length);
        return length;
    }
}
