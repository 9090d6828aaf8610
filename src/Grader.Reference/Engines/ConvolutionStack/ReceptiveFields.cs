namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>
/// The receptive field of each layer in the input, and its jump: how many input positions lie between neighbouring output positions. One number stands for both axes
/// where all windows are square. They end before a layer that sees all of its input, and before a transposed convolution, where they differ from place to place.
/// </summary>
internal sealed class ReceptiveFields(WorksheetBuilder worksheet, MistakeBuilder dilationForgotten)
{
    private readonly MistakeBuilder _withoutStride = worksheet.Mistake("receptive-field-without-stride", "Added up kernels in the receptive field without the strides of the layers before.");
    private readonly MistakeBuilder _ownStride = worksheet.Mistake("receptive-field-own-stride", "Spread the kernel by the stride of its own layer; only the strides of the layers before count.");
    private readonly MistakeBuilder _wholeKernel = worksheet.Mistake("receptive-field-whole-kernel", "Added the whole kernel to the receptive field instead of the kernel less 1.");
    private readonly MistakeBuilder _jumpSummed = worksheet.Mistake("strides-added", "Added the strides of the layers instead of multiplying them.");

    public void Add(IEnumerable<(StackLayer Layer, LayerPlace At)> layers)
    {
        var sliding = layers.TakeWhile(item => item.Layer.Slides is { IsTransposed: false }).Select(item => (Window: item.Layer.Slides!, item.At)).ToList();
        if (sliding.Count == 0)
            return;
        var square = sliding.TrueForAll(item => item.Window is { Kernel.IsUniform: true, Stride.IsUniform: true, Dilation.IsUniform: true });
        foreach (var axis in sliding[0].At.Sees.Axes.Take(square ? 1 : 2))
        {
            var (name, field, jump, strides) = (square ? "" : axis.Name, "1", "", 1L);
            foreach (var (window, at) in sliding)
            {
                var along = at.Sees.Axes.First(own => own.Name == axis.Name);
                var direction = name.Length == 0 ? "" : $" along the {axis.Say}";
                var (what, where) = ($"of layer {at.Number}{direction}", at.Name + direction);
                var (fieldName, jumpName) = (at["receptiveField" + name], at["jump" + name]);
                var (side, stride) = (window.Side(at, along), window.Stride.Of(at, along));
                var step = jump.Length == 0 ? "" : "*" + jump;
                worksheet.Add(fieldName, $"{field} + ({side} - 1){step}", $"side of the receptive field {what}");
                worksheet.Add(jumpName, jump.Length == 0 ? stride : $"{jump}*{stride}", $"jump {what}: input positions from one output position to the next");

                var (cells, own) = (window.Extent(at, along), (long)window.Stride.Along(at, along));
                if (cells > 1 && strides > 1)
                    _withoutStride.At(where, (fieldName, $"{field} + {side} - 1"));
                if (cells > 1 && own > 1)
                    _ownStride.At(where, (fieldName, $"{field} + ({side} - 1)*{jumpName}"));
                _wholeKernel.At(where, (fieldName, $"{field} + {side}{step}"));
                if (window.Dilation.Along(at, along) > 1 && cells > 1)
                    dilationForgotten.At(where, (fieldName, $"{field} + ({window.Kernel.Of(at, along)} - 1){step}"));
                if (jump.Length > 0)
                    _jumpSummed.At(where, (jumpName, $"{jump} + {stride}"));
                (field, jump, strides) = (fieldName, jumpName, strides * own);
            }
        }
    }
}
