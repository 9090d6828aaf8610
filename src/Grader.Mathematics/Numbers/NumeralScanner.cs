using System.Globalization;
using System.Numerics;

namespace Grader.Mathematics;

/// <summary>What the place of a number says about its commas and spaces.</summary>
/// <param name="Commas">A comma may group thousands.</param>
/// <param name="Spaces">A space may group thousands.</param>
/// <param name="DecimalComma">A comma is the decimal point.</param>
/// <param name="Suffixes">A letter may multiply: <c>1.47M</c>.</param>
/// <param name="TimesPowerOfTen">A following <c>× 10^6</c> belongs to the number.</param>
internal readonly record struct NumeralPlace(bool Commas, bool Spaces, bool DecimalComma, bool Suffixes, bool TimesPowerOfTen);

/// <param name="End">Offset just past the number.</param>
internal readonly record struct ScannedNumeral(Rational Value, Numeral Written, int End);

/// <summary>Reads one unsigned number literal of folded text.</summary>
internal static class NumeralScanner
{
    /// <summary>Digits and powers of ten beyond this are refused: no answer has them, and their cost grows faster than their length.</summary>
    public const int MaximumDigits = 4000;

    public static bool StartsNumeral(ReadOnlySpan<char> text, int at) =>
        at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])));

    public static bool TryScan(ReadOnlySpan<char> text, int start, NumeralPlace place, out ScannedNumeral numeral)
    {
        numeral = default;
        if (!StartsNumeral(text, start))
            return false;

        var at = ScanWhole(text, start, place, out var grouped);
        var wholeEnd = at;
        var decimals = 0;
        var hasPoint = false;
        if (IsDecimalPoint(text, at, place, grouped))
        {
            hasPoint = true;
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
                decimals++;
            }
        }
        else if (at < text.Length && text[at] == '.' && IsBarePoint(text, at, place))
        {
            hasPoint = true;
            at++;
        }

        if (!TryCollect(text[start..wholeEnd], text.Slice(at - decimals, decimals), out var value, out var significant))
            return false;
        if (hasPoint && TryScanRepeating(text, ref at, out var repeating))
        {
            var all = value * Rational.PowerOfTen(repeating.Length) + BigInteger.Parse(repeating, NumberStyles.None, CultureInfo.InvariantCulture);
            var exact = (all - value) / (Rational.PowerOfTen(decimals) * (Rational.PowerOfTen(repeating.Length) - 1));
            numeral = new(exact, new(text[start..at].ToString(), int.MaxValue, int.MinValue, Whole: false), at);
            return true;
        }

        if (HasHugeExponent(text, at))
            return false;
        var exponent = 0;
        var whole = !hasPoint;
        if (TryScanExponent(text, at, place, out var power, out var end))
        {
            exponent = power;
            at = end;
            whole = false;
        }
        else if (place.Suffixes && at < text.Length && Suffix(text, at) is { } suffix)
        {
            exponent = suffix;
            at++;
            whole = false;
        }

        if (decimals > 0 || exponent != 0)
            value *= Rational.PowerOfTen(exponent - decimals);
        numeral = new(value, new(text[start..at].ToString(), significant, exponent - decimals, whole), at);
        return true;
    }

    private static bool TryCollect(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, out Rational value, out int significant)
    {
        value = Rational.Zero;
        significant = 0;
        if (whole.Length + fraction.Length > MaximumDigits)
            return false;
        Span<char> digits = stackalloc char[whole.Length + fraction.Length];
        var count = 0;
        foreach (var digit in whole)
        {
            if (char.IsAsciiDigit(digit))
                digits[count++] = digit;
        }

        fraction.CopyTo(digits[count..]);
        count += fraction.Length;
        digits = digits[..count];
        var first = digits.IndexOfAnyExcept('0');
        significant = first < 0 ? 0 : count - first;
        // A long parses faster than a BigInteger, and nearly every number fits.
        value = count <= 18
            ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    private static int ScanWhole(ReadOnlySpan<char> text, int start, NumeralPlace place, out bool grouped)
    {
        var at = start;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;

        grouped = false;
        if (at - start is 0 or > 3 || text[start] == '0')
            return at;

        // All groups have three digits and the same separator, or there are no groups.
        var separator = SeparatorLength(text, at, place, out var kind);
        var last = at;
        while (separator > 0 && IsGroup(text, last + separator))
        {
            last += separator + 3;
            separator = SeparatorLength(text, last, place, out var next);
            if (next != kind)
                separator = 0;
        }

        if (last == at || (kind == ',' && last < text.Length && text[last] == ',' && last + 1 < text.Length && char.IsAsciiDigit(text[last + 1])))
            return at;
        grouped = true;
        return last;
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int at) =>
        at + 3 <= text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static int SeparatorLength(ReadOnlySpan<char> text, int at, NumeralPlace place, out char kind)
    {
        kind = '\0';
        if (at >= text.Length)
            return 0;
        var rest = text[at..];
        if (BracedComma(rest) is > 0 and var braced)
            return Kind(',', braced, out kind);
        if (rest.StartsWith(",\\!") && place.Commas)
            return Kind(',', rest.Length > 3 && rest[3] == ' ' ? 4 : 3, out kind);
        if (rest[0] == ',' && place.Commas && !place.DecimalComma)
            return Kind(',', 1, out kind);
        if (rest[0] == '.' && place.DecimalComma)
            return Kind('.', 1, out kind);
        if (rest[0] == ' ' && place.Spaces)
            return Kind(' ', 1, out kind);
        return rest.StartsWith("\\,") && place.Spaces ? Kind(' ', 2, out kind) : 0;
    }

    /// <summary>The length of <c>{,}</c>, and of <c>{ , }</c> as scans write it; 0 for none.</summary>
    private static int BracedComma(ReadOnlySpan<char> text)
    {
        var at = 0;
        foreach (var expected in "{,}")
        {
            if (at < text.Length && text[at] == ' ')
                at++;
            if (at >= text.Length || text[at] != expected)
                return 0;
            at++;
        }
        return at < text.Length && text[at] == ' ' ? at + 1 : at;
    }

    private static int Kind(char separator, int length, out char kind)
    {
        kind = separator;
        return length;
    }

    private static bool IsDecimalPoint(ReadOnlySpan<char> text, int at, NumeralPlace place, bool grouped)
    {
        if (at >= text.Length)
            return false;
        if (place.DecimalComma && text[at] == ',')
            return at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
        if (text[at] != '.' || (place.DecimalComma && grouped))
            return false;
        return at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[(at + 1)..].StartsWith("\\overline") || text[(at + 1)..].StartsWith("\\dot") || text[(at + 1)..].StartsWith("\\bar"));
    }

    /// <summary>The point of <c>40.</c>, not the one that ends a sentence.</summary>
    private static bool IsBarePoint(ReadOnlySpan<char> text, int at, NumeralPlace place) =>
        at + 1 < text.Length && (text[at + 1] is ')' or ']' or '}' or ',' or '*' or '/' or '+' or '^' || (text[at + 1] == ' ' && !place.Spaces));

    private static int? Suffix(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 < text.Length && (char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is '_' or '^' or '(' or '\''))
            return null;
        return text[at] switch { 'K' => 3, 'M' => 6, 'B' or 'G' => 9, _ => null };
    }

    private static bool TryScanExponent(ReadOnlySpan<char> text, int start, NumeralPlace place, out int exponent, out int end)
    {
        exponent = 0;
        end = start;
        if (start >= text.Length)
            return false;
        if (text[start] is 'e' or 'E')
        {
            var at = start + 1;
            return ScanInteger(text, ref at, out exponent) && (at >= text.Length || !char.IsLetter(text[at])) && Set(at, out end);
        }

        if (!place.TimesPowerOfTen)
            return false;
        var next = SkipSpaces(text, start);
        var times = TimesLength(text, next);
        if (times == 0)
            return false;
        next = SkipSpaces(text, next + times);
        if (!text[next..].StartsWith("10"))
            return false;
        next = SkipSpaces(text, next + 2);
        if (TryScanSuperscript(text, next, out exponent, out end))
            return true;
        if (next < text.Length && text[next] == '^')
            next++;
        else if (text[next..].StartsWith("**"))
            next += 2;
        else
            return false;
        next = SkipSpaces(text, next);
        var braced = next < text.Length && text[next] is '{' or '(' ? text[next] : '\0';
        if (braced != '\0')
            next = SkipSpaces(text, next + 1);
        if (!ScanInteger(text, ref next, out exponent))
            return false;
        if (braced != '\0')
        {
            next = SkipSpaces(text, next);
            if (next >= text.Length || text[next] != (braced == '{' ? '}' : ')'))
                return false;
            next++;
        }

        // 2 × 10^3^2 and 2 × 10^3! are no scientific notation.
        return (next >= text.Length || text[next] is not ('^' or '!' or '.')) && Set(next, out end);
    }

    /// <summary>1e999999999 is a number that is refused, not a product with e.</summary>
    private static bool HasHugeExponent(ReadOnlySpan<char> text, int at)
    {
        if (at + 2 >= text.Length || text[at] is not ('e' or 'E'))
            return false;
        var first = text[at + 1] is '-' or '+' ? at + 2 : at + 1;
        var digits = text[first..].IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length - first : digits;
        return digits > 4 || (digits == 4 && int.Parse(text.Slice(first, 4)) > MaximumDigits);
    }

    private static bool Set(int at, out int end)
    {
        end = at;
        return true;
    }

    private static bool ScanInteger(ReadOnlySpan<char> text, ref int at, out int value)
    {
        value = 0;
        var negative = at < text.Length && text[at] == '-';
        if (at < text.Length && text[at] is '-' or '+')
            at++;
        var first = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            if (value > MaximumDigits)
                return false;
            value = value * 10 + (text[at++] - '0');
        }

        value = negative ? -value : value;
        return at > first && Math.Abs(value) <= MaximumDigits;
    }

    private static bool TryScanSuperscript(ReadOnlySpan<char> text, int start, out int exponent, out int end)
    {
        exponent = 0;
        var at = start;
        var negative = at < text.Length && text[at] == '⁻';
        if (negative)
            at++;
        var first = at;
        while (at < text.Length && Scripts.SuperscriptDigit(text[at]) is { } digit && exponent <= MaximumDigits)
        {
            exponent = exponent * 10 + digit;
            at++;
        }

        end = at;
        exponent = negative ? -exponent : exponent;
        return at > first && Math.Abs(exponent) <= MaximumDigits;
    }

    private static int TimesLength(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (rest.StartsWith("\\times") || rest.StartsWith("\\cdot"))
            return rest[1] == 't' ? 6 : 5;
        if (rest.StartsWith("\\*"))
            return 2;
        return rest.Length > 0 && (rest[0] is '×' or '·' || (rest[0] == '*' && !rest.StartsWith("**")) || (rest[0] is 'x' or 'X' && rest.Length > 1 && rest[1] is '1' or ' ')) ? 1 : 0;
    }

    /// <summary>The digits that repeat for ever: <c>\overline{3}</c>, <c>\dot{3}</c>; none of them is the last one.</summary>
    private static bool TryScanRepeating(ReadOnlySpan<char> text, ref int at, out ReadOnlySpan<char> digits)
    {
        digits = default;
        var rest = text[at..];
        var prefix = rest.StartsWith("\\overline{") ? 10 : rest.StartsWith("\\dot{") ? 5 : rest.StartsWith("\\bar{") ? 5 : 0;
        if (prefix > 0)
        {
            var close = rest.IndexOf('}');
            if (close <= prefix || close - prefix > 60 || rest[prefix..close].ContainsAnyExceptInRange('0', '9'))
                return false;
            digits = rest[prefix..close];
            at += close + 1;
            return true;
        }

        return false;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] == ' ')
                at++;
            else if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is ',' or ';' or ' ' or '!')
                at += 2;
            else
                break;
        }

        return at;
    }
}
