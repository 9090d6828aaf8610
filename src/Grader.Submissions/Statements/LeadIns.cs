using Grader.Mathematics;
using Grader.Submissions.Sentences;
using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>
/// What has introduced the statements so far. A lead-in of a sort ends the one before of the same sort: <c>For layer 2:</c> ends <c>For layer 1:</c> and all that came
/// under it; of those that number nothing, the last counts.
/// </summary>
internal sealed class LeadIns
{
    private const int Longest = 200;

    private readonly List<(string Sort, int Level, string Text, bool InList, bool IsBold)> _open = [];
    private string? _sentence;

    public void Clear()
    {
        _open.Clear();
        _sentence = null;
    }

    /// <summary>A heading that is no label of a part.</summary>
    public void AddHeading(string text, int level)
    {
        _open.RemoveAll(lead => lead.Level >= level || lead.Level == 0);
        _open.Add(("", level, Shorten(text), false, false));
        _sentence = null;
    }

    /// <summary>Whether a line says no more than that what follows is of all together: <c>Altogether</c> under <c>Layer 2</c>.</summary>
    public bool EndsNumbered(ReadOnlySpan<char> text) => IsWhole(text) && _open.Exists(static lead => lead.Level == 0 && lead.Sort.Length > 0);

    private static bool IsWhole(ReadOnlySpan<char> text)
    {
        Span<char> lower = stackalloc char[24];
        text = text.Trim().TrimEnd(':');
        return text.Length <= lower.Length && text.ToLowerInvariant(lower) == text.Length && lower[..text.Length] is "altogether" or "all together" or "together" or "total" or "in total" or "overall" or "in all" or "zusammen" or "insgesamt" or "au total";
    }

    /// <param name="isBold">It stands for a heading: it ends the one before, and all that came under that.</param>
    public void Add(string text, bool inList = false, bool isBold = false)
    {
        if (isBold && _open.FindIndex(static lead => lead.IsBold) is >= 0 and var bold)
            _open.RemoveRange(bold, _open.Count - bold);
        var sort = Sort(text);
        if (sort.Length == 0 && IsWhole(text) && _open.FindLast(static lead => lead.Level == 0 && lead.Sort.Length > 0) is { Sort: { } numbered })
            sort = numbered;
        var same = _open.FindIndex(lead => lead.Level == 0 && lead.Sort == sort && !(lead.IsBold && sort.Length == 0));
        if (same >= 0)
            _open.RemoveRange(same, _open.Count - same);
        else if (sort.Length > 0)
            _open.RemoveAll(static lead => lead is { Level: 0, Sort.Length: 0, IsBold: false });
        _open.Add((sort, 0, Shorten(text), inList, isBold));
        _sentence = null;
    }

    /// <summary>A paragraph of prose behind a list: what the list's items introduced is over.</summary>
    public void LeaveList() => _open.RemoveAll(static lead => lead.InList);

    /// <summary>The sentence last read: context of what follows at once.</summary>
    public void SetSentence(string? text) => _sentence = text is null ? null : Shorten(text);

    /// <summary>The context of what stands under words of its own sentence: no other sentence's.</summary>
    public Sequence<string> Under(string words, Sequence<string> context) => context.Items.Where(text => text != _sentence).Prepend(words).ToSequence();

    /// <summary>The context of what is said of <c>layer 2</c> itself: no lead-in of <c>layer 1</c> alone.</summary>
    public Sequence<string> Of(string words, Sequence<string> context)
    {
        if (context.Count == 0 || Numbered(words) is not [_, ..] own)
            return context;
        return context.Items.Any(text => text != _sentence && IsOfAnother(text, own)) ? context.Items.Where(text => text == _sentence || !IsOfAnother(text, own)).ToSequence() : context;
    }

    private static bool IsOfAnother(string text, List<(string Noun, string Number)> own) =>
        Numbered(text) is [var only] && own.Exists(other => other.Noun == only.Noun) && !own.Contains(only);

    /// <summary>The things that a text numbers: layer, 2.</summary>
    private static List<(string Noun, string Number)> Numbered(string text)
    {
        var things = new List<(string Noun, string Number)>();
        var words = text.Split([' ', ':', '.', ',', '(', ')', '-', '*', '#', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i].Length <= 2 && words[i].All(char.IsAsciiDigit) && Vocabulary.IsReferring(words[i - 1]))
                things.Add((words[i - 1].ToLowerInvariant(), words[i]));
        }
        return things;
    }

    /// <summary>Nearest first.</summary>
    /// <param name="items">Texts of the list items around, innermost first.</param>
    /// <param name="except">A lead-in about to be added: what it replaces is no context of it.</param>
    public Sequence<string> Context(List<string>? items = null, ReadOnlySpan<char> except = default)
    {
        var context = new List<string>(_open.Count + 2);
        if (_sentence is not null)
            context.Add(_sentence);
        if (items is not null)
            context.AddRange(items);
        var sort = except.IsEmpty ? null : Sort(except.ToString());
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Level == 0 && _open[i].Sort == sort)
                context.Clear();
            else if (!context.Contains(_open[i].Text))
                context.Add(_open[i].Text);
        }
        return context.ToSequence();
    }

    /// <summary>The noun that a lead-in numbers: <c>layer</c> in "For layer 2:" and in "Second layer:"; empty where it numbers nothing.</summary>
    private static string Sort(string text)
    {
        // "The weight from input 1 to unit 2:" is one thing, and none of several inputs.
        if (text.Contains(" from ", StringComparison.Ordinal) && text.Contains(" to ", StringComparison.Ordinal) && Numbered(text).Count > 1)
            return "";
        var words = text.Split([' ', ':', '.', ',', '(', ')', '-', '*', '#'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && words[i].Length <= 3 && words[i].All(char.IsAsciiDigit) && words[i - 1].All(char.IsLetter))
                return words[i - 1].ToLowerInvariant();
            if (i + 1 < words.Length && words[i].ToLowerInvariant() is "both" or "all" && Vocabulary.IsReferring(words[i + 1].AsSpan().TrimEnd('s')))
                return words[i + 1].TrimEnd('s').ToLowerInvariant();
            if (i + 1 < words.Length && words[i].ToLowerInvariant() is "first" or "second" or "third" or "fourth" or "fifth" or "1st" or "2nd" or "3rd" or "4th")
                return words[i + 1].ToLowerInvariant();
            if (words[i].Length is > 1 and <= 6 && char.IsAsciiDigit(words[i][^1]) && char.IsLetter(words[i][0]))
                return words[i].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToLowerInvariant();
        }
        return "";
    }

    /// <summary>Whether a line in bold stands for a heading: a few words that state nothing.</summary>
    public static bool IsHeadline(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > 60 || text[^1] is '.' or '?' or '!' or ',' or ';' || text.IndexOfAny('=', '\t', '|') >= 0)
            return false;
        var words = 0;
        foreach (var range in text.Split(' '))
        {
            var word = text[range].Trim(",:()");
            words += word.IsEmpty ? 0 : 1;
            if (Vocabulary.IsCopula(word) || Vocabulary.IsObtaining(word) || Vocabulary.IsNegation(word) || word.Equals("yes", StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return words <= 8;
    }

    /// <summary>Whether a line without a verb or value of its own introduces what follows.</summary>
    /// <param name="headsLabels">The next line has a label of its own: <c>parameters</c> above <c>layer 1: 294912</c>.</param>
    public static bool IsLeadIn(ReadOnlySpan<char> text, bool headsLabels = false)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > Longest)
            return false;
        if (text[^1] is ':' or '\uFF1A')
            return true;
        if (text[^1] is '.' or '?' or '!' or ',' or ';' || text.Length > 60 || text.IndexOfAny('=', '\t', '|') >= 0)
            return false;
        var words = 0;
        var referring = false;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.IsEmpty)
                continue;
            words++;
            if (Vocabulary.IsCopula(word) || Vocabulary.IsObtaining(word) || Vocabulary.IsNegation(word) || word.Equals("yes", StringComparison.OrdinalIgnoreCase))
                return false;
            referring |= Vocabulary.IsReferring(word.TrimEnd("s"));
        }
        return words is >= 2 and <= 8 && (referring || headsLabels) || (words == 1 && (headsLabels || IsNumberedName(text)));
    }

    /// <summary><c>Layer2</c>.</summary>
    private static bool IsNumberedName(ReadOnlySpan<char> text) => text.TrimEnd("0123456789") is var noun && noun.Length < text.Length && Vocabulary.IsReferring(noun);

    private static string Shorten(string text)
    {
        text = Characters.Collapse(text);
        return text.Length <= Longest ? text : text[^Longest..];
    }
}
