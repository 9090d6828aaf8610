using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>Losses by libtorch's cross-entropy on logits, gradients by autograd, steps by its optimiser.</summary>
internal static class LogisticRegressionOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var (inputs, labels, rate) = (given.Rows("inputs"), given.Vector("labels"), given.Number("rate", 1));
        var weights = torch.nn.Parameter(given.Has("weights") ? given.Vector("weights") : torch.zeros(inputs.shape[1], torch.float64));
        var bias = torch.nn.Parameter(torch.tensor(given.Number("bias"), torch.float64));
        figures.Add("inputs", inputs);
        figures.Add("labels", labels);
        figures.Add("start.weights", weights);
        figures.Add("start.bias", bias);
        figures.Add("rate", rate);
        var optimiser = torch.optim.SGD([weights, bias], rate);
        for (var step = 1; step <= given.Whole("steps", 1); step++)
        {
            optimiser.zero_grad();
            var logits = inputs.matmul(weights) + bias;
            logits.retain_grad();
            var losses = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels, reduction: torch.nn.Reduction.None);
            var loss = losses.mean();
            loss.backward();
            figures.Add($"step{step}.logits", logits);
            figures.Add($"step{step}.probabilities", logits.sigmoid());
            figures.Add($"step{step}.losses", losses);
            figures.Add($"step{step}.loss", loss);
            // The gradient of the summed loss by the logits.
            figures.Add($"step{step}.errors", logits.grad! * labels.numel());
            figures.Add($"step{step}.gradient", weights.grad!);
            figures.Add($"step{step}.biasGradient", bias.grad!);
            optimiser.step();
            figures.Add($"step{step}.weights", weights);
            figures.Add($"step{step}.bias", bias);
        }
    }
}
