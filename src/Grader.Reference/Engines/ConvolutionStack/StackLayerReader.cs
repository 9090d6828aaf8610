using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>Reads the layers of a convolution stack.</summary>
/// <param name="axes">Axes of the feature maps: 2, or 1 for sequences.</param>
internal sealed class StackLayerReader(int axes, ProblemList problems)
{
    public StackLayer? Read(CaseNode node)
    {
        if (ConvolutionStackShapes.Of(node) is not { } shape)
        {
            var kind = ((CaseObject)node)["kind"]!;
            problems.Add(kind.Place, $"There is no kind of layer {kind.Say}.", Suggestion.For(kind is CaseText text ? text.Text : "", ConvolutionStackShapes.Kinds));
            return null;
        }

        if (ObjectReader.Open(node, shape, problems) is not { } layer)
            return null;
        if (shape == ConvolutionStackShapes.Dense)
            return new DenseStackLayer(layer.Place, layer.Integer("units", 1, 1), layer.Truth("bias", false));
        if (shape == ConvolutionStackShapes.Flatten)
            return new FlattenLayer(layer.Place);
        if (shape == ConvolutionStackShapes.GlobalPooling)
            return new GlobalPoolingLayer(layer.Place);
        if (shape == ConvolutionStackShapes.Pooling)
            return new PoolingLayer(layer.Place, Window(layer, pools: true), layer.OneOf("takes", "maximum", "average") == "average");
        var bias = layer.Truth("bias", false);
        if (shape == ConvolutionStackShapes.Depthwise)
            return new ConvolutionLayer(layer.Place, Window(layer), layer.Integer("multiplier", 1, 1), 1, true, bias);
        return new ConvolutionLayer(layer.Place, shape == ConvolutionStackShapes.Transposed ? Transposed(layer) : Window(layer), layer.Integer("kernels", 1, 1), layer.Integer("groups", 1, 1), false, bias);
    }

    private SlidingWindow Window(ObjectReader layer, bool pools = false)
    {
        var kernel = Number(layer, "kernel", 1);
        var same = layer.Node("padding") is CaseText { Text: "same" };
        var one = new WindowNumber("", [.. Enumerable.Repeat(1, axes)], true);
        return new(
            kernel,
            WindowNumber.Read(layer, "stride", axes, 1, pools ? kernel : one),
            same ? one with { Name = "padding", Values = [.. Enumerable.Repeat(0, axes)] } : Number(layer, "padding", 0),
            same,
            pools ? one with { Name = "dilation" } : Number(layer, "dilation", 1));
    }

    private TransposedWindow Transposed(ObjectReader layer) =>
        new(Number(layer, "kernel", 1), Number(layer, "stride", 1), Number(layer, "padding", 0), Number(layer, "dilation", 1), Number(layer, "outputPadding", 0));

    private WindowNumber Number(ObjectReader layer, string name, int smallest) => WindowNumber.Read(layer, name, axes, smallest);
}
