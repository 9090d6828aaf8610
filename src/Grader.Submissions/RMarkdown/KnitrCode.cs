using Grader.Submissions.Source;

namespace Grader.Submissions.RMarkdown;

/// <summary>Code inside a line of R Markdown or Quarto: <c>`r 17/20`</c>, <c>`{python} acc`</c>. It would be run to give an answer, and is none itself.</summary>
internal static class KnitrCode
{
    private const int Longest = 400;

    private static readonly string[] Openings = ["`r ", "`{r} ", "`{python} ", "`{julia} "];

    public static void Hide(string text, List<(int Start, int End)> comments)
    {
        for (var at = text.IndexOf('`', StringComparison.Ordinal); at >= 0;)
        {
            var end = at > 0 && text[at - 1] == '`' ? -1 : EndOf(text, at);
            if (end > 0)
                comments.Add((at, end));
            var next = Math.Max(at + 1, end);
            at = next >= text.Length ? -1 : text.IndexOf('`', next);
        }
    }

    private static int EndOf(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(Longest, text.Length - at));
        foreach (var opening in Openings)
        {
            if (!rest.StartsWith(opening))
                continue;
            var code = rest[opening.Length..];
            var close = code.IndexOfAny('`', '\r', '\n');
            // "`r = 3`" says what a variable r is.
            if (close > 0 && code[close] == '`' && code[..close].TrimStart() is [not ('=' or '<' or '>' or '≈' or ':' or ','), ..])
                return at + opening.Length + close + 1;
        }
        return -1;
    }
}
