using System.Buffers;
using System.Text;

namespace Grader.Submissions.Repairs;

/// <summary>A formula's text, mended.</summary>
/// <param name="Offsets">For each character of <paramref name="Text"/> the offset where it stood, and at the end the length of the text as it was.</param>
/// <param name="Say">How it was mended.</param>
internal sealed record MendedFormula(string Text, int[] Offsets, string Say);

/// <summary>Mends what copying did to a formula, where it has one reading: lost backslashes, a formula rendered twice, the digits of a number apart.</summary>
internal static class FormulaRepair
{
    private static readonly string[] Commands =
        ["frac", "dfrac", "tfrac", "times", "cdot", "sqrt", "approx", "lfloor", "rfloor", "lceil", "rceil", "partial", "begin", "end", "mathbf", "mathrm", "text", "left", "right", "sum", "mu", "sigma", "gamma", "beta", "epsilon", "hat", "tilde", "div", "leq", "geq", "quad", "top"];

    // Each of these alone shows that backslashes were lost; "text" or "mu" alone does not.
    private static readonly string[] TellTales = ["frac", "times", "cdot", "sqrt", "lfloor", "begin", "approx", "hat", "tilde"];

    private const int LongNumber = 5;

    private static readonly SearchValues<char> Listed = SearchValues.Create("0123456789 .-\n");

    /// <summary>Puts back the backslashes of a formula that has lost all of them; null where it has not.</summary>
    public static MendedFormula? LostBackslashes(ReadOnlySpan<char> text)
    {
        if (text.Contains('\\') || !HasTellTale(text))
            return null;
        var mended = new StringBuilder(text.Length + 8);
        var offsets = new List<int>(text.Length + 8);
        for (var i = 0; i < text.Length;)
        {
            var end = WordEnd(text, i);
            if (end > i && IsOneOf(Commands, text[i..end]))
            {
                mended.Append('\\');
                offsets.Add(i);
            }
            end = Math.Max(end, i + 1);
            for (; i < end; i++)
            {
                mended.Append(text[i]);
                offsets.Add(i);
            }
        }
        return Make(mended, offsets, text.Length, "put back the backslashes that were lost");
    }

    /// <summary>A formula copied with its source, <c>k \times kk×k</c>: once in LaTeX, once as it was shown.</summary>
    public static MendedFormula? Doubled(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\'))
            return null;
        var plain = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or '\n' or '\r' or '\t' or '{' or '}')
                continue;
            var sign = text[i];
            var length = 1;
            if (text[i] == '\\' && WordEnd(text, i + 1) is var end)
            {
                sign = text[(i + 1)..end] switch { "times" => '\u00D7', "cdot" => '\u00B7', "approx" => '\u2248', "mu" => '\u03BC', "sigma" => '\u03C3', _ => '\\' };
                length = end - i;
            }
            plain.Append(sign == '*' ? '\u00D7' : sign);
            offsets.Add(i);
            i += length - 1;
        }
        var half = plain.Length / 2;
        if (half < 3 || plain.Length % 2 != 0 || plain.ToString(0, half) != plain.ToString(half, half))
            return null;
        var middle = offsets[half];
        // Both halves in one notation may be a product: (x+1)(x+1), 3*33*3.
        if (text[..middle].Contains('\\') == text[middle..].Contains('\\'))
            return null;
        return Make(new StringBuilder().Append(text[..middle]), [.. Enumerable.Range(0, middle)], text.Length, "the formula stands there twice, read once");
    }

    /// <summary>
    /// A number whose digits stand apart, <c>1 6 7 7 7 2 1 6</c>: five or more, since fewer may be a list. Between <c>&amp;</c> and between braces, <c>\frac { 6 2 } { 2 }</c>, no list stands, and two are
    /// enough, as they are beside such a number; but not in brackets of digits alone, nor in the rows of an array, where a mark may be lost.
    /// </summary>
    public static MendedFormula? DigitsApart(ReadOnlySpan<char> text)
    {
        var areApart = HasLongNumberApart(text) && !text.Contains("\\\\", StringComparison.Ordinal) && !text.Contains(';');
        var mended = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length);
        var joined = "";
        for (var i = 0; i < text.Length;)
        {
            var digits = LoneDigits(text, i);
            if (digits < LongNumber && !(digits > 1 && (IsInBraces(text, i, i + (2 * digits) - 1) || IsCell(text, i, i + (2 * digits) - 1) || (areApart && !IsListed(text, i)))))
            {
                mended.Append(text[i]);
                offsets.Add(i++);
                continue;
            }
            var start = mended.Length;
            for (var digit = 0; digit < digits; digit++, i += 2)
            {
                mended.Append(text[i]);
                offsets.Add(i);
            }
            i--;
            joined = mended.ToString(start, digits);
        }
        return joined.Length == 0 ? null : Make(mended, offsets, text.Length, $"digits that stand apart read as {joined}");
    }

    private static int LoneDigits(ReadOnlySpan<char> text, int at)
    {
        var digits = 0;
        while (at + (2 * digits) < text.Length && IsLoneDigit(text, at + (2 * digits)) && (digits == 0 || text[at + (2 * digits) - 1] is ' ' or '\n'))
            digits++;
        return digits;
    }

    private static bool HasLongNumberApart(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var digits = LoneDigits(text, i);
            if (digits >= LongNumber)
                return true;
            i += Math.Max(0, (2 * digits) - 1);
        }
        return false;
    }

    /// <summary>Whether it stands in brackets that hold nothing but numbers between blanks.</summary>
    private static bool IsListed(ReadOnlySpan<char> text, int at)
    {
        var open = text[..at].LastIndexOfAny('[', '(');
        if (open < 0 || text[open..at].ContainsAny(']', ')'))
            return false;
        var close = text[at..].IndexOfAny(']', ')');
        var held = close < 0 ? text[(open + 1)..] : text[(open + 1)..(at + close)];
        return !held.TrimEnd('\\').ContainsAnyExcept(Listed);
    }

    private static bool IsInBraces(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[..start].TrimEnd();
        return before.EndsWith("{") && !before.EndsWith("\\{") && text[end..].TrimStart().StartsWith("}");
    }

    /// <summary>Beside an <c>&amp;</c>, with nothing but a sign around it in its cell.</summary>
    private static bool IsCell(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[..start].TrimEnd().TrimEnd('-').TrimEnd();
        var after = text[end..].TrimStart();
        var (opened, closed) = (before.EndsWith("&"), after.StartsWith("&"));
        return (opened || closed) && (opened || before.EndsWith("\\\\") || before.EndsWith("}")) && (closed || after.StartsWith("\\"));
    }

    private static bool IsLoneDigit(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));

    private static bool HasTellTale(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var end = WordEnd(text, i);
            if (end > i && IsOneOf(TellTales, text[i..end]))
                return true;
            i = Math.Max(i, end - 1);
        }
        return false;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at]))
            at++;
        return at;
    }

    private static bool IsOneOf(string[] commands, ReadOnlySpan<char> word)
    {
        foreach (var command in commands)
        {
            if (word.SequenceEqual(command))
                return true;
        }
        return false;
    }

    private static MendedFormula Make(StringBuilder text, List<int> offsets, int length, string say) => new(text.ToString(), [.. offsets, length], say);
}
