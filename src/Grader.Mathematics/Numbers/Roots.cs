using System.Numerics;

namespace Grader.Mathematics;

/// <summary>Exact roots of exact numbers.</summary>
internal static class Roots
{
    /// <summary>The real root, where it is a fraction; the root of a negative number only for an odd degree.</summary>
    public static bool TryRoot(Rational value, int degree, out Rational root)
    {
        root = default;
        if (degree < 1 || (value.Sign < 0 && degree % 2 == 0))
            return false;
        var magnitude = Rational.Abs(value);
        if (!TryRoot(magnitude.Numerator, degree, out var numerator) || !TryRoot(magnitude.Denominator, degree, out var denominator))
            return false;
        root = Rational.Of(value.Sign < 0 ? -numerator : numerator, denominator);
        return true;
    }

    /// <summary>The root of a number that is not negative, where it is whole.</summary>
    public static bool TryRoot(BigInteger value, int degree, out BigInteger root)
    {
        root = value;
        if (degree == 1 || value.IsZero || value.IsOne)
            return true;
        root = FloorRoot(value, degree);
        return BigInteger.Pow(root, degree) == value;
    }

    /// <summary>The greatest whole number whose power is at most the value, by Newton's method from above.</summary>
    public static BigInteger FloorRoot(BigInteger value, int degree)
    {
        if (value.Sign <= 0)
            return BigInteger.Zero;
        var bits = value.GetBitLength();
        if (bits <= degree)
            return BigInteger.One;
        var guess = BigInteger.One << (int)((bits + degree - 1) / degree);
        while (true)
        {
            var next = ((degree - 1) * guess + value / BigInteger.Pow(guess, degree - 1)) / degree;
            if (next >= guess)
                return guess;
            guess = next;
        }
    }
}
