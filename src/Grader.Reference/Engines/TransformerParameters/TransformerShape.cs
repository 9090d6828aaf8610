using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.TransformerParameters;

/// <summary>The architecture of a transformer in a case file.</summary>
/// <param name="Positions">Learned position vectors; 0 where positions are not learned.</param>
/// <param name="HeadWidth">Width of a head's queries, keys and values.</param>
/// <param name="NormVectors">Vectors a layer norm: 2 with a shift, 1 without.</param>
/// <param name="Head"><c>none</c>, <c>tied</c> (the embedding's weights once more) or <c>separate</c>.</param>
internal sealed record TransformerShape(int Vocabulary, int Positions, int Width, int Heads, int HeadWidth, int FeedForward, int EncoderLayers, int DecoderLayers, bool CrossAttention, bool AttentionBias, bool FeedForwardBias, int NormVectors, bool EmbeddingNorm, bool FinalNorm, string Head, bool HeadBias)
{
    public static readonly CaseShape Inputs = new("transformer-parameters", "The number of parameters of a transformer.", [
        new("name", true, """{ "const": "transformer-parameters" }""", "The engine."),
        new("width", true, InputCount, "Width of the model: numbers a token."),
        new("heads", true, InputCount, "Attention heads."),
        new("headWidth", false, InputCount, "Width of a head's queries, keys and values; the model's width divided by the heads unless said."),
        new("feedForward", false, InputCount, "Width inside the feed-forward network; four times the model's unless said."),
        new("encoderLayers", false, InputNatural, "Layers with self-attention; 0 unless said."),
        new("decoderLayers", false, InputNatural, "Layers with self-attention and, where there is an encoder, attention to it; 0 unless said."),
        new("vocabulary", false, InputCount, "Tokens with an embedding, shared by encoder and decoder; no embedding unless said."),
        new("positions", false, InputNatural, "Learned position vectors; 0, as with sines and cosines, unless said."),
        new("attentionBias", false, YesNo, "The projections of queries, keys, values and outputs have biases; true unless said."),
        new("feedForwardBias", false, YesNo, "Both matrices of the feed-forward network have biases; true unless said."),
        new("normShift", false, YesNo, "Layer norms have a shift besides the scale; true unless said."),
        new("embeddingNorm", false, YesNo, "There is a layer norm after the embedding; false unless said."),
        new("finalNorm", false, YesNo, "There is a layer norm after the last layer of each stack; false unless said."),
        new("head", false, OneOf("none", "tied", "separate"), "Output head to the vocabulary: none, with the embedding's weights, or with weights of its own; none unless said."),
        new("headBias", false, YesNo, "The output head has a bias a token; false unless said."),
    ]);

    /// <returns>Null, with a problem, where something is wrong.</returns>
    public static TransformerShape? Read(ObjectReader inputs)
    {
        var before = inputs.Problems.Count;
        var (width, heads) = (inputs.Integer("width", 1, 1), inputs.Integer("heads", 1, 1));
        if (inputs.Node("headWidth") is null && width % heads != 0)
            inputs.Problems.Add(inputs.PlaceOf("heads"), $"A width of {width} cannot be divided among {heads} heads.", "Choose another number, or write \"headWidth\".");
        var (encoder, decoder) = (inputs.Integer("encoderLayers", 0, 0), inputs.Integer("decoderLayers", 0, 0));
        if (encoder + decoder == 0)
            inputs.Problems.Add(inputs.Place, "There are no layers.", "Write \"encoderLayers\" or \"decoderLayers\".");
        var vocabulary = inputs.Node("vocabulary") is null ? 0 : inputs.Integer("vocabulary", 1, 1);
        var head = inputs.OneOf("head", "none", "tied", "separate");
        if (head != "none" && vocabulary == 0)
            inputs.Problems.Add(inputs.PlaceOf("head"), "There is an output head, and no vocabulary.", "Add \"vocabulary\": 1000.");
        var shape = new TransformerShape(
            vocabulary, inputs.Integer("positions", 0, 0), width, heads, inputs.Integer("headWidth", 1, Math.Max(1, width / heads)), inputs.Integer("feedForward", 1, 4 * width), encoder, decoder, encoder > 0 && decoder > 0,
            inputs.Truth("attentionBias", true), inputs.Truth("feedForwardBias", true), inputs.Truth("normShift", true) ? 2 : 1, inputs.Truth("embeddingNorm", false), inputs.Truth("finalNorm", false), head, inputs.Truth("headBias", false));
        return inputs.Problems.Count > before ? null : shape;
    }
}
