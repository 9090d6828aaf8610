using System.Collections;

namespace Grader.Reference;

/// <summary>The words of a text, in its order, with what rules most phrases out before any word is compared.</summary>
public sealed class WordList : IReadOnlyList<string>
{
    private readonly string[] _words;

    public WordList(IEnumerable<string> words)
    {
        _words = [.. words];
        foreach (var word in _words)
            Initials |= InitialOf(word);
    }

    public static WordList None { get; } = new([]);

    public int Count => _words.Length;

    /// <summary>Bit for each first letter that a word has; several letters may share one.</summary>
    internal ulong Initials { get; }

    internal ReadOnlySpan<string> Span => _words;

    public string this[int index] => _words[index];

    public WordList this[Range range] => new(_words[range]);

    /// <summary>These words and then others.</summary>
    public WordList And(WordList others) => others.Count == 0 ? this : Count == 0 ? others : new([.. _words, .. others._words]);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _words.GetEnumerator();

    internal static ulong InitialOf(string word) => word.Length == 0 ? ulong.MaxValue : 1UL << (char.ToUpperInvariant(word[0]) & 63);
}
