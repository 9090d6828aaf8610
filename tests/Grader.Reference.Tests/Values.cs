using Grader.Mathematics;

namespace Grader.Reference.Tests;

/// <summary>Values as text, for tables: <c>[[-1, 1], [0, 2]]</c>.</summary>
internal static class Values
{
    public static string Text(Value? value) => value switch
    {
        null => "none",
        Exact exact => exact.Number.ToString(),
        Approximate approximate => approximate.Number.ToString("R"),
        Symbolic symbolic => symbolic.Expression.ToString(),
        Truth truth => truth.Holds ? "true" : "false",
        Tensor { Shape: [var rows, var columns] } matrix when columns > 1 && rows > 1 =>
            "[" + string.Join(", ", Enumerable.Range(0, rows).Select(row => "[" + string.Join(", ", Enumerable.Range(0, columns).Select(column => Text(matrix.Entries[row * columns + column]))) + "]")) + "]",
        Tensor tensor => "[" + string.Join(", ", tensor.Entries.Items.Select(Text)) + "]",
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    public static double Number(Value? value) => value switch
    {
        Exact exact => exact.Number.ToDouble(),
        Approximate approximate => approximate.Number,
        _ => throw new AssertionException($"no number: {Text(value)}"),
    };

    public static Exact Of(long value) => new(value);

    public static double[] Numbers(Value? value) => value is Tensor tensor ? [.. tensor.Entries.Items.Select(Number)] : [Number(value)];
}
