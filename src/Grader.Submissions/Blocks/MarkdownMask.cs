using Grader.Mathematics;
using Grader.Submissions.Source;

namespace Grader.Submissions.Blocks;

/// <summary>
/// The text as Markdig sees it: as long as the original, with formulas, tables and comments as runs of one neutral character, so that offsets stay and no formula is
/// taken for a list or a heading. Nesting that Markdig cannot bear is flattened.
/// </summary>
internal static class MarkdownMask
{
    private const char Neutral = '\uE000';
    private const int DeepestNesting = 12;
    private const int DeepestIndent = 40;

    public static string Make(SourceText source, List<Region> regions, List<(int Start, int End)> comments, List<Repair> repairs)
    {
        var masked = source.Text.ToCharArray();
        foreach (var region in regions)
            masked.AsSpan(region.Start, region.End - region.Start).Fill(Neutral);
        foreach (var (start, end) in comments)
        {
            for (var i = start; i < end; i++)
            {
                if (!Characters.IsLineBreak(masked[i]))
                    masked[i] = ' ';
            }
        }

        var at = 0;
        var told = false;
        while (at < masked.Length)
        {
            var cut = MaskLineStart(masked, at, out var next);
            if (cut >= 0 && !told)
            {
                told = true;
                repairs.Add(new Repair(source.PlaceOf(cut, next), $"more than {DeepestNesting} quotes or lists inside each other, taken as text"));
            }
            at = next;
        }
        return new string(masked);
    }

    /// <returns>Where nesting was cut, or −1.</returns>
    private static int MaskLineStart(char[] masked, int at, out int next)
    {
        var ahead = masked.AsSpan(at).IndexOfAny('\r', '\n');
        var end = ahead < 0 ? masked.Length : at + ahead;
        next = Math.Min(masked.Length, end + 1);

        var depth = 0;
        var columns = 0;
        for (var i = at; i < end;)
        {
            if (masked[i] is ' ' or '\t')
            {
                columns += masked[i] == ' ' ? 1 : 4;
                i++;
                continue;
            }
            // The rule under the header of a simple table is no rule across the page.
            if (masked[i] == '-' && Tables.TableLines.IsDashes(masked.AsSpan(i, end - i)))
            {
                masked.AsSpan(i, end - i).Fill(Neutral);
                return -1;
            }
            var marker = MarkerLength(masked, i, end);
            if (marker == 0)
            {
                // No formula's continuation line is the underline of a heading, no interval in brackets a link's address.
                if (masked[i] is '[' || (masked[i] == '=' && end - i < 3))
                    masked[i] = Neutral;
                return -1;
            }
            if (++depth > DeepestNesting || columns > DeepestIndent)
            {
                masked.AsSpan(i, end - i).Fill(Neutral);
                return i;
            }
            i += marker;
        }
        return -1;
    }

    private static int MarkerLength(char[] text, int at, int end)
    {
        if (text[at] == '>')
            return 1;
        var i = at;
        if (text[i] is '-' or '*' or '+')
        {
            i++;
        }
        else
        {
            while (i < end && i - at < 9 && char.IsAsciiDigit(text[i]))
                i++;
            if (i == at || i >= end || text[i] is not ('.' or ')'))
                return 0;
            i++;
        }
        return i >= end || text[i] is ' ' or '\t' ? i - at : 0;
    }
}
