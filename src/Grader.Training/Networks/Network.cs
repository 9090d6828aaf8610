using Grader.Reference.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Grader.Training.Networks;

/// <summary>A network whose parameters are one vector, which one optimiser step updates at once: on a CPU faster than a module's many small tensors.</summary>
internal sealed class Network : IDisposable
{
    private readonly List<(NetworkLayer Layer, FeatureShape Input, int First)> _steps = [];
    private readonly List<(long[] Shape, double Bound, double Value)> _parameters = [];
    private readonly List<(Tensor Mean, Tensor Variance)> _running = [];
    private readonly long[] _sizes;

    /// <summary>Layers whose shapes fit, as <see cref="NetworkShapes"/> says.</summary>
    public Network(IEnumerable<NetworkLayer> layers, FeatureShape image, Device device)
    {
        var input = image;
        foreach (var layer in layers)
        {
            _steps.Add((layer, input, _parameters.Count));
            Add(layer, input, device);
            input = NetworkShapes.After(layer, input) ?? throw new InvalidOperationException($"{layer.Kind} does not fit {input}, and was read as if it did");
        }

        _sizes = [.. _parameters.Select(parameter => parameter.Shape.Aggregate(1L, (product, side) => product * side))];
        Parameters = zeros(_sizes.Sum(), device: device);
    }

    /// <summary>All parameters, layer by layer.</summary>
    public Tensor Parameters { get; }

    /// <summary>Means and variances of batch normalisation, layer by layer.</summary>
    public IEnumerable<Tensor> Running => _running.SelectMany(pair => new[] { pair.Mean, pair.Variance });

    /// <summary>As PyTorch begins: weights and biases uniform within 1/√(inputs of a unit), scales 1 and shifts 0.</summary>
    public void Initialize(long seed)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        manual_seed(seed);
        var offset = 0L;
        foreach (var ((_, bound, value), size) in _parameters.Zip(_sizes))
        {
            var part = Parameters.narrow(0, offset, size);
            // Drawn on the CPU, so that every device begins alike.
            if (bound > 0)
                part.copy_((rand(size) * (2 * bound)) - bound);
            else
                part.fill_(value);
            offset += size;
        }

        foreach (var (mean, variance) in _running)
        {
            mean.zero_();
            variance.fill_(1);
        }

        Parameters.requires_grad = true;
    }

    public Tensor Forward(Tensor input, bool training)
    {
        var parts = Parameters.split(_sizes);
        var normalization = 0;
        foreach (var (layer, shape, first) in _steps)
        {
            input = layer switch
            {
                ConvolutionLayer convolution => functional.conv2d(input, Part(first), convolution.Bias ? Part(first + 1) : null, strides: [convolution.Stride, convolution.Stride], padding: [convolution.Padding, convolution.Padding]),
                PoolingLayer { Maximum: true } pooling => functional.max_pool2d(input, pooling.Kernel, pooling.Stride),
                PoolingLayer pooling => functional.avg_pool2d(input, pooling.Kernel, pooling.Stride),
                GlobalPoolingLayer => input.mean([2, 3]),
                FlattenLayer => input.flatten(1),
                DenseLayer dense => functional.linear(shape.IsFlat ? input : input.flatten(1), Part(first), dense.Bias ? Part(first + 1) : null),
                ActivationLayer { Function: Activation.Relu } => functional.relu(input),
                ActivationLayer { Function: Activation.Tanh } => input.tanh(),
                ActivationLayer => input.sigmoid(),
                BatchNormalizationLayer batch => functional.batch_norm(input, _running[normalization].Mean, _running[normalization++].Variance, Part(first), Part(first + 1), training, batch.Momentum.ToDouble(), batch.Epsilon.ToDouble()),
                DropoutLayer dropout => training ? functional.dropout(input, dropout.Rate.ToDouble(), true) : input,
                _ => throw new InvalidOperationException($"no computation for {layer.Kind}"),
            };
        }

        return input;

        Tensor Part(int index) => parts[index].view(_parameters[index].Shape);
    }

    public void Dispose()
    {
        Parameters.Dispose();
        foreach (var tensor in Running)
            tensor.Dispose();
    }

    private void Add(NetworkLayer layer, FeatureShape input, Device device)
    {
        switch (layer)
        {
            case ConvolutionLayer convolution:
                AddUnits(convolution.Kernels, [input.Channels, convolution.Kernel, convolution.Kernel], convolution.Bias);
                break;
            case DenseLayer dense:
                AddUnits(dense.Units, [input.Count], dense.Bias);
                break;
            case BatchNormalizationLayer:
                _parameters.Add(([input.Channels], 0, 1));
                _parameters.Add(([input.Channels], 0, 0));
                _running.Add((zeros(input.Channels, device: device), ones(input.Channels, device: device)));
                break;
            default:
                break;
        }
    }

    private void AddUnits(int units, long[] inputs, bool bias)
    {
        var bound = 1 / Math.Sqrt(inputs.Aggregate(1L, (product, side) => product * side));
        _parameters.Add(([units, .. inputs], bound, 0));
        if (bias)
            _parameters.Add(([units], bound, 0));
    }
}
