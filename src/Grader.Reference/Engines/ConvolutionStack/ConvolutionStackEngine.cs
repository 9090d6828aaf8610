using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>
/// Convolutional, pooling and dense layers one after the other: output sizes, parameters, operations, sizes of feature maps and receptive fields.
/// A multiply-add counts once and a bias costs none; floating-point operations are two for each multiply-add and one for each bias added. Products with the zeros
/// of a padding count as others do, and pooling and activations cost nothing.
/// </summary>
internal sealed class ConvolutionStackEngine : IEngine
{
    public CaseShape Inputs => ConvolutionStackShapes.Inputs;

    public Sequence<CaseShape> Objects => ConvolutionStackShapes.Objects;

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        var before = inputs.Problems.Count;
        var sees = ReadInput(inputs);
        var reader = new StackLayerReader(sees?.Axes.Length ?? 2, inputs.Problems);
        var layers = inputs.Items("layers").Select(reader.Read).OfType<StackLayer>().ToList();
        var bytes = inputs.Integer("bytesPerValue", 1, 4);
        // A harmless value in the place of a wrong one makes problems of its own.
        if (sees is null || layers.Count == 0 || inputs.Problems.Count > before)
            return;
        foreach (var axis in sees.Axes)
            worksheet.Add(axis.Size, axis.Length, $"{axis.Say} of the input");
        worksheet.Add("input.channels", sees.Depth, "channels of the input");
        worksheet.Add("input.features", $"{sees.Positions}*input.channels", "numbers in the input");

        var mistakes = new StackMistakes(worksheet);
        var places = new List<LayerPlace>();
        foreach (var layer in layers)
        {
            var at = new LayerPlace($"layer{places.Count + 1}", places.Count + 1, sees);
            if (layer.Slides is not null && sees.Axes.Length == 0)
            {
                inputs.Problems.Add(layer.Place, "A window has nothing to move over here: the layer before gives one number a channel.", "Let this layer be dense, or put it before.");
                return;
            }

            if (layer.Add(at, worksheet, mistakes, inputs.Problems) is not { } gives)
                return;
            places.Add(at);
            sees = gives;
        }

        new ReceptiveFields(worksheet, mistakes.Sizes.DilationForgotten).Add(layers.Zip(places));
        AddMemory(places, bytes, worksheet, mistakes);
        AddTotals(layers.Zip(places).ToList(), worksheet);
        worksheet.DropMistakesWithoutEffect();
    }

    private static FeatureMap? ReadInput(ObjectReader inputs)
    {
        if (inputs.Object("input", ConvolutionStackShapes.Input) is not { } input)
            return null;
        var sequence = input.Node("length") is not null;
        if (sequence == (input.Node("width") is not null || input.Node("height") is not null) || (!sequence && (input.Node("width") is null || input.Node("height") is null)))
        {
            inputs.Problems.Add(input.Place, "The input has either \"width\" and \"height\", or \"length\".", "Write \"width\": 32, \"height\": 32, or \"length\": 100 for a sequence.");
            return null;
        }

        string[] names = sequence ? ["length"] : ["width", "height"];
        return new([.. names.Select(name => new MapAxis(char.ToUpperInvariant(name[0]) + name[1..], "input." + name, input.Integer(name, 1, 1)))], "input.channels", "input.features", input.Integer("channels", 1, 1));
    }

    private static void AddMemory(IReadOnlyList<LayerPlace> places, int bytes, WorksheetBuilder worksheet, StackMistakes mistakes)
    {
        worksheet.Add("bytesPerValue", bytes, "bytes that a number takes", "B");
        foreach (var (name, say) in places.Select(at => (at.Name, $"memory for the output of layer {at.Number}")).Prepend(("input", "memory for the input")))
        {
            worksheet.Add($"{name}.memory", $"{name}.features*bytesPerValue", say, "B");
            mistakes.Counts.AddMemory(name, bytes > 1);
        }

        worksheet.Add("total.memory", string.Join(" + ", places.Select(at => at["memory"])), "memory for the outputs of all layers", "B");
    }

    private static void AddTotals(IReadOnlyList<(StackLayer Layer, LayerPlace At)> layers, WorksheetBuilder worksheet)
    {
        worksheet.Add("total.parameters", string.Join(" + ", layers.Select(item => item.At["parameters"])), "trainable parameters of all layers");
        var counted = layers.Where(item => item.Layer.Multiplies).Select(item => item.At).ToList();
        if (counted.Count == 0)
            return;
        worksheet.Add("total.macs", string.Join(" + ", counted.Select(at => at["macs"])), "multiply-adds of all layers");
        worksheet.Add("total.flops", string.Join(" + ", counted.Select(at => at["flops"])), "floating-point operations of all layers");
    }
}
