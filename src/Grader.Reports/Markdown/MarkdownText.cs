using System.Buffers;
using System.Text;

namespace Grader.Reports;

/// <summary>Plain text on its way into Markdown: one line, no mark of it means anything.</summary>
public static class MarkdownText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_[]<>#|~&");

    public static string Escape(string text)
    {
        var clean = TerminalText.Clean(text);
        if (!clean.AsSpan().ContainsAny(Marks))
            return clean;
        var escaped = new StringBuilder(clean.Length + 8);
        foreach (var c in clean)
        {
            if (Marks.Contains(c))
                escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>Text between backticks, as many as it takes.</summary>
    public static string Code(string text)
    {
        var clean = TerminalText.Clean(text);
        var fence = new string('`', LongestRun(clean) + 1);
        return fence.Length == 1 ? $"`{clean}`" : $"{fence} {clean} {fence}";
    }

    /// <summary>A fenced block that no line inside can close.</summary>
    public static string Fence(string kind, IEnumerable<string> lines)
    {
        var content = string.Join('\n', lines);
        var fence = new string('`', Math.Max(3, LongestRun(content) + 1));
        return $"{fence}{kind}\n{content}\n{fence}\n";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
