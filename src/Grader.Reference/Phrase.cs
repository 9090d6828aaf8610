using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Grader.Reference;

/// <summary>
/// A pattern of words, made to be written by instructors and safe to run on anything: <c>layer 1</c>, <c>increas*|raise* ... learning_rate|lr</c>.
/// Words are compared without case; <c>|</c> separates alternatives for one place, <c>_</c> joins words inside an alternative, <c>*</c> ends a prefix,
/// <c>...</c> allows up to eight words between, <c>..</c> up to two. What separates words in a text separates them here: <c>mini-batch</c> finds <c>mini-batch</c> and <c>mini batch</c>, <c>layer1</c> finds <c>layer 1</c>.
/// </summary>
/// <remarks>Time is linear in the words times the length of the pattern, whatever either holds.</remarks>
public sealed class Phrase : IEquatable<Phrase>
{
    /// <summary>Most words that a match may span: positions inside a match are bits of one integer.</summary>
    private const int LongestMatch = 63;

    private const int LongestGap = 8;

    private const int ShortGap = 2;

    private readonly ImmutableArray<PhrasePlace> _places;

    private Phrase(string text, ImmutableArray<PhrasePlace> places)
    {
        Text = text;
        _places = places;
    }

    public string Text { get; }

    /// <returns>The phrase, or null with a <paramref name="problem"/> for the author.</returns>
    public static Phrase? Parse(string text, out string? problem)
    {
        var places = ImmutableArray.CreateBuilder<PhrasePlace>();
        var gap = 0;
        foreach (var token in text.Replace("…", "...", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is "..." or "..")
            {
                if (gap > 0 || places.Count == 0)
                    return Fail($"`{token}` stands between two words, once", out problem);
                gap = token == "..." ? LongestGap : ShortGap;
            }
            else
            {
                var alternatives = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
                foreach (var alternative in token.Split('|'))
                {
                    problem = Add(alternative, alternatives);
                    if (problem is not null)
                        return null;
                }

                places.Add(new(gap, alternatives.ToImmutable()));
                gap = 0;
            }
        }

        if (places.Count == 0)
            return Fail("a phrase needs at least one word", out problem);
        if (gap > 0)
            return Fail("`...` stands between two words, not at the end", out problem);
        if (places.Sum(place => place.GapBefore + place.Alternatives.Max(words => words.Length)) > LongestMatch)
            return Fail($"a phrase spans at most {LongestMatch} words, its gaps of up to {LongestGap} included", out problem);
        problem = null;
        return new(text, places.ToImmutable());
    }

    /// <summary>The first match at or after <paramref name="from"/>: index of its first word and number of words; length 0 where there is none.</summary>
    /// <remarks>Of several matches with the same start, the shortest.</remarks>
    public (int Start, int Length) Find(IReadOnlyList<string> words, int from = 0) => words switch
    {
        WordList list => MayStandIn(list) ? Find(list.Span, from) : (list.Count, 0),
        List<string> list => Find(CollectionsMarshal.AsSpan(list), from),
        string[] array => Find(array.AsSpan(), from),
        _ => Find([.. words], from),
    };

    private (int Start, int Length) Find(ReadOnlySpan<string> words, int from)
    {
        for (var start = Math.Max(from, 0); start < words.Length; start++)
        {
            var length = LengthAt(words, start);
            if (length > 0)
                return (start, length);
        }

        return (words.Length, 0);
    }

    /// <summary>Whether each place has an alternative whose first letter some word starts with: what most texts fail on.</summary>
    private bool MayStandIn(WordList words)
    {
        foreach (var place in _places)
        {
            if ((place.Initials & words.Initials) == 0)
                return false;
        }

        return true;
    }

    public bool Equals(Phrase? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as Phrase);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private int LengthAt(ReadOnlySpan<string> words, int start)
    {
        // Bit i: some way to match the places so far ends before word start + i.
        var reached = 1UL;
        foreach (var place in _places)
        {
            for (var step = 0; step < place.GapBefore; step++)
                reached |= reached << 1;

            var next = 0UL;
            for (var rest = reached; rest != 0; rest &= rest - 1)
            {
                var offset = System.Numerics.BitOperations.TrailingZeroCount(rest);
                foreach (var alternative in place.Alternatives)
                {
                    if (MatchesAt(alternative, words, start + offset))
                        next |= 1UL << (offset + alternative.Length);
                }
            }

            if (next == 0)
                return 0;
            reached = next;
        }

        return System.Numerics.BitOperations.TrailingZeroCount(reached);
    }

    private static bool MatchesAt(ImmutableArray<string> pattern, ReadOnlySpan<string> words, int position)
    {
        if (position + pattern.Length > words.Length)
            return false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var expected = pattern[index];
            var word = words[position + index].AsSpan();
            var same = expected[^1] == '*'
                ? word.StartsWith(expected.AsSpan(0, expected.Length - 1), StringComparison.OrdinalIgnoreCase)
                : word.Equals(expected, StringComparison.OrdinalIgnoreCase);
            if (!same)
                return false;
        }

        return true;
    }

    private static string? Add(string alternative, ImmutableArray<ImmutableArray<string>>.Builder alternatives)
    {
        if (alternative.Length == 0)
            return "`|` stands between two alternatives, and one of them is empty";
        if (alternative.Contains("..", StringComparison.Ordinal))
            return "`...` stands alone, with spaces around it";
        var words = alternative.Split('_');
        foreach (var word in words)
        {
            if (word.Length == 0)
                return "`_` joins two words, and one of them is empty";
            var star = word.IndexOf('*', StringComparison.Ordinal);
            if (star >= 0 && (star != word.Length - 1 || star == 0))
                return "`*` stands at the end of a word, after at least one letter";
        }

        var pieces = words.SelectMany(Pieces).ToImmutableArray();
        if (pieces.Length == 0)
            return $"`{alternative}` has no letter and no digit";
        alternatives.Add(pieces);
        return null;
    }

    /// <summary>The words that the reader makes of one word of the author's: <c>multi-add*</c> is <c>multi</c> and <c>add*</c>, <c>M1</c> is <c>m</c> and <c>1</c>.</summary>
    private static IEnumerable<string> Pieces(string word)
    {
        List<string> pieces = [.. Words.Of(word)];
        if (word[^1] == '*' && pieces.Count > 0)
            pieces[^1] += "*";
        return pieces;
    }

    private static Phrase? Fail(string message, out string? problem)
    {
        problem = message;
        return null;
    }

    private readonly record struct PhrasePlace(int GapBefore, ImmutableArray<ImmutableArray<string>> Alternatives)
    {
        public ulong Initials { get; } = Alternatives.Aggregate(0UL, static (bits, words) => bits | WordList.InitialOf(words[0]));
    }
}
