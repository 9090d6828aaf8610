using System.Numerics;

namespace Grader.Mathematics;

/// <summary>Functions of exact numbers, where the result is exact.</summary>
internal static class ExactFunctions
{
    private const int MaximumFactorial = 3000;

    /// <summary>The exact value, or null where it is irrational, unknown, or too large; <paramref name="problem"/> says why there is none at all.</summary>
    public static Rational? Apply(string function, ReadOnlySpan<Rational> arguments, out string? problem)
    {
        problem = null;
        if (function is "max" or "min" or "gcd" or "lcm")
            return OverAll(function, arguments);
        return arguments switch
        {
            [var x] => OfOne(function, x, ref problem),
            [var x, var y] => OfTwo(function, x, y, ref problem),
            _ => null,
        };
    }

    private static Rational? OfOne(string function, Rational x, ref string? problem)
    {
        switch (function)
        {
            case "floor":
                return x.Floor();
            case "ceil":
                return x.Ceiling();
            case "round":
                return x.Round(0);
            case "abs" or "norm":
                return Rational.Abs(x);
            case "sign":
                return x.Sign;
            case "relu":
                return Rational.Max(x, Rational.Zero);
            case "re" or "conjugate":
                return x;
            case "im":
                return Rational.Zero;
            case "sqrt":
                if (x.Sign < 0)
                    problem = "the square root of a negative number";
                return x.Sign >= 0 && Roots.TryRoot(x, 2, out var root) ? root : null;
            case "cbrt":
                return Roots.TryRoot(x, 3, out var cube) ? cube : null;
            case "exp":
                return x.IsZero ? Rational.One : null;
            case "ln" or "log":
                if (x.Sign <= 0)
                    problem = "the logarithm of a number that is not positive";
                return x == Rational.One ? Rational.Zero : null;
            case "log2" or "log10":
                return Logarithm(x, function == "log2" ? 2 : 10, ref problem);
            case "sin" or "tan" or "asin" or "atan" or "sinh" or "tanh" or "asinh" or "atanh" or "erf":
                return x.IsZero ? Rational.Zero : null;
            case "cos" or "cosh" or "sec" or "sech":
                return x.IsZero ? Rational.One : null;
            case "sigmoid":
                return x.IsZero ? Rational.Of(1, 2) : null;
            case "factorial":
                if (x.Sign < 0 && x.IsInteger)
                    problem = "the factorial of a negative number";
                return x.IsInteger && x.Sign >= 0 && x <= MaximumFactorial ? Factorial((int)x.Numerator) : null;
            default:
                return null;
        }
    }

    private static Rational? OfTwo(string function, Rational x, Rational y, ref string? problem)
    {
        switch (function)
        {
            case "log":
                return Logarithm(x, y, ref problem);
            case "root":
                return y.IsInteger && y.Sign > 0 && y < 1000 && Roots.TryRoot(x, (int)y.Numerator, out var root) ? root : null;
            case "round":
                return y.IsInteger && Rational.Abs(y) < 1000 ? x.Round((int)y.Numerator) : null;
            case "modulo":
                if (y.IsZero)
                    problem = "a remainder after division by zero";
                return y.IsZero ? null : x - y * (x / y).Floor();
            case "ratio":
                if (y.IsZero)
                    problem = "division by zero";
                return y.IsZero ? null : x / y;
            case "binomial":
                return x.IsInteger && y.IsInteger && Rational.Abs(x) <= 100_000 && y <= MaximumFactorial ? Binomial(x.Numerator, y.Numerator) : null;
            default:
                return null;
        }
    }

    private static Rational Factorial(int n)
    {
        var result = BigInteger.One;
        for (var i = 2; i <= n; i++)
            result *= i;
        return result;
    }

    private static Rational Binomial(BigInteger n, BigInteger k)
    {
        if (k.Sign < 0 || (n.Sign >= 0 && k > n))
            return Rational.Zero;
        if (n.Sign >= 0)
            k = BigInteger.Min(k, n - k);
        var result = BigInteger.One;
        for (var i = BigInteger.Zero; i < k; i++)
            result = result * (n - i) / (i + 1);
        return result;
    }

    /// <summary>The logarithm where it is a whole number or a half, a third … of one.</summary>
    private static Rational? Logarithm(Rational x, Rational b, ref string? problem)
    {
        if (x.Sign <= 0 || b.Sign <= 0 || b == Rational.One)
        {
            problem = "the logarithm of a number that is not positive";
            return null;
        }

        if (x == Rational.One)
            return Rational.Zero;
        var estimate = (BigInteger.Log(x.Numerator) - BigInteger.Log(x.Denominator)) / (BigInteger.Log(b.Numerator) - BigInteger.Log(b.Denominator));
        for (var denominator = 1; denominator <= 6; denominator++)
        {
            var numerator = Math.Round(estimate * denominator);
            if (Math.Abs(numerator) > 4000 || Math.Abs(numerator - estimate * denominator) > 1e-6)
                continue;
            if (Rational.Pow(b, (int)numerator) == Rational.Pow(x, denominator))
                return Rational.Of((int)numerator, denominator);
        }

        return null;
    }

    /// <summary>The greatest common divisor of fractions is the greatest number that divides all of them a whole number of times.</summary>
    private static Rational? OverAll(string function, ReadOnlySpan<Rational> values)
    {
        if (values.IsEmpty)
            return null;
        var result = function is "gcd" or "lcm" ? Rational.Abs(values[0]) : values[0];
        foreach (var value in values[1..])
        {
            result = function switch
            {
                "max" => Rational.Max(result, value),
                "min" => Rational.Min(result, value),
                "gcd" => CommonDivisor(result, value),
                _ => result.IsZero || value.IsZero ? Rational.Zero : Rational.Abs(result * value) / CommonDivisor(result, value),
            };
        }

        return result;
    }

    private static Rational CommonDivisor(Rational a, Rational b)
    {
        var common = a.Denominator / BigInteger.GreatestCommonDivisor(a.Denominator, b.Denominator) * b.Denominator;
        return Rational.Of(BigInteger.GreatestCommonDivisor(a.Numerator * (common / a.Denominator), b.Numerator * (common / b.Denominator)), common);
    }
}
