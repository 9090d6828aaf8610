using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>The inputs of a convolution stack in a case file.</summary>
internal static class ConvolutionStackShapes
{
    internal const string Counts = """{ "anyOf": [ { "type": "integer", "minimum": 1 }, { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "integer", "minimum": 1 } }, { "$ref": "#/$defs/draw" } ] }""";
    private const string Naturals = """{ "anyOf": [ { "type": "integer", "minimum": 0 }, { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "integer", "minimum": 0 } }, { "$ref": "#/$defs/draw" } ] }""";
    private const string Paddings = """{ "anyOf": [ { "type": "integer", "minimum": 0 }, { "const": "same" }, { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "integer", "minimum": 0 } }, { "$ref": "#/$defs/draw" } ] }""";

    private static readonly CaseKey Kernel = new("kernel", true, Counts, "Side of a kernel; [height, width] where they differ, as for the other numbers of a window.");
    private static readonly CaseKey Stride = new("stride", false, Counts, "Stride; 1 unless said.");
    private static readonly CaseKey Padding = new("padding", false, Paddings, "Zeros added on each side; \"same\" for an output as large as the input over the stride; 0 unless said.");
    private static readonly CaseKey Dilation = new("dilation", false, Counts, "Distance of neighbouring kernel cells; 1 unless said.");
    private static readonly CaseKey Groups = new("groups", false, InputCount, "Groups of channels that are convolved by themselves; 1 unless said.");
    private static readonly CaseKey Bias = new("bias", false, YesNo, "Each kernel has a bias; false unless said.");

    public static readonly CaseShape Input = new("convolutionInput", "What the first layer sees: width and height, or the length of a sequence.", [
        new("width", false, InputCount, "Width in pixels."),
        new("height", false, InputCount, "Height in pixels."),
        new("length", false, InputCount, "Length of a sequence, in place of width and height."),
        new("channels", true, InputCount, "Number of channels."),
    ]);

    public static readonly CaseShape Convolution = new("convolutionLayer", "A convolutional layer.", [
        new("kind", false, """{ "const": "convolution" }""", "The kind of layer; convolution unless said."),
        new("kernels", true, InputCount, "Number of kernels, which is that of output channels."),
        Kernel, Stride, Padding, Dilation, Groups, Bias,
    ]);

    public static readonly CaseShape Depthwise = new("depthwiseLayer", "A depth-wise convolution: each kernel sees one channel.", [
        new("kind", true, """{ "const": "depthwise" }""", "The kind of layer."),
        new("multiplier", false, InputCount, "Kernels for each channel; 1 unless said."),
        Kernel, Stride, Padding, Dilation, Bias,
    ]);

    public static readonly CaseShape Transposed = new("transposedLayer", "A transposed convolution; padding is taken off its output.", [
        new("kind", true, """{ "const": "transposed" }""", "The kind of layer."),
        new("kernels", true, InputCount, "Number of output channels."),
        Kernel, Stride,
        new("padding", false, Naturals, "Taken off each side of the output; 0 unless said."),
        new("outputPadding", false, Naturals, "Added at the end of the output; 0 unless said."),
        Dilation, Groups, Bias,
    ]);

    public static readonly CaseShape Pooling = new("poolingLayer", "A pooling layer; it has no parameters, and keeps the channels.", [
        new("kind", true, """{ "const": "pooling" }""", "The kind of layer."),
        new("takes", false, OneOf("maximum", "average"), "What it takes of a window; the maximum unless said."),
        Kernel,
        new("stride", false, Counts, "Stride; the side of the window unless said."),
        Padding,
    ]);

    public static readonly CaseShape GlobalPooling = new("globalPoolingLayer", "Pooling over all positions: each channel becomes one number.", [
        new("kind", true, """{ "const": "global-pooling" }""", "The kind of layer."),
    ]);

    public static readonly CaseShape Flatten = new("flattenLayer", "All numbers of the input in one row; a dense layer does it by itself as well.", [
        new("kind", true, """{ "const": "flatten" }""", "The kind of layer."),
    ]);

    public static readonly CaseShape Dense = new("denseStackLayer", "A dense layer over all numbers of its input.", [
        new("kind", true, """{ "const": "dense" }""", "The kind of layer."),
        new("units", true, InputCount, "Number of units."),
        new("bias", false, YesNo, "Each unit has a bias; false unless said."),
    ]);

    private static readonly CaseShape[] Layers = [Convolution, Depthwise, Transposed, Pooling, GlobalPooling, Flatten, Dense];

    public static readonly CaseShape Inputs = new("convolution-stack", "Convolutional, pooling and dense layers one after the other: shapes, parameters, multiply-adds.", [
        new("name", true, """{ "const": "convolution-stack" }""", "The engine."),
        new("input", true, An(Input), "What the first layer sees."),
        new("layers", true, ListOfAny(Layers), "The layers, first to last."),
        new("bytesPerValue", false, InputCount, "Bytes that a number of a feature map takes in memory; 4 unless said."),
    ]);

    public static Sequence<CaseShape> Objects => [Input, .. Layers];

    public static readonly string[] Kinds = ["convolution", "depthwise", "transposed", "pooling", "global-pooling", "flatten", "dense"];

    /// <summary>The shape of a layer by its kind.</summary>
    public static CaseShape? Of(CaseNode layer) => (layer as CaseObject)?["kind"] switch
    {
        null => Convolution,
        CaseText kind when Array.IndexOf(Kinds, kind.Text) is >= 0 and var index => Layers[index],
        _ => null,
    };
}
