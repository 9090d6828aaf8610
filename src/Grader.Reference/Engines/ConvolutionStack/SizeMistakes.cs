namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>Mistakes in the output sizes of windows. All axes are computed the same way: who errs along one errs along all.</summary>
internal sealed class SizeMistakes(WorksheetBuilder worksheet)
{
    private readonly MistakeBuilder _stridePlusOne = worksheet.Mistake("stride-plus-one", "Divided by stride + 1 instead of dividing by the stride and adding 1.");
    private readonly MistakeBuilder _paddingForgotten = worksheet.Mistake("padding-forgotten", "Left the padding out of the output size.");
    private readonly MistakeBuilder _paddingOnce = worksheet.Mistake("padding-once", "Added the padding once instead of on both sides.");
    private readonly MistakeBuilder _ceiling = worksheet.Mistake("ceiling-for-floor", "Rounded the output size up instead of down.");
    private readonly MistakeBuilder _oneForgotten = worksheet.Mistake("one-forgotten", "Divided by the stride without adding 1.");
    private readonly MistakeBuilder _strideForgotten = worksheet.Mistake("stride-forgotten", "Moved the window by 1 instead of by the stride.");
    private readonly MistakeBuilder _transposedAsPlain = worksheet.Mistake("transposed-as-plain", "Computed the output size of a plain convolution; a transposed one goes the other way.");
    private readonly MistakeBuilder _oneNotSubtracted = worksheet.Mistake("one-not-subtracted", "Multiplied the whole input size by the stride; there is one step fewer than positions.");
    private readonly MistakeBuilder _outputPaddingForgotten = worksheet.Mistake("output-padding-forgotten", "Left out the output padding.");

    public MistakeBuilder DilationForgotten { get; } = worksheet.Mistake("dilation-forgotten", "Took the kernel for one without dilation.");

    public void Add(SlidingWindow window, LayerPlace at)
    {
        if (window is TransposedWindow transposed)
            AddTransposed(transposed, at);
        else if (window.Same)
            AddSame(window, at);
        else
            AddPlain(window, at);
    }

    private void AddPlain(SlidingWindow window, LayerPlace at)
    {
        At(_stridePlusOne, at, axis => $"floor({window.Span(at, axis)}/({window.Stride.Of(at, axis)} + 1))");
        At(_oneForgotten, at, axis => $"floor({window.Span(at, axis)}/{window.Stride.Of(at, axis)})");
        if (window.IsPadded)
        {
            At(_paddingForgotten, at, axis => $"floor(({axis.Size} - {window.Side(at, axis)})/{window.Stride.Of(at, axis)}) + 1");
            At(_paddingOnce, at, axis => $"floor(({axis.Size} - {window.Side(at, axis)} + {window.Padding.Of(at, axis)})/{window.Stride.Of(at, axis)}) + 1");
        }

        if (window.Rounds(at))
            At(_ceiling, at, axis => $"ceil({window.Span(at, axis)}/{window.Stride.Of(at, axis)}) + 1");
        if (window.Stride.IsMoreThan(1))
            At(_strideForgotten, at, axis => $"{window.Span(at, axis)} + 1");
        if (window.IsDilated)
            At(DilationForgotten, at, axis => $"floor(({axis.Size} - {window.Kernel.Of(at, axis)} + 2*{window.Padding.Of(at, axis)})/{window.Stride.Of(at, axis)}) + 1");
    }

    private void AddSame(SlidingWindow window, LayerPlace at)
    {
        if (window.Kernel.IsMoreThan(1) && at.Sees.Axes.All(axis => axis.Length >= window.Extent(at, axis)))
            At(_paddingForgotten, at, axis => $"floor(({axis.Size} - {window.Side(at, axis)})/{window.Stride.Of(at, axis)}) + 1");
        if (window.Stride.IsMoreThan(1))
            At(_strideForgotten, at, axis => axis.Size);
    }

    private void AddTransposed(TransposedWindow window, LayerPlace at)
    {
        var output = (MapAxis axis) => window.PadsOutput ? $" + {window.OutputPadding.Of(at, axis)}" : "";
        var padding = (MapAxis axis) => $" - 2*{window.Padding.Of(at, axis)}";
        if (at.Sees.Axes.All(axis => axis.Length + 2L * window.Padding.Along(at, axis) >= window.Extent(at, axis)))
            At(_transposedAsPlain, at, axis => $"floor({window.Span(at, axis)}/{window.Stride.Of(at, axis)}) + 1");
        At(_oneNotSubtracted, at, axis => $"{axis.Size}*{window.Stride.Of(at, axis)}{padding(axis)} + {window.Side(at, axis)}{output(axis)}");
        if (window.IsPadded)
        {
            At(_paddingForgotten, at, axis => window.Size(at, axis, "", window.Side(at, axis), output(axis)));
            At(_paddingOnce, at, axis => window.Size(at, axis, $" - {window.Padding.Of(at, axis)}", window.Side(at, axis), output(axis)));
        }

        if (window.PadsOutput)
            At(_outputPaddingForgotten, at, axis => window.Size(at, axis, padding(axis), window.Side(at, axis), ""));
        if (window.IsDilated)
            At(DilationForgotten, at, axis => window.Size(at, axis, padding(axis), window.Kernel.Of(at, axis), output(axis)));
    }

    private static void At(MistakeBuilder mistake, LayerPlace at, Func<MapAxis, string> formula) =>
        mistake.At(at.Name, [.. at.Sees.Axes.Select(axis => (at.Output(axis), formula(axis)))]);
}
