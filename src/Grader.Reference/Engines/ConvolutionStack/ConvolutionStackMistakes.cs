namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>What goes wrong in counting a convolutional network, each mistake at each layer where it changes something.</summary>
internal sealed class ConvolutionStackMistakes(WorksheetBuilder worksheet)
{
    private readonly MistakeBuilder _stridePlusOne = worksheet.Mistake("stride-plus-one", "Divided by stride + 1 instead of dividing by the stride and adding 1.");
    private readonly MistakeBuilder _paddingForgotten = worksheet.Mistake("padding-forgotten", "Left the padding out of the output size.");
    private readonly MistakeBuilder _paddingOnce = worksheet.Mistake("padding-once", "Added the padding once instead of on both sides.");
    private readonly MistakeBuilder _ceiling = worksheet.Mistake("ceiling-for-floor", "Rounded the output size up instead of down.");
    private readonly MistakeBuilder _oneForgotten = worksheet.Mistake("one-forgotten", "Divided by the stride without adding 1.");
    private readonly MistakeBuilder _dilationForgotten = worksheet.Mistake("dilation-forgotten", "Took the kernel for one without dilation.");
    private readonly MistakeBuilder _biasCounted = worksheet.Mistake("bias-counted", "Counted a bias for each kernel, and these layers have none.");
    private readonly MistakeBuilder _biasLeftOut = worksheet.Mistake("bias-left-out", "Left the bias of each kernel out of the parameters.");
    private readonly MistakeBuilder _channelsLeftOut = worksheet.Mistake("input-channels-left-out", "Left the input channels out of the number of weights.");
    private readonly MistakeBuilder _groupsForgotten = worksheet.Mistake("groups-forgotten", "Let every kernel see all channels; a kernel sees those of its group.");
    private readonly MistakeBuilder _flattenForgotten = worksheet.Mistake("flatten-forgotten", "Took the channels for all inputs of a dense layer, without width and height.");
    private readonly MistakeBuilder _flops = worksheet.Mistake("flops-for-macs", "Counted a multiplication and an addition as two operations where a multiply-add is one.");

    public void AddSizes(SlidingWindow window, LayerPlace at)
    {
        if (window.Same)
            return;
        var stride = $"{at.Name}.stride";
        AtSize(_stridePlusOne, at, size => $"floor({window.Span(at, size)}/({stride} + 1))");
        AtSize(_oneForgotten, at, size => $"floor({window.Span(at, size)}/{stride})");
        if (window.Padding > 0)
        {
            AtSize(_paddingForgotten, at, size => $"floor(({size} - {window.Side(at)})/{stride}) + 1");
            AtSize(_paddingOnce, at, size => $"floor(({size} - {window.Side(at)} + {at.Name}.padding)/{stride}) + 1");
        }

        if (window.Rounds(at))
            AtSize(_ceiling, at, size => $"ceil({window.Span(at, size)}/{stride}) + 1");
        if (window.Dilation > 1)
            AtSize(_dilationForgotten, at, size => $"floor(({size} - {at.Name}.kernel + 2*{at.Name}.padding)/{stride}) + 1");
    }

    public void AddCounts(ConvolutionLayer layer, LayerPlace at)
    {
        var (parameters, macs) = ($"{at.Name}.parameters", $"{at.Name}.macs");
        var bias = layer.Bias ? $" + {at.Name}.kernels" : "";
        if (layer.Bias)
            _biasLeftOut.At(at.Name, (parameters, layer.Weights(at)), (macs, (layer with { Bias = false }).MultiplyAdds(at)));
        else
            _biasCounted.At(at.Name, (parameters, $"{layer.Weights(at)} + {at.Name}.kernels"));
        if (at.Sees.Depth > layer.Groups)
            _channelsLeftOut.At(at.Name, (parameters, $"{at.Name}.kernel^2*{at.Name}.kernels{bias}"));
        if (layer.Groups > 1)
            _groupsForgotten.At(at.Name, (parameters, (layer with { Groups = 1 }).Weights(at) + bias));
        _flops.At(at.Name, (macs, $"2*{layer.MultiplyAdds(at)}"));
    }

    public void AddCounts(DenseStackLayer layer, LayerPlace at)
    {
        var (parameters, macs) = ($"{at.Name}.parameters", $"{at.Name}.macs");
        var weights = $"{at.Sees.Features}*{at.Name}.units";
        if (layer.Bias)
            _biasLeftOut.At(at.Name, (parameters, weights), (macs, parameters));
        else
            _biasCounted.At(at.Name, (parameters, $"{weights} + {at.Name}.units"));
        if (at.Sees.Columns * at.Sees.Rows > 1)
            _flattenForgotten.At(at.Name, (parameters, $"{at.Sees.Channels}*{at.Name}.units{(layer.Bias ? $" + {at.Name}.units" : "")}"));
        _flops.At(at.Name, (macs, layer.Bias ? $"2*({parameters} - {at.Name}.units)" : $"2*{parameters}"));
    }

    /// <summary>Width and height are computed the same way: who errs in one errs in both.</summary>
    private static void AtSize(MistakeBuilder mistake, LayerPlace at, Func<string, string> formula) =>
        mistake.At(at.Name, ($"{at.Name}.outputWidth", formula(at.Sees.Width)), ($"{at.Name}.outputHeight", formula(at.Sees.Height)));
}
