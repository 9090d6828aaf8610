namespace Grader.Mathematics;

/// <summary>Values as expressions.</summary>
public static class Values
{
    /// <summary>The expression that evaluates to a value: a negative number is a <see cref="Negation"/>, an array of two axes a <see cref="Matrix"/>.</summary>
    public static Expression ToExpression(Value value) => value switch
    {
        Exact exact => FromRational(exact.Number),
        Approximate approximate => FromRational(Rational.FromDouble(approximate.Number)),
        Symbolic symbolic => symbolic.Expression,
        Truth truth => new Symbol(truth.Holds ? "true" : "false"),
        Tensor { Shape: [var rows, var columns] } tensor => new Matrix(Enumerable.Range(0, rows).Select(row => tensor.Entries.Items.Skip(row * columns).Take(columns).Select(ToExpression).ToSequence()).ToSequence()),
        Tensor tensor => new Listing(ListingKind.List, tensor.Entries.Items.Select(ToExpression).ToSequence()),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>A number as an expression: a fraction that is no decimal is a <see cref="Quotient"/>.</summary>
    public static Expression FromRational(Rational number)
    {
        if (number.Sign < 0)
            return new Negation(FromRational(-number));
        return number.IsDecimal ? new Number(number) : new Quotient(new Number(number.Numerator), new Number(number.Denominator));
    }
}
