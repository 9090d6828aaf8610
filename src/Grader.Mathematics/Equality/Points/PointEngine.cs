namespace Grader.Mathematics;

internal enum PointStatus : byte
{
    Value,

    /// <summary>Outside the domain: a division by zero, a logarithm of zero.</summary>
    Undefined,

    /// <summary>The precision does not tell whether there is a value.</summary>
    Unknown,

    /// <summary>Not computed by this arithmetic.</summary>
    Unsupported,

    OverBudget,
}

/// <summary>An arithmetic that formulas are evaluated in at one point: a prime field, exact fractions, real balls.</summary>
internal interface IPointEngine<T>
{
    PointStatus Number(Rational value, out T result);

    PointStatus Symbol(string name, out T result);

    T Negate(T value);

    PointStatus Add(T a, T b, out T result);

    PointStatus Multiply(T a, T b, out T result);

    PointStatus Divide(T a, T b, out T result);

    /// <param name="exponentText">The exponent as it stands, for arithmetics that need it exactly.</param>
    PointStatus Power(T root, T exponent, Expression exponentText, PointEvaluation<T> evaluation, out T result);

    PointStatus Function(string function, ReadOnlySpan<T> arguments, out T result);

    /// <summary>An integral, limit or sum that cannot be computed, as a function of its parts.</summary>
    PointStatus Opaque(string kind, ReadOnlySpan<T> parts, out T result);

    /// <summary>Two values to give a bound name in a part that stays opaque.</summary>
    PointStatus Probe(int index, out T result);

    /// <summary>The exact value of a formula at this point, for bounds of sums and exponents.</summary>
    PointStatus Exact(Expression expression, PointEvaluation<T> evaluation, out Rational result);
}

/// <summary>What evaluations may spend, in steps that each cost about the same.</summary>
internal sealed class PointBudget(int steps)
{
    private int _left = steps;

    public bool IsSpent => _left <= 0;

    public bool Spend(int steps)
    {
        _left = _left > steps ? _left - steps : 0;
        return _left > 0;
    }
}
