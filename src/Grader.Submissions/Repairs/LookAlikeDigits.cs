using Grader.Mathematics;
using Grader.Submissions.Source;

namespace Grader.Submissions.Repairs;

/// <summary>A converter takes 1 for <c>l</c> or <c>I</c> and 0 for <c>O</c>: between digits of one number (<c>10l4</c>, <c>1,O24</c>) each has one reading; so has an <c>l</c> before a long number and an <c>O</c> behind one, where the letter stands nowhere for itself.</summary>
internal static class LookAlikeDigits
{
    /// <summary>Digits beside a letter at a number's end: fewer may be an index, <c>l1</c>, <c>conv64O</c>.</summary>
    private const int FewestDigits = 5;

    public static void Mend(char[] clean, SourceText source, List<Repair> repairs)
    {
        var text = clean.AsSpan();
        for (var at = 1; at < text.Length && text[at..].IndexOfAny('l', 'I', 'O') is >= 0 and var ahead; at++)
        {
            at += ahead;
            if (at + 1 >= text.Length || !IsNumeric(text[at - 1]) || !IsNumeric(text[at + 1]))
                continue;
            var start = at;
            var end = at + 1;
            while (start > 0 && at - start < 30 && (IsNumeric(text[start - 1]) || text[start - 1] is 'l' or 'I' or 'O'))
                start--;
            while (end < text.Length && end - at < 30 && (IsNumeric(text[end]) || text[end] is 'l' or 'I' or 'O'))
                end++;
            var stands = (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (!stands || !char.IsAsciiDigit(text[start]) || !char.IsAsciiDigit(text[end - 1]))
                continue;
            var place = source.PlaceOf(start, end);
            for (var i = start; i < end; i++)
                text[i] = text[i] switch { 'l' or 'I' => '1', 'O' => '0', var c => c };
            repairs.Add(new Repair(place, $"{source.Written(place)} read as {text[start..end].Trim(",.")}"));
            at = end;
        }
        MendEnds(clean, source, repairs);
    }

    /// <summary><c>l474560</c>, <c>147456O</c>.</summary>
    private static void MendEnds(Span<char> text, SourceText source, List<Repair> repairs)
    {
        bool? namesL = null;
        bool? namesO = null;
        for (var at = 0; at < text.Length && text[at..].IndexOfAny('l', 'I', 'O') is >= 0 and var ahead; at++)
        {
            at += ahead;
            var isFirst = text[at] is not 'O';
            var (start, end) = (at, at + 1);
            while (isFirst && end < text.Length && end - at < 30 && char.IsAsciiDigit(text[end]))
                end++;
            while (!isFirst && start > 0 && at - start < 30 && char.IsAsciiDigit(text[start - 1]))
                start--;
            if (end - start <= FewestDigits || !StandsAlone(text, start, end) || (isFirst ? namesL ??= Names(text, 'l') || Names(text, 'I') : namesO ??= Names(text, 'O')))
                continue;
            text[at] = isFirst ? '1' : '0';
            var place = source.PlaceOf(start, end);
            repairs.Add(new Repair(place, $"{source.Written(place)} read as {text[start..end]}"));
            at = end - 1;
        }
    }

    /// <summary>No part of a longer name or number: <c>pl47456</c>, <c>x_l47456</c>, <c>2.5l47456</c>.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '\\' or '.' or ',' or '^' or '#' or '/' or '-'))
        && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '_' or '(' or '/' || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))));

    /// <summary>Whether a letter stands for itself somewhere: "a length l", <c>O(n)</c>, <c>l_1</c>.</summary>
    private static bool Names(ReadOnlySpan<char> text, char letter)
    {
        for (var at = 0; at < text.Length && text[at..].IndexOf(letter) is >= 0 and var ahead; at++)
        {
            at += ahead;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])) && !(letter == 'I' && at + 1 < text.Length && text[at + 1] is ' ' or '\''))
                return true;
        }
        return false;
    }

    private static bool IsNumeric(char c) => char.IsAsciiDigit(c) || c is ',' or '.';
}
