using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>The words of the texts of one submission, each text split once: many statements stand under the same introductions, and several checks ask for each.</summary>
internal sealed class WordLists
{
    private const int MostIntroductions = 6;
    private const int MostWords = 80;

    private readonly Dictionary<string, WordList> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<SentenceStatement, WordList> _ofSentences = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, WordList> _bounded = new(StringComparer.Ordinal);

    public WordList Of(string text)
    {
        if (text.Length == 0)
            return WordList.None;
        if (!_words.TryGetValue(text, out var words))
            _words[text] = words = Words.Of(text);
        return words;
    }

    /// <summary>The words of a sentence, as phrases want them.</summary>
    public WordList Of(SentenceStatement sentence)
    {
        if (!_ofSentences.TryGetValue(sentence, out var words))
            _ofSentences[sentence] = words = Words.Of(string.Join(' ', sentence.Words));
        return words;
    }

    /// <summary>What introduces a statement, nearest first. It is said in a few words; a wall of text introduces nothing.</summary>
    public IReadOnlyList<WordList> Introducing(Statement statement)
    {
        var introductions = new WordList[Math.Min(statement.Context.Count, MostIntroductions)];
        for (var i = 0; i < introductions.Length; i++)
        {
            var text = statement.Context[i];
            if (!_bounded.TryGetValue(text, out var words))
                _bounded[text] = words = Bounded(Of(text));
            introductions[i] = words;
        }
        return introductions;
    }

    public static WordList Bounded(WordList words) => words.Count <= MostWords ? words : words[..MostWords];
}
