using System.Globalization;
using System.Text;

namespace Grader.Classroom.Review;

/// <summary>
/// An answer without what does not change what it says: case of words, spaces, ends of clauses, quotes, emphasis, "the". Answers of one form are decided together, so that nothing is left out that may
/// matter: words of denial, question marks, numbers, letters and signs of formulas, brackets, and the order of all stay.
/// </summary>
public static class AnswerForm
{
    private const int ShortestWord = 7;

    /// <summary>What is before it may turn a word around: <c>un</c>, <c>in</c>, <c>dis</c>.</summary>
    private const int SameAtStart = 3;

    /// <summary>What sets a word apart from the next and is otherwise nothing: an end of a clause, quotes, code, dollars around formulas.</summary>
    private const string Idle = ".,;:!…\"“”„‘’'`$#";

    public static string Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control || IsMarkup(text, i) || IsHyphenOfWord(text, i) || (Idle.Contains(c, StringComparison.Ordinal) && !Matters(text, i)))
                End();
            else
                word.Append(c switch { '–' or '—' or '−' or '‐' or '‑' => '-', '’' or '′' => '\'', _ => c });
        }
        End();
        return string.Join(' ', words);

        void End()
        {
            // A single letter is a name of a formula, and there A is not a.
            var said = word.Length > 1 ? word.ToString().ToLowerInvariant() : word.ToString();
            if (said.Length > 0 && said is not ("the" or "an"))
                words.Add(said);
            word.Clear();
        }
    }

    /// <summary>A sign between digits is part of a number, an apostrophe between letters part of a word; behind one letter it is a prime, behind a digit a factorial.</summary>
    private static bool Matters(string text, int at)
    {
        char At(int place) => place >= 0 && place < text.Length ? text[place] : ' ';
        return text[at] switch
        {
            '.' or ',' or ';' or ':' => char.IsDigit(At(at + 1)) && (char.IsDigit(At(at - 1)) || char.IsWhiteSpace(At(at - 1)) || !char.IsLetter(At(at - 1))),
            '!' => char.IsLetterOrDigit(At(at - 1)) && !(char.IsLetter(At(at - 1)) && char.IsLetter(At(at - 2))),
            '\'' or '’' => char.IsLetter(At(at - 1)) && (char.IsLetter(At(at + 1)) || !char.IsLetter(At(at - 2))),
            _ => false,
        };
    }

    /// <summary>A star or underscore of emphasis: doubled, or with a word on one side alone. Else it is a product, a convolution or an index.</summary>
    private static bool IsMarkup(string text, int at)
    {
        if (text[at] is not ('*' or '_'))
            return false;
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        return before == text[at] || after == text[at] || (IsOpen(before) != IsOpen(after));

        static bool IsOpen(char c) => char.IsWhiteSpace(c) || ".,;:!?".Contains(c, StringComparison.Ordinal);
    }

    /// <summary>Between two words: <c>mini-batch</c> is <c>mini batch</c>. Elsewhere it may be a minus.</summary>
    private static bool IsHyphenOfWord(string text, int at) =>
        text[at] is '-' or '‐' or '‑' && at > 1 && at + 2 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at - 2]) && char.IsLetter(text[at + 1]) && char.IsLetter(text[at + 2]);

    /// <summary>The two differ by slips of the pen alone: in a long word one letter that is left out, doubled, exchanged or another. A word that the other form of it would deny is no slip.</summary>
    /// <param name="common">Words that several students write: a slip is not among them.</param>
    public static bool DiffersBySlips(string one, string other, IReadOnlySet<string> common)
    {
        var (first, second) = (one.Split(' '), other.Split(' '));
        return first.Length == second.Length && first.Zip(second).All(pair => pair.First == pair.Second || (IsSlip(pair.First, pair.Second) && !(common.Contains(pair.First) && common.Contains(pair.Second))));
    }

    private static bool IsSlip(string one, string other)
    {
        if (Math.Min(one.Length, other.Length) < ShortestWord || Math.Abs(one.Length - other.Length) > 1 || !one.All(char.IsLetter) || !other.All(char.IsLetter) || one[..SameAtStart] != other[..SameAtStart])
            return false;
        var (start, end) = (0, 0);
        var least = Math.Min(one.Length, other.Length);
        while (start < least && one[start] == other[start])
            start++;
        while (end < least - start && one[^(end + 1)] == other[^(end + 1)])
            end++;
        var (middle, otherMiddle) = (one[start..^end], other[start..^end]);
        // At the end of a word a letter is grammar or meaning: training, trained; increase, increased.
        return end > 0 && ((middle.Length <= 1 && otherMiddle.Length <= 1) || (middle.Length == 2 && otherMiddle.Length == 2 && middle[0] == otherMiddle[1] && middle[1] == otherMiddle[0]));
    }
}
