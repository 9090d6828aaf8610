using System.Globalization;
using System.Numerics;

namespace Grader.Mathematics;

/// <summary>An exact fraction of any size, always in lowest terms with a positive denominator. <c>default</c> is zero.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    /// <summary>Beyond so many decimal places a fraction is written as one.</summary>
    private const int MostPlaces = 20;

    private readonly BigInteger _numerator;
    private readonly BigInteger _denominatorMinusOne;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        _numerator = numerator;
        _denominatorMinusOne = denominator - BigInteger.One;
    }

    public BigInteger Numerator => _numerator;

    public BigInteger Denominator => _denominatorMinusOne + BigInteger.One;

    public static Rational Zero => default;

    public static Rational One { get; } = new(BigInteger.One, BigInteger.One);

    public bool IsZero => _numerator.IsZero;

    public bool IsInteger => _denominatorMinusOne.IsZero;

    public int Sign => _numerator.Sign;

    /// <summary>The fraction in lowest terms.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        if (denominator.IsOne)
            return new(numerator, BigInteger.One);
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return divisor.IsOne ? new(numerator, denominator) : new(numerator / divisor, denominator / divisor);
    }

    public static implicit operator Rational(int value) => new(value, BigInteger.One);

    public static implicit operator Rational(long value) => new(value, BigInteger.One);

    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One);

    /// <summary>The exact value of a finite double.</summary>
    /// <exception cref="OverflowException">NaN and the infinities have no value.</exception>
    public static Rational FromDouble(double value)
    {
        if (!double.IsFinite(value))
            throw new OverflowException("not a finite number");
        if (value == 0)
            return Zero;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFFL;
        if (exponent == 0)
            exponent++;
        else
            mantissa |= 1L << 52;
        exponent -= 1075;
        if (bits < 0)
            mantissa = -mantissa;
        return exponent >= 0 ? new((BigInteger)mantissa << exponent, BigInteger.One) : Of(mantissa, BigInteger.One << -exponent);
    }

    public static Rational operator +(Rational a, Rational b) =>
        a.IsInteger && b.IsInteger ? new(a._numerator + b._numerator, BigInteger.One) : Of(a._numerator * b.Denominator + b._numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a._numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) =>
        a.IsInteger && b.IsInteger ? new(a._numerator * b._numerator, BigInteger.One) : Of(a._numerator * b._numerator, a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is zero.</exception>
    public static Rational operator /(Rational a, Rational b) => Of(a._numerator * b.Denominator, a.Denominator * b._numerator);

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    /// <summary>The power to an integer exponent; the caller bounds its size.</summary>
    /// <exception cref="DivideByZeroException">Zero to a negative power.</exception>
    public static Rational Pow(Rational value, int exponent) =>
        exponent >= 0
            ? new(BigInteger.Pow(value._numerator, exponent), BigInteger.Pow(value.Denominator, exponent))
            : One / Pow(value, checked(-exponent));

    /// <summary>Ten to an integer power, negative ones included.</summary>
    public static Rational PowerOfTen(int exponent) => Pow(10, exponent);

    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(_numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>Rounded to <paramref name="decimals"/> decimal places (negative: to tens, hundreds …), halves away from zero as a hand does.</summary>
    public Rational Round(int decimals)
    {
        var scale = PowerOfTen(decimals);
        var scaled = Abs(this) * scale;
        var rounded = (Rational)(scaled + Of(1, 2)).Floor() / scale;
        return Sign < 0 ? -rounded : rounded;
    }

    /// <summary>The exponent of the leading decimal digit: 2 for 123, −3 for 0.00456; 0 for zero.</summary>
    public int DecimalExponent()
    {
        if (IsZero)
            return 0;
        var magnitude = Abs(this);
        var exponent = (int)Math.Floor(BigInteger.Log10(magnitude._numerator) - BigInteger.Log10(magnitude.Denominator));
        while (PowerOfTen(exponent) > magnitude)
            exponent--;
        while (PowerOfTen(exponent + 1) <= magnitude)
            exponent++;
        return exponent;
    }

    /// <summary>The nearest double; infinite where the value is out of range.</summary>
    public double ToDouble()
    {
        if (IsInteger)
            return (double)_numerator;
        // Scaled so that the integer quotient keeps 64 significant bits, whatever the sizes.
        var shift = (int)(_numerator.GetBitLength() - _denominatorMinusOne.GetBitLength()) - 66;
        var quotient = shift >= 0 ? _numerator / (Denominator << shift) : (_numerator << -shift) / Denominator;
        return Math.ScaleB((double)quotient, shift);
    }

    public int CompareTo(Rational other) => (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    public bool Equals(Rational other) => _numerator == other._numerator && _denominatorMinusOne == other._denominatorMinusOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorMinusOne);

    /// <summary>An integer as it is, a fraction that ends as a decimal (<c>90.23</c>), any other as <c>7/9</c>.</summary>
    public override string ToString() =>
        IsInteger ? _numerator.ToString(CultureInfo.InvariantCulture)
        : DecimalPlaces is { } decimals ? ToDecimal(decimals)
        : $"{_numerator}/{Denominator}";

    /// <summary>It is an integer, or ends as a decimal of few places: what <see cref="ToString"/> writes without a fraction bar. No digit is written to know it.</summary>
    public bool IsDecimal => IsInteger || DecimalPlaces is not null;

    private int? DecimalPlaces
    {
        get
        {
            var (twos, rest) = Strip(Denominator, 2);
            var (fives, remainder) = Strip(rest, 5);
            return remainder.IsOne ? Math.Max(twos, fives) : null;
        }
    }

    /// <summary>Rounded to and written with exactly <paramref name="decimals"/> (at least 0) decimal places: <c>-0.50</c>.</summary>
    public string ToDecimal(int decimals)
    {
        var digits = (Abs(Round(decimals)) * PowerOfTen(decimals)).Numerator.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = Sign < 0 && digits.AsSpan().ContainsAnyExcept('0') ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits.AsSpan(0, digits.Length - decimals)}.{digits.AsSpan(digits.Length - decimals)}";
    }

    /// <summary>As often as a decimal has places: what is left of a denominator that has the factor more often is not 1.</summary>
    private static (int Count, BigInteger Left) Strip(BigInteger value, int factor)
    {
        var count = 0;
        while (count < MostPlaces)
        {
            var quotient = BigInteger.DivRem(value, factor, out var remainder);
            if (!remainder.IsZero)
                break;
            value = quotient;
            count++;
        }
        return (count, value);
    }
}
