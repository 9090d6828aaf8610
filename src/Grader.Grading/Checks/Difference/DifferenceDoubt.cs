using System.Text.RegularExpressions;
using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>Whether the words around a difference say another one than is asked: of the other sign, of a loss, to a figure of somebody else's.</summary>
internal static partial class DifferenceDoubt
{
    private const int Between = 4;

    private static readonly HashSet<string> Up = new(StringComparer.Ordinal) { "higher", "better", "larger", "greater", "above", "more", "exceeds", "bigger" };
    private static readonly HashSet<string> Down = new(StringComparer.Ordinal) { "lower", "worse", "smaller", "below", "less", "poorer" };
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "accuracy", "accuracies", "acc", "set", "data", "performance", "score", "is", "was", "comes", "out", "lies", "turned", "to", "be", "by", "about", "around", "roughly", "a", "bit", "slightly", "much", "clearly", "even", "far", "still", "points", "percent", "pp", "percentage",
    };

    /// <param name="stated">As the student gives it, in either unit.</param>
    /// <param name="difference">That of the student's own two numbers.</param>
    /// <param name="minuend">Phrases that name the first of the two, and not the second.</param>
    /// <param name="subtrahend">Phrases that name the second of the two, and not the first.</param>
    /// <returns>Why it is not the one asked, or null.</returns>
    public static string? About(Answer answer, string text, Rational stated, Rational difference, Sequence<Phrase> minuend, Sequence<Phrase> subtrahend)
    {
        if (answer.Statement.Check is not null)
            return null;
        var (before, after) = SentenceAround.Of(answer, text);

        var ahead = Words.Of(before);
        if (stated.Sign < 0 && difference.Sign > 0 && !(FirstOf(subtrahend, ahead) is >= 0 and var second && FirstOf(minuend, ahead) > second))
            return "its sign is the other way round";
        foreach (var words in (IReadOnlyList<string>[])[ahead, Words.Of(after)])
            if (difference.Sign != 0 && (Contradicts(words, subtrahend, difference.Sign > 0) ?? Contradicts(words, minuend, difference.Sign < 0)) is { } contrary)
                return $"its sentence says that the one is “{contrary}”";
        if (Loss().Match(before + " " + after) is { Success: true } loss)
            return $"its sentence says “{loss.Value}”";
        if (Other().Matches(before) is [.., var other] && Words.Of(other.Groups["other"].Value) is var compared)
        {
            // A gap to something is to one of the two; a gap between two is between both.
            var (one, two) = (FirstOf(minuend, compared) >= 0, FirstOf(subtrahend, compared) >= 0);
            if (!(other.Groups["between"].Success ? one && two : one || two))
                return $"“{other.Value.Trim()}” says that it is another difference";
        }
        return null;
    }

    private static int FirstOf(Sequence<Phrase> phrases, IReadOnlyList<string> words)
    {
        var found = phrases.Items.Select(phrase => phrase.Find(words)).Where(match => match.Length > 0).Select(match => match.Start).ToList();
        return found.Count > 0 ? found.Min() : -1;
    }

    /// <summary>The comparison that says of a measure, <c>the test accuracy is 3 % higher</c>, that it is the higher one, or the lower one.</summary>
    private static string? Contradicts(IReadOnlyList<string> words, Sequence<Phrase> names, bool isLower)
    {
        foreach (var phrase in names)
        {
            for (var match = phrase.Find(words); match.Length > 0; match = phrase.Find(words, match.Start + 1))
            {
                if (Enumerable.Range(Math.Max(0, match.Start - Between), Math.Min(Between, match.Start)).Any(i => words[i] is "between" or "than" or "and" or "not"))
                    continue;
                var next = match.Start + match.Length;
                while (next < words.Count && (Fillers.Contains(words[next]) || char.IsDigit(words[next][0])))
                    next++;
                if (next < words.Count && (isLower ? Up : Down).Contains(words[next]))
                    return words[next];
            }
        }
        return null;
    }

    [GeneratedRegex(@"\b(?:loss(?:es)?|cross-?entropy|perplexity)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Loss();

    /// <summary>"The gap to the paper", not "the gap between the two".</summary>
    [GeneratedRegex(@"\b(?:gap|differences?|margin|distance)\s+(?:(?:in|of) (?:\w+\s+)?accurac\w*\s+)?(?:(?:to|from|towards|with respect to|relative to|with)\s+(?<other>(?!(?:it|that|them|one another|each other|both|the two|which|a value|about|around)\b)[^\d.,;:=]*)|(?<between>between)\s+(?<other>(?!(?:it|them|both|these|those|the two|the 2|the accuracies|accuracies|our|my)\b)[^\d.;:=]*))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
