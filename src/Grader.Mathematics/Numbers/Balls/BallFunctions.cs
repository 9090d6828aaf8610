using System.Numerics;

namespace Grader.Mathematics;

/// <summary>Elementary functions of balls: series in whole numbers scaled by a power of two, with more bits than asked for.</summary>
internal static class BallFunctions
{
    // More than the series lose: each of their few hundred terms loses one unit, and squarings double it.
    private const int Guard = 64;
    private static readonly BigInteger SeriesError = BigInteger.One << 24;

    public static PointStatus Exponential(Ball x, int bits, out Ball result)
    {
        result = default;
        if (x.Magnitude > 24)
            return PointStatus.OverBudget;
        var scale = bits + Guard + 24;
        if (scale > BallConstants.MaximumScale)
            return PointStatus.Unknown;
        var (value, error) = x.Fixed(scale);
        if (error.GetBitLength() > scale - 2)
            return PointStatus.Unknown;

        var two = BallConstants.LogarithmOfTwo(scale);
        var count = BigInteger.Divide(value, two);
        var rest = value - count * two;
        const int Halvings = 12;
        rest >>= Halvings;
        var one = BigInteger.One << scale;
        var sum = one;
        var term = one;
        for (var n = 1; !term.IsZero && n < 2000; n++)
        {
            term = (term * rest >> scale) / n;
            sum += term;
        }

        for (var i = 0; i < Halvings; i++)
            sum = sum * sum >> scale;
        // The radius: e^error − 1 is at most twice the error, which is below a half.
        var radius = (sum * (error + BigInteger.Abs(count) + 2) >> (scale - 1)) + SeriesError;
        result = new Ball(sum, radius, (int)count - scale).Rounded(bits);
        return PointStatus.Value;
    }

    public static PointStatus Logarithm(Ball x, int bits, out Ball result)
    {
        result = default;
        if (x.ContainsZero)
            return x.IsZero ? PointStatus.Undefined : PointStatus.Unknown;
        if (x.Middle.Sign < 0)
            return PointStatus.Undefined;
        var scale = bits + Guard + 40;
        if (scale > BallConstants.MaximumScale)
            return PointStatus.Unknown;

        // x = m 2^e with m in [1/2, 1), or up to 3/2 so that numbers near one lose nothing.
        var exponent = (int)x.Magnitude;
        var mantissa = new Ball(x.Middle, BigInteger.Zero, x.Exponent - exponent).Fixed(scale).Value;
        if (mantissa < (BigInteger.One << scale) * 3 / 4)
        {
            mantissa <<= 1;
            exponent--;
        }

        var one = BigInteger.One << scale;
        var ratio = ((mantissa - one) << scale) / (mantissa + one);
        var square = ratio * ratio >> scale;
        var power = ratio;
        var sum = BigInteger.Zero;
        for (var n = 1; !power.IsZero && power != BigInteger.MinusOne && n < 20000; n += 2)
        {
            sum += power / n;
            power = power * square >> scale;
        }

        var value = (sum << 1) + exponent * BallConstants.LogarithmOfTwo(scale);
        var spread = (x.Radius << scale) / (x.Middle - x.Radius);
        result = new Ball(value, spread + SeriesError + Math.Abs(exponent), -scale).Rounded(bits);
        return PointStatus.Value;
    }

    /// <summary>Sine and cosine.</summary>
    public static PointStatus Circular(Ball x, int bits, out Ball sine, out Ball cosine)
    {
        sine = cosine = default;
        var magnitude = Math.Max(x.Magnitude, -2000);
        if (magnitude > 2000)
            return PointStatus.OverBudget;
        // Small angles need as many bits more as they are small.
        var scale = bits + Guard + (int)Math.Abs(magnitude);
        if (scale > BallConstants.MaximumScale)
            return PointStatus.Unknown;
        var (value, error) = x.Fixed(scale);
        if (error.GetBitLength() > scale - 2)
            return PointStatus.Unknown;

        var pi = BallConstants.Pi(scale);
        var quarter = pi >> 1;
        var turns = Round(value, quarter);
        var rest = value - (turns * pi >> 1);
        var (s, c) = CircularSeries(rest, scale);
        (s, c) = (int)(((turns % 4) + 4) % 4) switch { 1 => (c, -s), 2 => (-s, -c), 3 => (-c, s), _ => (s, c) };
        var radius = error + BigInteger.Abs(turns) + 1000;
        sine = new Ball(s, radius, -scale).Rounded(bits);
        cosine = new Ball(c, radius, -scale).Rounded(bits);
        return PointStatus.Value;
    }

    private static (BigInteger Sine, BigInteger Cosine) CircularSeries(BigInteger angle, int scale)
    {
        var sine = BigInteger.Zero;
        var cosine = BigInteger.Zero;
        var term = BigInteger.One << scale;
        for (var n = 0; !term.IsZero && term != BigInteger.MinusOne && n < 4000; n++)
        {
            switch (n % 4)
            {
                case 0:
                    cosine += term;
                    break;
                case 1:
                    sine += term;
                    break;
                case 2:
                    cosine -= term;
                    break;
                default:
                    sine -= term;
                    break;
            }

            term = (term * angle >> scale) / (n + 1);
        }

        return (sine, cosine);
    }

    public static PointStatus ArcTangent(Ball x, int bits, out Ball result)
    {
        result = default;
        if (x.IsZero)
        {
            result = x;
            return PointStatus.Value;
        }

        var magnitude = x.Magnitude;
        if (magnitude > 1)
        {
            // atan x = ±π/2 − atan 1/x
            if (x.ContainsZero)
                return PointStatus.Unknown;
            var status = ArcTangent(Ball.Divide(Ball.From(BigInteger.One), x, bits + 8), bits + 8, out var inverse);
            var scale = bits + 16;
            var quarter = new Ball(BallConstants.Pi(scale) * x.Middle.Sign, 2, -scale - 1);
            result = Ball.Add(quarter, -inverse, bits);
            return status;
        }

        var working = bits + Guard + (int)Math.Min(2000, Math.Max(0, -magnitude));
        if (working > BallConstants.MaximumScale)
            return PointStatus.Unknown;
        var (value, error) = x.Fixed(working);
        var one = BigInteger.One << (2 * working);
        const int Halvings = 4;
        for (var i = 0; i < Halvings; i++)
            value = (value << working) / ((BigInteger.One << working) + Roots.FloorRoot(one + value * value, 2));
        var square = value * value >> working;
        var power = value;
        var sum = BigInteger.Zero;
        for (var n = 1; !power.IsZero && power != BigInteger.MinusOne && n < 20000; n += 2)
        {
            sum += (n & 2) == 0 ? power / n : -(power / n);
            power = power * square >> working;
        }

        result = new Ball(sum << Halvings, error + SeriesError, -working).Rounded(bits);
        return PointStatus.Value;
    }

    private static BigInteger Round(BigInteger value, BigInteger unit)
    {
        var doubled = 2 * value + unit;
        var quotient = BigInteger.DivRem(doubled, 2 * unit, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}
