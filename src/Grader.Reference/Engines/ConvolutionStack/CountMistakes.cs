namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>Mistakes in parameters, operations and memory.</summary>
internal sealed class CountMistakes(WorksheetBuilder worksheet)
{
    private readonly MistakeBuilder _biasCounted = worksheet.Mistake("bias-counted", "Counted a bias for each kernel, and these layers have none.");
    private readonly MistakeBuilder _biasLeftOut = worksheet.Mistake("bias-left-out", "Left the bias of each kernel out of the parameters.");
    private readonly MistakeBuilder _channelsLeftOut = worksheet.Mistake("input-channels-left-out", "Left the input channels out of the number of weights.");
    private readonly MistakeBuilder _kernelsLeftOut = worksheet.Mistake("output-channels-left-out", "Counted the parameters of one kernel, not of all.");
    private readonly MistakeBuilder _notSquared = worksheet.Mistake("kernel-not-squared", "Took the side of the kernel for its area.");
    private readonly MistakeBuilder _groupsForgotten = worksheet.Mistake("groups-forgotten", "Let every kernel see all channels; a kernel sees those of its group.");
    private readonly MistakeBuilder _poolingParameters = worksheet.Mistake("pooling-parameters", "Counted parameters for pooling, which has none.");
    private readonly MistakeBuilder _flattenForgotten = worksheet.Mistake("flatten-forgotten", "Took the channels for all inputs of a dense layer, without the positions.");
    private readonly MistakeBuilder _flops = worksheet.Mistake("flops-for-macs", "Counted a multiplication and an addition as two operations where a multiply-add is one.");
    private readonly MistakeBuilder _macs = worksheet.Mistake("macs-for-flops", "Counted a multiply-add as one operation where its multiplication and its addition are two.");
    private readonly MistakeBuilder _biasAdditions = worksheet.Mistake("bias-additions-left-out", "Left the additions of the bias out of the floating-point operations.");
    private readonly MistakeBuilder _positionsLeftOut = worksheet.Mistake("positions-left-out", "Counted the multiply-adds of one position, not of all.");
    private readonly MistakeBuilder _inputPositions = worksheet.Mistake("input-positions", "Counted a multiply-add for each position of the input instead of the output.");
    private readonly MistakeBuilder _outputPositions = worksheet.Mistake("output-positions", "Counted a multiply-add for each position of the output; in a transposed convolution each input position meets the kernel once.");
    private readonly MistakeBuilder _mapChannels = worksheet.Mistake("map-channels-left-out", "Left the channels out of the size of the feature map.");
    private readonly MistakeBuilder _bytes = worksheet.Mistake("bytes-left-out", "Counted numbers, not their bytes.");
    private readonly MistakeBuilder _bits = worksheet.Mistake("bits-for-bytes", "Gave the memory in bits instead of bytes.");

    public void Add(ConvolutionLayer layer, LayerPlace at)
    {
        var (parameters, macs, kernels) = (at["parameters"], at["macs"], at["kernels"]);
        var cells = at.Cells(layer.Window.Kernel);
        if (layer.Bias)
        {
            _biasLeftOut.At(at.Name, (parameters, layer.Weights(at)), (macs, $"{parameters}*{layer.Window.Stops(at)}"));
            _biasAdditions.At(at.Name, (at["flops"], $"2*{macs}"));
        }
        else
        {
            _biasCounted.At(at.Name, (parameters, $"{layer.Weights(at)} + {kernels}"));
        }

        if (!layer.Depthwise && at.Sees.Depth > layer.Groups)
            _channelsLeftOut.At(at.Name, (parameters, $"{cells}*{kernels}{layer.BiasOf(at)}"));
        if (layer.OutputChannels(at) > 1)
        {
            AtOneKernel(layer, at);
            _mapChannels.At(at.Name, (at["features"], at.OutputPositions));
        }

        if (at.Sees.Axes.Length == 2 && layer.Window.Kernel is { IsUniform: true } side && side.IsMoreThan(1))
            _notSquared.At(at.Name, (parameters, layer.Weights(at, side.Of(at, at.Sees.Axes[0])) + layer.BiasOf(at)));
        if (layer.IsGrouped && at.Sees.Depth > 1)
            _groupsForgotten.At(at.Name, (parameters, $"{(layer with { Groups = 1, Depthwise = false }).Weights(at)}{layer.BiasOf(at)}"));
        if (layer.Window.IsTransposed ? !at.Sees.IsFlat : at.Sees.Axes.Any(axis => layer.Window.Moves(at, axis) > 1))
            _positionsLeftOut.At(at.Name, (macs, layer.Bias ? $"{parameters} - {kernels}" : parameters));
        if (layer.Window.IsTransposed)
            _outputPositions.At(at.Name, (macs, layer.MultiplyAdds(at, at.OutputPositions)));
        else if (at.Sees.Axes.Any(axis => layer.Window.Moves(at, axis) != axis.Length))
            _inputPositions.At(at.Name, (macs, layer.MultiplyAdds(at, at.Sees.Positions)));
        _flops.At(at.Name, (macs, $"2*{layer.MultiplyAdds(at, layer.Window.Stops(at))}"), (at["flops"], $"{macs}{(layer.Bias ? $" + {at["features"]}" : "")}"));
        _macs.At(at.Name, (at["flops"], macs));
    }

    public void Add(DenseStackLayer layer, LayerPlace at)
    {
        var (parameters, macs, units) = (at["parameters"], at["macs"], at["units"]);
        var weights = $"{at.Sees.Features}*{units}";
        if (layer.Bias)
        {
            _biasLeftOut.At(at.Name, (parameters, weights), (macs, parameters));
            _biasAdditions.At(at.Name, (at["flops"], $"2*{macs}"));
        }
        else
        {
            _biasCounted.At(at.Name, (parameters, $"{weights} + {units}"));
        }

        if (!at.Sees.IsFlat)
            _flattenForgotten.At(at.Name, (parameters, $"{at.Sees.Channels}*{units}{(layer.Bias ? $" + {units}" : "")}"));
        _flops.At(at.Name, (macs, layer.Bias ? $"2*({parameters} - {units})" : $"2*{parameters}"), (at["flops"], $"{macs}{(layer.Bias ? $" + {units}" : "")}"));
        _macs.At(at.Name, (at["flops"], macs));
    }

    public void AddPooling(SlidingWindow window, LayerPlace at)
    {
        _poolingParameters.At(at.Name, (at["parameters"], $"{at.Cells(window.Kernel)}*{at.Sees.Channels}"));
        if (at.Sees.Depth > 1)
            _mapChannels.At(at.Name, (at["features"], at.OutputPositions));
    }

    public void AddFlatten(LayerPlace at)
    {
        if (!at.Sees.IsFlat)
            _flattenForgotten.At(at.Name, (at["features"], at.Sees.Channels));
    }

    /// <param name="name"><c>input</c> or <c>layer1</c>.</param>
    public void AddMemory(string name, bool hasBytes)
    {
        if (hasBytes)
            _bytes.At(name, ($"{name}.memory", $"{name}.features"));
        _bits.At(name, ($"{name}.memory", $"8*{name}.features*bytesPerValue"));
    }

    /// <summary>One kernel has one bias, and its products are those of one kernel.</summary>
    private void AtOneKernel(ConvolutionLayer layer, LayerPlace at)
    {
        var one = $"{at.Cells(layer.Window.Kernel)}{(layer.Depthwise ? "" : $"*{at.Sees.Channels}{(layer.Groups > 1 ? $"/{at["groups"]}" : "")}")}";
        _kernelsLeftOut.At(at.Name, (at["parameters"], $"{one}{(layer.Bias ? " + 1" : "")}"), (at["macs"], $"{one}*{layer.Window.Stops(at)}"));
    }
}
