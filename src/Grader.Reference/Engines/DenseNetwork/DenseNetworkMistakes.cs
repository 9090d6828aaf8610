namespace Grader.Reference.Engines.DenseNetwork;

/// <summary>What goes wrong in forward and backward passes by hand, each mistake at each layer where it changes something.</summary>
internal sealed class DenseNetworkMistakes(WorksheetBuilder worksheet, DenseLayer[] layers)
{
    public void AddForward()
    {
        var bias = worksheet.Mistake("bias-left-out", "Left out the bias.");
        var activation = worksheet.Mistake("activation-left-out", "Left out the activation function.");
        var transposed = worksheet.Mistake("weights-transposed", "Multiplied by the transpose of the weights.");
        foreach (var layer in layers)
        {
            if (layer.Bias is not null)
                bias.At(layer.Name, ($"{layer.Name}.z", layer.WeightsOnly));
            if (layer.Activation != "identity")
                activation.At(layer.Name, ($"{layer.Name}.a", $"{layer.Name}.z"));
            if (layer.Units > 1 && layer.Units == layer.Weights.ColumnCount)
                transposed.At(layer.Name, ($"{layer.Name}.z", $"transpose({layer.Name}.W)*{layer.Before}{(layer.Bias is null ? "" : $" + {layer.Name}.b")}"));
        }
    }

    public void AddBackward(bool half, bool steps)
    {
        var last = layers[^1];
        var derivative = worksheet.Mistake("derivative-left-out", "Left out the derivative of the activation function.");
        for (var index = 0; index < layers.Length; index++)
        {
            var layer = layers[index];
            if (layer.Activation != "identity")
                derivative.At(layer.Name, ($"{layer.Name}.delta", layer.Incoming(index + 1 < layers.Length ? layers[index + 1] : null, half)));
        }

        worksheet.Mistake("error-reversed", "Subtracted the output from the target; the gradient has the opposite sign.")
            .At("", ($"{last.Name}.delta", last.Times(half ? $"target - {last.Name}.a" : $"2*(target - {last.Name}.a)")));
        if (half)
            worksheet.Mistake("half-left-out", "Left out the factor 1/2 of the loss.").At("", ("loss", $"sum(({last.Name}.a - target)^2)"));
        else
            worksheet.Mistake("two-left-out", "Left out the factor 2 of the derivative of a square.").At("", ($"{last.Name}.delta", last.Times($"{last.Name}.a - target")));
        if (steps)
            AddSteps();
    }

    private void AddSteps()
    {
        var ascent = worksheet.Mistake("gradient-ascent", "Added the gradient; descent subtracts it.");
        var rate = worksheet.Mistake("rate-left-out", "Left out the learning rate.");
        foreach (var layer in layers)
        {
            Step(ascent, layer, (value, gradient) => $"{value} + rate*{gradient}");
            Step(rate, layer, (value, gradient) => $"{value} - {gradient}");
        }

        if (layers.Length == 1)
            return;
        var early = worksheet.Mistake("updated-weights-used", "Propagated back through weights that were already updated.");
        for (var index = 0; index < layers.Length - 1; index++)
        {
            var next = layers[index + 1];
            early.At(layers[index].Name, ($"{layers[index].Name}.delta", layers[index].Times($"transpose({next.Name}.newW)*{next.Name}.delta")));
        }
    }

    private static void Step(MistakeBuilder mistake, DenseLayer layer, Func<string, string, string> formula)
    {
        var weights = ($"{layer.Name}.newW", formula($"{layer.Name}.W", $"{layer.Name}.dW"));
        if (layer.Bias is null)
            mistake.At(layer.Name, weights);
        else
            mistake.At(layer.Name, weights, ($"{layer.Name}.newb", formula($"{layer.Name}.b", $"{layer.Name}.db")));
    }
}
