namespace Grader.Mathematics;

/// <summary>
/// A random point of the prime field. What is irrational or cannot be computed is an unknown function of its arguments: formulas that agree so are equal whatever
/// the functions are; formulas that differ are different only if there was no such function (<see cref="SawOpaque"/>).
/// </summary>
internal sealed class FieldEngine(ulong seed, SymbolRoles roles, PointBudget budget) : IPointEngine<ulong>
{
    public bool SawOpaque { get; private set; }

    /// <summary>i is the square root of −1, not a name.</summary>
    public bool Imaginary { get; init; }

    private readonly ExactEngine _exact = new(name => roles.WholeValue(name, seed));

    public PointStatus Number(Rational value, out ulong result)
    {
        result = PrimeField.From(value.Numerator);
        if (value.IsInteger)
            return PointStatus.Value;
        var denominator = PrimeField.From(value.Denominator);
        if (denominator == 0)
            return PointStatus.Unsupported;
        result = PrimeField.Multiply(result, PrimeField.Inverse(denominator));
        return PointStatus.Value;
    }

    public PointStatus Symbol(string name, out ulong result)
    {
        if (Imaginary && name == "i")
            result = PrimeField.ImaginaryUnit;
        else if (roles.WholeValue(name, seed) is { } whole)
            result = PrimeField.From(whole.Numerator);
        else
            result = PrimeField.Hash(name, seed);
        return name == "infinity" ? PointStatus.Unsupported : PointStatus.Value;
    }

    public ulong Negate(ulong value) => PrimeField.Negate(value);

    public PointStatus Add(ulong a, ulong b, out ulong result)
    {
        result = PrimeField.Add(a, b);
        return PointStatus.Value;
    }

    public PointStatus Multiply(ulong a, ulong b, out ulong result)
    {
        result = PrimeField.Multiply(a, b);
        return PointStatus.Value;
    }

    public PointStatus Divide(ulong a, ulong b, out ulong result)
    {
        result = b == 0 ? 0 : PrimeField.Multiply(a, PrimeField.Inverse(b));
        return b == 0 ? PointStatus.Undefined : PointStatus.Value;
    }

    public PointStatus Power(ulong root, ulong exponent, Expression exponentText, PointEvaluation<ulong> evaluation, out ulong result)
    {
        result = 0;
        var status = Exact(exponentText, evaluation, out var exact);
        if (status == PointStatus.OverBudget)
            return status;
        if (status == PointStatus.Value && exact.Denominator <= 1000 && root != 0)
        {
            // A fractional power is the whole power of an unknown root.
            if (!exact.IsInteger)
                root = Unknown("root", [root, PrimeField.From(exact.Denominator)]);
            result = PrimeField.Power(root, exact.Numerator);
            return PointStatus.Value;
        }

        if (root == 0)
            return status != PointStatus.Value ? PointStatus.Unknown : exact.Sign < 0 ? PointStatus.Undefined : Number(exact.IsZero ? 1 : 0, out result);
        result = Unknown("power", [root, exponent]);
        return PointStatus.Value;
    }

    public PointStatus Function(string function, ReadOnlySpan<ulong> arguments, out ulong result)
    {
        if (function is "max" or "min" or "gcd" or "lcm")
        {
            // The order and repetition of arguments do not count.
            var sorted = arguments.ToArray();
            Array.Sort(sorted);
            var distinct = sorted.Distinct().ToArray();
            if (distinct.Length == 1 && function is "max" or "min")
            {
                result = distinct[0];
                return PointStatus.Value;
            }

            result = Unknown(function, distinct);
            return PointStatus.Value;
        }

        // Functions that are even or odd, so that a sign inside costs no sampling of reals.
        if (arguments is [var x] && function is "abs" or "cos" or "sin" or "asin" or "atan")
        {
            var negative = x > PrimeField.Prime / 2;
            result = Unknown(function, [negative ? PrimeField.Negate(x) : x]);
            if (negative && function is not ("abs" or "cos"))
                result = PrimeField.Negate(result);
            return PointStatus.Value;
        }

        result = Unknown(function, arguments);
        return PointStatus.Value;
    }

    public PointStatus Opaque(string kind, ReadOnlySpan<ulong> parts, out ulong result)
    {
        result = Unknown(kind, parts);
        return PointStatus.Value;
    }

    public PointStatus Probe(int index, out ulong result)
    {
        result = PrimeField.Mix(seed + 77 + (ulong)index);
        return PointStatus.Value;
    }

    public PointStatus Exact(Expression expression, PointEvaluation<ulong> evaluation, out Rational result)
    {
        if (expression is Number number)
        {
            result = number.Value;
            return PointStatus.Value;
        }

        var exact = new PointEvaluation<Rational>(_exact, budget);
        if (evaluation.HasBounds)
        {
            foreach (var (name, whole) in evaluation.WholeBounds)
                exact.Bind(name, whole, whole);
        }

        return exact.Evaluate(expression, out result);
    }

    private ulong Unknown(string function, ReadOnlySpan<ulong> arguments)
    {
        SawOpaque = true;
        var hash = PrimeField.Hash(function, seed);
        foreach (var argument in arguments)
            hash = PrimeField.Mix(hash ^ PrimeField.Mix(argument));
        return hash;
    }
}
