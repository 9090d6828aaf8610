using Grader.Mathematics;
using Grader.Submissions.Source;

namespace Grader.Submissions.Sentences;

/// <summary>Reads an amount of time: <c>8 min 41 s</c>, <c>8 minutes and 41 seconds</c> (misspelt too), <c>9m36s</c>, <c>8:41</c>, <c>521 s</c>.</summary>
internal static class DurationReader
{
    /// <summary>Of the seconds of a clock.</summary>
    private const int MostDecimals = 3;

    private static readonly string[] TimeWords = ["time", "took", "take", "run", "ran", "dur", "elapsed", "min", "sec", "hour", "long", "fast", "slow", "finish", "second"];

    /// <param name="alone">Nothing else stands there: <c>8:41</c> is no ratio then.</param>
    /// <param name="seconds">A <see cref="Measured"/> in <c>s</c>.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int start, int end, out Expression? seconds, out int length, bool alone = false)
    {
        seconds = null;
        length = 0;
        var at = start;
        if (!ReadDecimal(text, ref at, end, out var first))
            return false;
        if (at < end && text[at] == ':')
            return ReadClock(text, start, at, end, first, alone, out seconds, out length);

        var total = (Rational)0;
        var smallest = 0;
        var components = 0;
        var bareLetter = false;
        var stop = start;
        at = start;
        while (ReadDecimal(text, ref at, end, out var amount))
        {
            at = SkipSpaces(text, at, end);
            var unit = ReadUnit(text, ref at, end, out var isLetter);
            if (unit == 0 || (smallest != 0 && unit >= smallest))
                break;
            total += amount * (unit == 1 ? Rational.Of(1, 1000) : Seconds(unit));
            bareLetter = isLetter && unit is 3;
            smallest = unit;
            components++;
            stop = at;
            at = SkipJoint(text, at, end);
        }
        // "1.5m" alone may be metres or millions.
        if (components == 0 || (components == 1 && bareLetter))
            return false;
        length = stop - start;
        seconds = new Measured(new Number(total), "s");
        return true;
    }

    private static bool ReadClock(ReadOnlySpan<char> text, int start, int colon, int end, Rational first, bool alone, out Expression? seconds, out int length)
    {
        seconds = null;
        length = 0;
        if (colon - start > 3 || !TwoDigits(text, colon + 1, end, out var second))
            return false;
        var stop = colon + 3;
        var total = (first * 60) + second;
        if (stop < end && text[stop] == ':' && TwoDigits(text, stop + 1, end, out var third))
        {
            total = (total * 60) + third;
            stop += 3;
        }
        if (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] == ':'))
            return false;
        var last = stop - 2;
        if (ReadDecimal(text, ref last, end, out var exact) && last > stop)
        {
            // "in step 2:56.8779": the thing's number, and behind the colon what it has.
            if (last - stop - 1 > MostDecimals || Vocabulary.IsReferring(WordBefore(text[..start])))
                return false;
            total += exact - exact.Floor();
            stop = last;
        }
        var near = Math.Max(0, start - 120);
        var lineStart = near + text[near..start].LastIndexOfAny('\r', '\n') + 1;
        alone |= (near == 0 || lineStart > near) && Characters.SkipBlanks(text, lineStart, start) == start && Characters.SkipBlanks(text, stop, end) == end;
        if (!alone && !SaysTime(text[lineStart..Math.Min(end, stop + 40)]))
            return false;
        var after = SkipSpaces(text, stop, end);
        if (ReadUnit(text, ref after, end, out _) is 2 or 3 or 4)
            stop = after;
        length = stop - start;
        seconds = new Measured(new Number(total), "s");
        return true;
    }

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(' ');
        var start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return text[start..];
    }

    private static bool SaysTime(ReadOnlySpan<char> near)
    {
        foreach (var word in TimeWords)
        {
            if (near.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static bool TwoDigits(ReadOnlySpan<char> text, int at, int end, out int value)
    {
        value = 0;
        if (at + 2 > end || !char.IsAsciiDigit(text[at]) || !char.IsAsciiDigit(text[at + 1]) || (at + 2 < end && char.IsAsciiDigit(text[at + 2])))
            return false;
        value = ((text[at] - '0') * 10) + text[at + 1] - '0';
        return value < 60;
    }

    private static bool ReadDecimal(ReadOnlySpan<char> text, ref int at, int end, out Rational value)
    {
        value = 0;
        var start = at;
        long whole = 0;
        while (at < end && char.IsAsciiDigit(text[at]) && at - start < 12)
            whole = (whole * 10) + text[at++] - '0';
        if (at == start)
            return false;
        value = whole;
        if (at + 1 < end && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            long fraction = 0;
            long scale = 1;
            while (at < end && char.IsAsciiDigit(text[at]) && scale < 1_000_000_000_000)
            {
                fraction = (fraction * 10) + text[at++] - '0';
                scale *= 10;
            }
            value += Rational.Of(fraction, scale);
        }
        return true;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '-')
            at++;
        return at;
    }

    /// <summary>What joins two parts of one duration: <c>and</c>, a comma, a blank.</summary>
    private static int SkipJoint(ReadOnlySpan<char> text, int at, int end)
    {
        at = Characters.SkipBlanks(text, at, end);
        if (at < end && text[at] is ',' or '&')
            at = Characters.SkipBlanks(text, at + 1, end);
        if (at + 4 < end && text.Slice(at, 4).Equals("and ", StringComparison.OrdinalIgnoreCase))
            at = Characters.SkipBlanks(text, at + 4, end);
        return at;
    }

    private static int Seconds(int unit) => unit switch { 4 => 3600, 3 => 60, _ => 1 };

    /// <returns>4 for hours, 3 for minutes, 2 for seconds, 1 for milliseconds, 0 for anything else.</returns>
    private static int ReadUnit(ReadOnlySpan<char> text, ref int at, int end, out bool isLetter)
    {
        var stop = at;
        while (stop < end && char.IsAsciiLetter(text[stop]))
            stop++;
        var word = text[at..stop];
        isLetter = word.Length == 1;
        var unit = word switch
        {
            "h" or "hr" or "hrs" or "Hr" or "Hrs" => 4,
            "m" or "min" or "mins" or "Min" or "Mins" => 3,
            "s" or "sec" or "secs" or "Sec" or "Secs" => 2,
            "ms" => 1,
            _ => word.Length < 4 ? 0 : IsLike(word, "hours") ? 4 : IsLike(word, "minutes") ? 3 : IsLike(word, "seconds") ? 2 : IsLike(word, "milliseconds") ? 1 : 0,
        };
        if (unit == 0)
            return 0;
        at = stop;
        if (word.Length <= 4 && at < end && text[at] == '.' && at + 1 < end && text[at + 1] == ' ' && at + 2 < end && char.IsAsciiDigit(text[at + 2]))
            at++;
        return unit;
    }

    /// <summary>The word, its singular, or one slip of the pen: two letters swapped, one wrong, missing or too many.</summary>
    private static bool IsLike(ReadOnlySpan<char> word, string unit)
    {
        var singular = unit.AsSpan(0, unit.Length - 1);
        if (word.Equals(unit, StringComparison.OrdinalIgnoreCase) || word.Equals(singular, StringComparison.OrdinalIgnoreCase))
            return true;
        return word.Length >= 6 && char.ToLowerInvariant(word[0]) == unit[0] && (OneSlip(word, unit) || OneSlip(word, singular));
    }

    private static bool OneSlip(ReadOnlySpan<char> word, ReadOnlySpan<char> wanted)
    {
        if (Math.Abs(word.Length - wanted.Length) > 1)
            return false;
        var i = 0;
        while (i < word.Length && i < wanted.Length && char.ToLowerInvariant(word[i]) == wanted[i])
            i++;
        var left = word[i..];
        var right = wanted[i..];
        if (left.Length == right.Length)
        {
            var swapped = left.Length >= 2 && char.ToLowerInvariant(left[0]) == right[1] && char.ToLowerInvariant(left[1]) == right[0];
            return left[1..].Equals(right[1..], StringComparison.OrdinalIgnoreCase) || (swapped && left[2..].Equals(right[2..], StringComparison.OrdinalIgnoreCase));
        }
        return left.Length < right.Length ? left.Equals(right[1..], StringComparison.OrdinalIgnoreCase) : left[1..].Equals(right, StringComparison.OrdinalIgnoreCase);
    }
}
