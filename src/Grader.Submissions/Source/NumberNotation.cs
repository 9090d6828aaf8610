namespace Grader.Submissions.Source;

/// <summary>
/// Writes numbers the way formulas are read: <c>1'474'560</c>, <c>5_856</c> and <c>1.474.560</c> without their groups, <c>1.474,56</c> and <c>0{,}85</c> with a point, <c>1.47 Mio.</c>
/// as <c>1.47M</c>, <c>82.5 Prozent</c> as <c>82.5%</c>, <c>294&amp;nbsp;912</c> with a blank. Only where there is one reading; see <see cref="AmbiguousNumber"/> for the others.
/// </summary>
internal sealed class NumberNotation
{
    private static readonly (string Word, string Sign)[] Words =
    [
        ("percent", "%"), ("Prozent", "%"), ("pct", "%"), ("per cent", "%"), ("pour cent", "%"), ("por ciento", "%"), ("million", "M"), ("billion", "B"), ("thousand", "K"), ("Mio", "M"), ("mio", "M"), ("mln", "M"), ("Millionen", "M"), ("millions", "M"), ("millones", "M"), ("Million", "M"),
        ("Mrd", "B"), ("mrd", "B"), ("Milliarden", "B"), ("Milliarde", "B"), ("milliards", "B"), ("milliard", "B"), ("billions", "B"), ("Tsd", "K"), ("tsd", "K"), ("Tausend", "K"), ("tausend", "K"), ("thousands", "K"),
    ];

    private static readonly string[] Wrapped =
        ["million", "billion", "trillion", "thousand", "percent", "Prozent", "per cent", "Millionen", "Million", "millions", "Milliarden", "Milliarde", "billions", "Tausend", "tausend", "thousands", "Mio", "Mrd", "mio", "mln"];

    private static readonly string[] BlankEntities = ["&nbsp;", "&thinsp;", "&#160;", "&#8201;", "&#8239;", "&#xA0;", "&#x2009;", "&#x202F;"];

    private readonly string _text;
    private readonly char[] _folded;
    private readonly int[] _offsets;
    private int _length;
    private int _copied;
    private bool _inMath;

    private NumberNotation(string text) => (_text, _folded, _offsets) = (text, new char[text.Length], new int[text.Length + 1]);

    /// <returns>The text, and the offset in <paramref name="text"/> of each of its own and of its end; no offsets where nothing changed.</returns>
    public static (string Text, int[]? Offsets) Fold(string text)
    {
        NumberNotation? notation = null;
        for (var at = 0; at < text.Length; at++)
        {
            var isFraction = BeginsWithPoint(text, at);
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && !isFraction && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or ',' or '\'' or '_' || char.IsLetter(text[at - 1]))))
                continue;
            var end = NumberEnd(text, at);
            // Behind a leading point there are digits alone, and only a word may follow them.
            if (!MayFold(text, at, end) || (isFraction && text.AsSpan(at, end - at).ContainsAnyExceptInRange('0', '9')))
            {
                at = Math.Max(at, end - 1);
                continue;
            }
            notation ??= new NumberNotation(text);
            at = Math.Max(at, notation.Number(at, end) - 1);
        }
        return notation is null || notation._copied == 0 ? (text, null) : notation.Finish();
    }

    /// <summary>A number without a digit before its point: <c>.75 percent</c>. A point that ends something, or stands inside a number, begins none.</summary>
    private static bool BeginsWithPoint(string text, int at) => at > 0 && text[at - 1] == '.' && (at == 1 || char.IsWhiteSpace(text[at - 2]) || text[at - 2] is '(' or '[' or '=' or '$' or '*' or '|' or '~' or '≈' or '>' or ':' or '-' or '+' or '{');

    /// <summary>The end of the digits, points, commas and group marks of a number.</summary>
    private static int NumberEnd(string text, int at)
    {
        while (at < text.Length)
        {
            if (char.IsAsciiDigit(text[at]))
                at++;
            else if (at + 1 < text.Length && text[at] is '.' or ',' or '\'' or '_' && char.IsAsciiDigit(text[at + 1]))
                at++;
            else if (text.AsSpan(at).StartsWith("{,}") && at + 3 < text.Length && char.IsAsciiDigit(text[at + 3]))
                at += 3;
            else
                break;
        }
        return at;
    }

    private static bool MayFold(string text, int at, int end) =>
        text.AsSpan(at, end - at).ContainsAny("'_{") || text.AsSpan(at, end - at).Count('.') > 1 || (text.AsSpan(at, end - at).IndexOf('.') is > 0 and var point && text.AsSpan(at + point, end - at - point).Contains(','))
        || (end < text.Length && (text[end] is '&' or ' ' or '\u00A0' or '\u2009' or '\u202F' or 'k' or '\n' or '\r' || char.IsLetter(text[end]))) || (at > 0 && text[at - 1] == '(' && text.AsSpan(at, end - at).Contains(','));

    private int Number(int at, int end)
    {
        var number = _text.AsSpan(at, end - at);
        if (at > 0 && _text[at - 1] == '(' && Points(at) is > 0 and var points)
            return points;
        if (Digits(number) is { } digits)
            Put(at, end, digits);
        if (BlankEntity(end) is > 0 and var group)
        {
            Put(end, group, "\u202F");
            return group;
        }
        return Magnitude(at, end);
    }

    /// <summary>A blank written as an entity before a group of three digits: <c>294&amp;nbsp;912</c>. Where the entity ends, or 0.</summary>
    private int BlankEntity(int at)
    {
        foreach (var entity in BlankEntities)
        {
            var group = at + entity.Length;
            if (_text.AsSpan(at).StartsWith(entity, StringComparison.OrdinalIgnoreCase) && group + 3 <= _text.Length && !_text.AsSpan(group, 3).ContainsAnyExceptInRange('0', '9') && !(group + 3 < _text.Length && char.IsAsciiDigit(_text[group + 3])))
                return group;
        }
        return 0;
    }

    /// <summary>The number with a point and without groups, where one reading alone needs that; else null.</summary>
    private static string? Digits(ReadOnlySpan<char> number)
    {
        if (number.Contains("{,}", StringComparison.Ordinal))
        {
            var comma = number.IndexOf("{,}");
            var fraction = number[(comma + 3)..];
            var grouped = fraction.Length == 3 && comma <= 3 && number[0] != '0';
            return grouped || fraction.ContainsAnyExceptInRange('0', '9') || number[..comma].ContainsAnyExceptInRange('0', '9') ? null : $"{number[..comma]}.{fraction}";
        }
        var mark = number.IndexOfAny('\'', '_');
        if (mark > 0)
            return Groups(number, number[mark], out var rest) >= 1 && (rest.IsEmpty || (rest[0] == '.' && !rest[1..].ContainsAnyExceptInRange('0', '9'))) ? $"{number[..^rest.Length].ToString().Replace(number[mark].ToString(), "", StringComparison.Ordinal)}{rest}" : null;
        var groups = Groups(number, '.', out var decimals);
        if (groups == 0 || (groups == 1 && decimals.IsEmpty))
            return null;
        if (!decimals.IsEmpty && (decimals[0] != ',' || decimals[1..].ContainsAnyExceptInRange('0', '9') || (groups == 1 && decimals.Length == 4)))
            return null;
        var whole = number[..^decimals.Length].ToString().Replace(".", "", StringComparison.Ordinal);
        return decimals.IsEmpty ? whole : $"{whole}.{decimals[1..]}";
    }

    /// <summary>How many groups of three follow one to three digits, and what is left.</summary>
    private static int Groups(ReadOnlySpan<char> number, char mark, out ReadOnlySpan<char> rest)
    {
        rest = number;
        var first = number.IndexOfAnyExceptInRange('0', '9');
        if (first is < 1 or > 3 || number[0] == '0')
            return 0;
        var groups = 0;
        var at = first;
        while (at + 3 < number.Length && number[at] == mark && !number.Slice(at + 1, 3).ContainsAnyExceptInRange('0', '9') && (at + 4 == number.Length || !char.IsAsciiDigit(number[at + 4])))
        {
            at += 4;
            groups++;
        }
        rest = number[at..];
        return groups;
    }

    /// <summary>Joins what multiplies a number to it: <c>2.7648 M</c>, <c>1.47 Mio.</c>, <c>295k</c>, <c>1.47 E6</c>.</summary>
    private int Magnitude(int at, int end)
    {
        var word = end;
        while (word < _text.Length && word < end + 2 && _text[word] is ' ' or '\u00A0' or '\u2009' or '\u202F')
            word++;
        if (LineStart(word) is > 0 and var next)
            return WrappedMagnitude(end, next);
        var stop = word;
        while (stop < _text.Length && stop < word + 12 && char.IsLetter(_text[stop]))
            stop++;
        if (stop == word)
            return end;
        foreach (var (name, sign) in Words)
        {
            if (!_text.AsSpan(word).StartsWith(name, StringComparison.Ordinal) || (word + name.Length < _text.Length && char.IsLetterOrDigit(_text[word + name.Length])))
                continue;
            stop = word + name.Length;
            if (name.Length <= 3 && stop < _text.Length && _text[stop] == '.')
                stop++;
            Put(end, stop, sign);
            return stop;
        }
        if (stop > word + 1 || (_text[word] != 'E' && IsInMath(at)) || (stop < _text.Length && (char.IsAsciiDigit(_text[stop]) ? _text[word] is not ('e' or 'E') : FollowsMath(stop))))
            return end;
        switch (_text[word])
        {
            case 'K' or 'M' or 'G' when word > end && !(stop < _text.Length && char.IsAsciiDigit(_text[stop])):
            case 'k' when word == end && end - at > 1:
                Put(end, stop, _text[word] == 'k' ? "K" : _text[word].ToString());
                return stop;
            case 'E' or 'e' when word > end && stop < _text.Length && (char.IsAsciiDigit(_text[stop]) || (_text[stop] is '+' or '-' && stop + 1 < _text.Length && char.IsAsciiDigit(_text[stop + 1]))):
                Put(end, stop, "e");
                return stop;
            default:
                return end;
        }
    }

    /// <summary>Where the text of the next line starts, behind the mark of a quote; 0 where no line ends here or the next is empty.</summary>
    private int LineStart(int at)
    {
        if (at >= _text.Length || !Characters.IsLineBreak(_text[at]))
            return 0;
        at += _text[at] == '\r' && at + 1 < _text.Length && _text[at + 1] == '\n' ? 2 : 1;
        while (at < _text.Length && _text[at] is ' ' or '>')
            at++;
        return at;
    }

    /// <summary>A line that ends between a number and what multiplies it: the number alone was not meant.</summary>
    private int WrappedMagnitude(int end, int word)
    {
        foreach (var name in Wrapped)
        {
            var stop = word + name.Length;
            if (!_text.AsSpan(word).StartsWith(name, StringComparison.Ordinal) || (stop < _text.Length && char.IsLetterOrDigit(_text[stop])))
                continue;
            Put(end, stop, Array.Find(Words, other => other.Word == name).Sign ?? $" {name}");
            return stop;
        }
        return end;
    }

    /// <summary>A letter beside a sign is a variable.</summary>
    private bool FollowsMath(int at)
    {
        if (_text[at] is '+' or '-' && at > 0 && _text[at - 1] is 'e' or 'E')
            return false;
        if (_text[at] is '\'' or '_' or '^' or '(' or '-' or '\u2212' || char.IsLetterOrDigit(_text[at]))
            return true;
        // The marks that close bold text are no signs.
        var next = at;
        while (next < _text.Length && _text[next] == '*')
            next++;
        while (next < _text.Length && _text[next] == ' ')
            next++;
        return next < _text.Length && _text[next] is '=' or '+' or '*' or '/' or '^' or '\u00D7' or '\u00B7' or '\u2248' or '\\';
    }

    /// <summary>Coordinates, <c>(4,5; 4,5)</c>: the semicolon separates, so the comma does not.</summary>
    private int Points(int at)
    {
        var items = 0;
        var end = at;
        while (true)
        {
            end = Skip(end);
            if (end < _text.Length && _text[end] is '-' or '\u2212')
                end++;
            var digits = end;
            while (end < _text.Length && char.IsAsciiDigit(_text[end]))
                end++;
            if (end == digits || end - at > 200)
                return 0;
            if (end + 1 < _text.Length && _text[end] == ',' && char.IsAsciiDigit(_text[end + 1]))
            {
                end++;
                while (end < _text.Length && char.IsAsciiDigit(_text[end]))
                    end++;
            }
            items++;
            end = Skip(end);
            if (end >= _text.Length || _text[end] is not (';' or '|' or ')') || (_text[end] == ')' && items < 2))
                return 0;
            if (_text[end++] == ')')
                break;
        }
        for (var i = at; i < end; i++)
        {
            if (_text[i] is ',')
                Put(i, i + 1, ".");
            else if (_text[i] is ';' or '|')
                Put(i, i + 1, ",");
        }
        return end;
    }

    private int Skip(int at)
    {
        while (at < _text.Length && _text[at] == ' ')
            at++;
        return at;
    }

    private int _mathSeen;

    /// <summary>Whether a dollar or a bracket of LaTeX is open: in a formula a letter is a variable.</summary>
    private bool IsInMath(int at)
    {
        for (; _mathSeen < at; _mathSeen++)
        {
            switch (_text[_mathSeen])
            {
                case '$' when _mathSeen + 1 < _text.Length && _text[_mathSeen + 1] == '$':
                    _inMath = !_inMath;
                    _mathSeen++;
                    break;
                case '$' when _mathSeen == 0 || _text[_mathSeen - 1] != '\\':
                    _inMath = !_inMath;
                    break;
                case '\\' when _mathSeen + 1 < _text.Length && _text[_mathSeen + 1] is '(' or '[' or 'b':
                    _inMath |= _text[_mathSeen + 1] != 'b' || _text.AsSpan(_mathSeen).StartsWith("\\begin{");
                    break;
                case '\\' when _mathSeen + 1 < _text.Length && _text[_mathSeen + 1] is ')' or ']' or 'e':
                    _inMath &= _text[_mathSeen + 1] == 'e' && !_text.AsSpan(_mathSeen).StartsWith("\\end{");
                    break;
                case '\n' when _mathSeen + 1 < _text.Length && _text[_mathSeen + 1] is '\n' or '\r':
                    _inMath = false;
                    break;
                default:
                    break;
            }
        }
        return _inMath;
    }

    private void Put(int start, int end, string instead)
    {
        Copy(start);
        for (var i = 0; i < instead.Length; i++)
        {
            _folded[_length] = instead[i];
            // The last character stands for all the rest, so that a place ends where the written number does.
            _offsets[_length++] = Math.Min(start + i, end - 1);
        }
        _copied = end;
    }

    private void Copy(int to)
    {
        for (; _copied < to; _copied++)
        {
            _folded[_length] = _text[_copied];
            _offsets[_length++] = _copied;
        }
    }

    private (string Text, int[] Offsets) Finish()
    {
        Copy(_text.Length);
        _offsets[_length] = _text.Length;
        return (new string(_folded, 0, _length), _offsets[..(_length + 1)]);
    }
}
