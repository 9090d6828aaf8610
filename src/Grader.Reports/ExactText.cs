using System.Globalization;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>A value as exact as it is, in ASCII: <c>2/3</c>, <c>0.6931471805599453</c>, <c>[[1, 2], [3, 4]]</c>.</summary>
internal static class ExactText
{
    public static string Of(Value value) => value switch
    {
        Exact exact => exact.Number.ToString(),
        Approximate approximate => approximate.Number.ToString("R", CultureInfo.InvariantCulture),
        Symbolic symbolic => symbolic.Expression.ToString(),
        Truth truth => truth.Holds ? "true" : "false",
        Tensor { Shape: [_, 1] } column => List(column.Entries.Items.Select(Of)),
        Tensor { Shape: [var rows, var columns] } matrix => List(Enumerable.Range(0, rows).Select(row => List(matrix.Entries.Items.Skip(row * columns).Take(columns).Select(Of)))),
        Tensor tensor => List(tensor.Entries.Items.Select(Of)),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
