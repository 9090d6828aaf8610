using Grader.Reference.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Grader.Training.Networks;

/// <summary>A network whose parameters are one vector, which one optimiser step updates at once: on a CPU faster than a module's many small tensors.</summary>
internal sealed class Network : IDisposable
{
    private readonly NetworkPlan _plan;
    private readonly long[] _sizes;
    private readonly List<(Tensor Mean, Tensor Variance)> _running;

    /// <summary>Layers whose shapes fit, as <see cref="NetworkShapes"/> says.</summary>
    public Network(IEnumerable<NetworkLayer> layers, FeatureShape image, Device device)
    {
        _plan = new(layers, image);
        _sizes = [.. _plan.Parameters.Select(parameter => parameter.Size)];
        _running = [.. _plan.Normalized.Select(channels => (zeros(channels, device: device), ones(channels, device: device)))];
        Parameters = zeros(_sizes.Sum(), device: device);
    }

    /// <summary>All parameters, layer by layer.</summary>
    public Tensor Parameters { get; }

    /// <summary>Means and variances of batch normalisation, layer by layer.</summary>
    public IEnumerable<Tensor> Running => _running.SelectMany(pair => new[] { pair.Mean, pair.Variance });

    public void Initialize(long seed)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        manual_seed(seed);
        var offset = 0L;
        foreach (var parameter in _plan.Parameters)
        {
            var part = Parameters.narrow(0, offset, parameter.Size);
            // Drawn on the CPU, so that every device begins alike.
            if (parameter.Bound > 0)
                part.copy_((rand(parameter.Size) * (2 * parameter.Bound)) - parameter.Bound);
            else
                part.fill_(parameter.Value);
            offset += parameter.Size;
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
        foreach (var (layer, shape, first) in _plan.Layers)
        {
            input = layer switch
            {
                ConvolutionLayer convolution => functional.conv2d(input, Part(first), convolution.Bias ? Part(first + 1) : null, strides: [convolution.Stride, convolution.Stride], padding: [convolution.Padding, convolution.Padding]),
                PoolingLayer { Maximum: true } pooling => MaximumPooling.Of(input, pooling.Kernel, pooling.Stride),
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

        Tensor Part(int index) => parts[index].view(_plan.Parameters[index].Shape);
    }

    public void Dispose()
    {
        Parameters.Dispose();
        foreach (var tensor in Running)
            tensor.Dispose();
    }
}
