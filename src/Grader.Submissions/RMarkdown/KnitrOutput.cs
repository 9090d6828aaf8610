using Grader.Submissions.Blocks;
using Grader.Submissions.Source;

namespace Grader.Submissions.RMarkdown;

/// <summary>
/// What R prints, as knitr leaves it in a rendered file: <c>## [1] 0.85</c> in a fence of its own. The marks before the values are blanked, and the lines of a vector made one, so that
/// the values stand there as anybody else's.
/// </summary>
internal static class KnitrOutput
{
    public static void Clean(char[] text, List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Code && block.Info.Length == 0 && block.Lines.Count > 0)
                Clean(text, block.Lines);
        }
    }

    private static void Clean(char[] text, List<TextLine> lines)
    {
        if (lines.TrueForAll(line => IsBlank(text, line) || text.AsSpan(line.Start, line.End - line.Start).StartsWith("##")))
        {
            foreach (var line in lines.Where(line => !IsBlank(text, line)))
                text.AsSpan(line.Start, 2).Fill(' ');
        }
        for (var i = 0; i < lines.Count; i++)
        {
            // A matrix: "[1,]" before each row, under a line that numbers the columns.
            var index = Index(text, lines[i]);
            if (index.Row > 0 && i > 0 && index.Row == 1 && HeadsColumns(text, lines[i - 1]))
                text.AsSpan(lines[i - 1].Start, lines[i - 1].End - lines[i - 1].Start).Fill(' ');
            if (index.Row > 0)
                text.AsSpan(index.Start, index.End - index.Start).Fill(' ');
            if (index.Entry == 1)
                JoinVector(text, lines, i, index);
        }
    }

    /// <summary>"[1] 1 2 3" with what runs on in "[4] 4 5": one line of values.</summary>
    private static void JoinVector(char[] text, List<TextLine> lines, int first, (int Start, int End, int Entry, int Row) index)
    {
        text.AsSpan(index.Start, index.End - index.Start).Fill(' ');
        while (first + 1 < lines.Count && Index(text, lines[first + 1]) is { Entry: > 1 } next)
        {
            text.AsSpan(lines[first].End, next.End - lines[first].End).Fill(' ');
            lines[first] = new TextLine(lines[first].Start, lines[first + 1].End);
            lines.RemoveAt(first + 1);
        }
    }

    /// <summary>"[12]" before the entry of that number, "[3,]" before a row.</summary>
    private static (int Start, int End, int Entry, int Row) Index(char[] text, TextLine line)
    {
        var (start, end) = (line.Start, line.End);
        while (start < end && Characters.IsBlank(text[start]))
            start++;
        var at = start + 1;
        var number = 0;
        while (at < end && char.IsAsciiDigit(text[at]) && number < 10_000_000)
            number = (number * 10) + text[at++] - '0';
        if (start >= end || text[start] != '[' || number == 0)
            return default;
        var isRow = at < end && text[at] == ',';
        at += isRow ? 1 : 0;
        // "[1]" alone, or before a comma, is a list of one number.
        return at + 1 < end && text[at] == ']' && Characters.IsBlank(text[at + 1]) ? (start, at + 1, isRow ? 0 : number, isRow ? number : 0) : default;
    }

    private static bool HeadsColumns(char[] text, TextLine line) => text.AsSpan(line.Start, line.End - line.Start).TrimStart().StartsWith("[,1]");

    private static bool IsBlank(char[] text, TextLine line) => text.AsSpan(line.Start, line.End - line.Start).IsWhiteSpace();
}
