using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.DenseNetwork;

/// <summary>
/// A dense network with numbers: z = W x + b and a = f(z) of each layer, the loss, back-propagation (delta is ∂L/∂z; dW and db are the gradients), and the weights after one
/// step. Vectors are columns, and W has a row a unit.
/// </summary>
internal sealed class DenseNetworkEngine : IEngine
{
    public CaseShape Inputs => DenseNetworkShapes.Inputs;

    public Sequence<CaseShape> Objects => [DenseNetworkShapes.Layer];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("input") is not { } inputNode || tables.ReadVector(inputNode) is not { } input || ReadLayers(inputs, tables, input.Length) is not { } layers)
            return;
        worksheet.Add("input", TableReader.Column(input), "input");
        for (var index = 0; index < layers.Length; index++)
        {
            var layer = layers[index];
            worksheet.Add($"{layer.Name}.W", layer.Weights, $"weights of layer {index + 1}");
            if (layer.Bias is { } bias)
                worksheet.Add($"{layer.Name}.b", TableReader.Column(bias), $"biases of layer {index + 1}");
            worksheet.Add($"{layer.Name}.z", layer.Sum, $"weighted sums of layer {index + 1}");
            worksheet.Add($"{layer.Name}.a", layer.Activate($"{layer.Name}.z"), $"activations of layer {index + 1}");
        }

        var mistakes = new DenseNetworkMistakes(worksheet, layers);
        mistakes.AddForward();
        if (inputs.Node("target") is not { } targetNode)
        {
            if (inputs.Node("rate") is { } alone)
                inputs.Problems.Add(alone.Place, "There is a rate, and no target to learn.", "Add \"target\": [ … ].");
            return;
        }

        if (tables.ReadVector(targetNode) is not { } target)
            return;
        if (target.Length != layers[^1].Units)
        {
            inputs.Problems.Add(targetNode.Place, $"\"target\" has {target.Length} numbers, and the last layer {layers[^1].Units} units.", "Write one a unit.");
            return;
        }

        var half = inputs.OneOf("loss", "half-squared-error", "squared-error") == "half-squared-error";
        var rate = inputs.Node("rate") is null ? (Rational?)null : inputs.Rational("rate");
        AddBackward(worksheet, layers, target, half, rate);
        mistakes.AddBackward(half, rate is not null);
    }

    private static void AddBackward(WorksheetBuilder worksheet, DenseLayer[] layers, ImmutableArray<Expression> target, bool half, Rational? rate)
    {
        worksheet.Add("target", TableReader.Column(target), "right output");
        worksheet.Add("loss", $"sum(({layers[^1].Name}.a - target)^2){(half ? "/2" : "")}", "loss");
        if (rate is { } size)
            worksheet.Add("rate", size, "learning rate");
        for (var index = layers.Length - 1; index >= 0; index--)
        {
            var (layer, number) = (layers[index], index + 1);
            var next = index + 1 < layers.Length ? layers[index + 1] : null;
            worksheet.Add($"{layer.Name}.delta", layer.Delta(next, half), $"gradient by the weighted sums of layer {number}");
            worksheet.Add($"{layer.Name}.dW", $"{layer.Name}.delta*transpose({layer.Before})", $"gradient by the weights of layer {number}");
            if (layer.Bias is not null)
                worksheet.Add($"{layer.Name}.db", $"{layer.Name}.delta", $"gradient by the biases of layer {number}");
            if (rate is null)
                continue;
            worksheet.Add($"{layer.Name}.newW", $"{layer.Name}.W - rate*{layer.Name}.dW", $"weights of layer {number} after the step");
            if (layer.Bias is not null)
                worksheet.Add($"{layer.Name}.newb", $"{layer.Name}.b - rate*{layer.Name}.db", $"biases of layer {number} after the step");
        }
    }

    private static DenseLayer[]? ReadLayers(ObjectReader inputs, TableReader tables, int width)
    {
        var layers = new List<DenseLayer>();
        var complete = true;
        foreach (var layer in inputs.Objects("layers", DenseNetworkShapes.Layer))
        {
            var weights = layer.Node("weights") is { } node ? tables.ReadMatrix(node) : null;
            var bias = layer.Node("bias") is { } biasNode ? tables.ReadVector(biasNode) : null;
            if (weights is null || (bias is null && layer.Node("bias") is not null))
            {
                complete = false;
                continue;
            }

            if (complete && weights.ColumnCount != width)
                inputs.Problems.Add(layer.PlaceOf("weights"), $"The weights have {weights.ColumnCount} columns, and {width} inputs come in.", "Write a row a unit and a column an input.");
            if (bias is { } given && given.Length != weights.RowCount)
                inputs.Problems.Add(layer.PlaceOf("bias"), $"\"bias\" has {given.Length} numbers, and the layer {weights.RowCount} units.", "Write one a unit.");
            complete &= weights.ColumnCount == width && (bias?.Length ?? weights.RowCount) == weights.RowCount;
            width = weights.RowCount;
            layers.Add(new($"layer{layers.Count + 1}", layers.Count == 0 ? "input" : $"layer{layers.Count}.a", weights, bias, layer.OneOf("activation", "identity", "sigmoid", "tanh", "relu")));
        }

        return complete && layers.Count > 0 ? [.. layers] : null;
    }
}
