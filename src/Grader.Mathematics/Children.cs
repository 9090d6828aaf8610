namespace Grader.Mathematics;

/// <summary>The parts of an expression.</summary>
public static class Children
{
    public static Sequence<Expression> Of(Expression expression) => expression switch
    {
        Negation negation => [negation.Operand],
        Sum sum => sum.Terms,
        Product product => product.Factors,
        Quotient quotient => [quotient.Numerator, quotient.Denominator],
        Power power => [power.Base, power.Exponent],
        Call call => call.Arguments,
        Matrix matrix => matrix.Rows.Items.SelectMany(static row => row).ToSequence(),
        Measured measured => [measured.Amount],
        Relation relation => relation.Members,
        Listing listing => listing.Elements,
        Interval interval => [interval.Lower, interval.Upper],
        BigOperation operation => new Expression?[] { operation.Body, operation.Lower, operation.Upper }.OfType<Expression>().ToSequence(),
        _ => [],
    };

    /// <summary>The expression with each part replaced.</summary>
    public static Expression Map(Expression expression, Func<Expression, Expression> map) => expression switch
    {
        Negation negation => new Negation(map(negation.Operand)),
        Sum sum => new Sum(All(sum.Terms, map)),
        Product product => new Product(All(product.Factors, map)),
        Quotient quotient => new Quotient(map(quotient.Numerator), map(quotient.Denominator)),
        Power power => new Power(map(power.Base), map(power.Exponent)),
        Call call => call with { Arguments = All(call.Arguments, map) },
        Matrix matrix => new Matrix(matrix.Rows.Items.Select(row => All(row, map)).ToSequence()),
        Measured measured => measured with { Amount = map(measured.Amount) },
        Relation relation => relation with { Members = All(relation.Members, map) },
        Listing listing => listing with { Elements = All(listing.Elements, map) },
        Interval interval => interval with { Lower = map(interval.Lower), Upper = map(interval.Upper) },
        BigOperation operation => operation with { Body = map(operation.Body), Lower = operation.Lower is null ? null : map(operation.Lower), Upper = operation.Upper is null ? null : map(operation.Upper) },
        _ => expression,
    };

    private static Sequence<Expression> All(Sequence<Expression> parts, Func<Expression, Expression> map) => parts.Items.Select(map).ToSequence();

    /// <summary>Whether an expression, or a part of it that does not lie too deep, is of a kind.</summary>
    public static bool Occur(Expression expression, Func<Expression, bool> kind, int depth = 0) =>
        depth < 200 && (kind(expression) || Of(expression).Any(child => Occur(child, kind, depth + 1)));

    /// <summary>What is left of a number of nodes after those of an expression; not more than zero where it is larger.</summary>
    public static int Left(Expression expression, int left)
    {
        left--;
        foreach (var child in Of(expression))
        {
            if (left <= 0)
                return left;
            left = Left(child, left);
        }

        return left;
    }
}
