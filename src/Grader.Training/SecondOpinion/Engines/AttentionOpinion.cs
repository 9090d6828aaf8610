using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>The output by libtorch's attention, the scores pair by pair.</summary>
internal static class AttentionOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var (queries, keys, values, causal) = (given.Rows("queries"), given.Rows("keys"), given.Rows("values"), given.Truth("causal"));
        var width = keys.shape[1];
        figures.Add("Q", queries);
        figures.Add("K", keys);
        figures.Add("V", values);
        figures.Add("d", width);
        var scores = torch.einsum("id,jd->ij", queries, keys) / Math.Sqrt(width);
        figures.Add("scores", scores);
        var later = torch.ones(queries.shape[0], keys.shape[0], torch.float64).triu(1);
        if (causal)
            figures.Add("mask", 1 - later);
        figures.Add("weights", (causal ? scores.masked_fill(later.to_type(torch.ScalarType.Bool), double.NegativeInfinity) : scores).softmax(1));
        figures.Add("output", torch.nn.functional.scaled_dot_product_attention(queries.unsqueeze(0), keys.unsqueeze(0), values.unsqueeze(0), is_casual: causal).squeeze(0));
    }
}
