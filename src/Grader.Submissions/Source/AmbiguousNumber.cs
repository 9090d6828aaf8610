using System.Buffers;

namespace Grader.Submissions.Source;

/// <summary>
/// A number with two readings, or of which a part alone could be read: <c>82,5</c> where nothing says whether the comma is decimal, <c>1,4745</c>, <c>1.2.3</c>, <c>12½</c>. A part of it is
/// never taken for the whole.
/// </summary>
internal static class AmbiguousNumber
{
    public const string Expected = "a number whose commas and points have one reading";

    private const int LongestBracket = 200;

    private static readonly SearchValues<char> ListCharacters = SearchValues.Create("0123456789,-");

    /// <summary>The first one outside brackets; in a document with decimal commas also <c>[0,2]</c>, which may be a list of two.</summary>
    public static (int Start, int End)? Find(ReadOnlySpan<char> text, bool decimalComma)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '(' or '[' || (c == '{' && i > 0 && text[i - 1] is '\\' or '_' or '^'))
                depth++;
            else if (c is ')' or ']' || (c == '}' && depth > 0))
                depth = Math.Max(0, depth - 1);
            if (!char.IsAsciiDigit(c))
                continue;
            if (i == 0 || !(char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '_' or '.' or '^'))
            {
                if (depth == 0 && EndAt(text, i, decimalComma, out _) is > 0 and var end)
                    return (i, end);
                if (depth > 0 && decimalComma && IsListOrDecimal(text, i) is > 0 and var listEnd)
                    return (i, listEnd);
            }
            while (i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || (text[i + 1] is '.' or ',' && i + 2 < text.Length && char.IsAsciiDigit(text[i + 2]))))
                i++;
        }
        return null;
    }

    /// <summary>Where the number ends that starts at a place and has more than one reading; 0 where it has one.</summary>
    /// <param name="end">Behind its digits and marks, whether or not they have one reading.</param>
    public static int EndAt(ReadOnlySpan<char> text, int at, bool decimalComma, out int end)
    {
        end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' or '\'' or '_' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            end++;
        var number = text[at..end];
        if (end < text.Length && text[end] is '\u00BD' or '\u00BC' or '\u00BE' or '\u2153' or '\u2154' or '\u215B' or '\u2030' or '\u0305' or '\u0304')
            return end + 1;
        if (end + 2 < text.Length && text[end] == ' ' && text[end + 1] == '.' && char.IsAsciiDigit(text[end + 2]))
            return end + 3;
        // 0 . 85 and 0. 85: digits apart.
        if (end + 3 < text.Length && text[end] == ' ' && text[end + 1] == '.' && text[end + 2] == ' ' && char.IsAsciiDigit(text[end + 3]))
            return end + 4;
        if (number is "0" && end + 2 < text.Length && text[end] == '.' && text[end + 1] == ' ' && char.IsAsciiDigit(text[end + 2]))
            return end + 3;
        // 1 474,560: what groups the thousands first does not do so next.
        if (!decimalComma && end + 5 < text.Length && text[end] == ' ' && !text.Slice(end + 1, 3).ContainsAnyExceptInRange('0', '9') && text[end + 4] == ',' && char.IsAsciiDigit(text[end + 5]))
            return end + 6;
        if (number is "0" && end + 1 < text.Length && text[end] is 'x' && char.IsAsciiHexDigit(text[end + 1]))
            return end + 2;
        return number.ContainsAny(",.'_") && !HasOneReading(number, decimalComma, IsAmount(text, end)) ? end : 0;
    }

    private static bool HasOneReading(ReadOnlySpan<char> number, bool decimalComma, bool isAmount)
    {
        var (commas, points) = (number.Count(','), number.Count('.'));
        if (number.ContainsAny('\'', '_'))
            return false;
        if (commas == 0)
            return points <= 1;
        if (decimalComma)
            return commas == 1 && (points == 0 || IsGrouped(number[..number.IndexOf(',')], '.'));
        var whole = points == 1 && number.IndexOf('.') > number.LastIndexOf(',') ? number[..number.IndexOf('.')] : number;
        if (IsGrouped(whole, ',') && (points == 0 || whole.Length < number.Length))
            return true;
        if (commas == 1 && points == 0)
            return false;
        return !isAmount && IsList(number, points) && !IsIndian(number);
    }

    /// <summary>One to three digits, then groups of three.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> number, char mark)
    {
        var first = number.IndexOf(mark);
        if (first is < 1 or > 3 || number[0] == '0')
            return false;
        for (var at = first; at < number.Length; at += 4)
        {
            if (number[at] != mark || at + 4 > number.Length || number.Slice(at + 1, 3).ContainsAnyExceptInRange('0', '9'))
                return false;
        }
        return true;
    }

    /// <summary><c>13,5,0</c> and <c>0.5,0.7</c>: whole numbers, or a point in each.</summary>
    private static bool IsList(ReadOnlySpan<char> number, int points)
    {
        if (points == 0)
            return true;
        foreach (var item in number.Split(','))
        {
            if (number[item].Count('.') != 1)
                return false;
        }
        return true;
    }

    /// <summary><c>14,74,560</c>: a number as India groups it, or a list.</summary>
    private static bool IsIndian(ReadOnlySpan<char> number)
    {
        var last = number.LastIndexOf(',');
        if (number.Length - last != 4 || number.Contains('.'))
            return false;
        var index = 0;
        foreach (var item in number[..last].Split(','))
        {
            var length = number[..last][item].Length;
            if (length is 0 or > 2 || (index++ > 0 && length != 2))
                return false;
        }
        return index > 1;
    }

    private static bool IsAmount(ReadOnlySpan<char> text, int at)
    {
        at = Characters.SkipBlanks(text, at, Math.Min(text.Length, at + 2));
        return at < text.Length && (text[at] == '%' || text[at..].StartsWith("\\%"));
    }

    /// <summary>In a square bracket without semicolons, in a document with decimal commas: <c>[0,2]</c>, <c>[60,0]</c>.</summary>
    private static int IsListOrDecimal(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end + 1 >= text.Length || text[end] != ',' || !char.IsAsciiDigit(text[end + 1]))
            return 0;
        var near = Math.Max(0, at - LongestBracket);
        var open = text[near..at].LastIndexOf('[') is >= 0 and var ahead ? near + ahead : -1;
        var close = text[at..Math.Min(text.Length, at + LongestBracket)].IndexOfAny(']', ';');
        if (open < 0 || close < 0 || text[at + close] == ';')
            return 0;
        var inside = text[(open + 1)..(at + close)];
        return inside.ContainsAnyExcept(ListCharacters) ? 0 : at + close;
    }
}
