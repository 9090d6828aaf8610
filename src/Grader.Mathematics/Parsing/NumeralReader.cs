namespace Grader.Mathematics;

/// <summary>Finds the number that stands at a place in prose: <c>1,474,560</c>, <c>1 474 560</c>, <c>1.47M</c>, <c>1.47×10^6</c>, <c>−5</c>, <c>76.62 %</c>, <c>.8252</c>.</summary>
public static class NumeralReader
{
    // No number in prose is longer; folding the rest of a document for each would be quadratic.
    private const int Window = 200;

    private static readonly (string Word, int Exponent)[] Magnitudes =
        [("thousand", 3), ("million", 6), ("mio", 6), ("billion", 9), ("bn", 9), ("trillion", 12), ("k", 3)];

    /// <summary>Reads the longest number at <paramref name="start"/>: a <see cref="Number"/>, its <see cref="Negation"/>, or either <see cref="Measured"/> in percent.</summary>
    /// <param name="length">UTF-16 units read, sign and percent sign included.</param>
    public static bool TryRead(string text, int start, FormulaOptions options, out Expression number, out int length)
    {
        number = null!;
        length = 0;
        if (start < 0 || start >= text.Length)
            return false;
        var folded = Folding.Fold(text.Length - start <= Window ? text[start..] : text.Substring(start, Window));
        var span = folded.Text.AsSpan();
        var at = 0;
        var negative = span.Length > 0 && span[0] == '-';
        if (span.Length > 0 && span[0] is '-' or '+')
            at++;
        var place = new NumeralPlace(Commas: true, Spaces: true, options.DecimalComma, options.MagnitudeSuffixes, TimesPowerOfTen: true);
        if (!NumeralScanner.TryScan(span, at, place, out var numeral))
            return false;

        var value = numeral.Value;
        var written = numeral.Written;
        at = numeral.End;
        if (ReadMagnitude(span, at, out var exponent, out var end))
        {
            value *= Rational.PowerOfTen(exponent);
            written = written with { LastDigitExponent = written.LastDigitExponent + exponent, Whole = false, Text = span[..end].TrimStart("+-").ToString() };
            at = end;
        }

        number = new Number(value, written);
        if (negative)
            number = new Negation(number);
        if (PercentEnd(span, at) is { } percentEnd)
        {
            number = new Measured(number, "%");
            at = percentEnd;
        }

        length = folded.OriginalOffset(at);
        return true;
    }

    private static bool ReadMagnitude(ReadOnlySpan<char> text, int at, out int exponent, out int end)
    {
        exponent = 0;
        end = at;
        var word = at;
        while (word < text.Length && text[word] == ' ')
            word++;
        foreach (var (name, power) in Magnitudes)
        {
            if (!text[word..].StartsWith(name, StringComparison.Ordinal) || (name.Length == 1 && word > at))
                continue;
            var after = word + name.Length;
            if (after < text.Length && char.IsLetterOrDigit(text[after]))
                continue;
            exponent = power;
            end = after;
            return true;
        }

        return false;
    }

    private static int? PercentEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        if (at < text.Length && text[at] == '\\')
            at++;
        return at < text.Length && text[at] == '%' ? at + 1 : null;
    }
}
