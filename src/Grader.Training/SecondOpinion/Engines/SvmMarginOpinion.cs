using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>Geometric margins as distances to each point's foot on the boundary, slacks by libtorch's clamp.</summary>
internal static class SvmMarginOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var (points, labels, weights, bias, penalty) = (given.Rows("points"), given.Vector("labels"), given.Vector("weights"), given.Number("bias"), given.Number("penalty", 1));
        var scores = torch.nn.functional.linear(points, weights.unsqueeze(0), torch.tensor([bias], torch.float64)).squeeze(1);
        var functional = labels * scores;
        var direction = torch.nn.functional.normalize(weights, dim: 0);
        var feet = points - direction.unsqueeze(0) * (points.matmul(direction) + bias / torch.linalg.vector_norm(weights, 2)).unsqueeze(1);
        var geometric = functional.sign() * (points - feet).square().sum([1]).sqrt();
        var slacks = torch.nn.functional.relu(1 - functional);
        var vectors = functional.le(1).to_type(torch.ScalarType.Float64);
        figures.Add("points", points);
        figures.Add("labels", labels);
        figures.Add("weights", weights);
        figures.Add("bias", bias);
        figures.Add("penalty", penalty);
        figures.Add("norm", torch.linalg.vector_norm(weights, 2));
        figures.Add("scores", scores);
        figures.Add("functionalMargins", functional);
        figures.Add("geometricMargins", geometric);
        figures.Add("functionalMargin", functional.min());
        figures.Add("geometricMargin", geometric.min());
        // From one margin to the other along the direction.
        figures.Add("marginWidth", 2 * weights.dot(direction) / weights.square().sum());
        figures.Add("supportVectors", vectors);
        figures.Add("supportVectorCount", vectors.sum());
        figures.Add("slacks", slacks);
        figures.Add("slack", slacks.sum());
        figures.Add("objective", weights.dot(weights) / 2 + penalty * slacks.sum());
    }
}
