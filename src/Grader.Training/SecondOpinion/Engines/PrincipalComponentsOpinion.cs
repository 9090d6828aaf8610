using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By the singular values of the centred data, without a covariance; the sign of a direction is that of the key, whose entry of largest amount is positive.</summary>
internal static class PrincipalComponentsOpinion
{
    /// <summary>Of the largest; nearer eigenvalues leave their directions undetermined.</summary>
    private const double Distinct = 1e-7;

    public static void Compute(Given given, Figures figures)
    {
        var data = given.Rows("data");
        var (examples, features) = (data.shape[0], data.shape[1]);
        var mean = data.mean([0]);
        var centred = data - mean;
        var divisor = given.Text("divisor", "n-1") == "n" ? examples : examples - 1;
        var (_, singular, directions) = torch.linalg.svd(centred, fullMatrices: true);
        // With few examples the last directions have no spread at all.
        var values = torch.cat([singular.square() / divisor, torch.zeros(features - singular.shape[0], torch.float64)]);
        figures.Add("data", data);
        figures.Add("mean", mean);
        figures.Add("centred", centred);
        figures.Add("covariance", torch.cov(data.t(), divisor == examples ? 0 : 1));
        figures.Add("eigenvalues", values);
        figures.Add("totalVariance", centred.square().sum() / divisor);
        figures.Add("explained", values / values.sum());
        var vectors = torch.stack(Enumerable.Range(0, (int)features).Select(row => Signed(directions[row])), 1);
        if ((values.narrow(0, 0, features - 1) - values.narrow(0, 1, features - 1)).min().ToDouble() > Distinct * values[0].ToDouble())
            figures.Add("eigenvectors", vectors);
        else
            figures.Leave("eigenvectors", "two eigenvalues are equal, so their directions are free");
        for (var component = 1; component <= given.Whole("components", 1); component++)
        {
            var direction = vectors.select(1, component - 1);
            var scores = centred.matmul(direction);
            figures.Add($"component{component}.direction", direction);
            figures.Add($"component{component}.opposite", -direction);
            figures.Add($"component{component}.scores", scores);
            figures.Add($"component{component}.oppositeScores", -scores);
            figures.Add($"component{component}.reconstruction", scores.outer(direction) + mean);
        }
    }

    private static torch.Tensor Signed(torch.Tensor direction) => direction[direction.abs().argmax()].ToDouble() < 0 ? -direction : direction;
}
