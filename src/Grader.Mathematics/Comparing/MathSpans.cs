namespace Grader.Mathematics;

/// <param name="Start">Where the opening delimiter starts.</param>
/// <param name="End">Just past the closing delimiter.</param>
internal readonly record struct MathSpan(int Start, int ContentStart, int ContentEnd, int End);

/// <summary>Formulas between dollars, <c>\(…\)</c> or <c>\[…\]</c>.</summary>
internal static class MathSpans
{
    public static List<MathSpan> Find(string text)
    {
        var spans = new List<MathSpan>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '$')
                at = Dollars(text, at, spans);
            else if (text[at] == '\\' && at + 1 < text.Length)
                at = Backslash(text, at, spans);
            else
                at++;
        }

        return spans;
    }

    private static int Dollars(string text, int at, List<MathSpan> spans)
    {
        var width = at + 1 < text.Length && text[at + 1] == '$' ? 2 : 1;
        var start = at + width;
        var close = start;
        while (close < text.Length && text[close] != '$')
            close += text[close] == '\\' ? 2 : 1;
        if (close >= text.Length)
        {
            // A formula that was never closed goes on to the end.
            if (text[start..].Trim().Length > 0)
                spans.Add(new(at, start, text.Length, text.Length));
            return text.Length;
        }

        var end = Math.Min(text.Length, close + (close + 1 < text.Length && text[close + 1] == '$' && width == 2 ? 2 : 1));
        if (text.AsSpan(start, close - start).Trim().Length > 0)
            spans.Add(new(at, start, close, end));
        return end;
    }

    private static int Backslash(string text, int at, List<MathSpan> spans)
    {
        var width = text[at + 1] == '\\' && at + 2 < text.Length && text[at + 2] is '(' or '[' ? 3 : 2;
        var open = text[at + width - 1];
        if (open is not ('(' or '['))
            return at + 2;
        var close = text.IndexOf(open == '(' ? "\\)" : "\\]", at + width, StringComparison.Ordinal);
        if (close < 0)
            return at + width;
        var contentEnd = width == 3 && text[close - 1] == '\\' ? close - 1 : close;
        // A row break \\[2pt] opens nothing.
        spans.Add(new(at, at + width, contentEnd, close + 2));
        return close + 2;
    }
}
