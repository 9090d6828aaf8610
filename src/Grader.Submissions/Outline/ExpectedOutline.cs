using Grader.Mathematics;
using Grader.Submissions.Source;

namespace Grader.Submissions.Outline;

/// <summary>The questions and parts that an assignment has, as far as it is known.</summary>
internal sealed class ExpectedOutline
{
    private readonly List<ExpectedPart> _parts = [];
    private readonly Dictionary<string, List<string>> _partsOf = new(StringComparer.Ordinal);

    public ExpectedOutline(Sequence<ExpectedPart> expected)
    {
        foreach (var part in expected)
        {
            _parts.Add(part);
            if (!_partsOf.TryGetValue(part.Question, out var ids))
                _partsOf[part.Question] = ids = [];
            if (part.Part is { } id)
                ids.Add(id.ToLowerInvariant());
        }
    }

    public bool IsKnown => _parts.Count > 0;

    /// <summary>Where there is one question, its parts need no label of it before them; null where there are several, or none is known.</summary>
    public string? OnlyQuestion => _partsOf.Count == 1 ? _partsOf.Keys.First() : null;

    public bool HasQuestion(string question) => !IsKnown || _partsOf.ContainsKey(question);

    public bool HasPart(string? question, string part) =>
        !IsKnown || (question is not null && _partsOf.TryGetValue(question, out var ids) && ids.Contains(part));

    /// <summary>Whether some question has a part of this name.</summary>
    public bool HasPart(string part) => !IsKnown || _partsOf.Values.Any(ids => ids.Contains(part));

    /// <summary>The part that "Part 2" means: the one of this name, or, where they have letters, the second. Where nothing is known of parts, the number is its name.</summary>
    public string? PartAt(string question, string number)
    {
        if (HasPart(question, number))
            return number;
        return _partsOf.TryGetValue(question, out var ids) && int.TryParse(number, out var rank) && rank >= 1 && rank <= ids.Count && ids.Select((id, index) => id.Length == 1 && id[0] == 'a' + index).All(inOrder => inOrder)
            ? ids[rank - 1]
            : null;
    }

    /// <summary>Position of a part among its question's, for their order.</summary>
    public int PartIndex(string? question, string part)
    {
        if (question is not null && _partsOf.TryGetValue(question, out var ids) && ids.IndexOf(part) is >= 0 and var index)
            return index;
        if (part.Length == 1 && char.IsAsciiLetter(part[0]))
            return part[0] - 'a';
        // "ii" and the like come behind "i".
        return int.TryParse(part, out var number) ? number : 'i' - 'a' + LabelReader.RomanValue(part);
    }

    /// <summary>The only question that has parts of this name, or null.</summary>
    public ExpectedPart? NamedIn(ReadOnlySpan<char> heading)
    {
        ExpectedPart? best = null;
        var longest = 0;
        foreach (var part in _parts)
        {
            foreach (var label in part.Labels)
            {
                if (label.Length > longest && Says(heading, label))
                    (best, longest) = (part, label.Length);
            }
        }
        return best;
    }

    /// <summary>An author writes phrases: <c>|</c> between alternatives, <c>_</c> for a blank inside one, <c>*</c> for any ending.</summary>
    private static bool Says(ReadOnlySpan<char> heading, string label)
    {
        var places = label.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (places.Length == 0 || places.Contains("..."))
            return false;
        for (var at = NextWord(heading, 0); at < heading.Length; at = NextWord(heading, WordEnd(heading, at)))
        {
            var next = at;
            var matched = 0;
            while (matched < places.Length && next < heading.Length && MatchPlace(heading, next, places[matched]) is > 0 and var end)
            {
                matched++;
                next = NextWord(heading, end);
            }
            if (matched == places.Length)
                return true;
        }
        return false;
    }

    /// <returns>Where the words end that one of the alternatives matches, or 0.</returns>
    private static int MatchPlace(ReadOnlySpan<char> heading, int at, string place)
    {
        foreach (var alternative in place.Split('|'))
        {
            var end = at;
            foreach (var word in alternative.Split('_', StringSplitOptions.RemoveEmptyEntries))
            {
                var start = NextWord(heading, end);
                end = WordEnd(heading, start);
                var said = heading[start..end];
                var matches = word[^1] == '*' ? said.StartsWith(word.AsSpan(0, word.Length - 1), StringComparison.OrdinalIgnoreCase) : said.Equals(word, StringComparison.OrdinalIgnoreCase);
                if (!matches || said.IsEmpty)
                {
                    end = 0;
                    break;
                }
            }
            if (end > at)
                return end;
        }
        return 0;
    }

    private static int NextWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
            at++;
        return at;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
            at++;
        return at;
    }
}
