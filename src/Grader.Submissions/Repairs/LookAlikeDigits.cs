using Grader.Mathematics;
using Grader.Submissions.Source;

namespace Grader.Submissions.Repairs;

/// <summary>A converter takes 1 for <c>l</c> or <c>I</c> and 0 for <c>O</c>: between digits of one number (<c>10l4</c>, <c>1,O24</c>) each has one reading.</summary>
internal static class LookAlikeDigits
{
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
    }

    private static bool IsNumeric(char c) => char.IsAsciiDigit(c) || c is ',' or '.';
}
