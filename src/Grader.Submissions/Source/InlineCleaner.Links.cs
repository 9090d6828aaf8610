using System.Globalization;

namespace Grader.Submissions.Source;

/// <summary>Links, images, HTML tags and entities.</summary>
internal sealed partial class InlineCleaner
{
    private int Tag(int at, int end)
    {
        if (at + 2 >= end || !(char.IsAsciiLetter(text[at + 1]) || (text[at + 1] == '/' && char.IsAsciiLetter(text[at + 2]))))
            return at + 1;
        var length = text.AsSpan(at, Math.Min(end - at, 2000)).IndexOf('>');
        if (length < 0)
            return at + 1;
        var after = at + length + 1;
        var tag = text.AsSpan(at + 1, length - 1);
        if (tag.StartsWith("img", StringComparison.OrdinalIgnoreCase))
        {
            Images.Add((at, after));
            Blank(at, after);
        }
        else if (tag.StartsWith("sub", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("sup", StringComparison.OrdinalIgnoreCase))
        {
            var script = tag[2] is 'b' or 'B' ? '_' : '^';
            if (tag.Length > 3 && char.IsLetter(tag[3]))
                script = ' ';
            Blank(at, after);
            if (script != ' ')
                (text[at], text[at + 1]) = (script, '{');
        }
        else if (tag is "/sub" or "/sup" or "/SUB" or "/SUP")
        {
            Blank(at, after);
            text[at] = '}';
        }
        else
        {
            var breaks = tag.StartsWith("br", StringComparison.OrdinalIgnoreCase) || tag is "/p" or "/div" or "/li" || tag.StartsWith("li", StringComparison.OrdinalIgnoreCase);
            Blank(at, after);
            if (breaks)
                text[at] = '\n';
        }
        return after;
    }

    private int Entity(int at, int end)
    {
        var length = text.AsSpan(at, Math.Min(end - at, 12)).IndexOf(';');
        if (length < 2)
            return at + 1;
        var name = text.AsSpan(at + 1, length - 1);
        char? meant = name switch
        {
            "nbsp" or "emsp" or "ensp" or "thinsp" or "zwnj" => ' ',
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            "times" => '\u00D7',
            "minus" or "ndash" or "mdash" => '-',
            "middot" or "sdot" => '\u00B7',
            "asymp" or "approx" => '\u2248',
            "rarr" => '\u2192',
            "le" => '\u2264',
            "ge" => '\u2265',
            "ne" => '\u2260',
            "mu" => '\u03BC',
            "sigma" => '\u03C3',
            "gamma" => '\u03B3',
            "beta" => '\u03B2',
            "epsilon" => '\u03B5',
            ['#', .. var number] => Numbered(number),
            _ => null,
        };
        if (meant is not { } c)
            return at + 1;
        Blank(at, at + length + 1);
        text[at] = c;
        return at + length + 1;
    }

    /// <summary><c>8239</c> or <c>x202F</c>: a character of the basic plane that is seen, or a blank.</summary>
    private static char? Numbered(ReadOnlySpan<char> number)
    {
        var isRead = number is ['x' or 'X', .. var digits]
            ? ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return !isRead || char.IsControl((char)code) || char.IsSurrogate((char)code) ? null : char.IsWhiteSpace((char)code) ? ' ' : (char)code;
    }

    private int Image(int at, int end)
    {
        var (textEnd, after) = LinkEnds(at + 1, end, isImage: true);
        if (textEnd < 0)
            return at + 1;
        Images.Add((at, after));
        Blank(at, after);
        return after;
    }

    private int Link(int at, int end)
    {
        var (textEnd, after) = LinkEnds(at, end, isImage: false);
        if (textEnd < 0)
            return at + 1;
        text[at] = ' ';
        Blank(textEnd, after);
        return at + 1;
    }

    private (int TextEnd, int After) LinkEnds(int at, int end, bool isImage)
    {
        var length = text.AsSpan(at, Math.Min(end - at, 1000)).IndexOf(']');
        if (length < 0)
            return (-1, -1);
        var textEnd = at + length;
        if (isImage && at + 1 < end && text[at + 1] == '[')
        {
            // A note program's own image: ![[plot.png]].
            return textEnd + 1 < end && text[textEnd + 1] == ']' ? (textEnd, textEnd + 2) : (-1, -1);
        }
        if (textEnd + 1 >= end || text[textEnd + 1] is not ('(' or '['))
            return isImage ? (textEnd, textEnd + 1) : (-1, -1);
        // The address of an image may be the image itself, encoded.
        var reach = text.AsSpan(textEnd + 1, isImage && textEnd >= _noImageEndBefore ? end - textEnd - 1 : Math.Min(end - textEnd - 1, 2000));
        var close = reach.IndexOf(reach[0] == '(' ? ')' : ']');
        if (close < 0)
        {
            _noImageEndBefore = Math.Max(_noImageEndBefore, textEnd + reach.Length);
            return (-1, -1);
        }
        if (!isImage && (reach[0] != '(' || reach[..close].IndexOfAny("/.#:@") < 0 || reach[..close].IndexOfAny(" \n*+=") >= 0))
            return (-1, -1);
        return (textEnd, textEnd + close + 2);
    }
}
