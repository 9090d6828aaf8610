using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>The names that a formula uses. The index of a sum means nothing outside it, and <c>x_i</c> in it is <c>x_1</c>, <c>x_2</c> …</summary>
internal static class FormulaNames
{
    /// <summary>More names than these of one indexed name are not listed: its first stands for all.</summary>
    private const int MostIndexed = 1000;

    /// <summary>Each name once, in the order of the formula.</summary>
    public static ImmutableArray<string> In(Expression formula)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rest = new Stack<(Expression Expression, ImmutableArray<BigOperation> Sums)>();
        rest.Push((formula, []));
        while (rest.TryPop(out var next))
        {
            var (expression, sums) = next;
            if (expression is Symbol symbol)
            {
                foreach (var name in sums.IsEmpty ? [symbol.Name] : Free(symbol.Name, sums))
                {
                    if (seen.Add(name))
                        names.Add(name);
                }
            }
            else if (expression is BigOperation operation)
            {
                rest.Push((operation.Body, sums.Add(operation)));
                if (operation.Upper is not null)
                    rest.Push((operation.Upper, sums));
                if (operation.Lower is not null)
                    rest.Push((operation.Lower, sums));
            }
            else
            {
                var operands = Children.Of(expression);
                for (var index = operands.Count - 1; index >= 0; index--)
                    rest.Push((operands[index], sums));
            }
        }

        return names.DrainToImmutable();
    }

    /// <summary>The formula with names replaced; a name for which <paramref name="replacement"/> gives null stays.</summary>
    public static Expression Replace(Expression formula, Func<string, Expression?> replacement)
    {
        return Visit(formula, []);

        Expression Visit(Expression expression, ImmutableArray<string> bound) => expression switch
        {
            Symbol symbol => bound.Contains(symbol.Name) ? symbol : replacement(symbol.Name) ?? symbol,
            BigOperation operation => operation with
            {
                Lower = operation.Lower is null ? null : Visit(operation.Lower, bound),
                Upper = operation.Upper is null ? null : Visit(operation.Upper, bound),
                Body = Visit(operation.Body, bound.Add(operation.Variable)),
            },
            _ => Children.Map(expression, part => Visit(part, bound)),
        };
    }

    /// <summary>What a name within sums stands for outside of them: itself, nothing where it is an index, or the names that its indices make of it.</summary>
    private static IEnumerable<string> Free(string name, ImmutableArray<BigOperation> sums)
    {
        if (sums.Any(sum => sum.Variable == name))
            return [];
        var indices = sums.Where(sum => BoundIndices.Substitute(name, index => index == sum.Variable ? "1" : null) is not null).ToList();
        if (indices.Count == 0)
            return [name];
        IEnumerable<ImmutableDictionary<string, string>> choices = [ImmutableDictionary<string, string>.Empty];
        var count = 1;
        foreach (var sum in indices)
        {
            var values = Values(sum, MostIndexed / count);
            count *= values.Length;
            choices = choices.SelectMany(choice => values.Select(value => choice.SetItem(sum.Variable, value)));
        }

        return choices.Select(choice => BoundIndices.Substitute(name, choice.GetValueOrDefault)!);
    }

    /// <summary>The values of an index whose bounds are written as numbers; the first where they are not, or are too many.</summary>
    private static string[] Values(BigOperation sum, int most) =>
        sum is { Lower: Number { Value: { IsInteger: true } from }, Upper: Number { Value: { IsInteger: true } to } } && to >= from && to - from < most
            ? [.. Enumerable.Range(0, (int)(to - from).Numerator + 1).Select(step => (from + step).ToString())]
            : ["1"];
}
