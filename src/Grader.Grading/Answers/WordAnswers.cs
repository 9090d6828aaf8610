using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>Numbers said in words, where a check says what they mean: "it is halved" is a fall of 50 %.</summary>
internal static class WordAnswers
{
    private const int Reach = 3;

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal) { "not", "no", "never", "n't", "neither", "nor", "hardly", "without", "isn't", "doesn't", "don't", "more", "less", "than", "almost", "nearly", "if" };

    private static readonly HashSet<string> Distributive = new(StringComparer.Ordinal) { "each", "every", "both", "either", "per", "all", "jede", "jeder", "beide", "beiden" };

    private static readonly HashSet<string> Directions = new(StringComparer.Ordinal) { "direction", "directions", "dimension", "dimensions", "axis", "axes", "side", "sides", "way", "ways", "edge", "edges", "richtung", "richtungen", "dimensionen" };

    /// <param name="denied">What is taken back, "not halved", and not what is said plainly.</param>
    public static IEnumerable<Answer> In(PartReading part, IEnumerable<NumberCheck> checks, bool denied = false)
    {
        var words = checks.SelectMany(check => check.Words.Items.Select(word => (word, check.Percent))).Distinct().ToList();
        foreach (var sentence in part.Sentences)
        {
            foreach (var (word, percent) in words)
            {
                var match = word.Phrase.Find(sentence.Words);
                var negation = match.Length == 0 ? null : Negation(sentence.Words, match.Start);
                if (match.Length == 0 || negation is null == denied)
                    continue;
                Expression number = word.Value.Sign < 0 ? new Negation(new Number(-word.Value)) : new Number(word.Value);
                var expression = percent ? new Measured(number, "%") : number;
                yield return new(sentence.Statement, expression, sentence.Statement.Text, sentence.Statement.Place, sentence.Words, part.Words.Introducing(sentence.Statement), 0)
                {
                    Reservation = negation is null ? Distribution(sentence.Words, match) : $"“{negation}” stands before “{string.Join(' ', sentence.Words.Skip(match.Start).Take(match.Length))}”",
                };
                break;
            }
        }
    }

    private static string? Negation(IReadOnlyList<string> words, int start)
    {
        for (var i = Math.Max(0, start - Reach); i < start; i++)
            if (Negations.Contains(words[i]))
                return words[i];
        return null;
    }

    /// <summary>"Halved in each direction": what is said of a side is not said of the whole.</summary>
    private static string? Distribution(IReadOnlyList<string> words, (int Start, int Length) match)
    {
        for (var i = match.Start + match.Length; i < Math.Min(words.Count, match.Start + match.Length + Reach) && words[i] is not ("since" or "because" or "as" or "and" or "but" or "while" or "so" or "when"); i++)
        {
            for (var j = i + 1; j < Math.Min(words.Count, i + 1 + Reach) && Distributive.Contains(words[i]); j++)
                if (Directions.Contains(words[j]))
                    return $"it is said of “{string.Join(' ', words.Skip(i).Take(j - i + 1))}”";
            if (words[i] is "along" or "sideways" or "horizontally" or "vertically" or "spatially" or "linearly")
                return $"it is said of “{words[i]}”";
        }
        return null;
    }
}
