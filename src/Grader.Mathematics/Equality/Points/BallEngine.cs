using System.Numerics;

namespace Grader.Mathematics;

/// <summary>Real numbers as balls of so many bits.</summary>
/// <param name="values">The value of a name at this point, or null where it has none.</param>
internal sealed class BallEngine(Func<string, Rational?> values, int bits, PointBudget budget) : IPointEngine<Ball>
{
    private const int LargestExactPower = 100_000;

    public PointStatus Number(Rational value, out Ball result)
    {
        result = Ball.From(value, bits);
        return PointStatus.Value;
    }

    public PointStatus Symbol(string name, out Ball result)
    {
        result = default;
        switch (name)
        {
            case "pi":
                result = new Ball(BallConstants.Pi(bits + 8), 2, -bits - 8);
                return PointStatus.Value;
            case "e":
                return BallFunctions.Exponential(Ball.From(BigInteger.One), bits, out result);
            case "infinity":
                return PointStatus.Unsupported;
        }

        return values(name) is { } value ? Number(value, out result) : PointStatus.Unsupported;
    }

    public Ball Negate(Ball value) => -value;

    public PointStatus Add(Ball a, Ball b, out Ball result) => Checked(Ball.Add(a, b, bits), out result);

    public PointStatus Multiply(Ball a, Ball b, out Ball result) => Checked(Ball.Multiply(a, b, bits), out result);

    public PointStatus Divide(Ball a, Ball b, out Ball result)
    {
        result = default;
        if (b.ContainsZero)
            return b.IsZero ? PointStatus.Undefined : PointStatus.Unknown;
        return Checked(Ball.Divide(a, b, bits), out result);
    }

    private static PointStatus Checked(Ball value, out Ball result)
    {
        result = value;
        return value.IsOutOfRange ? PointStatus.OverBudget : PointStatus.Value;
    }

    public PointStatus Power(Ball root, Ball exponent, Expression exponentText, PointEvaluation<Ball> evaluation, out Ball result)
    {
        result = default;
        if (Exact(exponentText, evaluation, out var exact) == PointStatus.Value)
        {
            if (exact.IsInteger && BigInteger.Abs(exact.Numerator) <= LargestExactPower)
                return WholePower(root, (int)exact.Numerator, out result);
            if (exact.Denominator == 2 && BigInteger.Abs(exact.Numerator) <= LargestExactPower)
                return SquareRoot(root, out var half) is var status && status == PointStatus.Value ? WholePower(half, (int)exact.Numerator, out result) : status;
            // Odd roots of negative numbers are real.
            if (root.Sign < 0 && !exact.Denominator.IsEven && exact.Denominator < 1000)
            {
                var positive = Exponentiate(-root, exponent, out result);
                if (!exact.Numerator.IsEven)
                    result = -result;
                return positive;
            }
        }

        if (root.IsZero)
            return exponent.Sign > 0 ? PointStatus.Value : PointStatus.Undefined;
        return Exponentiate(root, exponent, out result);
    }

    private PointStatus Exponentiate(Ball root, Ball exponent, out Ball result)
    {
        var working = bits + 32;
        var status = BallFunctions.Logarithm(root, working, out result);
        return status == PointStatus.Value ? BallFunctions.Exponential(Ball.Multiply(result, exponent, working), bits, out result) : status;
    }

    private PointStatus WholePower(Ball root, int exponent, out Ball result)
    {
        result = Ball.From(BigInteger.One);
        if (exponent < 0)
        {
            var status = Divide(result, root, out root);
            if (status != PointStatus.Value)
                return status;
        }

        for (var left = Math.Abs(exponent); left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
                result = Ball.Multiply(result, root, bits);
            root = Ball.Multiply(root, root, bits);
            if (root.IsOutOfRange || result.IsOutOfRange)
                return PointStatus.OverBudget;
        }

        return PointStatus.Value;
    }

    private PointStatus SquareRoot(Ball value, out Ball result)
    {
        result = value;
        if (value.IsZero)
            return PointStatus.Value;
        if (value.ContainsZero)
            return PointStatus.Unknown;
        if (value.Middle.Sign < 0)
            return PointStatus.Undefined;
        result = Ball.SquareRoot(value, bits);
        return PointStatus.Value;
    }

    public PointStatus Function(string function, ReadOnlySpan<Ball> arguments, out Ball result)
    {
        result = default;
        // A transcendental function costs about as much as this many products.
        if (!budget.Spend(60))
            return PointStatus.OverBudget;
        return arguments switch
        {
            [var x] => OfOne(function, x, out result),
            _ when function is "max" or "min" && arguments.Length > 1 => Extreme(arguments, function == "max" ? 1 : -1, out result),
            [var x, var y] when function == "modulo" => Remainder(x, y, out result),
            _ => PointStatus.Unsupported,
        };
    }

    private PointStatus OfOne(string function, Ball x, out Ball result)
    {
        result = default;
        switch (function)
        {
            case "abs":
                result = x.ContainsZero && !x.IsZero ? x with { Middle = BigInteger.Zero, Radius = BigInteger.Abs(x.Middle) + x.Radius } : x with { Middle = BigInteger.Abs(x.Middle) };
                return PointStatus.Value;
            case "max" or "min" or "re" or "conjugate":
                result = x;
                return PointStatus.Value;
            case "sign":
                result = Ball.From(x.Sign);
                return x.ContainsZero && !x.IsZero ? PointStatus.Unknown : PointStatus.Value;
            case "ln":
                return BallFunctions.Logarithm(x, bits, out result);
            case "sin":
                return BallFunctions.Circular(x, bits, out result, out _);
            case "cos":
                return BallFunctions.Circular(x, bits, out _, out result);
            case "atan":
                return BallFunctions.ArcTangent(x, bits, out result);
            case "acot":
                return Complement(BallFunctions.ArcTangent(x, bits, out result), ref result);
            case "asin":
                return ArcSine(x, out result);
            case "acos":
                return Complement(ArcSine(x, out result), ref result);
            case "asinh":
                return InverseHyperbolic(x, 1, out result);
            case "acosh":
                return x.Sign > 0 ? InverseHyperbolic(x, -1, out result) : PointStatus.Undefined;
            case "atanh":
                return ArTanh(x, out result);
            case "floor" or "ceil" or "round":
                return Rounding(function, x, out result);
            default:
                return PointStatus.Unsupported;
        }
    }

    private PointStatus Complement(PointStatus status, ref Ball value)
    {
        var quarter = new Ball(BallConstants.Pi(bits + 8), 2, -bits - 9);
        value = Ball.Add(quarter, -value, bits);
        return status;
    }

    /// <summary>asin x = atan(x / √(1 − x²)), and ±π/2 at ±1.</summary>
    private PointStatus ArcSine(Ball x, out Ball result)
    {
        result = default;
        var rest = Ball.Add(Ball.From(BigInteger.One), -Ball.Multiply(x, x, bits), bits);
        if (rest.IsZero)
        {
            result = new Ball(BallConstants.Pi(bits + 8) * x.Middle.Sign, 2, -bits - 9);
            return PointStatus.Value;
        }

        var status = SquareRoot(rest, out var root);
        return status == PointStatus.Value ? BallFunctions.ArcTangent(Ball.Divide(x, root, bits), bits, out result) : status;
    }

    /// <summary>asinh x = ln(x + √(x² + 1)), acosh x = ln(x + √(x² − 1)).</summary>
    private PointStatus InverseHyperbolic(Ball x, int sign, out Ball result)
    {
        result = default;
        var status = SquareRoot(Ball.Add(Ball.Multiply(x, x, bits), Ball.From(sign), bits), out var root);
        return status == PointStatus.Value ? BallFunctions.Logarithm(Ball.Add(x, root, bits), bits, out result) : status;
    }

    private PointStatus ArTanh(Ball x, out Ball result)
    {
        var one = Ball.From(BigInteger.One);
        var status = Divide(Ball.Add(one, x, bits), Ball.Add(one, -x, bits), out result);
        if (status == PointStatus.Value)
            status = BallFunctions.Logarithm(result, bits, out result);
        result = result with { Exponent = result.Exponent - 1 };
        return status;
    }

    private static PointStatus Rounding(string function, Ball x, out Ball result)
    {
        result = default;
        if (x.Exponent > 10_000)
            return PointStatus.OverBudget;
        var low = Whole(function, x.Middle - x.Radius, x.Exponent);
        var high = Whole(function, x.Middle + x.Radius, x.Exponent);
        result = Ball.From(low);
        return low == high ? PointStatus.Value : PointStatus.Unknown;
    }

    private static BigInteger Whole(string function, BigInteger value, int exponent)
    {
        var exact = exponent >= 0 ? (Rational)(value << exponent) : Rational.Of(value, BigInteger.One << -exponent);
        return function switch { "floor" => exact.Floor(), "ceil" => exact.Ceiling(), _ => exact.Round(0).Numerator };
    }

    private PointStatus Remainder(Ball x, Ball y, out Ball result)
    {
        var status = Divide(x, y, out result);
        if (status != PointStatus.Value)
            return status;
        status = Rounding("floor", result, out var times);
        result = Ball.Add(x, -Ball.Multiply(y, times, bits), bits);
        return status;
    }

    private PointStatus Extreme(ReadOnlySpan<Ball> arguments, int sign, out Ball result)
    {
        result = arguments[0];
        foreach (var argument in arguments[1..])
        {
            var difference = Ball.Add(argument, -result, bits);
            // Which one it is cannot be told: it is off from the one by no more than they differ.
            if (difference.ContainsZero)
                result = Ball.Add(result, difference with { Middle = BigInteger.Zero, Radius = BigInteger.Abs(difference.Middle) + difference.Radius }, bits);
            else if (difference.Middle.Sign == sign)
                result = argument;
        }

        return PointStatus.Value;
    }

    public PointStatus Opaque(string kind, ReadOnlySpan<Ball> parts, out Ball result)
    {
        result = default;
        return PointStatus.Unsupported;
    }

    public PointStatus Probe(int index, out Ball result)
    {
        result = default;
        return PointStatus.Unsupported;
    }

    public PointStatus Exact(Expression expression, PointEvaluation<Ball> evaluation, out Rational result)
    {
        if (expression is Number number)
        {
            result = number.Value;
            return PointStatus.Value;
        }

        var exact = new PointEvaluation<Rational>(new ExactEngine(values), budget);
        foreach (var (name, whole) in evaluation.WholeBounds)
            exact.Bind(name, whole, whole);
        return exact.Evaluate(expression, out result);
    }
}
