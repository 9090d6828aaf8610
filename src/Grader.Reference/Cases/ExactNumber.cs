using System.Globalization;
using System.Numerics;
using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Numbers of case files and tables, exactly: <c>-0.5</c>, <c>1e-5</c>, <c>1/3</c>.</summary>
internal static class ExactNumber
{
    /// <summary>An exponent beyond this is a slip of the finger, and a number of a megabyte.</summary>
    private const int LargestExponent = 1000;

    /// <summary>A JSON number.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Rational value)
    {
        value = Rational.Zero;
        var exponent = 0;
        var at = text.IndexOfAny('e', 'E');
        if (at >= 0)
        {
            if (!int.TryParse(text[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || exponent is < -LargestExponent or > LargestExponent)
                return false;
            text = text[..at];
        }

        var point = text.IndexOf('.');
        var digits = text.ToString();
        if (point >= 0)
        {
            var decimals = text.Length - point - 1;
            if (decimals == 0 || point == 0 || !char.IsAsciiDigit(text[point - 1]))
                return false;
            exponent -= decimals;
            digits = digits.Remove(point, 1);
        }

        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) || digits[0] == '+')
            return false;
        value = (Rational)integer * Rational.PowerOfTen(exponent);
        return true;
    }

    /// <summary>A JSON number, or a fraction of two.</summary>
    public static bool TryReadFraction(ReadOnlySpan<char> text, out Rational value)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
            return TryRead(text.Trim(), out value);
        var read = TryRead(text[..slash].Trim(), out var numerator);
        if (!TryRead(text[(slash + 1)..].Trim(), out var denominator) || !read || denominator.IsZero)
        {
            value = Rational.Zero;
            return false;
        }

        value = numerator / denominator;
        return true;
    }
}
