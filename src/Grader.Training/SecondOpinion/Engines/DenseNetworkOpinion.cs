using TorchSharp;
using TorchSharp.Modules;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>Forward by libtorch's linear layers, gradients by autograd, the step by its optimiser.</summary>
internal static class DenseNetworkOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var activations = given.Vector("input");
        figures.Add("input", activations);
        var layers = new List<Layer>();
        foreach (var layer in given.Items("layers"))
        {
            var name = $"layer{layers.Count + 1}";
            var (weights, bias) = (torch.nn.Parameter(layer.Rows("weights")), layer.Has("bias") ? torch.nn.Parameter(layer.Vector("bias")) : null);
            var sums = torch.nn.functional.linear(activations, weights, bias);
            if (sums.requires_grad)
                sums.retain_grad();
            activations = layer.Text("activation", "identity") switch { "sigmoid" => sums.sigmoid(), "tanh" => sums.tanh(), "relu" => sums.relu(), _ => sums };
            figures.Add($"{name}.W", weights);
            if (bias is not null)
                figures.Add($"{name}.b", bias);
            figures.Add($"{name}.z", sums);
            figures.Add($"{name}.a", activations);
            layers.Add(new(name, weights, bias, sums));
        }

        if (given.Has("target"))
            AddBackward(given, figures, activations, layers);
    }

    private static void AddBackward(Given given, Figures figures, Tensor output, List<Layer> layers)
    {
        var target = given.Vector("target");
        var squares = torch.nn.functional.mse_loss(output, target, torch.nn.Reduction.Sum);
        var loss = given.Text("loss", "half-squared-error") == "half-squared-error" ? squares / 2 : squares;
        loss.backward();
        figures.Add("target", target);
        figures.Add("loss", loss);
        foreach (var layer in layers)
        {
            figures.Add($"{layer.Name}.delta", layer.Sums.grad!);
            figures.Add($"{layer.Name}.dW", layer.Weights.grad!);
            if (layer.Bias is not null)
                figures.Add($"{layer.Name}.db", layer.Bias.grad!);
        }

        if (!given.Has("rate"))
            return;
        var rate = given.Number("rate");
        figures.Add("rate", rate);
        torch.optim.SGD(layers.SelectMany(layer => layer.Bias is null ? [layer.Weights] : new[] { layer.Weights, layer.Bias }), rate).step();
        foreach (var layer in layers)
        {
            figures.Add($"{layer.Name}.newW", layer.Weights);
            if (layer.Bias is not null)
                figures.Add($"{layer.Name}.newb", layer.Bias);
        }
    }

    private sealed record Layer(string Name, Parameter Weights, Parameter? Bias, Tensor Sums);
}
