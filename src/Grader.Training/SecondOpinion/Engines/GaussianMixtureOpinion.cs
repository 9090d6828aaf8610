using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>In logarithms, by libtorch's normal distribution, softmax and log-sum-exp.</summary>
internal static class GaussianMixtureOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var (data, means, variances) = (given.Vector("data"), given.Vector("means"), given.Vector("variances"));
        var weights = given.Has("weights") ? given.Vector("weights") : torch.full(means.shape, 1.0 / means.numel(), torch.float64);
        figures.Add("data", data);
        figures.Add("start.weights", weights);
        figures.Add("start.means", means);
        figures.Add("start.variances", variances);
        var points = data.unsqueeze(1);
        for (var step = 1; step <= given.Whole("steps", 1); step++)
        {
            var densities = torch.distributions.Normal(means, variances.sqrt()).log_prob(points);
            var joint = densities + weights.log();
            var (evidence, shares) = (joint.logsumexp(1), joint.softmax(1));
            var counts = shares.sum([0]);
            (weights, means) = (counts / data.numel(), shares.t().matmul(points).squeeze(1) / counts);
            variances = (shares * (points - means).square()).sum([0]) / counts;
            figures.Add($"step{step}.densities", densities.exp());
            figures.Add($"step{step}.joint", joint.exp());
            figures.Add($"step{step}.evidence", evidence.exp());
            figures.Add($"step{step}.responsibilities", shares);
            figures.Add($"step{step}.logLikelihood", evidence.sum());
            figures.Add($"step{step}.counts", counts);
            figures.Add($"step{step}.weights", weights);
            figures.Add($"step{step}.means", means);
            figures.Add($"step{step}.variances", variances);
        }
    }
}
