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

    public bool HasQuestion(string question) => !IsKnown || _partsOf.ContainsKey(question);

    public bool HasPart(string? question, string part) =>
        !IsKnown || (question is not null && _partsOf.TryGetValue(question, out var ids) && ids.Contains(part));

    /// <summary>Whether some question has a part of this name.</summary>
    public bool HasPart(string part) => !IsKnown || _partsOf.Values.Any(ids => ids.Contains(part));

    /// <summary>Position of a part among its question's, for their order.</summary>
    public int PartIndex(string? question, string part)
    {
        if (question is not null && _partsOf.TryGetValue(question, out var ids) && ids.IndexOf(part) is >= 0 and var index)
            return index;
        return part.Length == 1 && char.IsAsciiLetter(part[0]) ? part[0] - 'a' : int.TryParse(part, out var number) ? number : 0;
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

    private static bool Says(ReadOnlySpan<char> heading, string label)
    {
        // An author writes phrases: | between alternatives, _ for a blank, * for any ending.
        foreach (var range in label.AsSpan().Split('|'))
        {
            var words = label.AsSpan()[range].Trim();
            if (words.IsEmpty || words.Contains("...", StringComparison.Ordinal))
                continue;
            var prefix = words[^1] == '*';
            var wanted = words.TrimEnd('*').ToString().Replace('_', ' ');
            for (var from = 0; from <= heading.Length - wanted.Length;)
            {
                var at = heading[from..].IndexOf(wanted, StringComparison.OrdinalIgnoreCase);
                if (at < 0)
                    break;
                at += from;
                var end = at + wanted.Length;
                if ((at == 0 || !char.IsLetterOrDigit(heading[at - 1])) && (prefix || end == heading.Length || !char.IsLetterOrDigit(heading[end])))
                    return true;
                from = at + 1;
            }
        }
        return false;
    }
}
