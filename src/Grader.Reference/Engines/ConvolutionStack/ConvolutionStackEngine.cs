using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>
/// Convolutional, pooling and dense layers one after the other: output sizes, parameters, multiply-adds, sizes of feature maps and receptive fields. Kernels are square;
/// a multiply-add counts once, and a bias costs none.
/// </summary>
internal sealed class ConvolutionStackEngine : IEngine
{
    public CaseShape Inputs => ConvolutionStackShapes.Inputs;

    public Sequence<CaseShape> Objects => [ConvolutionStackShapes.Input, ConvolutionStackShapes.Convolution, ConvolutionStackShapes.Pooling, ConvolutionStackShapes.Dense];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        var before = inputs.Problems.Count;
        var layers = inputs.Items("layers").Select(node => ReadLayer(node, inputs.Problems)).OfType<StackLayer>().ToList();
        if (inputs.Object("input", ConvolutionStackShapes.Input) is not { } input || layers.Count == 0)
            return;
        var sees = new FeatureMap("input.width", "input.height", "input.channels", "input.features", null, input.Integer("width", 1, 1), input.Integer("height", 1, 1), input.Integer("channels", 1, 1));
        // A harmless value in the place of a wrong one makes problems of its own.
        if (inputs.Problems.Count > before)
            return;
        worksheet.Add("input.width", sees.Columns, "width of the input");
        worksheet.Add("input.height", sees.Rows, "height of the input");
        worksheet.Add("input.channels", sees.Depth, "channels of the input");
        worksheet.Add("input.features", "input.width*input.height*input.channels", "numbers in the input");

        var mistakes = new ConvolutionStackMistakes(worksheet);
        for (var index = 0; index < layers.Count; index++)
        {
            if (layers[index].Add(new($"layer{index + 1}", index + 1, sees), worksheet, mistakes, inputs.Problems) is not { } gives)
                return;
            sees = gives;
        }

        var counted = layers.Select((layer, index) => (layer.HasParameters, Name: $"layer{index + 1}")).Where(layer => layer.HasParameters).Select(layer => layer.Name).ToList();
        if (counted.Count == 0)
            return;
        worksheet.Add("total.parameters", string.Join(" + ", counted.Select(name => $"{name}.parameters")), "trainable parameters of all layers");
        worksheet.Add("total.macs", string.Join(" + ", counted.Select(name => $"{name}.macs")), "multiply-adds of all layers");
    }

    private static StackLayer? ReadLayer(CaseNode node, ProblemList problems)
    {
        if (ConvolutionStackShapes.Of(node) is not { } shape)
        {
            var kind = ((CaseObject)node)["kind"]!;
            problems.Add(kind.Place, $"There is no kind of layer {kind.Say}.", Suggestion.For(kind is CaseText text ? text.Text : "", ["convolution", "pooling", "dense"]));
            return null;
        }

        if (ObjectReader.Open(node, shape, problems) is not { } layer)
            return null;
        if (shape == ConvolutionStackShapes.Dense)
            return new DenseStackLayer(layer.Place, layer.Integer("units", 1, 1), layer.Truth("bias", false));
        var kernel = layer.Integer("kernel", 1, 1);
        var same = layer.Node("padding") is CaseText { Text: "same" };
        var window = new SlidingWindow(kernel, layer.Integer("stride", 1, shape == ConvolutionStackShapes.Pooling ? kernel : 1), same ? 0 : layer.Integer("padding", 0, 0), same, shape == ConvolutionStackShapes.Pooling ? 1 : layer.Integer("dilation", 1, 1));
        return shape == ConvolutionStackShapes.Pooling
            ? new PoolingLayer(layer.Place, window)
            : new ConvolutionLayer(layer.Place, window, layer.Integer("kernels", 1, 1), layer.Integer("groups", 1, 1), layer.Truth("bias", false));
    }
}
