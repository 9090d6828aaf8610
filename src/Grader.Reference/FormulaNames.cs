using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>The names that a formula uses.</summary>
internal static class FormulaNames
{
    /// <summary>Each name once, in the order of the formula.</summary>
    public static ImmutableArray<string> In(Expression formula)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rest = new Stack<Expression>();
        rest.Push(formula);
        while (rest.TryPop(out var expression))
        {
            if (expression is Symbol symbol)
            {
                if (seen.Add(symbol.Name))
                    names.Add(symbol.Name);
            }
            else
            {
                var operands = Operands(expression);
                for (var index = operands.Count - 1; index >= 0; index--)
                    rest.Push(operands[index]);
            }
        }

        return names.DrainToImmutable();
    }

    /// <summary>The formula with names replaced; a name for which <paramref name="replacement"/> gives null stays.</summary>
    public static Expression Replace(Expression formula, Func<string, Expression?> replacement)
    {
        return Visit(formula);

        Expression Visit(Expression expression) => expression switch
        {
            Symbol symbol => replacement(symbol.Name) ?? symbol,
            Negation negation => new Negation(Visit(negation.Operand)),
            Sum sum => new Sum(All(sum.Terms)),
            Product product => new Product(All(product.Factors)),
            Quotient quotient => new Quotient(Visit(quotient.Numerator), Visit(quotient.Denominator)),
            Power power => new Power(Visit(power.Base), Visit(power.Exponent)),
            Call call => call with { Arguments = All(call.Arguments) },
            Matrix matrix => new Matrix(matrix.Rows.Items.Select(All).ToSequence()),
            Measured measured => measured with { Amount = Visit(measured.Amount) },
            Relation relation => relation with { Members = All(relation.Members) },
            Listing listing => listing with { Elements = All(listing.Elements) },
            Interval interval => interval with { Lower = Visit(interval.Lower), Upper = Visit(interval.Upper) },
            _ => expression,
        };

        Sequence<Expression> All(Sequence<Expression> operands) => operands.Items.Select(Visit).ToSequence();
    }

    private static IReadOnlyList<Expression> Operands(Expression expression) => expression switch
    {
        Negation negation => [negation.Operand],
        Sum sum => sum.Terms,
        Product product => product.Factors,
        Quotient quotient => [quotient.Numerator, quotient.Denominator],
        Power power => [power.Base, power.Exponent],
        Call call => call.Arguments,
        Matrix matrix => matrix.Rows.Items.SelectMany(row => row.Items).ToList(),
        Measured measured => [measured.Amount],
        Relation relation => relation.Members,
        Listing listing => listing.Elements,
        Interval interval => [interval.Lower, interval.Upper],
        BigOperation operation => [.. new[] { operation.Lower, operation.Upper, operation.Body }.OfType<Expression>()],
        _ => [],
    };
}
