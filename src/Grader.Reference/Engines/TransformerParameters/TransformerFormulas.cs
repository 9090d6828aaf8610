namespace Grader.Reference.Engines.TransformerParameters;

/// <summary>The counts, as formulas over the widths.</summary>
internal sealed class TransformerFormulas(TransformerShape shape)
{
    private bool Square => shape.Heads * shape.HeadWidth == shape.Width;

    /// <param name="projections">Of queries, keys, values and outputs: 4; who leaves the outputs out counts 3.</param>
    /// <param name="times">How often each is counted, where it is counted once a head.</param>
    public string Attention(int projections, bool? bias = null, string times = "")
    {
        var inner = Square ? "width" : "heads*headWidth";
        if (!(bias ?? shape.AttentionBias))
            return $"{times}{projections}*width*{inner}";
        if (Square)
            return $"{times}{projections}*(width^2 + width)";
        return projections == 4 ? $"{times}(4*width*{inner} + 3*{inner} + width)" : $"{times}{projections}*(width*{inner} + {inner})";
    }

    /// <summary>An attention whose heads have the width of the whole model each.</summary>
    public string AttentionOfWideHeads => shape.AttentionBias ? "4*heads*width^2 + 3*heads*width + width" : "4*heads*width^2";

    public static string FeedForward(bool bias) => bias ? "2*width*feedForwardWidth + feedForwardWidth + width" : "2*width*feedForwardWidth";

    public string OneMatrix => shape.FeedForwardBias ? "width*feedForwardWidth + feedForwardWidth" : "width*feedForwardWidth";

    public static string Norm(int vectors) => vectors == 1 ? "width" : $"{vectors}*width";

    public static string Layer(int attentions, int norms) => string.Join(" + ", new[] { Times(attentions, "attention"), "feedForward.parameters", Times(norms, "norm") }.Where(term => term.Length > 0));

    public string Stack(string stack, string layers) => $"{layers}*{stack}Layer.parameters{(shape.FinalNorm ? " + norm.parameters" : "")}";

    /// <summary>The output head: with the embedding's weights it adds its bias at most.</summary>
    public string Output(bool tied, bool? bias = null) => (tied, bias ?? shape.HeadBias) switch
    {
        (true, true) => "vocabulary",
        (true, false) => "0",
        (false, true) => "vocabulary*width + vocabulary",
        _ => "vocabulary*width",
    };

    /// <summary>What the total is the sum of.</summary>
    public IEnumerable<string> Parts(string? without = null)
    {
        (string Part, bool Is)[] parts =
        [
            ("embedding.parameters", shape.Vocabulary > 0),
            ("positions.parameters", shape.Positions > 0),
            ("norm.parameters", shape.EmbeddingNorm),
            ("encoder.parameters", shape.EncoderLayers > 0),
            ("decoder.parameters", shape.DecoderLayers > 0),
            ("head.parameters", shape.Head != "none"),
        ];
        return parts.Where(part => part.Is && part.Part != without).Select(part => part.Part);
    }

    private static string Times(int count, string part) => count switch { 0 => "", 1 => $"{part}.parameters", _ => $"{count}*{part}.parameters" };
}
