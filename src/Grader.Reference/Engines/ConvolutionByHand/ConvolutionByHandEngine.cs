using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.ConvolutionByHand;

/// <summary>One channel convolved by hand, as in neural networks (the kernel is not flipped) or as in mathematics (it is), and pooled after it where asked.</summary>
internal sealed class ConvolutionByHandEngine : IEngine
{
    private static readonly CaseShape Shape = new("convolution-by-hand", "One channel convolved with one kernel, number by number.", [
        new("name", true, """{ "const": "convolution-by-hand" }""", "The engine."),
        new("input", true, CaseValues.Table, "The input, rows of numbers."),
        new("kernel", true, CaseValues.Table, "The kernel, rows of numbers."),
        new("stride", false, InputCount, "Stride; 1 unless said."),
        new("padding", false, InputNatural, "Zeros added on each side; 0 unless said."),
        new("flip", false, YesNo, "Convolution in the mathematical sense, with the kernel flipped; false unless said."),
        new("bias", false, InputNumber, "Added to each sum; 0 unless said."),
        new("pool", false, InputCount, "Side of the windows of max pooling after it; none unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("input") is not { } inputNode || inputs.Node("kernel") is not { } kernelNode || tables.ReadMatrix(inputNode) is not { } input || tables.ReadMatrix(kernelNode) is not { } kernel)
            return;
        var sliding = new SlidingKernel(input.RowCount, input.ColumnCount, kernel.RowCount, kernel.ColumnCount, inputs.Integer("stride", 1, 1), inputs.Integer("padding", 0, 0), !inputs.Rational("bias").IsZero);
        if (sliding.OutputRows < 1 || sliding.OutputColumns < 1)
        {
            inputs.Problems.Add(kernelNode.Place, $"A kernel of {kernel.RowCount} x {kernel.ColumnCount} does not fit into {input.RowCount} x {input.ColumnCount} with padding {sliding.Padding}.", "Make the kernel smaller or the padding larger.");
            return;
        }

        var flip = inputs.Truth("flip", false);
        worksheet.Add("input", input, "input");
        worksheet.Add("kernel", kernel, "kernel");
        if (sliding.Bias)
            worksheet.Add("bias", inputs.Rational("bias"), "bias");
        worksheet.Add("output", sliding.Output(flip), "output of the convolution");
        AddPooling(inputs, worksheet, sliding);

        if (!Symmetric(kernel))
            worksheet.Mistake(flip ? "kernel-not-flipped" : "kernel-flipped", flip ? "Did not flip the kernel; a convolution in the mathematical sense does." : "Flipped the kernel; in a neural network it is applied as it is.").At("", ("output", sliding.Output(!flip)));
        if (kernel.RowCount == kernel.ColumnCount && kernel.Rows != Transposed(kernel))
            worksheet.Mistake("kernel-transposed", "Took the rows of the kernel for its columns.").At("", ("output", sliding.Output(flip, transposed: true)));
        if (sliding.Bias)
            worksheet.Mistake("bias-left-out", "Left out the bias.").At("", ("output", (sliding with { Bias = false }).Output(flip)));
    }

    private static void AddPooling(ObjectReader inputs, WorksheetBuilder worksheet, SlidingKernel sliding)
    {
        if (inputs.Node("pool") is not { } node)
            return;
        var side = inputs.Integer("pool", 1, 1);
        var (rows, columns) = (sliding.OutputRows / side, sliding.OutputColumns / side);
        if (rows == 0 || columns == 0)
        {
            inputs.Problems.Add(node.Place, $"Windows of side {side} do not fit into {sliding.OutputRows} x {sliding.OutputColumns}.", "Make them smaller.");
            return;
        }

        worksheet.Add("pooled", EntryFormulas.Table(rows, columns, (row, column) => $"max({Window(row, column)})"), "output after max pooling");
        if (side > 1)
            worksheet.Mistake("mean-for-maximum", "Averaged the windows; max pooling takes the largest.").At("", ("pooled", EntryFormulas.Table(rows, columns, (row, column) => $"mean({Window(row, column)})")));

        string Window(int row, int column) => string.Join(", ", Enumerable.Range(0, side * side).Select(cell =>
            EntryNames.Of("output", (row - 1) * side + cell / side + 1, (column - 1) * side + cell % side + 1, sliding.OutputRows, sliding.OutputColumns)));
    }

    private static bool Symmetric(Matrix kernel) => kernel.Rows == kernel.Rows.Items.Reverse().Select(row => row.Items.Reverse().ToSequence()).ToSequence();

    private static Sequence<Sequence<Expression>> Transposed(Matrix kernel) =>
        Enumerable.Range(0, kernel.ColumnCount).Select(column => kernel.Rows.Items.Select(row => row[column]).ToSequence()).ToSequence();
}

/// <summary>How the kernel moves.</summary>
internal sealed record SlidingKernel(int Rows, int Columns, int KernelRows, int KernelColumns, int Stride, int Padding, bool Bias)
{
    public int OutputRows => Moves(Rows, KernelRows);

    public int OutputColumns => Moves(Columns, KernelColumns);

    public Matrix Output(bool flip, bool transposed = false) => EntryFormulas.Table(OutputRows, OutputColumns, (row, column) =>
    {
        var products = new List<string>();
        for (var down = 0; down < KernelRows; down++)
        {
            for (var across = 0; across < KernelColumns; across++)
            {
                var (y, x) = ((row - 1) * Stride + down - Padding, (column - 1) * Stride + across - Padding);
                if (y < 0 || y >= Rows || x < 0 || x >= Columns)
                    continue;
                var (cellRow, cellColumn) = flip ? (KernelRows - down, KernelColumns - across) : (down + 1, across + 1);
                products.Add($"{EntryNames.Of("input", y + 1, x + 1, Rows, Columns)}*{(transposed ? EntryNames.Of("kernel", cellColumn, cellRow, KernelColumns, KernelRows) : EntryNames.Of("kernel", cellRow, cellColumn, KernelRows, KernelColumns))}");
            }
        }

        return (products.Count == 0 ? "0" : string.Join(" + ", products)) + (Bias ? " + bias" : "");
    });

    private int Moves(int size, int kernel) => size + 2 * Padding < kernel ? 0 : (size + 2 * Padding - kernel) / Stride + 1;
}
