using Grader.Mathematics;

namespace Grader.Reference.Engines.ConvolutionByHand;

/// <summary>Pooling over windows side by side; what is left over at the end is dropped.</summary>
/// <param name="Map">The quantity that is pooled.</param>
internal sealed record PoolingByHand(string Map, int MapRows, int MapColumns, bool IsSequence, bool Averages)
{
    public void Add(Cases.ObjectReader inputs, WorksheetBuilder worksheet)
    {
        var side = inputs.Integer("pool", 1, 1);
        var across = IsSequence ? 1 : side;
        var (rows, columns) = (MapRows / side, MapColumns / across);
        if (rows == 0 || columns == 0)
        {
            inputs.Problems.Add(inputs.PlaceOf("pool"), $"Windows of side {side} do not fit into {MapRows} x {MapColumns}.", "Make them smaller.");
            return;
        }

        worksheet.Add("pooled", Pooled(Averages), $"output after {(Averages ? "average" : "max")} pooling");
        worksheet.Mistake(Averages ? "maximum-for-mean" : "mean-for-maximum", Averages ? "Took the largest of each window; average pooling takes their mean." : "Averaged the windows; max pooling takes the largest.").At("", ("pooled", Pooled(!Averages)));

        Matrix Pooled(bool averages) => EntryFormulas.Table(rows, columns, (row, column) => $"{(averages ? "mean" : "max")}({Window(row, column)})");

        string Window(int row, int column) => string.Join(", ", Enumerable.Range(0, side * across).Select(cell =>
            EntryNames.Of(Map, (row - 1) * side + cell / across + 1, (column - 1) * across + cell % across + 1, MapRows, MapColumns)));
    }
}
