using System.Text;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>A submission that states the values of a worksheet, each after the id of its check: what a student writes who computes with that worksheet.</summary>
internal static class MistakenSubmission
{
    /// <param name="changed">Values that the student writes instead, by check.</param>
    public static string Of(Question question, Worksheet worksheet, params ReadOnlySpan<(string Check, string Value)> changed)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var check in question.Parts.Items.SelectMany(part => part.Checks.Items))
        {
            if (QuantityOf(check) is { } quantity && Text(worksheet[quantity].Value, check is NumberCheck { Percent: true }) is { } text)
                rows[check.Id] = text;
        }

        foreach (var (check, value) in changed)
            rows[check] = value;
        var submission = new StringBuilder("```answers\n");
        foreach (var (check, value) in rows)
            submission.Append(check).Append(": ").Append(value).Append('\n');
        return submission.Append("```\n").ToString();
    }

    public static string? QuantityOf(Check check) => check switch
    {
        NumberCheck number => number.Quantities[0],
        VectorCheck vector => vector.Quantity,
        MatrixCheck matrix => matrix.Quantity,
        _ => null,
    };

    /// <summary>As the student writes it.</summary>
    public static string? Text(Value? value, bool percent) => value switch
    {
        Tensor { Shape: [var rows, var columns] } matrix when rows > 1 && columns > 1 => Listed(Enumerable.Range(0, rows).Select(row => Listed(matrix.Entries.Items.Skip(row * columns).Take(columns).Select(Number)))),
        Tensor tensor => Listed(tensor.Entries.Items.Select(Number)),
        null => null,
        _ when percent => Number(Percentage(value)) + " %",
        _ => Number(value),
    };

    private static string Listed(IEnumerable<string> entries) => $"[{string.Join(", ", entries)}]";

    private static Value Percentage(Value value) => value is Exact exact ? new Exact(exact.Number * 100) : new Approximate(((Approximate)value).Number * 100);

    /// <summary>To nine decimals, as a careful student writes it.</summary>
    private static string Number(Value value) => value switch
    {
        Exact exact => exact.Number.IsInteger ? exact.Number.ToString() : exact.Number.ToDecimal(9),
        Approximate approximate => Rational.FromDouble(approximate.Number).ToDecimal(9),
        Symbolic symbolic => symbolic.Expression.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "no answer"),
    };
}
