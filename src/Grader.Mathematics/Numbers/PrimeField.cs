using System.Numerics;

namespace Grader.Mathematics;

/// <summary>Arithmetic modulo the prime 2^64 − 2^32 + 1, which has a square root of −1. Elements are below the prime.</summary>
internal static class PrimeField
{
    public const ulong Prime = 0xFFFF_FFFF_0000_0001;

    /// <summary>A square root of −1: 2^96 is −1, since 2^192 is 1.</summary>
    public const ulong ImaginaryUnit = 1UL << 48;

    private const ulong Epsilon = 0xFFFF_FFFF;

    public static ulong Add(ulong a, ulong b)
    {
        var sum = unchecked(a + b);
        return sum < a || sum >= Prime ? unchecked(sum - Prime) : sum;
    }

    public static ulong Negate(ulong a) => a == 0 ? 0 : Prime - a;

    public static ulong Multiply(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        // 2^64 is 2^32 − 1 and 2^96 is −1.
        var top = high >> 32;
        var middle = high & Epsilon;
        var difference = unchecked(low - top);
        if (low < top)
            difference = unchecked(difference - Epsilon);
        var product = unchecked(difference + middle * Epsilon);
        if (product < difference)
            product = unchecked(product + Epsilon);
        return product >= Prime ? product - Prime : product;
    }

    public static ulong Power(ulong value, ulong exponent)
    {
        var result = 1UL;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1)
                result = Multiply(result, value);
            value = Multiply(value, value);
        }

        return result;
    }

    /// <summary>The power to a whole exponent of any size and sign; the value is not zero where the exponent is negative.</summary>
    public static ulong Power(ulong value, BigInteger exponent)
    {
        if (value == 0)
            return exponent.IsZero ? 1UL : 0UL;
        var reduced = exponent % (Prime - 1);
        return Power(value, (ulong)(reduced.Sign < 0 ? reduced + (Prime - 1) : reduced));
    }

    public static ulong Inverse(ulong value) => Power(value, Prime - 2);

    public static ulong From(BigInteger value)
    {
        if (value.Sign >= 0 && value < Prime)
            return (ulong)value;
        var reduced = value % Prime;
        return (ulong)(reduced.Sign < 0 ? reduced + Prime : reduced);
    }

    /// <summary>A well-mixed element for a text and a seed: the value of a name at a random point.</summary>
    public static ulong Hash(ReadOnlySpan<char> text, ulong seed)
    {
        var hash = seed ^ 0xCBF2_9CE4_8422_2325;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 0x100_0000_01B3);
        return Mix(hash);
    }

    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E37_79B9_7F4A_7C15;
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            value ^= value >> 31;
        }

        return value >= Prime ? value - Prime : value;
    }
}
