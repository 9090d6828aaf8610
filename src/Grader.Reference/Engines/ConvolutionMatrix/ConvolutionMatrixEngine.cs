using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.ConvolutionMatrix;

/// <summary>
/// A convolution of sequences as a matrix: A with vec(Y) = A vec(X), and B with ∂L/∂vec(X) = B ∂L/∂vec(Y). One kernel is shared by all channels, each
/// convolved by itself; vec runs channel by channel. Convolution is meant as in neural networks: the kernel is not flipped.
/// </summary>
internal sealed class ConvolutionMatrixEngine : IEngine
{
    private static readonly CaseShape Shape = new("convolution-matrix", "A convolution of sequences as a matrix, one kernel shared by all channels.", [
        new("name", true, """{ "const": "convolution-matrix" }""", "The engine."),
        new("channels", true, InputCount, "Number of channels."),
        new("length", true, InputCount, "Length of each channel."),
        new("kernel", true, CaseValues.Table, "Weights of the kernel: symbols or numbers."),
        new("stride", false, InputCount, "Stride; 1 unless said."),
        new("padding", false, InputNatural, "Zeros added at each end; 0 unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("kernel") is not { } kernelNode || tables.ReadVector(kernelNode) is not { } kernel)
            return;
        var convolution = new Convolution(inputs.Integer("channels", 1, 1), inputs.Integer("length", 1, 1), inputs.Integer("stride", 1, 1), inputs.Integer("padding", 0, 0));
        if (convolution.OutputLength(kernel.Length) < 1)
        {
            inputs.Problems.Add(kernelNode.Place, $"A kernel of {kernel.Length} does not fit into {convolution.Length} with padding {convolution.Padding}.", "Make the kernel shorter or the padding larger.");
            return;
        }

        if ((long)convolution.Channels * convolution.Channels * convolution.Length * convolution.OutputLength(kernel.Length) > CaseLimits.Cells)
        {
            inputs.Problems.Add(inputs.Place, "The matrix would have more than a million entries.", "Ask for a smaller one.");
            return;
        }

        foreach (var name in kernel.SelectMany(entry => FormulaNames.In(entry)))
            worksheet.Symbols.Add(name);
        var flipped = kernel.Reverse().ToImmutableArray();
        worksheet.Add("kernel", Row(kernel), "the kernel");
        worksheet.AddDerived("flippedKernel", Row(flipped), "the kernel, flipped");
        worksheet.AddDerived("A", convolution.Matrix(kernel), "matrix of the convolution");
        worksheet.Add("B", "transpose(A)", "matrix of the gradient");

        if (!kernel.SequenceEqual(flipped))
            worksheet.Mistake("kernel-flipped", "Flipped the kernel; in a neural network it is applied as it is.").At("", ("A", convolution.Matrix(flipped)));
        worksheet.Mistake("matrix-for-transpose", "Gave A where its transpose was asked.").At("", ("B", "A"));
        if (convolution.Channels > 1)
            worksheet.Mistake("interleaved", "Ordered the entries position by position instead of channel by channel.").At("", ("A", convolution.Interleaved(kernel)));
    }

    private static Matrix Row(ImmutableArray<Expression> entries) => new([entries.ToSequence()]);
}

/// <summary>How a kernel moves along each channel.</summary>
internal sealed record Convolution(int Channels, int Length, int Stride, int Padding)
{
    public int OutputLength(int kernel) => (int)(((long)Length + 2L * Padding - kernel) / Stride + ((long)Length + 2L * Padding < kernel ? 0 : 1));

    /// <summary>Rows are outputs and columns inputs, both channel by channel.</summary>
    public Matrix Matrix(ImmutableArray<Expression> kernel) => Fill(kernel, (channel, output, outputs) => channel * outputs + output, (channel, input) => channel * Length + input);

    /// <summary>The same with both ordered position by position.</summary>
    public Matrix Interleaved(ImmutableArray<Expression> kernel) => Fill(kernel, (channel, output, _) => output * Channels + channel, (channel, input) => input * Channels + channel);

    private Matrix Fill(ImmutableArray<Expression> kernel, Func<int, int, int, int> row, Func<int, int, int> column)
    {
        var outputs = OutputLength(kernel.Length);
        Expression zero = new Number(0);
        var entries = Enumerable.Range(0, Channels * outputs).Select(_ => Enumerable.Repeat(zero, Channels * Length).ToArray()).ToArray();
        for (var channel = 0; channel < Channels; channel++)
        {
            for (var output = 0; output < outputs; output++)
            {
                for (var weight = 0; weight < kernel.Length; weight++)
                {
                    var input = output * Stride + weight - Padding;
                    if (input >= 0 && input < Length)
                        entries[row(channel, output, outputs)][column(channel, input)] = kernel[weight];
                }
            }
        }

        return new(entries.Select(line => line.ToSequence()).ToSequence());
    }
}
