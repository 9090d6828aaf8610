using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>Numeric libraries print an array without commas, <c>[[ 0.7  0.7]</c>; one blank between two entries becomes the comma.</summary>
internal static class PrintedArray
{
    private const int LongestArray = 60;

    public static void AddCommas(Span<char> text)
    {
        BlankWrapper(text);
        var open = text.IndexOf('[');
        if (open < 0 || text[open..].ContainsAny('\\', '&'))
            return;
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '[')
                depth++;
            else if (text[i] == ']')
                depth = Math.Max(0, depth - 1);
            if (depth == 0 || !Characters.IsBlank(text[i]) || !EndsEntry(text[i - 1]))
                continue;
            var next = Characters.SkipBlanks(text, i, text.Length);
            if (next < text.Length && StartsEntry(text, next))
                text[i] = ',';
            i = next - 1;
        }
        JoinRows(text[open..]);
    }

    /// <summary>How many lines an array takes that was printed with entries left out, <c>[[1, 2, ..., 5],</c>; 0 where none starts at the line.</summary>
    public static int ElidedLines(ReadOnlySpan<char> text, List<Blocks.TextLine> lines, int line)
    {
        if (text[lines[line].Start..lines[line].End].IndexOf("[[") < 0)
            return 0;
        var (depth, elided) = (0, false);
        for (var i = line; i < Math.Min(lines.Count, line + LongestArray); i++)
        {
            var row = text[lines[i].Start..lines[i].End];
            // Dots behind the last bracket are the sentence's.
            var inside = row.LastIndexOf(']') is >= 0 and var last ? row[..last] : row;
            elided |= inside.Contains("...", StringComparison.Ordinal) || inside.Contains('\u2026');
            depth += row.Count('[') - row.Count(']');
            if (depth <= 0)
                return elided ? i - line + 1 : 0;
        }
        return 0;
    }

    /// <summary>Rows in brackets of their own, <c>[[1, 2], [3, 4]]</c>, as the rows of one bracket, <c>[1, 2; 3, 4]</c>: what the outer bracket holds is then a matrix and nothing else.</summary>
    private static void JoinRows(Span<char> text)
    {
        var first = Characters.SkipBlanks(text, 1, text.Length);
        if (first >= text.Length || text[first] != '[')
            return;
        var depth = 0;
        var rows = 0;
        var end = -1;
        for (var i = 0; i < text.Length && end < 0; i++)
        {
            if (text[i] == '[' && ++depth > 2)
                return;
            rows += text[i] == '[' && depth == 2 ? 1 : 0;
            if (text[i] == ']' && --depth == 0)
                end = i;
            if (depth == 1 && i > 0 && !(Characters.IsBlank(text[i]) || text[i] is ',' or ']'))
                return;
        }
        if (end < 0 || rows < 2)
            return;
        for (var i = 1; i < end; i++)
        {
            depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
            // "1." is 1, and a full stop before a bracket that is gone would be no number's.
            if (text[i] is '[' or ']' || (text[i] == '.' && char.IsAsciiDigit(text[i - 1]) && !char.IsAsciiDigit(text[i + 1])))
                text[i] = ' ';
            else if (text[i] == ',' && depth == 0)
                text[i] = ';';
        }
    }

    private static bool EndsEntry(char c) => char.IsLetterOrDigit(c) || c is '.' or ']';

    private static bool StartsEntry(ReadOnlySpan<char> text, int at) =>
        char.IsLetterOrDigit(text[at]) || text[at] is '.' or '[' || (text[at] is '-' or '+' && at + 1 < text.Length && !Characters.IsBlank(text[at + 1]));

    /// <summary><c>array([1, 2])</c>, <c>tensor([1, 2], dtype=float32)</c>: the list alone.</summary>
    private static void BlankWrapper(Span<char> text)
    {
        foreach (var name in (ReadOnlySpan<string>)["np.array(", "numpy.array(", "torch.tensor(", "array(", "tensor("])
        {
            var at = text.IndexOf(name);
            if (at < 0)
                continue;
            var list = Characters.SkipBlanks(text, at + name.Length, text.Length);
            var end = text.LastIndexOf(')');
            var close = end < 0 ? -1 : text[..end].LastIndexOf(']');
            if (list >= text.Length || text[list] != '[' || close < list)
                continue;
            text[at..list].Fill(' ');
            text[(close + 1)..(end + 1)].Fill(' ');
            return;
        }
    }
}
