using Grader.Submissions.Source;

namespace Grader.Submissions.Statements;

/// <summary>Numeric libraries print an array without commas, <c>[[ 0.7  0.7]</c>; one blank between two entries becomes the comma.</summary>
internal static class PrintedArray
{
    public static void AddCommas(Span<char> text)
    {
        BlankWrapper(text);
        var open = text.IndexOf('[');
        if (open < 0 || text[open..].ContainsAny('\\', ';', '&'))
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
