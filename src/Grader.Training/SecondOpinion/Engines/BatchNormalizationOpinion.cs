using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>Output and running statistics by libtorch's batch normalisation, gradients by autograd through a graph of mean, variance and normalised values.</summary>
/// <remarks>A row is a unit in a case and an example in a tensor. libtorch's momentum is the share of the mini-batch, and it updates with the sample variance.</remarks>
internal static class BatchNormalizationOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var values = given.Rows("values").t().contiguous().requires_grad_();
        var (gamma, beta, epsilon) = (given.Vector("gamma").requires_grad_(), given.Vector("beta").requires_grad_(), given.Number("epsilon"));
        figures.Add("values", values.t());
        figures.Add("gamma", gamma);
        figures.Add("beta", beta);
        if (epsilon != 0)
            figures.Add("epsilon", epsilon);
        figures.Add("mean", values.mean([0]));
        figures.Add("variance", values.var(0, unbiased: false));
        var test = given.Text("phase", "training") == "test";
        if (given.Has("runningMean"))
        {
            figures.Add("runningMean", given.Vector("runningMean"));
            figures.Add("runningVariance", given.Vector("runningVariance"));
        }

        figures.Add("normalized", Normalized(null, null).t());
        figures.Add("output", Normalized(gamma, beta).t());
        if (!test && given.Has("runningMean"))
            AddRunning(given, figures, values);
        if (given.Has("upstream"))
            AddGradients(given, figures, values, gamma, beta, epsilon, test);

        Tensor Normalized(Tensor? scale, Tensor? shift) => torch.nn.functional.batch_norm(values, test ? given.Vector("runningMean") : null, test ? given.Vector("runningVariance") : null, scale, shift, training: !test, eps: epsilon);
    }

    private static void AddRunning(Given given, Figures figures, Tensor values)
    {
        var momentum = given.Number("momentum", 0.9);
        figures.Add("momentum", momentum);
        var share = given.Text("momentumOf", "running") == "batch" ? momentum : 1 - momentum;
        var (mean, variance) = (given.Vector("runningMean"), given.Vector("runningVariance"));
        torch.nn.functional.batch_norm(values.detach(), mean, variance, training: true, momentum: share);
        figures.Add("newRunningMean", mean);
        figures.Add("newRunningVariance", given.Text("runningFrom", "population-variance") == "sample-variance"
            ? variance
            : given.Vector("runningVariance").lerp(values.detach().var(0, unbiased: false), share));
    }

    private static void AddGradients(Given given, Figures figures, Tensor values, Tensor gamma, Tensor beta, double epsilon, bool test)
    {
        var upstream = given.Rows("upstream").t();
        var mean = test ? given.Vector("runningMean").requires_grad_() : values.mean([0]);
        var variance = test ? given.Vector("runningVariance").requires_grad_() : (values - mean).square().mean([0]);
        var normalized = (values - mean) / (variance + epsilon).sqrt();
        foreach (var passed in new[] { mean, variance, normalized })
            passed.retain_grad();
        (normalized * gamma + beta).backward([upstream]);
        figures.Add("upstream", upstream.t());
        figures.Add("gradient.gamma", gamma.grad!);
        figures.Add("gradient.beta", beta.grad!);
        figures.Add("gradient.normalized", normalized.grad!.t());
        figures.Add("gradient.values", values.grad!.t());
        if (test)
            return;
        figures.Add("gradient.variance", variance.grad!);
        figures.Add("gradient.mean", mean.grad!);
    }
}
