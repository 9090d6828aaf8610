namespace Grader.Submissions.Source;

/// <summary>Small questions about stretches of text, asked everywhere.</summary>
internal static class Characters
{
    public static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f' or '\u00A0';

    public static bool IsLineBreak(char c) => c is '\n' or '\r';

    public static int SkipBlanks(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && IsBlank(text[at]))
            at++;
        return at;
    }

    public static int SkipBlanksBack(ReadOnlySpan<char> text, int start, int at)
    {
        while (at > start && IsBlank(text[at - 1]))
            at--;
        return at;
    }

    public static (int Start, int End) Trim(ReadOnlySpan<char> text, int start, int end)
    {
        start = SkipBlanks(text, start, end);
        return (start, SkipBlanksBack(text, start, end));
    }

    /// <summary>The text with each run of blanks as one space.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        var (start, end) = Trim(text, 0, text.Length);
        text = text[start..end];
        var clean = true;
        for (var i = 0; i < text.Length && clean; i++)
            clean = !IsBlank(text[i]) || (text[i] == ' ' && text[i - 1] != ' ');
        if (clean)
            return text.ToString();

        var collapsed = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!IsBlank(c))
                collapsed[length++] = c;
            else if (length > 0 && collapsed[length - 1] != ' ')
                collapsed[length++] = ' ';
        }
        return new string(collapsed, 0, length);
    }
}
