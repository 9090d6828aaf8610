using System.Buffers;

namespace Grader.Submissions.Source;

/// <summary>
/// Finds formulas between delimiters, HTML tables and comments before Markdown sees the text: in Markdown an underscore starts emphasis, a line that starts with
/// <c>-</c> a list and one that starts with <c>=</c> ends a heading. One pass; what is not closed near by is ordinary text.
/// </summary>
internal sealed class RegionScanner
{
    private const int FarthestClose = 20_000;

    private static readonly SearchValues<char> Special = SearchValues.Create("$\\`~<[");
    private static readonly SearchValues<char> LoneNumber = SearchValues.Create("0123456789.,");

    /// <summary>What a student struck out is no answer, as what stands in a comment is none.</summary>
    private static readonly (string Open, string Closer)[] Withdrawn = [("<del", "</del>"), ("<strike", "</strike>"), ("<s", "</s>")];

    private readonly string _text;
    private readonly List<Region> _regions = [];
    private readonly List<(int Start, int End)> _comments = [];
    private readonly Dictionary<string, int> _noCloserBefore = [];
    private int _paragraphEnd;

    private RegionScanner(string text) => _text = text;

    public static (List<Region> Regions, List<(int Start, int End)> Comments) Scan(string text)
    {
        var scanner = new RegionScanner(text);
        scanner.Run();
        return (scanner._regions, scanner._comments);
    }

    private void Run()
    {
        var at = 0;
        while (at < _text.Length && _text.AsSpan(at).IndexOfAny(Special) is >= 0 and var ahead)
        {
            at += ahead;
            at = _text[at] switch
            {
                '$' => Dollar(at),
                '\\' => Backslash(at),
                '<' => Angle(at),
                '[' => Bracket(at),
                _ => Code(at),
            };
        }
    }

    private int Dollar(int at)
    {
        var run = Run('$', at);
        if (run > 2)
            return at + run;
        if (run == 2)
        {
            var close = _text.IndexOf("$$", at + 2, Math.Min(FarthestClose, _text.Length - at - 2), StringComparison.Ordinal);
            if (close < 0 || HasHeading(at + 2, close))
                return at + 2;
            return Add(at, close + 2, at + 2, close, RegionKind.Display);
        }
        if (at + 1 < _text.Length && _text[at + 1] == '`')
        {
            var close = _text.IndexOf("`$", at + 2, Math.Min(2000, _text.Length - at - 2), StringComparison.Ordinal);
            if (close > 0)
                return Add(at, close + 2, at + 2, close, RegionKind.Inline);
        }

        var end = ParagraphEnd(at);
        var next = at + 1;
        while (true)
        {
            var found = _text.AsSpan(next, end - next).IndexOf('$');
            if (found < 0)
                return at + 1;
            next += found;
            if (_text[next - 1] != '\\')
                break;
            next++;
        }
        if (next == at + 1 || next - at > 4000 || IsMoneyOrProse(at, next))
            return next == at + 1 ? next + 1 : next;
        return Add(at, next + 1, at + 1, next, RegionKind.Inline);
    }

    /// <summary>Two prices in a sentence are no formula.</summary>
    private bool IsMoneyOrProse(int open, int close)
    {
        var body = _text.AsSpan(open + 1, close - open - 1);
        if (body.Trim().IsEmpty)
            return true;
        var words = 0;
        var depth = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '{')
            {
                depth++;
            }
            else if (body[i] == '}')
            {
                depth--;
            }
            else if (char.IsLetter(body[i]))
            {
                var start = i;
                while (i + 1 < body.Length && char.IsLetter(body[i + 1]))
                    i++;
                if (i - start >= 2 && depth <= 0 && (start == 0 || body[start - 1] is ' ' or '\n'))
                    words++;
            }
        }
        var hasMath = body.IndexOfAny("\\=^_") >= 0;
        if (words >= (hasMath ? 12 : 3))
            return true;
        return words > 0 && !hasMath && char.IsAsciiDigit(body[0]) && close + 1 < _text.Length && char.IsAsciiDigit(_text[close + 1]);
    }

    private int Backslash(int at)
    {
        if (at + 1 >= _text.Length)
            return at + 1;
        var doubled = _text[at + 1] == '\\';
        var open = doubled ? at + 2 : at + 1;
        if (open < _text.Length && _text[open] is '(' or '[')
        {
            var closer = (doubled, _text[open]) switch
            {
                (false, '(') => "\\)",
                (false, _) => "\\]",
                (true, '(') => "\\\\)",
                _ => "\\\\]",
            };
            var close = FindCloser(closer, open + 1);
            if (close >= 0)
                return Add(at, close + closer.Length, open + 1, close, _text[open] == '(' ? RegionKind.Inline : RegionKind.Display);
        }
        else if (!doubled && _text.AsSpan(at).StartsWith("\\begin{"))
        {
            var nameEnd = _text.IndexOf('}', at, Math.Min(40, _text.Length - at));
            if (nameEnd > 0)
            {
                var closer = string.Concat("\\end{", _text.AsSpan(at + 7, nameEnd - at - 6));
                var close = FindCloser(closer, nameEnd + 1);
                if (close >= 0)
                    return Add(at, close + closer.Length, at, close + closer.Length, RegionKind.Environment);
            }
        }
        return at + 2;
    }

    private int FindCloser(string closer, int from)
    {
        // Once a closer was not found, it is not sought again: a file of openers alone stays linear.
        if (_noCloserBefore.TryGetValue(closer, out var known) && from < known)
            return -1;
        var length = Math.Min(FarthestClose, _text.Length - from);
        var close = length <= 0 ? -1 : _text.IndexOf(closer, from, length, StringComparison.Ordinal);
        if (close < 0)
            _noCloserBefore[closer] = from + length - closer.Length;
        return close >= 0 && HasHeading(from, close) ? -1 : close;
    }

    private int Angle(int at)
    {
        var rest = _text.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            var close = _text.IndexOf("-->", at + 4, StringComparison.Ordinal);
            if (close < 0)
                return at + 4;
            _comments.Add((at, close + 3));
            return close + 3;
        }
        foreach (var (open, closer) in Withdrawn)
        {
            if (!rest.StartsWith(open, StringComparison.OrdinalIgnoreCase) || rest.Length <= open.Length || rest[open.Length] is not ('>' or ' '))
                continue;
            if (_noCloserBefore.ContainsKey(closer))
                return at + open.Length;
            var close = _text.IndexOf(closer, at, StringComparison.OrdinalIgnoreCase);
            if (close >= 0)
            {
                _comments.Add((at, close + closer.Length));
                return close + closer.Length;
            }
            _noCloserBefore[closer] = int.MaxValue;
        }
        if (rest.StartsWith("<table", StringComparison.OrdinalIgnoreCase) && rest.Length > 6 && !char.IsLetter(rest[6]))
        {
            if (_noCloserBefore.ContainsKey("</table>"))
                return at + 6;
            var close = _text.IndexOf("</table>", at, StringComparison.OrdinalIgnoreCase);
            if (close >= 0)
                return Add(at, close + 8, at, close + 8, RegionKind.HtmlTable);
            _noCloserBefore["</table>"] = int.MaxValue;
        }
        return at + 1;
    }

    /// <summary>A display whose backslashes a chat copy lost: <c>[ \mu = 13 ]</c>, or the brackets on lines of their own.</summary>
    private int Bracket(int at)
    {
        if (at + 1 >= _text.Length || !Characters.IsBlank(_text[at + 1]) || !StartsLine(at))
            return at + 1;
        var close = at + 1;
        for (var lines = 0; lines < 40; lines++)
        {
            var lineEnd = LineEnd(close);
            var last = Characters.SkipBlanksBack(_text, close, lineEnd);
            var alone = lines > 0 && last - 1 == Characters.SkipBlanks(_text, close, lineEnd);
            if (last > at + 2 && _text[last - 1] == ']' && (lines == 0 ? _text[last - 2] == ' ' : alone))
            {
                var body = _text.AsSpan(at + 1, last - at - 2);
                return body.IndexOfAny("\\=") >= 0 || IsLoneNumber(body) ? Add(at, last, at + 1, last - 1, RegionKind.Display) : at + 1;
            }
            // The bracket of a display stands alone on its line where it spans several.
            if (lines == 0 && last > at + 1)
                return at + 1;
            if (lineEnd >= _text.Length)
                return at + 1;
            close = AfterLineBreak(lineEnd);
        }
        return at + 1;
    }

    /// <summary><c>[ 32 ]</c> on a line of its own; one digit may cite.</summary>
    private static bool IsLoneNumber(ReadOnlySpan<char> body)
    {
        body = body.Trim();
        return body.Length > 1 && char.IsAsciiDigit(body[^1]) && !body.TrimStart('-').ContainsAnyExcept(LoneNumber);
    }

    private int Code(int at)
    {
        var mark = _text[at];
        var run = Run(mark, at);
        if (run >= 3 && StartsLine(at) && (mark == '~' || _text.AsSpan(at + run, LineEnd(at) - at - run).IndexOf('`') < 0))
            return SkipFence(at, mark, run);
        if (mark == '~')
            return run == 2 ? Struck(at) : at + run;
        // Near by only: a line without end must not be scanned again for each of its marks.
        var near = Math.Min(_text.Length - at, 400);
        var length = _text.AsSpan(at, near).IndexOfAny('\r', '\n');
        var lineEnd = at + (length < 0 ? near : length);
        var next = at + run;
        while (next < lineEnd && _text.AsSpan(next, lineEnd - next).IndexOf('`') is >= 0 and var ahead)
        {
            next += ahead;
            var marks = Run('`', next);
            if (marks == run)
                return next + run;
            next += marks;
        }
        return at + run;
    }

    /// <summary><c>~~$W = 21$~~</c>: struck out with the formulas inside.</summary>
    private int Struck(int at)
    {
        var length = Math.Min(2000, ParagraphEnd(at) - at - 2);
        var close = length <= 0 ? -1 : _text.AsSpan(at + 2, length).IndexOf("~~");
        if (close <= 0 || _text[at + 2] == '~' || !_text.AsSpan(at + 2, close).ContainsAny('$', '\\'))
            return at + 2;
        _comments.Add((at, at + close + 4));
        return at + close + 4;
    }

    private int SkipFence(int at, char mark, int run)
    {
        var line = LineEnd(at);
        while (line < _text.Length)
        {
            line = AfterLineBreak(line);
            var end = LineEnd(line);
            var start = line;
            while (start < end && _text[start] is ' ' or '\t' or '>')
                start++;
            if (start < end && _text[start] == mark && Run(mark, start) is var length && length >= run && Characters.SkipBlanks(_text, start + length, end) == end)
                return end;
            line = end;
        }
        return _text.Length;
    }

    private int Add(int start, int end, int bodyStart, int bodyEnd, RegionKind kind)
    {
        _regions.Add(new Region(start, end, bodyStart, bodyEnd, kind));
        return end;
    }

    private int Run(char mark, int at)
    {
        var length = _text.AsSpan(at).IndexOfAnyExcept(mark);
        return length < 0 ? _text.Length - at : length;
    }

    private bool StartsLine(int at)
    {
        var farthest = Math.Max(0, at - 40);
        while (at > farthest && _text[at - 1] is ' ' or '\t' or '>' or '-' or '*' or '+' or '.' or (>= '0' and <= '9'))
            at--;
        return at == 0 || Characters.IsLineBreak(_text[at - 1]);
    }

    private bool HasHeading(int start, int end)
    {
        var body = _text.AsSpan(start, end - start);
        return body.Contains("\n# ", StringComparison.Ordinal) || body.Contains("\n##", StringComparison.Ordinal);
    }

    private int LineEnd(int at)
    {
        var length = _text.AsSpan(at).IndexOfAny('\r', '\n');
        return length < 0 ? _text.Length : at + length;
    }

    private int AfterLineBreak(int lineEnd) =>
        lineEnd >= _text.Length ? lineEnd : _text[lineEnd] == '\r' && lineEnd + 1 < _text.Length && _text[lineEnd + 1] == '\n' ? lineEnd + 2 : lineEnd + 1;

    private int ParagraphEnd(int at)
    {
        if (at < _paragraphEnd)
            return _paragraphEnd;
        var end = LineEnd(at);
        while (end < _text.Length)
        {
            var next = AfterLineBreak(end);
            var nextEnd = LineEnd(next);
            if (Characters.SkipBlanks(_text, next, nextEnd) == nextEnd)
                break;
            end = nextEnd;
        }
        return _paragraphEnd = end;
    }
}
