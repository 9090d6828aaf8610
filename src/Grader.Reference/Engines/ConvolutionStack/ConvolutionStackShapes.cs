using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>The inputs of a convolution stack in a case file.</summary>
internal static class ConvolutionStackShapes
{
    public static readonly CaseShape Input = new("convolutionInput", "What the first layer sees.", [
        new("width", true, PositiveInteger, "Width in pixels."),
        new("height", true, PositiveInteger, "Height in pixels."),
        new("channels", true, PositiveInteger, "Number of channels."),
    ]);

    public static readonly CaseShape Layer = new("convolutionLayer", "A convolutional layer with square kernels.", [
        new("kernels", true, PositiveInteger, "Number of kernels, which is that of output channels."),
        new("kernel", true, PositiveInteger, "Side of a kernel."),
        new("stride", false, PositiveInteger, "Stride; 1 unless said."),
        new("padding", false, NaturalNumber, "Zeros added on each side; 0 unless said."),
        new("bias", false, YesNo, "Each kernel has a bias; false unless said."),
    ]);

    public static readonly CaseShape Inputs = new("convolution-stack", "Convolutional layers one after the other: shapes, parameters, multiply-adds.", [
        new("name", true, """{ "const": "convolution-stack" }""", "The engine."),
        new("input", true, An(Input), "What the first layer sees."),
        new("layers", true, ListOf(Layer), "The layers, first to last."),
    ]);
}
