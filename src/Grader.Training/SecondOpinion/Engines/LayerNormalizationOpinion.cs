using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By libtorch's layer normalisation.</summary>
internal static class LayerNormalizationOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var (values, gamma, beta, epsilon) = (given.Rows("values"), given.Vector("gamma"), given.Vector("beta"), given.Number("epsilon"));
        var features = values.shape[1];
        figures.Add("values", values);
        figures.Add("gamma", gamma);
        figures.Add("beta", beta);
        if (epsilon != 0)
            figures.Add("epsilon", epsilon);
        figures.Add("mean", values.mean([1]));
        figures.Add("variance", values.var(1, unbiased: false));
        figures.Add("normalized", torch.nn.functional.layer_norm(values, [features], eps: epsilon));
        figures.Add("output", torch.nn.functional.layer_norm(values, [features], gamma, beta, epsilon));
    }
}
