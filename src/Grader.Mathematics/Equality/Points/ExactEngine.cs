using System.Numerics;

namespace Grader.Mathematics;

/// <summary>Exact fractions; what is irrational is unsupported, what grows too large is over budget.</summary>
/// <param name="values">The value of a name, or null where it has none.</param>
internal sealed class ExactEngine(Func<string, Rational?> values) : IPointEngine<Rational>
{
    private const int MaximumBits = 40_000;

    /// <summary>The exact value of a formula where names have these values; null where it has none.</summary>
    public static Rational? ValueOf(Expression expression, Func<string, Rational?> values, PointBudget budget) =>
        new PointEvaluation<Rational>(new ExactEngine(values), budget).Evaluate(expression, out var result) == PointStatus.Value ? result : null;

    public PointStatus Number(Rational value, out Rational result)
    {
        result = value;
        return PointStatus.Value;
    }

    public PointStatus Symbol(string name, out Rational result)
    {
        var value = Constants.IsConstant(name) ? null : values(name);
        result = value.GetValueOrDefault();
        return value is null ? PointStatus.Unsupported : PointStatus.Value;
    }

    public Rational Negate(Rational value) => -value;

    public PointStatus Add(Rational a, Rational b, out Rational result) => Bounded(a + b, out result);

    public PointStatus Multiply(Rational a, Rational b, out Rational result) => Bounded(a * b, out result);

    public PointStatus Divide(Rational a, Rational b, out Rational result)
    {
        result = default;
        return b.IsZero ? PointStatus.Undefined : Bounded(a / b, out result);
    }

    public PointStatus Power(Rational root, Rational exponent, Expression exponentText, PointEvaluation<Rational> evaluation, out Rational result)
    {
        result = default;
        if (!exponent.IsInteger)
        {
            if (exponent.Denominator > 64)
                return PointStatus.Unsupported;
            if (root.Sign < 0 && exponent.Denominator.IsEven)
                return PointStatus.Undefined;
            if (!Roots.TryRoot(root, (int)exponent.Denominator, out root))
                return PointStatus.Unsupported;
        }

        var times = exponent.Numerator;
        if (root.IsZero)
        {
            result = times.IsZero ? Rational.One : Rational.Zero;
            return times.Sign < 0 ? PointStatus.Undefined : PointStatus.Value;
        }

        if (root == Rational.One || root == -1)
        {
            result = root.Sign < 0 && !times.IsEven ? -1 : 1;
            return PointStatus.Value;
        }

        var bits = Math.Max(root.Numerator.GetBitLength(), root.Denominator.GetBitLength());
        if (BigInteger.Abs(times) * bits > MaximumBits)
            return PointStatus.OverBudget;
        result = Rational.Pow(root, (int)times);
        return PointStatus.Value;
    }

    public PointStatus Function(string function, ReadOnlySpan<Rational> arguments, out Rational result)
    {
        var value = ExactFunctions.Apply(function, arguments, out var problem);
        result = value.GetValueOrDefault();
        return problem is not null ? PointStatus.Undefined : value is null ? PointStatus.Unsupported : Bounded(result, out result);
    }

    public PointStatus Opaque(string kind, ReadOnlySpan<Rational> parts, out Rational result)
    {
        result = default;
        return PointStatus.Unsupported;
    }

    public PointStatus Probe(int index, out Rational result)
    {
        result = default;
        return PointStatus.Unsupported;
    }

    public PointStatus Exact(Expression expression, PointEvaluation<Rational> evaluation, out Rational result) => evaluation.Evaluate(expression, out result);

    private static PointStatus Bounded(Rational value, out Rational result)
    {
        result = value;
        return value.Numerator.GetBitLength() > MaximumBits || value.Denominator.GetBitLength() > MaximumBits ? PointStatus.OverBudget : PointStatus.Value;
    }
}
