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
