namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>What goes wrong in counting a convolutional network, each mistake at each layer where it changes something.</summary>
internal sealed class ConvolutionStackMistakes(WorksheetBuilder worksheet)
{
    private readonly MistakeBuilder _stridePlusOne = worksheet.Mistake("stride-plus-one", "Divided by stride + 1 instead of dividing by the stride and adding 1.");
    private readonly MistakeBuilder _paddingForgotten = worksheet.Mistake("padding-forgotten", "Left the padding out of the output size.");
    private readonly MistakeBuilder _paddingOnce = worksheet.Mistake("padding-once", "Added the padding once instead of on both sides.");
    private readonly MistakeBuilder _ceiling = worksheet.Mistake("ceiling-for-floor", "Rounded the output size up instead of down.");
    private readonly MistakeBuilder _oneForgotten = worksheet.Mistake("one-forgotten", "Divided by the stride without adding 1.");
    private readonly MistakeBuilder _biasCounted = worksheet.Mistake("bias-counted", "Counted a bias for each kernel, and these layers have none.");
    private readonly MistakeBuilder _biasLeftOut = worksheet.Mistake("bias-left-out", "Left the bias of each kernel out of the parameters.");
    private readonly MistakeBuilder _channelsLeftOut = worksheet.Mistake("input-channels-left-out", "Left the input channels out of the number of weights.");
    private readonly MistakeBuilder _flops = worksheet.Mistake("flops-for-macs", "Counted a multiplication and an addition as two operations where a multiply-add is one.");

    /// <param name="width">Of what the layer sees, where nothing went wrong before it.</param>
    public void Add(ConvolutionLayer layer, LayerPlace at, long width, long height)
    {
        // The value where nothing went wrong is not asked for here: a size that comes out right in this layer may come out wrong after another mistake.
        AtSize(_stridePlusOne, at, size => $"floor(({size} - {at.Name}.kernel + 2*{at.Name}.padding)/({at.Name}.stride + 1))");
        AtSize(_oneForgotten, at, size => $"floor(({size} - {at.Name}.kernel + 2*{at.Name}.padding)/{at.Name}.stride)");
        if (layer.Padding > 0)
        {
            AtSize(_paddingForgotten, at, size => $"floor(({size} - {at.Name}.kernel)/{at.Name}.stride) + 1");
            AtSize(_paddingOnce, at, size => $"floor(({size} - {at.Name}.kernel + {at.Name}.padding)/{at.Name}.stride) + 1");
        }

        if ((width - layer.Kernel + 2 * layer.Padding) % layer.Stride != 0 || (height - layer.Kernel + 2 * layer.Padding) % layer.Stride != 0)
            AtSize(_ceiling, at, size => $"ceil(({size} - {at.Name}.kernel + 2*{at.Name}.padding)/{at.Name}.stride) + 1");
        if (layer.Bias)
            _biasLeftOut.At(at.Name, ($"{at.Name}.parameters", at.Weights), ($"{at.Name}.macs", at.MultiplyAdds(bias: false)));
        else
            _biasCounted.At(at.Name, ($"{at.Name}.parameters", $"{at.Weights} + {at.Name}.kernels"));
        _channelsLeftOut.At(at.Name, ($"{at.Name}.parameters", $"{at.Name}.kernel^2*{at.Name}.kernels{(layer.Bias ? $" + {at.Name}.kernels" : "")}"));
        _flops.At(at.Name, ($"{at.Name}.macs", $"2*{at.MultiplyAdds(layer.Bias)}"));
    }

    /// <summary>Width and height are computed the same way: who errs in one errs in both.</summary>
    private static void AtSize(MistakeBuilder mistake, LayerPlace at, Func<string, string> formula) =>
        mistake.At(at.Name, ($"{at.Name}.outputWidth", formula(at.Width)), ($"{at.Name}.outputHeight", formula(at.Height)));
}
