using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.ConvolutionByHand;

/// <summary>
/// One channel, or a sequence, convolved by hand, as in neural networks (the kernel is not flipped) or as in mathematics (it is); a rectifier and pooling after it where asked.
/// </summary>
internal sealed class ConvolutionByHandEngine : IEngine
{
    private const int MostEntries = 10_000;

    private static readonly CaseShape Shape = new("convolution-by-hand", "One channel convolved with one kernel, number by number.", [
        new("name", true, """{ "const": "convolution-by-hand" }""", "The engine."),
        new("input", true, CaseValues.Table, "The input, rows of numbers; a list of numbers is a sequence."),
        new("kernel", true, CaseValues.Table, "The kernel, rows of numbers; a list for a sequence."),
        new("stride", false, InputCount, "Stride; 1 unless said."),
        new("padding", false, InputNatural, "Zeros added on each side; 0 unless said."),
        new("flip", false, YesNo, "Convolution in the mathematical sense, with the kernel flipped; false unless said."),
        new("bias", false, InputNumber, "Added to each sum; 0 unless said."),
        new("relu", false, YesNo, "A rectifier follows; false unless said."),
        new("pool", false, InputCount, "Side of the windows of pooling after it; none unless said."),
        new("takes", false, OneOf("maximum", "average"), "What pooling takes of a window; the maximum unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("input") is not { } inputNode || inputs.Node("kernel") is not { } kernelNode || tables.ReadMatrix(inputNode) is not { } input || tables.ReadMatrix(kernelNode) is not { } kernel)
            return;
        var sequence = IsList(inputNode) && IsList(kernelNode);
        var sliding = new SlidingKernel(input.RowCount, input.ColumnCount, kernel.RowCount, kernel.ColumnCount, inputs.Integer("stride", 1, 1), inputs.Integer("padding", 0, 0), sequence, !inputs.Rational("bias").IsZero);
        if (sliding.OutputRows < 1 || sliding.OutputColumns < 1)
        {
            inputs.Problems.Add(kernelNode.Place, $"A kernel of {kernel.RowCount} x {kernel.ColumnCount} does not fit into {input.RowCount} x {input.ColumnCount} with padding {sliding.Padding}.", "Make the kernel smaller or the padding larger.");
            return;
        }

        // Each entry is a formula, and one mistake moves by 1 whatever the stride.
        var close = sliding with { Stride = 1 };
        if ((long)close.OutputRows * close.OutputColumns > MostEntries)
        {
            inputs.Problems.Add(inputs.PlaceOf("padding"), $"With padding {sliding.Padding}, a kernel of {kernel.RowCount} x {kernel.ColumnCount} has {close.OutputRows} x {close.OutputColumns} places in {input.RowCount} x {input.ColumnCount}.", $"Ask for at most {MostEntries}: who works by hand has fewer.");
            return;
        }

        var flip = inputs.Truth("flip", false);
        worksheet.Add("input", input, "input");
        worksheet.Add("kernel", kernel, "kernel");
        if (sliding.Bias)
            worksheet.Add("bias", inputs.Rational("bias"), "bias");
        worksheet.Add("output", sliding.Output(flip), "output of the convolution");
        AddMistakes(worksheet, sliding, flip, kernel);
        var map = inputs.Truth("relu", false) ? AddRectifier(worksheet, sliding) : "output";
        if (inputs.Node("pool") is not null)
            new PoolingByHand(map, sliding.OutputRows, sliding.OutputColumns, sequence, inputs.OneOf("takes", "maximum", "average") == "average").Add(inputs, worksheet);
        worksheet.DropMistakesWithoutEffect();
    }

    private static bool IsList(CaseNode node) => node is CaseList list && list.Items.Items.All(item => item is not CaseList);

    private static void AddMistakes(WorksheetBuilder worksheet, SlidingKernel sliding, bool flip, Matrix kernel)
    {
        At(flip ? "kernel-not-flipped" : "kernel-flipped", flip ? "Did not flip the kernel; a convolution in the mathematical sense does." : "Flipped the kernel; in a neural network it is applied as it is.", sliding.Output(!flip));
        if (kernel.RowCount == kernel.ColumnCount && kernel.RowCount > 1)
            At("kernel-transposed", "Took the rows of the kernel for its columns.", sliding.Output(flip, transposed: true));
        if (sliding.Bias)
            At("bias-left-out", "Left out the bias.", (sliding with { Bias = false }).Output(flip));
        AtMoves("stride-forgotten", "Moved the kernel by 1 instead of by the stride.", sliding with { Stride = 1 });
        AtMoves("padding-forgotten", "Left out the padding.", sliding with { Padding = 0 });

        void At(string id, string say, Matrix output) => worksheet.Mistake(id, say).At("", ("output", output));

        void AtMoves(string id, string say, SlidingKernel moved)
        {
            if (moved != sliding && moved.OutputRows > 0 && moved.OutputColumns > 0)
                At(id, say, moved.Output(flip));
        }
    }

    private static string AddRectifier(WorksheetBuilder worksheet, SlidingKernel sliding)
    {
        worksheet.Add("activated", "relu(output)", "output after the rectifier");
        worksheet.Mistake("relu-left-out", "Left out the rectifier.").At("", ("activated", "output"));
        worksheet.Mistake("absolute-for-relu", "Took the absolute values; a rectifier makes negative numbers 0.").At("", ("activated", "abs(output)"));
        return "activated";
    }
}
