using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>
/// Convolutional layers one after the other: output sizes, parameters, multiply-adds and sizes of feature maps. A kernel is square and sees all channels;
/// a multiply-add counts once, and a bias costs none.
/// </summary>
internal sealed class ConvolutionStackEngine : IEngine
{
    public CaseShape Inputs => ConvolutionStackShapes.Inputs;

    public Sequence<CaseShape> Objects => [ConvolutionStackShapes.Input, ConvolutionStackShapes.Layer];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        var before = inputs.Problems.Count;
        var layers = inputs.Objects("layers", ConvolutionStackShapes.Layer).Select(ReadLayer).ToList();
        if (inputs.Object("input", ConvolutionStackShapes.Input) is not { } input || layers.Count == 0)
            return;
        var size = new InputSize(input.Integer("width", 1, 1), input.Integer("height", 1, 1), input.Integer("channels", 1, 1));
        // A harmless value in the place of a wrong one makes problems of its own.
        if (inputs.Problems.Count > before)
            return;
        worksheet.Add("input.width", size.Width, "width of the input");
        worksheet.Add("input.height", size.Height, "height of the input");
        worksheet.Add("input.channels", size.Channels, "channels of the input");
        worksheet.Add("input.features", "input.width*input.height*input.channels", "numbers in the input");

        var mistakes = new ConvolutionStackMistakes(worksheet);
        var (width, height) = (size.Width, size.Height);
        for (var index = 0; index < layers.Count; index++)
        {
            var layer = layers[index];
            var place = LayerPlace.At(index);
            if (width + 2 * layer.Padding < layer.Kernel || height + 2 * layer.Padding < layer.Kernel)
            {
                inputs.Problems.Add(layer.Place, $"Kernels of side {layer.Kernel} do not fit into {width} x {height} with padding {layer.Padding}.", "Make the kernels smaller or the padding larger.");
                return;
            }

            AddLayer(worksheet, layer, place, index + 1);
            mistakes.Add(layer, place, width, height);
            (width, height) = ((width + 2 * layer.Padding - layer.Kernel) / layer.Stride + 1, (height + 2 * layer.Padding - layer.Kernel) / layer.Stride + 1);
        }

        worksheet.Add("total.parameters", SumOver(layers.Count, "parameters"), "trainable parameters of all layers");
        worksheet.Add("total.macs", SumOver(layers.Count, "macs"), "multiply-adds of all layers");
    }

    private static void AddLayer(WorksheetBuilder worksheet, ConvolutionLayer layer, LayerPlace at, int number)
    {
        worksheet.Add($"{at.Name}.kernel", layer.Kernel, $"side of the kernels of layer {number}");
        worksheet.Add($"{at.Name}.stride", layer.Stride, $"stride of layer {number}");
        worksheet.Add($"{at.Name}.padding", layer.Padding, $"padding of layer {number}");
        worksheet.Add($"{at.Name}.kernels", layer.Kernels, $"kernels of layer {number}");
        worksheet.Add($"{at.Name}.parameters", layer.Bias ? $"{at.Weights} + {at.Name}.kernels" : at.Weights, $"trainable parameters of layer {number}");
        worksheet.Add($"{at.Name}.outputWidth", at.OutputSize(at.Width), $"output width of layer {number}");
        worksheet.Add($"{at.Name}.outputHeight", at.OutputSize(at.Height), $"output height of layer {number}");
        worksheet.Add($"{at.Name}.macs", at.MultiplyAdds(layer.Bias), $"multiply-adds of layer {number}");
        worksheet.Add($"{at.Name}.features", $"{at.Name}.outputWidth*{at.Name}.outputHeight*{at.Name}.kernels", $"numbers in the output of layer {number}");
    }

    private static ConvolutionLayer ReadLayer(ObjectReader layer) =>
        new(layer.Place, layer.Integer("kernels", 1, 1), layer.Integer("kernel", 1, 1), layer.Integer("stride", 1, 1), layer.Integer("padding", 0, 0), layer.Truth("bias", false));

    private static string SumOver(int layers, string quantity) => string.Join(" + ", Enumerable.Range(1, layers).Select(layer => $"layer{layer}.{quantity}"));

    private readonly record struct InputSize(long Width, long Height, int Channels);
}

internal sealed record ConvolutionLayer(CasePlace Place, int Kernels, int Kernel, int Stride, int Padding, bool Bias);

/// <summary>How a layer's formulas name their quantities.</summary>
/// <param name="Name"><c>layer2</c>.</param>
/// <param name="Width">Of what the layer sees: <c>layer1.outputWidth</c>.</param>
internal sealed record LayerPlace(string Name, string Width, string Height, string Channels)
{
    public static LayerPlace At(int index) => index == 0
        ? new("layer1", "input.width", "input.height", "input.channels")
        : new($"layer{index + 1}", $"layer{index}.outputWidth", $"layer{index}.outputHeight", $"layer{index}.kernels");

    public string Weights => $"{Name}.kernel^2*{Channels}*{Name}.kernels";

    public string OutputSize(string size) => $"floor(({size} - {Name}.kernel + 2*{Name}.padding)/{Name}.stride) + 1";

    /// <summary>From the parameters, so that a student's own count of them carries forward.</summary>
    public string MultiplyAdds(bool bias) => $"{(bias ? $"({Name}.parameters - {Name}.kernels)" : $"{Name}.parameters")}*{Name}.outputWidth*{Name}.outputHeight";
}
