using System.Numerics;

namespace Grader.Mathematics;

/// <summary>π and ln 2 to any precision that is used, as whole numbers scaled by a power of two.</summary>
internal static class BallConstants
{
    /// <summary>Bits of the stored constants; beyond them nothing is computed.</summary>
    public const int MaximumScale = 8192;

    private static readonly Lazy<BigInteger> StoredPi = new(static () =>
    {
        const int Scale = MaximumScale + 32;
        return ((ArcTangentOfInverse(5, Scale) << 4) - (ArcTangentOfInverse(239, Scale) << 2)) >> 32;
    });

    // ln 2 = 2 artanh(1/3)
    private static readonly Lazy<BigInteger> StoredLogarithmOfTwo = new(static () =>
    {
        const int Scale = MaximumScale + 32;
        var power = (BigInteger.One << (Scale + 1)) / 3;
        var sum = BigInteger.Zero;
        for (var n = 1; !power.IsZero; n += 2)
        {
            sum += power / n;
            power /= 9;
        }

        return sum >> 32;
    });

    public static BigInteger Pi(int scale) => StoredPi.Value >> (MaximumScale - scale);

    public static BigInteger LogarithmOfTwo(int scale) => StoredLogarithmOfTwo.Value >> (MaximumScale - scale);

    private static BigInteger ArcTangentOfInverse(int x, int scale)
    {
        var power = (BigInteger.One << scale) / x;
        var sum = power;
        for (var n = 3; !power.IsZero; n += 2)
        {
            power /= -(x * x);
            sum += power / n;
        }

        return sum;
    }
}
