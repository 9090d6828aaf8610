namespace Grader.Reference.Engines.TransformerParameters;

/// <summary>What goes wrong in counting the parameters of a transformer.</summary>
internal sealed class TransformerMistakes(WorksheetBuilder worksheet, TransformerShape shape, TransformerFormulas formulas)
{
    public void Add()
    {
        AddAttention();
        AddFeedForward();
        AddNorms();
        // Before those in the stacks: a layer norm that is missing in the total alone is that of the embedding.
        AddTotal();
        AddStacks();
    }

    private void AddAttention()
    {
        worksheet.Mistake("output-projection-left-out", "Counted queries, keys and values, and left out the projection of the output.").At("", ("attention.parameters", formulas.Attention(3)));
        worksheet.Mistake("one-projection-counted", "Counted one matrix of the attention; queries, keys, values and outputs have one each.").At("", ("attention.parameters", formulas.Attention(1)));
        if (shape.AttentionBias)
            worksheet.Mistake("attention-bias-left-out", "Left out the biases of the attention.").At("", ("attention.parameters", formulas.Attention(4, bias: false)));
        else
            worksheet.Mistake("attention-bias-counted", "Counted biases in the attention, which has none here.").At("", ("attention.parameters", formulas.Attention(4, bias: true)));
        if (shape.Heads > 1)
            worksheet.Mistake("width-not-divided", "Gave each head the width of the whole model; the heads divide it among them.").At("", ("attention.parameters", formulas.AttentionOfWideHeads));
    }

    private void AddFeedForward()
    {
        worksheet.Mistake("one-feed-forward-matrix", "Counted one matrix of the feed-forward network; there is one in and one out.").At("", ("feedForward.parameters", formulas.OneMatrix));
        if (shape.FeedForwardBias)
            worksheet.Mistake("feed-forward-bias-left-out", "Left out the biases of the feed-forward network.").At("", ("feedForward.parameters", TransformerFormulas.FeedForward(bias: false)));
        else
            worksheet.Mistake("feed-forward-bias-counted", "Counted biases in the feed-forward network, which has none here.").At("", ("feedForward.parameters", TransformerFormulas.FeedForward(bias: true)));
    }

    private void AddNorms()
    {
        if (shape.NormVectors == 2)
            worksheet.Mistake("norm-shift-left-out", "Counted the scale of the layer norms, and left out their shift.").At("", ("norm.parameters", TransformerFormulas.Norm(1)));
        else
            worksheet.Mistake("norm-shift-counted", "Counted a shift of the layer norms, which have a scale only here.").At("", ("norm.parameters", TransformerFormulas.Norm(2)));
        var left = worksheet.Mistake("norms-left-out", "Left out the layer norms.");
        var one = worksheet.Mistake("one-norm-a-layer", "Counted one layer norm a layer; there is one after each attention and one after the feed-forward network.");
        foreach (var (stack, attentions) in Stacks())
        {
            left.At(stack, ($"{stack}Layer.parameters", TransformerFormulas.Layer(attentions, 0)));
            one.At(stack, ($"{stack}Layer.parameters", TransformerFormulas.Layer(attentions, 1)));
        }
    }

    private void AddStacks()
    {
        if (shape.CrossAttention)
        {
            worksheet.Mistake("cross-attention-left-out", "Left out the attention of the decoder to the encoder.").At("", ("decoderLayer.parameters", TransformerFormulas.Layer(1, 3)));
            worksheet.Mistake("decoder-counted-as-encoder", "Counted a layer of the decoder as one of the encoder; it has a second attention with its layer norm.").At("", ("decoderLayer.parameters", TransformerFormulas.Layer(1, 2)));
        }

        var single = worksheet.Mistake("one-layer-counted", "Counted one layer instead of all.");
        foreach (var (stack, _) in Stacks().Where(stack => Layers(stack.Name) > 1))
            single.At(stack, ($"{stack}.parameters", formulas.Stack(stack, "1")));
        if (!shape.FinalNorm)
            return;
        var final = worksheet.Mistake("final-norm-left-out", "Left out the layer norm after the last layer.");
        foreach (var (stack, _) in Stacks())
            final.At(stack, ($"{stack}.parameters", $"{stack}Layers*{stack}Layer.parameters"));
    }

    private void AddTotal()
    {
        if (shape.Vocabulary > 0)
            LeftOut("embedding-left-out", "Left out the embedding of the tokens.", "embedding.parameters");
        if (shape.Positions > 0)
            LeftOut("positions-left-out", "Left out the learned positions.", "positions.parameters");
        if (shape.EmbeddingNorm)
            LeftOut("embedding-norm-left-out", "Left out the layer norm after the embedding.", "norm.parameters");
        if (shape.Head == "tied")
            worksheet.Mistake("tied-head-counted", "Counted the output head's weights once more; they are those of the embedding.").At("", ("head.parameters", formulas.Output(tied: false)));
        if (shape.Head == "separate")
            worksheet.Mistake("head-taken-for-tied", "Left out the output head's weights, which are not those of the embedding here.").At("", ("head.parameters", formulas.Output(tied: true)));
        if (shape.Head != "none" && shape.HeadBias)
            worksheet.Mistake("head-bias-left-out", "Left out the biases of the output head.").At("", ("head.parameters", formulas.Output(shape.Head == "tied", bias: false)));
    }

    private void LeftOut(string id, string say, string part) => worksheet.Mistake(id, say).At("", ("total.parameters", string.Join(" + ", formulas.Parts(without: part))));

    private IEnumerable<(string Name, int Attentions)> Stacks()
    {
        if (shape.EncoderLayers > 0)
            yield return ("encoder", 1);
        if (shape.DecoderLayers > 0)
            yield return ("decoder", shape.CrossAttention ? 2 : 1);
    }

    private int Layers(string stack) => stack == "encoder" ? shape.EncoderLayers : shape.DecoderLayers;
}
