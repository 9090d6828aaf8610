using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By libtorch's least squares, not by the normal equations: ridge regression is least squares with a row √λ for each weight that is shrunk.</summary>
internal static class LinearRegressionOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var (inputs, targets, ridge, intercept) = (given.Rows("inputs"), given.Vector("targets"), given.Number("ridge"), given.Truth("intercept", true));
        var examples = inputs.shape[0];
        var design = intercept ? torch.cat([torch.ones(examples, 1, torch.float64), inputs], 1) : inputs;
        var columns = design.shape[1];
        figures.Add("X", design);
        figures.Add("y", targets);
        // Example by example.
        figures.Add("gram", torch.einsum("ei,ej->ij", design, design));
        figures.Add("moment", (design * targets.unsqueeze(1)).sum([0]));
        var (rows, right) = (design, targets);
        if (ridge != 0)
        {
            var shrinks = torch.ones(columns, torch.float64);
            if (intercept && !given.Truth("shrinkIntercept"))
                shrinks[0] = torch.tensor(0.0, torch.float64);
            figures.Add("lambda", ridge);
            figures.Add("penalty", torch.diag(shrinks * ridge));
            rows = torch.cat([design, torch.diag(shrinks * Math.Sqrt(ridge))]);
            right = torch.cat([targets, torch.zeros(columns, torch.float64)]);
        }

        var weights = torch.linalg.lstsq(rows, right.unsqueeze(1)).Item1.squeeze(1);
        var predictions = torch.nn.functional.linear(design, weights.unsqueeze(0)).squeeze(1);
        figures.Add("weights", weights);
        figures.Add("predictions", predictions);
        figures.Add("residuals", targets - predictions);
        figures.Add("squaredError", torch.nn.functional.mse_loss(predictions, targets, torch.nn.Reduction.Sum));
        figures.Add("meanSquaredError", torch.nn.functional.mse_loss(predictions, targets));
    }
}
