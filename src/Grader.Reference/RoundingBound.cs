using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>How far rounding on the way can move a result: what is fair to hand calculation.</summary>
internal static class RoundingBound
{
    /// <summary>More numbers on the way than this are not a hand calculation.</summary>
    public const int MostIntermediates = 1000;

    /// <summary>
    /// The largest change of any entry of a quantity where every number computed on the way, and the result itself, is rounded to <paramref name="decimals"/> places:
    /// the sum over them of the change that half a unit of the last place makes, which is exact to first order.
    /// </summary>
    /// <returns>Null where the quantity is no number, or has too many numbers on the way.</returns>
    public static Rational? Of(Worksheet worksheet, string quantity, int decimals)
    {
        if (NumbersOf(worksheet[quantity].Value) is not { } result)
            return null;
        var half = Rational.PowerOfTen(-decimals) / 2;
        var intermediates = worksheet.Quantities.Items
            .Where(known => known != worksheet.Named(quantity) && worksheet.DependsOn(quantity, known.Name) && worksheet.Dependencies(known.Name).Any())
            .SelectMany(known => Entries(worksheet, known.Name))
            .ToList();
        if (intermediates.Count > MostIntermediates)
            return null;
        var moved = new Rational[result.Length];
        foreach (var (name, rounded) in intermediates.Select(entry => (entry.Name, entry.Moved(half))))
        {
            if (NumbersOf(worksheet.With(new Dictionary<string, Value>(StringComparer.Ordinal) { [name] = rounded })[quantity].Value) is not { } after || after.Length != result.Length)
                return null;
            for (var index = 0; index < moved.Length; index++)
                moved[index] += Rational.Abs(after[index] - result[index]);
        }

        return moved.Aggregate(Rational.Zero, Rational.Max) + half;
    }

    private static IEnumerable<Entry> Entries(Worksheet worksheet, string name) => worksheet[name].Value switch
    {
        Tensor tensor => Enumerable.Range(0, tensor.Entries.Count).Where(index => NumberOf(tensor.Entries[index]) is not null).Select(index => new Entry(name, tensor, index)),
        { } scalar when NumberOf(scalar) is not null => [new(name, scalar, 0)],
        _ => [],
    };

    private static Rational[]? NumbersOf(Value? value)
    {
        var entries = value is Tensor tensor ? tensor.Entries.Items.Select(NumberOf).ToList() : [NumberOf(value)];
        return entries.Contains(null) ? null : [.. entries.Select(entry => entry!.Value)];
    }

    private static Rational? NumberOf(Value? value) => value switch
    {
        Exact exact => exact.Number,
        Approximate approximate => Rational.FromDouble(approximate.Number),
        _ => null,
    };

    private readonly record struct Entry(string Name, Value Whole, int Index)
    {
        public Value Moved(Rational by) => Whole is Tensor tensor
            ? tensor with { Entries = new(tensor.Entries.Items.SetItem(Index, Plus(tensor.Entries[Index], by))) }
            : Plus(Whole, by);

        private static Value Plus(Value value, Rational by) => value is Approximate approximate ? new Approximate(approximate.Number + by.ToDouble()) : new Exact(((Exact)value).Number + by);
    }
}
