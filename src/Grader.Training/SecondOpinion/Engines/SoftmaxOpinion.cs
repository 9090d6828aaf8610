using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By libtorch's softmax and cross-entropy, in nats; bits are nats over ln 2. The gradient by autograd.</summary>
internal static class SoftmaxOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var several = given.Has("targets");
        var logits = (several ? given.Rows("logits") : given.Vector("logits").unsqueeze(0)).detach().requires_grad_();
        var right = (several ? given.Vector("targets") : torch.tensor([given.Number("target")], torch.float64)).to_type(torch.ScalarType.Int64) - 1;
        var nats = given.Text("logarithm", "natural") == "binary" ? Math.Log(2) : 1;
        var losses = torch.nn.functional.cross_entropy(logits, right, reduction: torch.nn.Reduction.None) / nats;
        var loss = torch.nn.functional.cross_entropy(logits, right, reduction: given.Text("reduction", "mean") == "mean" ? torch.nn.Reduction.Mean : torch.nn.Reduction.Sum) / nats;
        loss.backward();
        // One example stands in a column.
        torch.Tensor Shaped(torch.Tensor rows) => several ? rows : rows.squeeze(0);
        var normalizer = logits.logsumexp(1).exp();
        figures.Add("logits", Shaped(logits));
        figures.Add(several ? "targets" : "target", Shaped(torch.nn.functional.one_hot(right, logits.shape[1])));
        figures.Add("exponentials", Shaped(logits.softmax(1) * normalizer.unsqueeze(1)));
        figures.Add("normalizer", several ? normalizer : normalizer[0]);
        figures.Add("probabilities", Shaped(logits.softmax(1)));
        if (several)
            figures.Add("losses", losses);
        figures.Add("loss", loss);
        figures.Add("gradient", Shaped(logits.grad!));
    }
}
