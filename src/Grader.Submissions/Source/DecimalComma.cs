namespace Grader.Submissions.Source;

/// <summary>Decides for a whole document whether <c>0,9183</c> is a fraction: one hand does not write both.</summary>
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
            var listed = (end < text.Length && text[end] == text[i]) || (start > 0 && text[start - 1] == text[i]);
            var mark = text[i];
            var digits = end - i - 1;
            var zeroFirst = i - start == 1 && text[start] == '0';
            i = end - 1;
            if (listed)
                continue;
            if (mark == '.' && (digits != 3 || zeroFirst))
                return false;
            if (mark != ',')
                continue;
            if (digits == 3 && !zeroFirst)
                continue;
            commas++;
            sure += zeroFirst || (end < text.Length && text[end] is '%') || (end + 1 < text.Length && text[end] == ' ' && text[end + 1] == '%') ? 1 : 0;
        }
        return commas >= 2 && sure >= 1;
    }
}
