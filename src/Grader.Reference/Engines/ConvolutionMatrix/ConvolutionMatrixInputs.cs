using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;
using Grader.Reference.Engines.ConvolutionStack;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.ConvolutionMatrix;

/// <summary>What a case file says of a convolution as a matrix.</summary>
/// <param name="Weights">Of one shared kernel, or kernel by kernel: those of the first output channel first.</param>
/// <param name="IsPlane">The channels are images, not sequences.</param>
/// <param name="IsShared">One kernel is applied to each channel by itself.</param>
/// <param name="IsFull">The padding is that of the full convolution.</param>
/// <param name="Input">vec(X), where it is given.</param>
/// <param name="Upstream">The gradient by vec(Y), where it is given.</param>
internal sealed record ConvolutionMatrixInputs(MatrixConvolution Convolution, Sequence<Expression> Weights, bool IsPlane, bool IsShared, bool IsFull, Sequence<Expression>? Input, Sequence<Expression>? Upstream)
{
    private const string Paddings = """{ "anyOf": [ { "type": "integer", "minimum": 0 }, { "const": "full" }, { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "integer", "minimum": 0 } }, { "$ref": "#/$defs/draw" } ] }""";

    public static readonly CaseShape Shape = new("convolution-matrix", "A convolution of sequences or images as a matrix.", [
        new("name", true, """{ "const": "convolution-matrix" }""", "The engine."),
        new("channels", false, InputCount, "Number of input channels; 1, or what the kernels have, unless said."),
        new("length", false, InputCount, "Length of each channel, where the channels are sequences."),
        new("height", false, InputCount, "Height of each channel, in place of the length; vec runs row by row."),
        new("width", false, InputCount, "Width of each channel."),
        new("kernel", true, CaseValues.Table, "Weights, symbols or numbers: [w₁, w₂], or rows, is one kernel applied to each channel by itself; a list of output channels, each a list of kernels, has one for each pair."),
        new("stride", false, ConvolutionStackShapes.Counts, "Stride, [down, across] where they differ; 1 unless said."),
        new("padding", false, Paddings, "Zeros added at each end, [above and below, left and right] where they differ; \"full\" for all places where kernel and input meet; 0 unless said."),
        new("flip", false, YesNo, "Convolution in the mathematical sense, with the kernel flipped; false unless said."),
        new("transposed", false, YesNo, "A transposed convolution: padding is taken off its output; false unless said."),
        new("input", false, CaseValues.Table, "Entries of the input, in the order of vec, or a list for each channel: gives the output."),
        new("upstream", false, CaseValues.Table, "Gradient by the output, as the input: gives the gradients by input and kernel."),
    ]);

    /// <returns>Null, with problems, where they do not fit together.</returns>
    public static ConvolutionMatrixInputs? Read(ObjectReader inputs, TableReader tables)
    {
        var problems = inputs.Problems;
        var before = problems.Count;
        var plane = inputs.Node("height") is not null || inputs.Node("width") is not null;
        if (plane ? inputs.Node("height") is null || inputs.Node("width") is null || inputs.Node("length") is not null : inputs.Node("length") is null)
            problems.Add(inputs.Place, "The input has neither a length, nor a height and a width.", "Write \"length\": 5 for sequences, or \"height\": 4, \"width\": 4 for images.");
        var axes = plane ? 2 : 1;
        if (inputs.Node("kernel") is not { } kernelNode || NumberArray.Read(kernelNode, tables, problems) is not { } kernel)
            return null;
        var shared = kernel.Shape.Count == axes;
        if (!shared && kernel.Shape.Count != axes + 2)
            problems.Add(kernelNode.Place, $"The kernel is {kernel.Say}.", plane ? "Write rows of weights, or a list of output channels, each a list of kernels of rows." : "Write a list of weights, or a list of output channels, each a list of kernels.");
        if (problems.Count > before)
            return null;

        var channels = inputs.Integer("channels", 1, shared ? 1 : kernel.Shape[1]);
        if (!shared && channels != kernel.Shape[1])
            problems.Add(inputs.PlaceOf("channels"), $"There are {channels} channels, and each output channel has kernels for {kernel.Shape[1]}.", "Write as many kernels as channels.");
        if ((long)channels * channels > CaseLimits.Cells)
            problems.Add(inputs.PlaceOf("channels"), $"There are {channels} channels.", "Ask for a smaller matrix: it may have a million entries.");
        if (problems.Count > before)
            return null;
        var (flip, transposed, full) = (inputs.Truth("flip", false), inputs.Truth("transposed", false), inputs.Node("padding") is CaseText { Text: "full" });
        if (transposed && (flip || full))
            problems.Add(inputs.PlaceOf("transposed"), $"A transposed convolution has no {(flip ? "\"flip\"" : "padding \"full\"")}.", "It is a full convolution with the flipped kernel already; leave one of the two away.");
        var stride = WindowNumber.Read(inputs, "stride", axes, 1).Values;
        var padding = full ? [.. kernel.Shape.Items.Reverse().Take(axes).Select(taps => taps - 1)] : WindowNumber.Read(inputs, "padding", axes, 0).Values;
        SlidingAxis Axis(string size, int axis) => new(inputs.Integer(size, 1, 1), kernel.Shape.Items[^(axis + 1)], stride[axis], padding[axis], transposed);
        var convolution = new MatrixConvolution(
            shared ? ChannelMap.Shared(channels) : ChannelMap.Dense(kernel.Shape[0], channels),
            plane ? Axis("height", 1) : SlidingAxis.None,
            Axis(plane ? "width" : "length", 0),
            flip);
        if (problems.Count > before || !Fits(convolution, kernelNode.Place, problems))
            return null;
        var input = Entries(inputs, "input", tables, [convolution.Channels.Inputs, convolution.Down.Size, convolution.Across.Size]);
        var upstream = Entries(inputs, "upstream", tables, [convolution.Channels.Outputs, (int)convolution.Down.Outputs, (int)convolution.Across.Outputs]);
        return problems.Count > before ? null : new(convolution, kernel.Entries, plane, shared, full, input, upstream);
    }

    private static bool Fits(MatrixConvolution convolution, CasePlace place, ProblemList problems)
    {
        foreach (var axis in new[] { convolution.Down, convolution.Across })
        {
            if (axis.Outputs >= 1)
                continue;
            problems.Add(place, axis.Transposed
                ? $"With kernels of {axis.Taps}, a padding of {axis.Padding} leaves no output."
                : $"A kernel of {axis.Taps} does not fit into {axis.Size} with padding {axis.Padding}.", axis.Transposed ? "Make the padding smaller." : "Make the kernel shorter or the padding larger.");
            return false;
        }

        if (IsSmall(convolution))
            return true;
        problems.Add(place, "The matrix would have more than a million entries.", "Ask for a smaller one.");
        return false;
    }

    /// <summary>Whether the matrix has at most a million entries.</summary>
    public static bool IsSmall(MatrixConvolution convolution) =>
        (double)convolution.Down.Outputs * convolution.Across.Outputs * convolution.Channels.Outputs * convolution.Down.Size * convolution.Across.Size * convolution.Channels.Inputs <= CaseLimits.Cells;

    /// <param name="shape">Channels, rows, columns; axes of length 1 may be left away, and all may stand in one list.</param>
    private static Sequence<Expression>? Entries(ObjectReader inputs, string key, TableReader tables, ImmutableArray<int> shape)
    {
        if (inputs.Node(key) is not { } node || NumberArray.Read(node, tables, inputs.Problems) is not { } array)
            return null;
        var count = shape.Aggregate(1, (product, length) => product * length);
        if (array.Shape.Items.Where(length => length > 1).SequenceEqual(shape.Where(length => length > 1)) || array.Shape.Items.SequenceEqual([count]))
            return array.Entries;
        inputs.Problems.Add(node.Place, $"\"{key}\" is {array.Say}.", $"It is {string.Join(" x ", shape.Where(length => length > 1).DefaultIfEmpty(1))} here, or {count} in one list.");
        return null;
    }
}
