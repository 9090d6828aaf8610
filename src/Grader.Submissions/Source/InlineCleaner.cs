using System.Buffers;
using Grader.Submissions.Blocks;

namespace Grader.Submissions.Source;

/// <summary>
/// Takes Markdown's inline marks off a text without moving anything: each mark becomes a space. <c>**0.85**</c> is 0.85 afterwards, <c>64*64</c> stays a product,
/// <c>\*</c> is an asterisk, a struck-out answer is gone.
/// </summary>
internal sealed partial class InlineCleaner(char[] text, List<Region> regions)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("*_\\`<&![]~{$");

    private readonly List<(char Mark, int At, int Length)> _open = [];
    private int _rangeStart;
    private int _rangeEnd;
    private int _noImageEndBefore;

    /// <summary>Stretches that are images, in the order of the text.</summary>
    public List<(int Start, int End)> Images { get; } = [];

    public void Clean(Block block)
    {
        if (block.Lines.Count == 0)
            return;
        for (var i = 1; i < block.Lines.Count; i++)
            BlankBetween(block.Lines[i - 1].End, block.Lines[i].Start);
        CleanRange(block.Lines[0].Start, block.Lines[^1].End, block.Kind == BlockKind.Heading);
    }

    private void CleanRange(int start, int end, bool heading)
    {
        _open.Clear();
        (_rangeStart, _rangeEnd) = (start, end);
        var region = FirstRegion(start);
        var at = start;
        while (at < end)
        {
            var limit = region < regions.Count ? Math.Min(end, regions[region].Start) : end;
            if (at < limit)
            {
                CleanText(at, limit, heading);
                at = limit;
            }
            else
            {
                CleanRegion(regions[region]);
                at = Math.Max(at, regions[region].End);
                region++;
            }
        }
    }

    private void CleanText(int start, int end, bool heading)
    {
        var at = start;
        while (at < end && text.AsSpan(at, end - at).IndexOfAny(Special) is >= 0 and var ahead)
            at = Mark(at + ahead, start, end, heading);
    }

    /// <summary>Cleans the cells of an HTML table, with the formulas between their dollars.</summary>
    public void CleanHtml(Region region)
    {
        (_rangeStart, _rangeEnd) = (region.Start, region.End);
        CleanText(region.Start, region.End, heading: false);
        for (var i = region.Start; i < region.End; i++)
        {
            if (text[i] == '$')
                text[i] = ' ';
        }
    }

    private int FirstRegion(int start)
    {
        var low = 0;
        var high = regions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (regions[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private int Mark(int at, int start, int end, bool heading)
    {
        switch (text[at])
        {
            case '*' or '_':
                return Emphasis(at, start, end);
            case '\\':
                return Escape(at, end);
            case '`':
                text[at] = ' ';
                return at + 1;
            case '<':
                return Tag(at, end);
            case '&':
                return Entity(at, end);
            case '!':
                return at + 1 < end && text[at + 1] == '[' ? Image(at, end) : at + 1;
            case '[':
                return Link(at, end);
            case '~':
                return Struck(at, end);
            case '{' when heading:
                var close = text.AsSpan(at, end - at).IndexOf('}');
                if (close >= 0 && at + 1 < end && text[at + 1] is '-' or '.' or '#')
                    Blank(at, at + close + 1);
                return close < 0 ? at + 1 : at + close + 1;
            default:
                return at + 1;
        }
    }

    private int Emphasis(int at, int start, int end)
    {
        var mark = text[at];
        var length = 1;
        while (at + length < end && text[at + length] == mark)
            length++;
        var after = at + length;
        if (length > 3)
            return after;
        // A formula beside the mark counts as a letter, though its delimiters are blanks by now.
        var before = at > start ? text[at - 1] : start > _rangeStart ? 'x' : '\n';
        var next = after < end ? text[after] : end < _rangeEnd ? 'x' : '\n';
        var closes = !Characters.IsBlank(before) && (Characters.IsBlank(next) || ")]}.,;:!?|\"'*_-\\".Contains(next) || (next == '<' && after + 1 < end && (char.IsAsciiLetter(text[after + 1]) || text[after + 1] == '/')));
        if (closes)
        {
            for (var i = _open.Count - 1; i >= 0; i--)
            {
                if (_open[i].Mark != mark || (_open[i].Length != length && length != 3))
                    continue;
                Blank(_open[i].At, _open[i].At + _open[i].Length);
                Blank(at, after);
                _open.RemoveRange(i, _open.Count - i);
                return after;
            }
        }
        var opens = !Characters.IsBlank(next) && (Characters.IsBlank(before) || "([{\"'-|>:,.*_".Contains(before));
        if (opens && _open.Count < 32)
        {
            _open.Add((mark, at, length));
        }
        else if (length == 2 && mark == '*' && (Characters.IsBlank(before) || char.IsLetter(before) || before is '.' or ':' or ')') && (char.IsLetter(next) || Characters.IsBlank(next)))
        {
            // Bold that Markdown would not take for bold ("** note **", "a word**Bold"): no power has a letter before and a blank behind.
            Blank(at, after);
        }
        return after;
    }

    private int Escape(int at, int end)
    {
        if (at + 1 >= end)
        {
            text[at] = ' ';
            return at + 1;
        }
        var next = text[at + 1];
        if (next == '\\' || Characters.IsBlank(next))
        {
            // A line break by hand.
            text[at] = Characters.IsLineBreak(next) ? '\n' : ' ';
            if (next == '\\')
                (text[at], text[at + 1]) = (' ', at + 2 == end || Characters.IsLineBreak(text[at + 2]) ? '\n' : ' ');
            return at + 2;
        }
        if (next == '_')
        {
            // C\_in: the name stays in one piece.
            text[at] = '_';
            text[at + 1] = ' ';
            if (at + 2 < end && !Characters.IsBlank(text[at + 2]))
                (text[at], text[at + 1]) = (' ', '_');
            if (at > 0 && char.IsLetter(text[at - 1]))
                (text[at], text[at + 1]) = ('_', ' ');
            return at + 2;
        }
        if (next is '*' or '#' or '%' or '&' or '$' or '<' or '>' or '+' or '-' or '=' or '.' or '!' or '~' or '^' or '`' or '"' or '\'' or '/' or '@' or '?')
            text[at] = ' ';
        return at + 2;
    }

    private int Struck(int at, int end)
    {
        if (at + 2 >= end || text[at + 1] != '~' || text[at + 2] == '~')
            return at + 1;
        var close = text.AsSpan(at + 2, Math.Min(end - at - 2, 2000)).IndexOf("~~");
        if (close < 0)
            return at + 2;
        Blank(at, at + close + 4);
        return at + close + 4;
    }

    private void CleanRegion(Region region)
    {
        if (region.Kind is RegionKind.HtmlTable)
            return;
        BlankDelimiter(region.Start, region.BodyStart);
        BlankDelimiter(region.BodyEnd, region.End);
        var body = text.AsSpan(region.BodyStart, region.BodyEnd - region.BodyStart);
        var doubled = region.Start + 1 < region.BodyStart && region.BodyStart - region.Start >= 3 && region.Kind != RegionKind.Environment;
        for (var i = 0; i < body.Length; i++)
        {
            if (Characters.IsLineBreak(body[i]))
            {
                // The marks of a quote in front of each line of a display.
                for (var j = i + 1; j < body.Length && (body[j] is '>' or ' '); j++)
                {
                    if (body[j] == '>' && region.Start > 0 && LineIsQuoted(region.Start))
                        body[j] = ' ';
                }
            }
            else if (doubled && body[i] == '\\' && i + 1 < body.Length && body[i + 1] == '\\')
            {
                // Doubled with the rest: of four that part rows, two are left side by side.
                var marks = 2;
                while (i + marks + 1 < body.Length && body[i + marks] == '\\' && body[i + marks + 1] == '\\')
                    marks += 2;
                // In "294\\,912" nothing may come between the digits and the mark that groups them.
                var grouping = i > 0 && char.IsAsciiDigit(body[i - 1]) && i + marks < body.Length && body[i + marks] == ',';
                body.Slice(i, marks / 2).Fill(grouping ? '\u200B' : ' ');
                i += marks - 1;
            }
            else if (body[i] == '&')
            {
                // Editors write "&nbsp;=&nbsp;" there, too; of a matrix no cell starts with a name and a semicolon.
                i = Entity(region.BodyStart + i, region.BodyEnd) - region.BodyStart - 1;
            }
        }
    }

    private bool LineIsQuoted(int at)
    {
        var start = text.AsSpan(0, at).LastIndexOfAny('\r', '\n') + 1;
        return Characters.SkipBlanks(text, start, at) is var first && first <= at && text[first] == '>';
    }

    private void BlankDelimiter(int start, int end)
    {
        for (var i = start; i < end; i++)
            text[i] = ' ';
    }

    private void BlankBetween(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!Characters.IsLineBreak(text[i]))
                text[i] = ' ';
        }
    }

    private void Blank(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!Characters.IsLineBreak(text[i]))
                text[i] = ' ';
        }
    }
}
