using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>
/// Matrices in plain TeX (<c>\matrix{ 1 &amp; 2 \cr 3 &amp; 4 }</c>) and in macros of a student's own (<c>\bpmat 1 &amp; 2 \\ 3 &amp; 4 \epmat</c>), whose definition is not at hand
/// but whose body says what they are: rewritten in place as <c>[1, 2; 3, 4]</c>.
/// </summary>
internal static class PlainMatrix
{
    public static void Rewrite(Span<char> text)
    {
        var at = 0;
        while (at < text.Length && text[at..].IndexOf('\\') is >= 0 and var ahead)
        {
            at += ahead;
            var end = at + 1;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
            ReadOnlySpan<char> name = text[(at + 1)..end];
            if (name is "matrix" or "pmatrix" or "bmatrix" or "vmatrix")
                Braced(text, at, end);
            else if (name.Length > 3 && name[0] == 'b' && name is not "begin" and not "beta" and not "bar" && Closer(text, end, name[1..]) is >= 0 and var close)
                Rows(text, at, end, close, close + name.Length + 1);
            at = Math.Max(end, at + 1);
        }
    }

    private static void Braced(Span<char> text, int at, int end)
    {
        var open = Characters.SkipBlanks(text, end, text.Length);
        if (open >= text.Length || text[open] != '{')
            return;
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth != 0)
                continue;
            Rows(text, at, open + 1, i, i + 1);
            return;
        }
    }

    /// <summary>Where <c>\eNAME</c> stands that closes <c>\bNAME</c>; −1 where none does.</summary>
    private static int Closer(ReadOnlySpan<char> text, int from, ReadOnlySpan<char> name)
    {
        var close = text[from..].IndexOf($"\\e{name}");
        return close >= 0 && text.Slice(from, close).Contains('&') ? from + close : -1;
    }

    private static void Rows(Span<char> text, int start, int bodyStart, int bodyEnd, int end)
    {
        text[start..bodyStart].Fill(' ');
        text[bodyEnd..end].Fill(' ');
        text[bodyStart - 1] = '[';
        text[bodyEnd] = ']';
        var depth = 0;
        for (var i = bodyStart; i < bodyEnd; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth != 0)
                continue;
            if (text[i] == '&')
            {
                text[i] = ',';
            }
            else if (text[i] == '\\' && i + 1 < bodyEnd && (text[i + 1] == '\\' || (text[i + 1] == 'c' && text[i + 2] == 'r' && !char.IsAsciiLetter(text[i + 3]))))
            {
                var last = Characters.SkipBlanks(text, i + 2 + (text[i + 1] == 'c' ? 1 : 0), bodyEnd) == bodyEnd;
                text.Slice(i, text[i + 1] == 'c' ? 3 : 2).Fill(' ');
                if (!last)
                    text[i] = ';';
            }
        }
        Unbracket(text, start, end);
    }

    /// <summary>The brackets that stand around are the matrix's own: <c>\left[\matrix{ … }\right]</c>.</summary>
    private static void Unbracket(Span<char> text, int start, int end)
    {
        var open = Characters.SkipBlanksBack(text, 0, start);
        var close = Characters.SkipBlanks(text, end, text.Length);
        ReadOnlySpan<char> before = text[..open];
        ReadOnlySpan<char> after = text[close..];
        var (opener, closer) = before.EndsWith("\\left[") && after.StartsWith("\\right]") ? (6, 7)
            : before.EndsWith("\\left(") && after.StartsWith("\\right)") ? (6, 7)
            : before.EndsWith("[") && after.StartsWith("]") ? (1, 1) : (0, 0);
        text.Slice(open - opener, opener).Fill(' ');
        text.Slice(close, closer).Fill(' ');
    }
}
