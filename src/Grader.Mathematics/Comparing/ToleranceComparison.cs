namespace Grader.Mathematics;

/// <summary>Compares numbers, and lists and matrices of numbers, within a tolerance that the request gives.</summary>
internal sealed class ToleranceComparison(ComparisonTolerance tolerance, EqualityOptions options)
{
    public Decision Decide(Expression gold, Expression answer)
    {
        (gold, answer) = (Bare(gold), Bare(answer));
        if (Entries(gold) is { } left && Entries(answer) is { } right)
            return DecideEntries(left, right);
        if (gold is Measured { Unit: var unit } one && answer is Measured { Unit: var same } two && unit == same)
            (gold, answer) = (one.Amount, two.Amount);
        if (Value(gold) is not { } key || Value(answer) is not { } value)
        {
            var decision = Equality.Decide(gold, answer, options);
            return tolerance.Written is null ? decision : Decision.Undecided("no number");
        }

        if (tolerance.Written is { } digits && !IsWrittenTo(Numerals.WrittenOf(answer), digits))
            return Decision.Different("digits written", $"not written to {digits} {(tolerance.Type == "sigfigs" ? "significant digits" : "decimal places")}");
        return Agree(key, value) ? Decision.Equal(tolerance.Type) : Decision.Different(tolerance.Type, $"{ScalarEquality.Short(key)} and {ScalarEquality.Short(value)}");
    }

    private static Expression Bare(Expression expression) => expression is Relation { Members: [var name, .., var last] } && Naming.IsName(name) ? last : expression;

    /// <summary>A number, in the base unit where it has one.</summary>
    private static Rational? Value(Expression expression)
    {
        if (expression is Measured { Unit: not ("%" or "°") } measured)
            return Units.Find(measured.Unit) is { } unit && Numerals.ValueOf(measured.Amount) is { } amount ? amount * unit.Factor : null;
        return Numerals.ValueOf(expression);
    }

    private bool Agree(Rational key, Rational value) => tolerance.Type switch
    {
        "absolute" => Rational.Abs(key - value) <= tolerance.Value,
        "relative" => Rational.Abs(key - value) <= tolerance.Value * Rational.Abs(key),
        "decimals" => key.Round((int)tolerance.Value.Numerator) == value.Round((int)tolerance.Value.Numerator),
        _ => Significant(key) == Significant(value),
    };

    private Rational Significant(Rational value) => value.Round((int)tolerance.Value.Numerator - 1 - value.DecimalExponent());

    private bool IsWrittenTo(Numeral? written, int digits)
    {
        if (written is null)
            return false;
        return tolerance.Type == "decimals" ? -written.LastDigitExponent == digits : written.SignificantDigits == digits;
    }

    private static (Sequence<Expression> Items, string Shape)? Entries(Expression expression) => expression switch
    {
        Listing listing => (listing.Elements, $"{listing.Elements.Count}"),
        Matrix { IsRectangular: true } matrix => (Children.Of(matrix), matrix.RowCount == 1 || matrix.ColumnCount == 1 ? $"{matrix.RowCount * matrix.ColumnCount}" : $"{matrix.RowCount}x{matrix.ColumnCount}"),
        _ => null,
    };

    private Decision DecideEntries((Sequence<Expression> Items, string Shape) gold, (Sequence<Expression> Items, string Shape) answer)
    {
        if (gold.Shape != answer.Shape)
            return Decision.Different("shape", $"{gold.Shape} and {answer.Shape}");
        var undecided = false;
        for (var i = 0; i < gold.Items.Count; i++)
        {
            var decision = Decide(gold.Items[i], answer.Items[i]);
            if (decision.Verdict == EqualityVerdict.Different)
                return decision with { Witness = $"entry {i + 1}: {decision.Witness}" };
            undecided |= decision.Verdict == EqualityVerdict.Undecided;
        }

        return undecided ? Decision.Undecided("entries") : Decision.Equal(tolerance.Type);
    }
}
