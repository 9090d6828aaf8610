using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>How far rounding on the way can move a result: what is fair to hand calculation.</summary>
/// <remarks>
/// The sum, over all numbers computed on the way, of the change that half a unit of the last place makes, exact to first order: from the result backwards, what a number moves is what it
/// moves in each formula that names it, times what that moves in turn. So each formula, of a long sum the terms in question, is computed once for each number that it names, however long
/// the way is.
/// </remarks>
internal sealed class RoundingBound
{
    /// <summary>More numbers on the way than this are not a hand calculation.</summary>
    public const int MostIntermediates = 1000;

    private const int Digits = 12;

    /// <summary>A sum of more terms is not computed whole for each number in it.</summary>
    private const int FewTerms = 4;

    private readonly Worksheet _worksheet;
    private readonly Rational _half;

    /// <summary>For each quantity on the way: how much each of its entries moves each entry of the result, <c>[result, entry]</c>.</summary>
    private readonly Dictionary<int, double[,]> _effects = [];

    private RoundingBound(Worksheet worksheet, int decimals) => (_worksheet, _half) = (worksheet, Rational.PowerOfTen(-decimals) / 2);

    /// <summary>The largest change of any entry of a quantity where every number computed on the way, and the result itself, is rounded to <paramref name="decimals"/> places.</summary>
    /// <returns>Null where the quantity is no number, or has too many numbers on the way.</returns>
    public static Rational? Of(Worksheet worksheet, string quantity, int decimals) => new RoundingBound(worksheet, decimals).Of(worksheet.ReferenceOf(quantity));

    private Rational? Of(QuantityReference result)
    {
        if (Start(result) is not { } start)
            return null;
        _effects[result.Quantity] = start;
        var order = Order(result.Quantity);
        if (order.Where(index => index != result.Quantity).Sum(index => NumbersOf(index).Count(number => number is not null)) > MostIntermediates)
            return null;
        var moved = new double[start.GetLength(0)];
        foreach (var index in order)
        {
            if (!_effects.TryGetValue(index, out var effect))
                continue;
            if (index != result.Quantity)
                Add(moved, effect);
            var parts = Parts(index);
            foreach (var earlier in _worksheet.ComputedFrom(index))
            {
                if (_worksheet.IsComputed(earlier) && !Spread(parts?[earlier] ?? _worksheet.Quantities[index].Formula, effect, earlier) && !(parts is not null && Spread(_worksheet.Quantities[index].Formula, effect, earlier)))
                    return null;
            }
        }

        var most = moved.Max() * _half.ToDouble();
        if (!double.IsFinite(most))
            return null;
        var bound = Rational.FromDouble(most);
        return _half + (bound.IsZero ? bound : bound.Round(Digits - 1 - bound.DecimalExponent()));
    }

    /// <summary>Each entry of the result moves itself.</summary>
    private double[,]? Start(QuantityReference result)
    {
        var numbers = NumbersOf(result.Quantity);
        var whole = _worksheet.ValueAt(result.Quantity);
        ImmutableArray<int> entries = result.Index.Length == 0 ? [.. Enumerable.Range(0, numbers.Length)] : whole is Tensor tensor && result.OffsetIn(tensor) is { } offset ? [offset] : [];
        if (entries.IsEmpty || entries.Any(entry => numbers[entry] is null))
            return null;
        var start = new double[entries.Length, numbers.Length];
        for (var row = 0; row < entries.Length; row++)
            start[row, entries[row]] = 1;
        return start;
    }

    /// <summary>The computed quantities on the way to one, each before those that it is computed from.</summary>
    private List<int> Order(int result)
    {
        var order = new List<int>();
        var seen = new HashSet<int> { result };
        var path = new Stack<(int Index, int Next)>();
        path.Push((result, 0));
        while (path.TryPop(out var step))
        {
            var earlier = _worksheet.ComputedFrom(step.Index);
            if (step.Next == earlier.Length)
            {
                order.Add(step.Index);
                continue;
            }

            path.Push((step.Index, step.Next + 1));
            if (_worksheet.IsComputed(earlier[step.Next]) && seen.Add(earlier[step.Next]))
                path.Push((earlier[step.Next], 0));
        }

        order.Reverse();
        return order;
    }

    private static void Add(double[] moved, double[,] effect)
    {
        for (var row = 0; row < moved.Length; row++)
        {
            for (var entry = 0; entry < effect.GetLength(1); entry++)
                moved[row] += Math.Abs(effect[row, entry]);
        }
    }

    /// <summary>The terms of a long sum that name a quantity, by quantity; null where the formula is no long sum.</summary>
    private Dictionary<int, Expression>? Parts(int index)
    {
        var terms = _worksheet.Quantities[index].Formula switch { Sum sum => sum.Terms, Call { Function: "sum", Arguments: var arguments } => arguments, _ => [] };
        if (terms.Count <= FewTerms)
            return null;
        var naming = new Dictionary<int, List<Expression>>();
        foreach (var term in terms)
        {
            foreach (var earlier in _worksheet.NamedIn(term))
            {
                if (!naming.TryGetValue(earlier, out var those))
                    naming[earlier] = those = [];
                those.Add(term);
            }
        }

        return naming.ToDictionary(item => item.Key, item => item.Value is [var only] ? only : new Sum(item.Value.ToSequence()));
    }

    /// <summary>Adds to an earlier quantity what it moves by way of a later one's formula, or of the part of it that names it. False, with nothing added, where that
    /// has not as many numbers as the later one, or a number is lost by moving another.</summary>
    private bool Spread(Expression formula, double[,] effect, int earlier)
    {
        var whole = _worksheet.ValueAt(earlier)!;
        var entries = NumbersOf(earlier);
        var before = Numbers(_worksheet.Given(formula, earlier, whole));
        if (before.Length != effect.GetLength(1))
            return false;
        var rows = effect.GetLength(0);
        var sums = _effects.TryGetValue(earlier, out var known) ? (double[,])known.Clone() : new double[rows, entries.Length];
        for (var entry = 0; entry < entries.Length; entry++)
        {
            if (entries[entry] is not { } number)
                continue;
            Value changed = number is Exact exact ? new Exact(exact.Number + _half) : new Approximate(((Approximate)number).Number + _half.ToDouble());
            var after = Numbers(_worksheet.Given(formula, earlier, whole is Tensor tensor ? tensor with { Entries = new(tensor.Entries.Items.SetItem(entry, changed)) } : changed));
            if (after.Length != before.Length)
                return false;
            for (var moved = 0; moved < after.Length; moved++)
            {
                if (after[moved] is null != before[moved] is null)
                    return false;
                if (Difference(after[moved], before[moved]) is var slope && slope == 0)
                    continue;
                for (var row = 0; row < rows; row++)
                    sums[row, entry] += effect[row, moved] * slope;
            }
        }

        _effects[earlier] = sums;
        return true;
    }

    private double Difference(Value? after, Value? before) => (after, before) switch
    {
        (Exact one, Exact other) => ((one.Number - other.Number) / _half).ToDouble(),
        (null, _) or (_, null) => 0,
        _ => (Real(after) - Real(before)) / _half.ToDouble(),
    };

    private static double Real(Value value) => value is Exact exact ? exact.Number.ToDouble() : ((Approximate)value).Number;

    private ImmutableArray<Value?> NumbersOf(int index) => Numbers(_worksheet.ValueAt(index));

    /// <summary>The entries of a value, null for those that are no numbers.</summary>
    private static ImmutableArray<Value?> Numbers(Value? value) => value is Tensor tensor ? [.. tensor.Entries.Items.Select(Number)] : [Number(value)];

    private static Value? Number(Value? value) => value is Exact or Approximate ? value : null;
}
