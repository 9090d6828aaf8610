namespace Grader.Mathematics;

/// <summary>The number an expression comes to, and how it was written.</summary>
internal static class Numerals
{
    private const int Bits = 400;

    /// <summary>The exact value, or one that is right to a hundred digits; null where there is none.</summary>
    public static Rational? ValueOf(Expression expression)
    {
        var budget = new PointBudget(20_000);
        if (ExactEngine.ValueOf(expression, static _ => null, budget) is { } exact)
            return exact;
        if (new PointEvaluation<Ball>(new BallEngine(static _ => null, Bits, budget), budget).Evaluate(expression, out var ball) != PointStatus.Value || Math.Abs(ball.Magnitude) > 4000)
            return null;
        return ball.Exponent >= 0 ? (Rational)(ball.Middle << ball.Exponent) : Rational.Of(ball.Middle, System.Numerics.BigInteger.One << -ball.Exponent);
    }

    /// <summary>How a number, perhaps negative or with a unit, was written; null for anything else.</summary>
    public static Numeral? WrittenOf(Expression expression) => expression switch
    {
        Number number => number.Written,
        Negation negation => WrittenOf(negation.Operand),
        Measured { Unit: "%" } measured => WrittenOf(measured.Amount) is { LastDigitExponent: > int.MinValue } written ? written with { LastDigitExponent = written.LastDigitExponent - 2 } : null,
        Measured measured => WrittenOf(measured.Amount) is { } amount && Units.Find(measured.Unit) is { } unit && unit.Factor == Rational.One ? amount : null,
        Relation { Members: [.., var last] } => WrittenOf(last),
        _ => null,
    };
}
