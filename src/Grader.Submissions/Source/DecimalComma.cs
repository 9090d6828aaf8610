namespace Grader.Submissions.Source;

/// <summary>
/// Decides for a whole document whether <c>0,9183</c> is a fraction: one hand does not write both. A comma among numbers alone in a bracket, <c>[60,0]</c>, says nothing; one before a percent
/// sign or a million, or behind a zero with more than one digit to follow, says it all.
/// </summary>
internal static class DecimalComma
{
    public static bool IsUsed(ReadOnlySpan<char> text)
    {
        var commas = 0;
        var sure = 0;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is not (',' or '.') || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1]))
                continue;
            var start = i;
            while (start > 0 && char.IsAsciiDigit(text[start - 1]))
                start--;
            var end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            var listed = (end + 1 < text.Length && text[end] == text[i] && char.IsAsciiDigit(text[end + 1])) || (start > 1 && text[start - 1] == text[i] && char.IsAsciiDigit(text[start - 2]));
            var mark = text[i];
            var digits = end - i - 1;
            var zeroFirst = i - start == 1 && text[start] == '0';
            i = end - 1;
            if (listed)
                continue;
            if (mark == '.' && (digits != 3 || zeroFirst))
                return false;
            if (mark != ',' || (digits == 3 && !zeroFirst) || IsInBracket(text, start, end))
                continue;
            commas++;
            var amount = Characters.SkipBlanks(text, end, Math.Min(text.Length, end + 2));
            sure += (zeroFirst && digits > 1) || IsAmount(text[amount..]) ? 2 : zeroFirst ? 1 : 0;
        }
        return sure >= 2 || (commas >= 2 && sure >= 1);
    }

    private static bool IsAmount(ReadOnlySpan<char> after) => after.StartsWith("%") || after.StartsWith("\\%") || after.StartsWith("Mio") || after.StartsWith("Mrd") || after.StartsWith("Tsd") || after.StartsWith("Prozent");

    /// <summary>Whether nothing but numbers stands between it and a bracket on either side.</summary>
    private static bool IsInBracket(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[Math.Max(0, start - 60)..start].TrimEnd("0123456789,.- []");
        var opened = text[(Math.Max(0, start - 60) + before.Length)..start].Contains('[') || before.EndsWith("(") || before.EndsWith("{");
        var after = text[end..Math.Min(text.Length, end + 60)].TrimStart("0123456789,.- ");
        return opened && after.StartsWith("]") | after.StartsWith(")") | after.StartsWith("}") | after.StartsWith("\\}");
    }
}
