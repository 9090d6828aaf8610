using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>What a layer sees or gives: the names of its quantities, and their values where nothing went wrong.</summary>
/// <param name="Width">A formula: <c>layer1.outputWidth</c>.</param>
/// <param name="ReceptiveField">Null for the input, where it is 1.</param>
internal sealed record FeatureMap(string Width, string Height, string Channels, string Features, string? ReceptiveField, long Columns, long Rows, long Depth)
{
    /// <summary>Strides of the layers before, as a product.</summary>
    public string Jump { get; init; } = "";
}

/// <param name="Name"><c>layer2</c>.</param>
internal sealed record LayerPlace(string Name, int Number, FeatureMap Sees);

internal abstract record StackLayer(CasePlace Place)
{
    public virtual bool HasParameters => true;

    /// <returns>What the layer gives, or null with a problem.</returns>
    public abstract FeatureMap? Add(LayerPlace at, WorksheetBuilder worksheet, ConvolutionStackMistakes mistakes, ProblemList problems);
}

internal sealed record ConvolutionLayer(CasePlace Place, SlidingWindow Window, int Kernels, int Groups, bool Bias) : StackLayer(Place)
{
    public override FeatureMap? Add(LayerPlace at, WorksheetBuilder worksheet, ConvolutionStackMistakes mistakes, ProblemList problems)
    {
        if (at.Sees.Depth % Groups != 0 || Kernels % Groups != 0)
        {
            problems.Add(Place, $"{Groups} groups do not divide {at.Sees.Depth} channels and {Kernels} kernels.", "Choose a number of groups that divides both.");
            return null;
        }

        if (!Window.Fits(at, Place, problems))
            return null;
        Window.AddInputs(at, worksheet, $"the kernels of layer {at.Number}");
        worksheet.Add($"{at.Name}.kernels", Kernels, $"kernels of layer {at.Number}");
        if (Groups > 1)
            worksheet.Add($"{at.Name}.groups", Groups, $"groups of layer {at.Number}");
        worksheet.Add($"{at.Name}.parameters", Bias ? $"{Weights(at)} + {at.Name}.kernels" : Weights(at), $"trainable parameters of layer {at.Number}");
        Window.AddSizes(at, worksheet);
        worksheet.Add($"{at.Name}.macs", MultiplyAdds(at), $"multiply-adds of layer {at.Number}");
        worksheet.Add($"{at.Name}.features", $"{at.Name}.outputWidth*{at.Name}.outputHeight*{at.Name}.kernels", $"numbers in the output of layer {at.Number}");
        mistakes.AddSizes(Window, at);
        mistakes.AddCounts(this, at);
        return Window.Gives(at, $"{at.Name}.kernels", Kernels);
    }

    public string Weights(LayerPlace at) => $"{at.Name}.kernel^2*{at.Sees.Channels}{(Groups > 1 ? $"/{at.Name}.groups" : "")}*{at.Name}.kernels";

    /// <summary>From the parameters, so that a student's own count of them carries forward.</summary>
    public string MultiplyAdds(LayerPlace at) => $"{(Bias ? $"({at.Name}.parameters - {at.Name}.kernels)" : $"{at.Name}.parameters")}*{at.Name}.outputWidth*{at.Name}.outputHeight";
}

internal sealed record PoolingLayer(CasePlace Place, SlidingWindow Window) : StackLayer(Place)
{
    public override bool HasParameters => false;

    public override FeatureMap? Add(LayerPlace at, WorksheetBuilder worksheet, ConvolutionStackMistakes mistakes, ProblemList problems)
    {
        if (!Window.Fits(at, Place, problems))
            return null;
        Window.AddInputs(at, worksheet, $"the window of layer {at.Number}");
        Window.AddSizes(at, worksheet);
        worksheet.Add($"{at.Name}.features", $"{at.Name}.outputWidth*{at.Name}.outputHeight*{at.Sees.Channels}", $"numbers in the output of layer {at.Number}");
        mistakes.AddSizes(Window, at);
        return Window.Gives(at, at.Sees.Channels, at.Sees.Depth);
    }
}

internal sealed record DenseStackLayer(CasePlace Place, int Units, bool Bias) : StackLayer(Place)
{
    public override FeatureMap Add(LayerPlace at, WorksheetBuilder worksheet, ConvolutionStackMistakes mistakes, ProblemList problems)
    {
        worksheet.Add($"{at.Name}.units", Units, $"units of layer {at.Number}");
        worksheet.Add($"{at.Name}.parameters", $"{at.Sees.Features}*{at.Name}.units{(Bias ? $" + {at.Name}.units" : "")}", $"trainable parameters of layer {at.Number}");
        worksheet.Add($"{at.Name}.macs", $"{at.Name}.parameters{(Bias ? $" - {at.Name}.units" : "")}", $"multiply-adds of layer {at.Number}");
        mistakes.AddCounts(this, at);
        return new("1", "1", $"{at.Name}.units", $"{at.Name}.units", null, 1, 1, Units);
    }
}
