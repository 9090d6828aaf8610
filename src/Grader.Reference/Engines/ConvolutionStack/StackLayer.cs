using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionStack;

internal abstract record StackLayer(CasePlace Place)
{
    /// <summary>Multiply-adds and FLOPs are counted for it.</summary>
    public virtual bool Multiplies => false;

    /// <summary>How it moves over its input; null for a layer that sees all of it at once.</summary>
    public virtual SlidingWindow? Slides => null;

    /// <returns>What the layer gives, or null with a problem.</returns>
    public abstract FeatureMap? Add(LayerPlace at, WorksheetBuilder worksheet, StackMistakes mistakes, ProblemList problems);

    protected static void AddNoParameters(LayerPlace at, WorksheetBuilder worksheet, string what) =>
        worksheet.Add(at["parameters"], 0, $"trainable parameters of layer {at.Number}: {what} has none");
}

internal sealed record PoolingLayer(CasePlace Place, SlidingWindow Window, bool Averages) : StackLayer(Place)
{
    public override SlidingWindow Slides => Window;

    public override FeatureMap? Add(LayerPlace at, WorksheetBuilder worksheet, StackMistakes mistakes, ProblemList problems)
    {
        if (!Window.Fits(at, Place, problems))
            return null;
        Window.AddInputs(at, worksheet, $"the window of layer {at.Number}");
        Window.AddSizes(at, worksheet);
        AddNoParameters(at, worksheet, Averages ? "average pooling" : "max pooling");
        worksheet.Add(at["features"], at.FeaturesOf(at.Sees.Channels), $"numbers in the output of layer {at.Number}");
        mistakes.Sizes.Add(Window, at);
        mistakes.Counts.AddPooling(Window, at);
        return Window.Gives(at, at.Sees.Channels, at.Sees.Depth);
    }
}

/// <summary>Each channel becomes one number.</summary>
internal sealed record GlobalPoolingLayer(CasePlace Place) : StackLayer(Place)
{
    public override FeatureMap Add(LayerPlace at, WorksheetBuilder worksheet, StackMistakes mistakes, ProblemList problems)
    {
        AddNoParameters(at, worksheet, "global pooling");
        worksheet.Add(at["features"], at.Sees.Channels, $"numbers in the output of layer {at.Number}");
        return new([], at["features"], at["features"], at.Sees.Depth);
    }
}

internal sealed record FlattenLayer(CasePlace Place) : StackLayer(Place)
{
    public override FeatureMap Add(LayerPlace at, WorksheetBuilder worksheet, StackMistakes mistakes, ProblemList problems)
    {
        AddNoParameters(at, worksheet, "flattening");
        worksheet.Add(at["features"], at.Sees.Features, $"numbers in the output of layer {at.Number}");
        mistakes.Counts.AddFlatten(at);
        return new([], at["features"], at["features"], at.Sees.Axes.Aggregate(at.Sees.Depth, (product, axis) => product * axis.Length));
    }
}

internal sealed record DenseStackLayer(CasePlace Place, int Units, bool Bias) : StackLayer(Place)
{
    public override bool Multiplies => true;

    public override FeatureMap Add(LayerPlace at, WorksheetBuilder worksheet, StackMistakes mistakes, ProblemList problems)
    {
        worksheet.Add(at["units"], Units, $"units of layer {at.Number}");
        worksheet.Add(at["parameters"], $"{at.Sees.Features}*{at["units"]}{(Bias ? $" + {at["units"]}" : "")}", $"trainable parameters of layer {at.Number}");
        worksheet.Add(at["macs"], $"{at["parameters"]}{(Bias ? $" - {at["units"]}" : "")}", $"multiply-adds of layer {at.Number}");
        worksheet.Add(at["flops"], $"2*{at["macs"]}{(Bias ? $" + {at["units"]}" : "")}", $"floating-point operations of layer {at.Number}");
        worksheet.Add(at["features"], at["units"], $"numbers in the output of layer {at.Number}");
        mistakes.Counts.Add(this, at);
        return new([], at["units"], at["units"], Units);
    }
}
