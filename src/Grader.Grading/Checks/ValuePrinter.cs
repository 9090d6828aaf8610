using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>Prints a value for a report: exact where it is short, else to six significant digits.</summary>
internal static class ValuePrinter
{
    private const int Significant = 6;

    public static string Print(Rational value)
    {
        var exact = value.ToString();
        if (value.IsInteger || (!exact.Contains('/') && exact.Length <= Significant + 2))
            return exact;
        var decimals = Math.Max(0, Significant - 1 - value.DecimalExponent());
        var digits = value.ToDecimal(Math.Min(decimals, 12));
        return digits.Contains('.') ? digits.TrimEnd('0').TrimEnd('.') : digits;
    }

    public static string Print(Value? value) => value switch
    {
        Exact exact => Print(exact.Number),
        Approximate approximate => Print(Rational.FromDouble(approximate.Number)),
        Symbolic symbolic => symbolic.Expression.ToString(),
        Truth truth => truth.Holds ? "true" : "false",
        Tensor { Shape.Count: 1 } vector => string.Join(", ", vector.Entries.Items.Select(Print)),
        Tensor { Shape.Count: 2 } matrix => string.Join("; ", Rows(matrix).Select(row => string.Join(' ', row.Select(Print)))),
        Tensor tensor => string.Join(", ", tensor.Entries.Items.Select(Print)),
        _ => "no value",
    };

    public static IEnumerable<IReadOnlyList<Value>> Rows(Tensor tensor)
    {
        var columns = tensor.Shape[^1];
        for (var start = 0; columns > 0 && start < tensor.Entries.Count; start += columns)
            yield return tensor.Entries.Items.AsSpan(start, columns).ToArray();
    }
}
