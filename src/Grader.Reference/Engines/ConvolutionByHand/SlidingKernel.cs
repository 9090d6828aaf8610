using Grader.Mathematics;

namespace Grader.Reference.Engines.ConvolutionByHand;

/// <summary>How the kernel moves over a table, or over a sequence, which stands as one column.</summary>
/// <param name="IsSequence">The padding is at its two ends only.</param>
internal sealed record SlidingKernel(int Rows, int Columns, int KernelRows, int KernelColumns, int Stride, int Padding, bool IsSequence, bool Bias)
{
    public int OutputRows => Moves(Rows, KernelRows, Padding);

    public int OutputColumns => Moves(Columns, KernelColumns, Across);

    private int Across => IsSequence ? 0 : Padding;

    public Matrix Output(bool flip, bool transposed = false) => EntryFormulas.Table(OutputRows, OutputColumns, (row, column) =>
    {
        var products = new List<string>();
        for (var down = 0; down < KernelRows; down++)
        {
            for (var across = 0; across < KernelColumns; across++)
            {
                var (y, x) = ((row - 1) * Stride + down - Padding, (column - 1) * Stride + across - Across);
                if (y < 0 || y >= Rows || x < 0 || x >= Columns)
                    continue;
                var (cellRow, cellColumn) = flip ? (KernelRows - down, KernelColumns - across) : (down + 1, across + 1);
                products.Add($"{EntryNames.Of("input", y + 1, x + 1, Rows, Columns)}*{(transposed ? EntryNames.Of("kernel", cellColumn, cellRow, KernelColumns, KernelRows) : EntryNames.Of("kernel", cellRow, cellColumn, KernelRows, KernelColumns))}");
            }
        }

        return (products.Count == 0 ? "0" : string.Join(" + ", products)) + (Bias ? " + bias" : "");
    });

    private int Moves(int size, int kernel, int padding) => size + 2 * padding < kernel ? 0 : (size + 2 * padding - kernel) / Stride + 1;
}
