using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>Numbers said in words, where a check says what they mean: "it is halved" is a fall of 50 %.</summary>
internal static class WordAnswers
{
    private const int Reach = 3;

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal) { "not", "no", "never", "n't", "neither", "nor", "hardly", "without", "isn't", "doesn't", "don't", "more", "less", "than", "almost", "nearly", "if" };

    public static IEnumerable<Answer> In(PartReading part, IEnumerable<NumberCheck> checks)
    {
        var words = checks.SelectMany(check => check.Words.Items.Select(word => (word, check.Percent))).Distinct().ToList();
        foreach (var sentence in part.Sentences)
        {
            foreach (var (word, percent) in words)
            {
                var match = word.Phrase.Find(sentence.Words);
                if (match.Length == 0 || IsNegated(sentence.Words, match.Start))
                    continue;
                Expression number = word.Value.Sign < 0 ? new Negation(new Number(-word.Value)) : new Number(word.Value);
                var expression = percent ? new Measured(number, "%") : number;
                yield return new(sentence.Statement, expression, sentence.Statement.Text, sentence.Statement.Place, sentence.Words, part.Words.Introducing(sentence.Statement), 0);
                break;
            }
        }
    }

    private static bool IsNegated(IReadOnlyList<string> words, int start)
    {
        for (var i = Math.Max(0, start - Reach); i < start; i++)
            if (Negations.Contains(words[i]))
                return true;
        return false;
    }
}
