using Grader.Submissions.Blocks;
using Grader.Submissions.Source;

namespace Grader.Submissions.Outline;

/// <summary>
/// Headings that Markdown does not see: <c>\section*{Question 1}</c>, <c>&lt;h2&gt;Question 1&lt;/h2&gt;</c>, and <c>##Question 1</c>, where the blank is missing. Each becomes a block of its own,
/// as a heading between number signs is.
/// </summary>
internal static class WrittenHeadings
{
    private static readonly (string Command, int Level)[] Commands =
        [("\\part", 1), ("\\chapter", 1), ("\\section", 1), ("\\subsection", 2), ("\\subsubsection", 3), ("\\paragraph", 4), ("\\subparagraph", 5)];

    public static List<Block> Split(string text, List<Block> blocks)
    {
        var split = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            var first = 0;
            for (var line = 0; block.Kind == BlockKind.Paragraph && line < block.Lines.Count; line++)
            {
                if (HeadingIn(text, block.Lines[line]) is not { } heading)
                    continue;
                Add(split, block, first, line);
                split.Add(block with { Kind = BlockKind.Heading, Start = heading.Start, Level = heading.Level, Lines = [heading.Title], StartsItem = block.StartsItem && line == 0 });
                if (heading.After < block.Lines[line].End && !text.AsSpan(heading.After, block.Lines[line].End - heading.After).IsWhiteSpace())
                    split.Add(block with { Start = heading.After, Lines = [new TextLine(heading.After, block.Lines[line].End)], StartsItem = false });
                first = line + 1;
            }
            if (first == 0)
                split.Add(block);
            else
                Add(split, block, first, block.Lines.Count);
        }
        return split;
    }

    private static void Add(List<Block> split, Block block, int first, int end)
    {
        if (first < end)
            split.Add(block with { Start = block.Lines[first].Start, Lines = block.Lines.GetRange(first, end - first), StartsItem = block.StartsItem && first == 0 });
    }

    private static (int Start, TextLine Title, int After, int Level)? HeadingIn(string text, TextLine line)
    {
        var (start, end) = Characters.Trim(text, line.Start, line.End);
        if (start >= end)
            return null;
        return text[start] switch
        {
            '\\' => Command(text, start, end),
            '<' => Tag(text, start, end),
            '#' => Sign(text, start, end),
            _ => null,
        };
    }

    private static (int Start, TextLine Title, int After, int Level)? Command(string text, int start, int end)
    {
        foreach (var (command, level) in Commands)
        {
            if (!text.AsSpan(start, end - start).StartsWith(command, StringComparison.Ordinal))
                continue;
            var open = start + command.Length;
            if (open < end && text[open] == '*')
                open++;
            if (open >= end || text[open] != '{')
                continue;
            var depth = 0;
            for (var at = open; at < end; at++)
            {
                depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
                if (depth == 0)
                    return (start, new TextLine(open + 1, at), at + 1, level);
            }
        }
        return null;
    }

    private static (int Start, TextLine Title, int After, int Level)? Tag(string text, int start, int end)
    {
        if (end - start < 9 || text[start + 1] is not ('h' or 'H') || text[start + 2] is not (>= '1' and <= '6' and var level) || text[start + 3] is not ('>' or ' '))
            return null;
        var title = text.IndexOf('>', start, end - start) + 1;
        var close = title == 0 ? -1 : text.IndexOf("</h", title, end - title, StringComparison.OrdinalIgnoreCase);
        var after = close < 0 ? -1 : text.IndexOf('>', close, end - close) + 1;
        return after <= 0 ? null : (start, new TextLine(title, close), after, level - '0');
    }

    private static (int Start, TextLine Title, int After, int Level)? Sign(string text, int start, int end)
    {
        var title = start;
        while (title < end && text[title] == '#')
            title++;
        // "#include" and "#5 of the list" are no headings; what is a label, is one.
        if (title - start > 6 || title >= end || Characters.IsBlank(text[title]) || LabelReader.Read(text, title, end, LabelStrength.Heading, out _, out _) is not { IsEmpty: false } label)
            return null;
        if (label.Strength < LabelStrength.Word && label.End < end)
            return null;
        return (start, new TextLine(title, end), end, title - start);
    }
}
