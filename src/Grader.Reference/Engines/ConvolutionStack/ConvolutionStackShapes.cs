using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>The inputs of a convolution stack in a case file.</summary>
internal static class ConvolutionStackShapes
{
    private const string Padding = """{ "anyOf": [ { "type": "integer", "minimum": 0 }, { "const": "same" }, { "$ref": "#/$defs/draw" } ] }""";

    public static readonly CaseShape Input = new("convolutionInput", "What the first layer sees.", [
        new("width", true, InputCount, "Width in pixels."),
        new("height", true, InputCount, "Height in pixels."),
        new("channels", true, InputCount, "Number of channels."),
    ]);

    public static readonly CaseShape Convolution = new("convolutionLayer", "A convolutional layer with square kernels.", [
        new("kind", false, """{ "const": "convolution" }""", "The kind of layer; convolution unless said."),
        new("kernels", true, InputCount, "Number of kernels, which is that of output channels."),
        new("kernel", true, InputCount, "Side of a kernel."),
        new("stride", false, InputCount, "Stride; 1 unless said."),
        new("padding", false, Padding, "Zeros added on each side; \"same\" for an output as large as the input over the stride; 0 unless said."),
        new("dilation", false, InputCount, "Distance of neighbouring kernel cells; 1 unless said."),
        new("groups", false, InputCount, "Groups of channels that are convolved by themselves; as many as channels is depth-wise; 1 unless said."),
        new("bias", false, YesNo, "Each kernel has a bias; false unless said."),
    ]);

    public static readonly CaseShape Pooling = new("poolingLayer", "A pooling layer with a square window; it has no parameters, and keeps the channels.", [
        new("kind", true, """{ "const": "pooling" }""", "The kind of layer."),
        new("kernel", true, InputCount, "Side of the window."),
        new("stride", false, InputCount, "Stride; the side of the window unless said."),
        new("padding", false, Padding, "Zeros added on each side; 0 unless said."),
    ]);

    public static readonly CaseShape Dense = new("denseStackLayer", "A dense layer over all numbers of its input.", [
        new("kind", true, """{ "const": "dense" }""", "The kind of layer."),
        new("units", true, InputCount, "Number of units."),
        new("bias", false, YesNo, "Each unit has a bias; false unless said."),
    ]);

    public static readonly CaseShape Inputs = new("convolution-stack", "Convolutional, pooling and dense layers one after the other: shapes, parameters, multiply-adds.", [
        new("name", true, """{ "const": "convolution-stack" }""", "The engine."),
        new("input", true, An(Input), "What the first layer sees."),
        new("layers", true, ListOfAny(Convolution, Pooling, Dense), "The layers, first to last."),
    ]);

    /// <summary>The shape of a layer by its kind.</summary>
    public static CaseShape? Of(CaseNode layer) => (layer as CaseObject)?["kind"] switch
    {
        null or CaseText { Text: "convolution" } => Convolution,
        CaseText { Text: "pooling" } => Pooling,
        CaseText { Text: "dense" } => Dense,
        _ => null,
    };
}
