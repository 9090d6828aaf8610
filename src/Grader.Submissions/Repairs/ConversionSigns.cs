using Grader.Submissions.Blocks;
using Grader.Submissions.Source;

namespace Grader.Submissions.Repairs;

/// <summary>
/// Tells a file that a converter made (PDF, OCR) from one written by hand. No sign alone says so: a hand may write a tab or a heading of the wrong level, but not several
/// of these habits in one file.
/// </summary>
internal static class ConversionSigns
{
    private const int Enough = 3;

    public static bool LookConverted(string text, List<Region> regions, List<Block> blocks)
    {
        var score = 0;
        score += SpacedFormulas(text, regions);
        score += TabbedRows(text) >= 3 ? 2 : 0;
        score += GluedWords(text) > 0 ? 1 : 0;
        score += text.Contains("\\tilde{[}", StringComparison.Ordinal) || text.Contains("\\tilde{(}", StringComparison.Ordinal) ? 2 : 0;
        score += InconsistentHeadings(text, blocks) ? 1 : 0;
        score += text.Contains("\n- 1. ", StringComparison.Ordinal) ? 1 : 0;
        return score >= Enough;
    }

    /// <summary>Blanks just inside the delimiters, or double blanks just outside them: nobody types them again and again.</summary>
    private static int SpacedFormulas(string text, List<Region> regions)
    {
        var inline = 0;
        var spaced = 0;
        foreach (var region in regions)
        {
            if (region.Kind != RegionKind.Inline || region.BodyEnd <= region.BodyStart)
                continue;
            inline++;
            var inside = text[region.BodyStart] == ' ' && text[region.BodyEnd - 1] == ' ';
            var outside = region.End < text.Length && text[region.End] == ' ' && region.Start > 0 && text[region.Start - 1] == ' '
                && (region.Start < 2 || text[region.Start - 2] is ' ' or '\n') && (region.End + 1 >= text.Length || text[region.End + 1] is ' ' or '\n' or '\r');
            spaced += inside || outside ? 1 : 0;
        }
        return spaced >= 3 && spaced * 2 >= inline ? 2 : 0;
    }

    private static int TabbedRows(string text)
    {
        var rows = 0;
        var at = 0;
        while (text.AsSpan(at).IndexOf('\t') is >= 0 and var ahead)
        {
            at += ahead;
            var inner = at > 0 && !Characters.IsBlank(text[at - 1]) && at + 1 < text.Length && !Characters.IsLineBreak(text[at + 1]);
            rows += inner ? 1 : 0;
            var next = inner ? text.AsSpan(at).IndexOf('\n') : 1;
            if (next < 0 || rows > 10)
                break;
            at += next;
        }
        return rows;
    }

    /// <summary>A number run together with the word behind it: <c>51200Change</c>.</summary>
    private static int GluedWords(string text)
    {
        var glued = 0;
        for (var i = 1; i + 3 < text.Length; i++)
        {
            if (char.IsAsciiLetterUpper(text[i]) && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiLetterLower(text[i + 1]) && char.IsAsciiLetterLower(text[i + 2]) && char.IsAsciiLetterLower(text[i + 3]) && StartsInDigits(text, i - 1))
                glued++;
        }
        return glued;
    }

    private static bool StartsInDigits(string text, int at)
    {
        var farthest = Math.Max(0, at - 20);
        while (at > farthest && char.IsAsciiDigit(text[at]))
            at--;
        return Characters.IsBlank(text[at]);
    }

    /// <summary>Headings that say the same sort of thing (<c>Solution (a)</c>, <c>Solution (b)</c>) at different levels.</summary>
    private static bool InconsistentHeadings(string text, List<Block> blocks)
    {
        var levels = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.Heading || block.Lines.Count == 0)
                continue;
            var heading = text.AsSpan(block.Lines[0].Start, block.Lines[0].End - block.Lines[0].Start).Trim();
            var start = heading.IndexOfAnyInRange('A', 'z');
            if (start < 0)
                continue;
            var length = 0;
            while (start + length < heading.Length && char.IsAsciiLetter(heading[start + length]))
                length++;
            var word = heading.Slice(start, length).ToString();
            if (length > 1 && !levels.TryAdd(word, block.Level) && levels[word] != block.Level)
                return true;
        }
        return false;
    }
}
