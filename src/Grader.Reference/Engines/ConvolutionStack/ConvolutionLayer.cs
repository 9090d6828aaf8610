using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <param name="Kernels">Output channels; for a depth-wise layer, kernels a channel.</param>
/// <param name="Depthwise">As many groups as channels.</param>
internal sealed record ConvolutionLayer(CasePlace Place, SlidingWindow Window, int Kernels, int Groups, bool Depthwise, bool Bias) : StackLayer(Place)
{
    public override bool Multiplies => true;

    public override SlidingWindow Slides => Window;

    public long OutputChannels(LayerPlace at) => Depthwise ? at.Sees.Depth * Kernels : Kernels;

    public bool IsGrouped => Depthwise || Groups > 1;

    public override FeatureMap? Add(LayerPlace at, WorksheetBuilder worksheet, StackMistakes mistakes, ProblemList problems)
    {
        if (at.Sees.Depth % Groups != 0 || Kernels % Groups != 0)
        {
            problems.Add(Place, $"{Groups} groups do not divide {at.Sees.Depth} channels and {Kernels} kernels.", "Choose a number of groups that divides both.");
            return null;
        }

        if (!Window.Fits(at, Place, problems))
            return null;
        Window.AddInputs(at, worksheet, $"the kernels of layer {at.Number}");
        AddKernels(at, worksheet);
        worksheet.Add(at["parameters"], Weights(at) + BiasOf(at), $"trainable parameters of layer {at.Number}");
        Window.AddSizes(at, worksheet);
        worksheet.Add(at["macs"], MultiplyAdds(at, Window.Stops(at)), $"multiply-adds of layer {at.Number}");
        worksheet.Add(at["features"], at.FeaturesOf(at["kernels"]), $"numbers in the output of layer {at.Number}");
        worksheet.Add(at["flops"], $"2*{at["macs"]}{(Bias ? $" + {at["features"]}" : "")}", $"floating-point operations of layer {at.Number}");
        mistakes.Sizes.Add(Window, at);
        mistakes.Counts.Add(this, at);
        return Window.Gives(at, at["kernels"], OutputChannels(at));
    }

    public string Weights(LayerPlace at) => Weights(at, at.Cells(Window.Kernel));

    public string Weights(LayerPlace at, string cells) => $"{cells}{(Depthwise ? "" : $"*{at.Sees.Channels}{(Groups > 1 ? $"/{at["groups"]}" : "")}")}*{at["kernels"]}";

    public string BiasOf(LayerPlace at) => Bias ? $" + {at["kernels"]}" : "";

    /// <summary>From the parameters, so that a student's own count of them carries forward.</summary>
    public string MultiplyAdds(LayerPlace at, string stops) => $"{(Bias ? $"({at["parameters"]} - {at["kernels"]})" : at["parameters"])}*{stops}";

    private void AddKernels(LayerPlace at, WorksheetBuilder worksheet)
    {
        if (!Depthwise)
        {
            worksheet.Add(at["kernels"], Kernels, $"kernels of layer {at.Number}");
            if (Groups > 1)
                worksheet.Add(at["groups"], Groups, $"groups of layer {at.Number}");
            return;
        }

        if (Kernels > 1)
            worksheet.Add(at["multiplier"], Kernels, $"kernels for each channel of layer {at.Number}");
        worksheet.Add(at["kernels"], Kernels > 1 ? $"{at["multiplier"]}*{at.Sees.Channels}" : at.Sees.Channels, $"kernels of layer {at.Number}");
    }
}
