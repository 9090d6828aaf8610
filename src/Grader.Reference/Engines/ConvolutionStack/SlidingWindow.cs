using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>A window that moves over a feature map.</summary>
/// <param name="Same">The output is as large as the input over the stride, rounded up, whatever padding that takes.</param>
internal record SlidingWindow(WindowNumber Kernel, WindowNumber Stride, WindowNumber Padding, bool Same, WindowNumber Dilation)
{
    /// <summary>Sizes above this are no homework, and their products would not fit a machine's numbers.</summary>
    protected const long Largest = 1_000_000_000;

    public virtual bool IsTransposed => false;

    public bool IsDilated => Dilation.Values.Zip(Kernel.Values).Any(pair => pair.First > 1 && pair.Second > 1);

    public bool IsPadded => Padding.IsMoreThan(0);

    public virtual bool Fits(LayerPlace at, CasePlace place, ProblemList problems)
    {
        if (Same || at.Sees.Axes.All(axis => axis.Length + 2L * Padding.Along(at, axis) >= Extent(at, axis)))
            return true;
        var plural = string.Join(" x ", Kernel.IsUniform && Dilation.IsUniform ? [Extent(at, at.Sees.Axes[0])] : at.Sees.Axes.Select(axis => Extent(at, axis)));
        problems.Add(place, $"Kernels of side {plural} do not fit into {string.Join(" x ", at.Sees.Axes.Select(axis => axis.Length))} with padding {string.Join(" x ", Padding.Values.Distinct())}.", "Make the kernels smaller or the padding larger.");
        return false;
    }

    public virtual void AddInputs(LayerPlace at, WorksheetBuilder worksheet, string what)
    {
        Kernel.Add(at, worksheet, axis => $"{(axis.Length == 0 ? "side" : axis)} of {what}");
        Stride.Add(at, worksheet, axis => $"stride of layer {at.Number}{Along(axis)}");
        if (!Same)
            Padding.Add(at, worksheet, axis => $"padding of layer {at.Number}{Along(axis)}");
        if (IsDilated)
            Dilation.Add(at, worksheet, axis => $"dilation of layer {at.Number}{Along(axis)}");
    }

    public void AddSizes(LayerPlace at, WorksheetBuilder worksheet)
    {
        foreach (var axis in at.Sees.Axes)
            worksheet.Add(at.Output(axis), CaseFormula.Read(OutputSize(at, axis)), $"output {axis.Say} of layer {at.Number}", plausible: CaseFormula.Read($"{at.Output(axis)} >= 1"));
    }

    public FeatureMap Gives(LayerPlace at, string channels, long depth) =>
        new([.. at.Sees.Axes.Select(axis => new MapAxis(axis.Name, at.Output(axis), Moves(at, axis)))], channels, at["features"], depth);

    /// <summary>The side of a kernel with its gaps.</summary>
    public string Side(LayerPlace at, MapAxis axis) => IsDilated ? $"({Dilation.Of(at, axis)}*({Kernel.Of(at, axis)} - 1) + 1)" : Kernel.Of(at, axis);

    public virtual string OutputSize(LayerPlace at, MapAxis axis) => Same ? $"ceil({axis.Size}/{Stride.Of(at, axis)})" : $"floor({Span(at, axis)}/{Stride.Of(at, axis)}) + 1";

    /// <summary>How far the window can move.</summary>
    public string Span(LayerPlace at, MapAxis axis) => $"({axis.Size} - {Side(at, axis)} + 2*{Padding.Of(at, axis)})";

    /// <summary>Whether rounding down matters.</summary>
    public bool Rounds(LayerPlace at) => at.Sees.Axes.Any(axis => Room(at, axis) % Stride.Along(at, axis) != 0);

    /// <summary>The positions at which a kernel is applied, as a product.</summary>
    public virtual string Stops(LayerPlace at) => at.OutputPositions;

    public long Extent(LayerPlace at, MapAxis axis) => (long)Dilation.Along(at, axis) * (Kernel.Along(at, axis) - 1) + 1;

    public virtual long Moves(LayerPlace at, MapAxis axis) => Same ? (axis.Length + Stride.Along(at, axis) - 1) / Stride.Along(at, axis) : Room(at, axis) / Stride.Along(at, axis) + 1;

    protected static string Along(string axis) => axis.Length == 0 ? "" : $" along the {axis}";

    private long Room(LayerPlace at, MapAxis axis) => axis.Length - Extent(at, axis) + 2L * Padding.Along(at, axis);
}

/// <summary>
/// The window of a transposed convolution: each input number is multiplied with every cell of the kernel, and what falls on the same place is summed. The padding is
/// taken off the output, and the output padding added at its end.
/// </summary>
internal sealed record TransposedWindow(WindowNumber Kernel, WindowNumber Stride, WindowNumber Padding, WindowNumber Dilation, WindowNumber OutputPadding)
    : SlidingWindow(Kernel, Stride, Padding, false, Dilation)
{
    public override bool IsTransposed => true;

    public bool PadsOutput => OutputPadding.IsMoreThan(0);

    public override bool Fits(LayerPlace at, CasePlace place, ProblemList problems)
    {
        var sizes = at.Sees.Axes.Select(axis => Moves(at, axis)).ToList();
        if (sizes.TrueForAll(size => size is >= 1 and <= Largest))
            return true;
        problems.Add(place, $"The output of this layer would be {string.Join(" x ", sizes)}.", "Choose another padding, kernel or stride.");
        return false;
    }

    public override void AddInputs(LayerPlace at, WorksheetBuilder worksheet, string what)
    {
        base.AddInputs(at, worksheet, what);
        if (PadsOutput)
            OutputPadding.Add(at, worksheet, axis => $"output padding of layer {at.Number}{Along(axis)}");
    }

    public override string OutputSize(LayerPlace at, MapAxis axis) => Size(at, axis, $" - 2*{Padding.Of(at, axis)}", Side(at, axis), PadsOutput ? $" + {OutputPadding.Of(at, axis)}" : "");

    /// <param name="padding">What is taken off, with its sign.</param>
    /// <param name="outputPadding">What is added, with its sign.</param>
    public string Size(LayerPlace at, MapAxis axis, string padding, string side, string outputPadding) => $"({axis.Size} - 1)*{Stride.Of(at, axis)}{padding} + {side}{outputPadding}";

    public override string Stops(LayerPlace at) => at.Sees.Positions;

    public override long Moves(LayerPlace at, MapAxis axis) => (axis.Length - 1) * Stride.Along(at, axis) - 2L * Padding.Along(at, axis) + Extent(at, axis) + OutputPadding.Along(at, axis);
}
