using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By counting the numbers in libtorch's modules.</summary>
internal static class TransformerParametersOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var (width, heads, vocabulary, positions, head) = (given.Whole("width"), given.Whole("heads"), given.Whole("vocabulary"), given.Whole("positions"), given.Text("head", "none"));
        var (headWidth, inside) = (given.Whole("headWidth", Math.Max(1, width / heads)), given.Whole("feedForward", 4 * width));
        var (encoders, decoders) = (given.Whole("encoderLayers"), given.Whole("decoderLayers"));
        var (attentionBias, feedForwardBias, headBias) = (given.Truth("attentionBias", true), given.Truth("feedForwardBias", true), given.Truth("headBias"));
        var inner = heads * headWidth;
        var attention = 3 * Linear(width, inner, attentionBias) + Linear(inner, width, attentionBias);
        var network = Linear(width, inside, feedForwardBias) + Linear(inside, width, feedForwardBias);
        var norm = Modules.Count(torch.nn.LayerNorm(width, bias: given.Truth("normShift", true)));
        foreach (var (name, value) in new (string, double)[] { ("width", width), ("heads", heads), ("headWidth", headWidth), ("feedForwardWidth", inside), ("attention.parameters", attention), ("feedForward.parameters", network), ("norm.parameters", norm) })
            figures.Add(name, value);
        var total = Stack("encoder", encoders, 1) + Stack("decoder", decoders, encoders > 0 ? 2 : 1) + (given.Truth("embeddingNorm") ? norm : 0);
        if (vocabulary > 0)
        {
            figures.Add("vocabulary", vocabulary);
            figures.Add("embedding.parameters", Embedding(vocabulary));
            total += Embedding(vocabulary);
        }

        if (positions > 0)
        {
            figures.Add("positionCount", positions);
            figures.Add("positions.parameters", Embedding(positions));
            total += Embedding(positions);
        }

        if (head != "none")
        {
            // A tied head has a bias of its own at most.
            var own = Linear(width, vocabulary, headBias) - (head == "tied" ? Embedding(vocabulary) : 0);
            figures.Add("head.parameters", own);
            total += own;
        }

        figures.Add("total.parameters", total);

        long Stack(string stack, int layers, int attentions)
        {
            if (layers == 0)
                return 0;
            var layer = attentions * attention + network + (attentions + 1) * norm;
            var all = Enumerable.Repeat(layer, layers).Sum() + (given.Truth("finalNorm") ? norm : 0);
            figures.Add($"{stack}Layers", layers);
            figures.Add($"{stack}Layer.parameters", layer);
            figures.Add($"{stack}.parameters", all);
            return all;
        }

        long Embedding(int rows) => Modules.Count(torch.nn.Embedding(rows, width, device: Modules.Unfilled));

        static long Linear(int from, int to, bool bias) => Modules.Count(torch.nn.Linear(from, to, bias, device: Modules.Unfilled));
    }
}
