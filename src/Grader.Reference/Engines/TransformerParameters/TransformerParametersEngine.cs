using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.TransformerParameters;

/// <summary>
/// The parameters of a transformer (Vaswani and others, 2017) or of one of its stacks alone: of an attention, a feed-forward network and a layer norm, of a layer, a stack,
/// the embeddings and the output head, and of all.
/// </summary>
internal sealed class TransformerParametersEngine : IEngine
{
    public CaseShape Inputs => TransformerShape.Inputs;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (TransformerShape.Read(inputs) is not { } shape)
            return;
        worksheet.Add("width", shape.Width, "width of the model");
        worksheet.Add("heads", shape.Heads, "attention heads");
        worksheet.Add("headWidth", shape.HeadWidth, "width of a head");
        worksheet.Add("feedForwardWidth", shape.FeedForward, "width inside the feed-forward network");
        var formulas = new TransformerFormulas(shape);
        worksheet.Add("attention.parameters", formulas.Attention(4), "parameters of an attention");
        worksheet.Add("feedForward.parameters", TransformerFormulas.FeedForward(shape.FeedForwardBias), "parameters of a feed-forward network");
        worksheet.Add("norm.parameters", TransformerFormulas.Norm(shape.NormVectors), "parameters of a layer norm");
        AddStack(worksheet, formulas, "encoder", shape.EncoderLayers, 1);
        AddStack(worksheet, formulas, "decoder", shape.DecoderLayers, shape.CrossAttention ? 2 : 1);
        if (shape.Vocabulary > 0)
        {
            worksheet.Add("vocabulary", shape.Vocabulary, "tokens of the vocabulary");
            worksheet.Add("embedding.parameters", "vocabulary*width", "parameters of the embedding");
        }

        if (shape.Positions > 0)
        {
            worksheet.Add("positionCount", shape.Positions, "learned positions");
            worksheet.Add("positions.parameters", "positionCount*width", "parameters of the positions");
        }

        if (shape.Head != "none")
            worksheet.Add("head.parameters", formulas.Output(shape.Head == "tied"), "parameters of the output head");
        worksheet.Add("total.parameters", string.Join(" + ", formulas.Parts()), "parameters in all");
        new TransformerMistakes(worksheet, shape, formulas).Add();
    }

    private static void AddStack(WorksheetBuilder worksheet, TransformerFormulas formulas, string stack, int layers, int attentions)
    {
        if (layers == 0)
            return;
        worksheet.Add($"{stack}Layers", layers, $"layers of the {stack}");
        worksheet.Add($"{stack}Layer.parameters", TransformerFormulas.Layer(attentions, attentions + 1), $"parameters of a layer of the {stack}");
        worksheet.Add($"{stack}.parameters", formulas.Stack(stack, $"{stack}Layers"), $"parameters of the {stack}");
    }
}
