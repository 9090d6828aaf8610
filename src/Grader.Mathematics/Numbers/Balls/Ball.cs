using System.Numerics;

namespace Grader.Mathematics;

/// <summary>A real number known to lie within <c>(Middle ± Radius) · 2^Exponent</c>. Every operation widens the radius by what it may have lost.</summary>
internal readonly record struct Ball(BigInteger Middle, BigInteger Radius, int Exponent)
{
    // Exponents stay far from where int arithmetic on them could overflow.
    private const int LargestExponent = 100_000_000;

    public bool ContainsZero => BigInteger.Abs(Middle) <= Radius;

    public bool IsZero => Middle.IsZero && Radius.IsZero;

    public int Sign => ContainsZero ? 0 : Middle.Sign;

    public bool IsOutOfRange => Math.Abs((long)Exponent) + Middle.GetBitLength() > LargestExponent;

    public static Ball From(BigInteger value) => new(value, BigInteger.Zero, 0);

    public static Ball From(Rational value, int bits)
    {
        if (value.IsInteger)
            return From(value.Numerator).Rounded(bits);
        var shift = bits + (int)(value.Denominator.GetBitLength() - value.Numerator.GetBitLength());
        var quotient = shift >= 0 ? (value.Numerator << shift) / value.Denominator : value.Numerator / (value.Denominator << -shift);
        return new(quotient, BigInteger.One, -shift);
    }

    /// <summary>The same number with at most so many bits.</summary>
    public Ball Rounded(int bits)
    {
        var excess = (int)Math.Max(Middle.GetBitLength(), Radius.GetBitLength()) - bits;
        if (excess <= 0)
            return this;
        return new(Middle >> excess, (Radius >> excess) + (excess > 0 && (!Radius.IsZero || !Middle.IsPowerOfTwo) ? 2 : 1), Exponent + excess);
    }

    public static Ball operator -(Ball a) => a with { Middle = -a.Middle };

    public static Ball Add(Ball a, Ball b, int bits)
    {
        if (a.IsZero)
            return b;
        if (b.IsZero)
            return a;
        if (a.Exponent < b.Exponent)
            (a, b) = (b, a);
        var shift = a.Exponent - b.Exponent;
        // Far smaller than the last bit kept: it widens the radius and no more.
        var top = b.Exponent + (long)Math.Max(b.Middle.GetBitLength(), b.Radius.GetBitLength()) + 1;
        if (shift > 4 * bits && top < a.Exponent - 2L * bits)
        {
            var widened = new Ball(a.Middle << (2 * bits), (a.Radius << (2 * bits)) + 1, a.Exponent - 2 * bits);
            return widened.Rounded(bits * 3);
        }

        if (shift > 1_000_000)
            return new(a.Middle, a.Radius + BigInteger.Abs(a.Middle) + 1, a.Exponent);
        return new Ball((a.Middle << shift) + b.Middle, (a.Radius << shift) + b.Radius, b.Exponent).Rounded(bits);
    }

    public static Ball Multiply(Ball a, Ball b, int bits) =>
        new Ball(a.Middle * b.Middle, BigInteger.Abs(a.Middle) * b.Radius + BigInteger.Abs(b.Middle) * a.Radius + a.Radius * b.Radius, a.Exponent + b.Exponent).Rounded(bits);

    /// <summary>The quotient; <paramref name="b"/> does not contain zero.</summary>
    public static Ball Divide(Ball a, Ball b, int bits)
    {
        var divisor = BigInteger.Abs(b.Middle);
        var shift = Math.Max(0, bits + (int)(divisor.GetBitLength() - a.Middle.GetBitLength()) + 1);
        var quotient = (a.Middle << shift) / b.Middle;
        var spread = ((BigInteger.Abs(a.Middle) * b.Radius + divisor * a.Radius) << shift) / (divisor * (divisor - b.Radius));
        return new Ball(quotient, spread + 2, a.Exponent - b.Exponent - shift).Rounded(bits);
    }

    /// <summary>The square root of a ball above zero.</summary>
    public static Ball SquareRoot(Ball a, int bits)
    {
        var shift = Math.Max(0, 2 * bits - (int)a.Middle.GetBitLength());
        if (((a.Exponent - shift) & 1) != 0)
            shift++;
        var middle = a.Middle << shift;
        var root = Roots.FloorRoot(middle, 2);
        var radius = a.Radius.IsZero ? BigInteger.Zero : (a.Radius << shift) / BigInteger.Max(BigInteger.One, Roots.FloorRoot(middle - (a.Radius << shift), 2)) + 1;
        return new Ball(root, radius + 1, (a.Exponent - shift) / 2).Rounded(bits);
    }

    /// <summary>The value times 2^<paramref name="scale"/>, rounded down, and how far it may be off.</summary>
    public (BigInteger Value, BigInteger Error) Fixed(int scale)
    {
        var shift = Exponent + scale;
        return shift >= 0 ? (Middle << shift, Radius << shift) : (Middle >> -shift, (Radius >> -shift) + 2);
    }

    /// <summary>The power of two just above the magnitude of the middle.</summary>
    public long Magnitude => Middle.IsZero ? -1_000_000_000 : Exponent + (BigInteger.Abs(Middle)).GetBitLength();

    /// <summary>Whether two numbers cannot be the same.</summary>
    public static bool AreApart(Ball a, Ball b, int bits) => !Add(a, -b, bits).ContainsZero;

    private const string TooLarge = "a large number";

    /// <summary>For messages: two numbers that differ, and by how much where seven digits do not show it.</summary>
    public static string ToTexts(Ball a, Ball b, int bits)
    {
        var (one, other) = (a.ToText(), b.ToText());
        return one != other ? $"{one} and {other}"
            : one == TooLarge ? "two large numbers"
            : $"{one} and {other}, which differ by {Add(a, -b, bits).ToText().TrimStart('-')}";
    }

    /// <summary>For messages: about seven digits.</summary>
    public string ToText()
    {
        var value = Exponent >= 0 ? (Rational)(Middle << Math.Min(Exponent, 4000)) : Rational.Of(Middle, BigInteger.One << Math.Min(-Exponent, 4000));
        var number = value.ToDouble();
        return double.IsFinite(number) ? number.ToString("G7") : TooLarge;
    }
}
