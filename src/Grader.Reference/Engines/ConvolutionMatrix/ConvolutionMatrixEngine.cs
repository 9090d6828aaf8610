using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionMatrix;

/// <summary>
/// A convolution as a matrix: A with vec(Y) = A vec(X), and B with ∂L/∂vec(X) = B ∂L/∂vec(Y). vec runs channel by channel, each row by row. Convolution is
/// meant as in neural networks, the kernel not flipped, unless the case says so.
/// </summary>
internal sealed class ConvolutionMatrixEngine : IEngine
{
    public CaseShape Inputs => ConvolutionMatrixInputs.Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (ConvolutionMatrixInputs.Read(inputs, tables) is not { } given)
            return;
        foreach (var name in given.Weights.Items.Concat(given.Input?.Items ?? []).Concat(given.Upstream?.Items ?? []).SelectMany(entry => FormulaNames.In(entry)))
            worksheet.Symbols.Add(name);
        foreach (var (prefix, say, kernel) in Kernels(given, given.Weights, given.Convolution.Across.Taps))
        {
            worksheet.Add(prefix + "kernel", kernel, $"the kernel{say}");
            worksheet.AddDerived(prefix + "flippedKernel", new Matrix(kernel.Rows.Items.Reverse().Select(row => row.Items.Reverse().ToSequence()).ToSequence()), $"the kernel{say}, flipped");
        }

        worksheet.AddDerived("A", given.Convolution.Matrix(given.Weights), given.Convolution.Across.Transposed ? "matrix of the transposed convolution" : "matrix of the convolution");
        worksheet.Add("B", "transpose(A)", "matrix of the gradient");
        if (given.Input is { } input)
        {
            worksheet.Add("input", TableReader.Column(input.Items), "vec(X)");
            worksheet.Add("output", "A*input", "vec(Y)");
        }

        if (given.Upstream is { } upstream)
        {
            worksheet.Add("upstream", TableReader.Column(upstream.Items), "gradient by vec(Y)");
            worksheet.Add("inputGradient", "B*upstream", "gradient by vec(X)");
        }

        if (given is { Input: not null, Upstream: not null })
        {
            foreach (var (prefix, say, gradient) in KernelGradients(given, given.Convolution))
                worksheet.Add(prefix + "kernelGradient", gradient, $"gradient by the kernel{say}");
        }

        ConvolutionMatrixMistakes.Add(given, worksheet);
    }

    /// <summary>The gradients by the weights, in the shape of the kernels (of sequences: columns), as sums of products of the input and the gradient by the output.</summary>
    public static IEnumerable<NamedKernel> KernelGradients(ConvolutionMatrixInputs given, MatrixConvolution convolution) =>
        Kernels(given, convolution.WeightGradients(given.Weights.Count, "upstream", "input"), given.IsPlane ? given.Convolution.Across.Taps : 1);

    private static IEnumerable<NamedKernel> Kernels(ConvolutionMatrixInputs given, Sequence<Expression> weights, int columns)
    {
        var channels = given.Convolution.Channels;
        return weights.Items.Chunk(given.Convolution.KernelSize).Select((kernel, index) =>
        {
            var (output, input) = (index / channels.Inputs + 1, index % channels.Inputs + 1);
            var rows = new Matrix(kernel.Chunk(columns).Select(row => row.ToSequence()).ToSequence());
            return given.IsShared ? new NamedKernel("", "", rows) : new($"output{output}.input{input}.", $" from input channel {input} to output channel {output}", rows);
        });
    }
}

/// <param name="Prefix">Of its quantities' names: <c>output1.input2.</c>, or empty for the shared kernel.</param>
internal readonly record struct NamedKernel(string Prefix, string Say, Matrix Rows);
