using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>A square window that moves over a feature map.</summary>
/// <param name="Same">The output is as large as the input over the stride, rounded up, whatever padding that takes.</param>
internal sealed record SlidingWindow(int Kernel, int Stride, int Padding, bool Same, int Dilation)
{
    private long Extent => (long)Dilation * (Kernel - 1) + 1;

    public bool Fits(LayerPlace at, CasePlace place, ProblemList problems)
    {
        if (Same || (at.Sees.Columns + 2L * Padding >= Extent && at.Sees.Rows + 2L * Padding >= Extent))
            return true;
        problems.Add(place, $"Kernels of side {Extent} do not fit into {at.Sees.Columns} x {at.Sees.Rows} with padding {Padding}.", "Make the kernels smaller or the padding larger.");
        return false;
    }

    public void AddInputs(LayerPlace at, WorksheetBuilder worksheet, string what)
    {
        worksheet.Add($"{at.Name}.kernel", Kernel, $"side of {what}");
        worksheet.Add($"{at.Name}.stride", Stride, $"stride of layer {at.Number}");
        if (!Same)
            worksheet.Add($"{at.Name}.padding", Padding, $"padding of layer {at.Number}");
        if (Dilation > 1)
            worksheet.Add($"{at.Name}.dilation", Dilation, $"dilation of layer {at.Number}");
    }

    public void AddSizes(LayerPlace at, WorksheetBuilder worksheet)
    {
        worksheet.Add($"{at.Name}.outputWidth", OutputSize(at, at.Sees.Width), $"output width of layer {at.Number}");
        worksheet.Add($"{at.Name}.outputHeight", OutputSize(at, at.Sees.Height), $"output height of layer {at.Number}");
        var step = at.Sees.Jump.Length == 0 ? "" : "*" + at.Sees.Jump;
        worksheet.Add($"{at.Name}.receptiveField", $"{at.Sees.ReceptiveField ?? "1"} + ({Side(at)} - 1){step}", $"side of the receptive field of layer {at.Number}");
    }

    public FeatureMap Gives(LayerPlace at, string channels, long depth) =>
        new($"{at.Name}.outputWidth", $"{at.Name}.outputHeight", channels, $"{at.Name}.features", $"{at.Name}.receptiveField", Moves(at.Sees.Columns), Moves(at.Sees.Rows), depth)
        {
            Jump = at.Sees.Jump.Length == 0 ? $"{at.Name}.stride" : $"{at.Sees.Jump}*{at.Name}.stride",
        };

    /// <summary>The side of a kernel with its gaps.</summary>
    public string Side(LayerPlace at) => Dilation > 1 ? $"({at.Name}.dilation*({at.Name}.kernel - 1) + 1)" : $"{at.Name}.kernel";

    public string OutputSize(LayerPlace at, string size) => Same ? $"ceil({size}/{at.Name}.stride)" : $"floor({Span(at, size)}/{at.Name}.stride) + 1";

    /// <summary>How far the window can move.</summary>
    public string Span(LayerPlace at, string size) => $"({size} - {Side(at)} + 2*{at.Name}.padding)";

    /// <summary>Whether rounding down matters.</summary>
    public bool Rounds(LayerPlace at) => (at.Sees.Columns - Extent + 2L * Padding) % Stride != 0 || (at.Sees.Rows - Extent + 2L * Padding) % Stride != 0;

    private long Moves(long size) => Same ? (size + Stride - 1) / Stride : (size - Extent + 2L * Padding) / Stride + 1;
}
