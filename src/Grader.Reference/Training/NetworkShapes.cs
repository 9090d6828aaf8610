using Grader.Mathematics;

namespace Grader.Reference.Training;

/// <param name="Layer">1-based among the layers given; one past the last for the network as a whole.</param>
public sealed record ShapeProblem(int Layer, string Message, string Advice);

/// <summary>The shape after each layer, known before anything is trained.</summary>
public static class NetworkShapes
{
    /// <summary>Numbers that a layer gives out for an image; beyond it a batch is more than a machine holds.</summary>
    public const long MostNumbers = 10_000_000;

    /// <summary>Of all layers together; an optimiser keeps up to four numbers for each.</summary>
    public const long MostParameters = 500_000_000;

    /// <param name="shapes">What each layer gives out, as far as it can be told.</param>
    /// <returns>What does not fit, or null.</returns>
    public static ShapeProblem? Follow(Sequence<NetworkLayer> layers, FeatureShape image, int classes, out Sequence<FeatureShape> shapes)
    {
        var outputs = new List<FeatureShape>();
        var input = image;
        ShapeProblem? problem = null;
        var parameters = 0L;
        for (var index = 0; index < layers.Count && problem is null; index++)
        {
            parameters += Parameters(layers[index], input);
            if (After(layers[index], input) is not { } output)
            {
                problem = Misfit(layers[index], index + 1, input);
                continue;
            }

            problem = TooLarge(layers[index], index + 1, output, parameters);
            outputs.Add(input = output);
        }

        if (problem is null && !(input.IsFlat && input.Channels == classes))
            problem = new(layers.Count + 1, $"The network gives out {input}, and there are {classes} classes.", $"Let its last layer be {{ \"kind\": \"dense\", \"units\": {classes} }}; loss and accuracy are computed on its numbers as they are.");
        shapes = outputs.ToSequence();
        return problem;
    }

    /// <returns>Null where the layer does not fit its input.</returns>
    public static FeatureShape? After(NetworkLayer layer, FeatureShape input) => layer switch
    {
        ConvolutionLayer { Kernels: var kernels, Kernel: var kernel, Stride: var stride, Padding: var padding } when !input.IsFlat => Window(input with { Channels = kernels }, kernel, stride, padding),
        PoolingLayer { Kernel: var kernel, Stride: var stride } when !input.IsFlat => Window(input, kernel, stride, 0),
        ConvolutionLayer or PoolingLayer => null,
        GlobalPoolingLayer => input.IsFlat ? null : new FeatureShape(input.Channels, 1, 1, true),
        FlattenLayer => input.Count <= int.MaxValue ? new FeatureShape((int)input.Count, 1, 1, true) : null,
        DenseLayer dense => new FeatureShape(dense.Units, 1, 1, true),
        _ => input,
    };

    /// <summary>Of a layer alone.</summary>
    private static long Parameters(NetworkLayer layer, FeatureShape input) => layer switch
    {
        ConvolutionLayer convolution => (long)convolution.Kernels * ((input.Channels * (long)convolution.Kernel * convolution.Kernel) + (convolution.Bias ? 1 : 0)),
        DenseLayer dense => dense.Units * (input.Count + (dense.Bias ? 1 : 0)),
        BatchNormalizationLayer => 2L * input.Channels,
        _ => 0,
    };

    private static ShapeProblem? TooLarge(NetworkLayer layer, int number, FeatureShape output, long parameters) => (output.Count, parameters) switch
    {
        ( > MostNumbers, _) => new(number, $"Layer {number} ({layer.Kind}) gives out {output}: {output.Count} numbers an image.", $"At most {MostNumbers} can be trained here. Take fewer kernels, less padding, or a larger stride."),
        (_, > MostParameters) => new(number, $"With layer {number} ({layer.Kind}) the network has {parameters} parameters.", $"At most {MostParameters} can be trained here. Take fewer units or kernels, or pool before it."),
        _ => null,
    };

    private static FeatureShape? Window(FeatureShape input, int kernel, int stride, int padding)
    {
        var (height, width) = (input.Height + (2 * padding) - kernel, input.Width + (2 * padding) - kernel);
        return height < 0 || width < 0 ? null : input with { Height = (height / stride) + 1, Width = (width / stride) + 1 };
    }

    private static ShapeProblem Misfit(NetworkLayer layer, int number, FeatureShape input)
    {
        var name = $"Layer {number} ({layer.Kind})";
        return layer switch
        {
            _ when input.IsFlat => new(number, $"{name} wants channels × height × width, and its input is a row of {input} numbers.", "Move it before the layer that flattens."),
            ConvolutionLayer convolution => new(number, $"{name} has a kernel of {convolution.Kernel} × {convolution.Kernel} and padding {convolution.Padding}, and its input is {input}.", "Take a smaller kernel, more padding, or less pooling before it."),
            PoolingLayer pooling => new(number, $"{name} has a window of {pooling.Kernel} × {pooling.Kernel}, and its input is {input}.", "Take a smaller window, or leave the layer out."),
            _ => new(number, $"{name} does not fit its input, which is {input}.", "Change the layers before it."),
        };
    }
}
