using Grader.Reference.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Grader.Training.Networks;

/// <summary>Networks of one shape, a seed each, computed at once: their channels stand side by side in grouped convolutions, and their dense layers are one batched product. No number of one flows into another.</summary>
internal sealed class NetworkGroup : IDisposable
{
    private readonly NetworkPlan _plan;
    private readonly int _count;
    private readonly long[] _sizes;
    private readonly List<(Tensor Mean, Tensor Variance)> _running;

    /// <summary>Layers whose shapes fit, as <see cref="NetworkShapes"/> says.</summary>
    /// <param name="count">Networks.</param>
    public NetworkGroup(IEnumerable<NetworkLayer> layers, FeatureShape image, int count, Device device)
    {
        (_plan, _count) = (new(layers, image), count);
        _sizes = [.. _plan.Parameters.Select(parameter => count * parameter.Size)];
        _running = [.. _plan.Normalized.Select(channels => (zeros(count * channels, device: device), ones(count * channels, device: device)))];
        Parameters = zeros(_sizes.Sum(), device: device);
    }

    /// <summary>All parameters, layer by layer, and of each layer network by network.</summary>
    public Tensor Parameters { get; }

    /// <summary>Means and variances of batch normalisation, layer by layer, and of each layer network by network.</summary>
    public IEnumerable<Tensor> Running => _running.SelectMany(pair => new[] { pair.Mean, pair.Variance });

    /// <summary>Each network begins as it does alone.</summary>
    /// <param name="seeds">A seed a network.</param>
    public void Initialize(IReadOnlyList<long> seeds)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var parts = Parameters.split(_sizes).Select(part => part.view(_count, -1)).ToList();
        for (var network = 0; network < _count; network++)
        {
            manual_seed(seeds[network]);
            foreach (var (parameter, part) in _plan.Parameters.Zip(parts))
            {
                // Drawn on the CPU, so that every device begins alike.
                if (parameter.Bound > 0)
                    part[network].copy_((rand(parameter.Size) * (2 * parameter.Bound)) - parameter.Bound);
                else
                    part[network].fill_(parameter.Value);
            }
        }

        foreach (var (mean, variance) in _running)
        {
            mean.zero_();
            variance.fill_(1);
        }

        Parameters.requires_grad = true;
    }

    /// <summary>What of such tensors as <see cref="Parameters"/> and <see cref="Running"/> is each network's: views of <c>[networks, numbers]</c>.</summary>
    /// <param name="learned">The parameters, then means and variances.</param>
    public IEnumerable<Tensor> ByNetwork(IReadOnlyList<Tensor> learned) => learned[0].split(_sizes).Concat(learned.Skip(1)).Select(part => part.view(_count, -1));

    /// <summary>Batches of the same length, one a network, side by side: <c>[batch, networks · channels, height, width]</c>.</summary>
    /// <param name="images">Network by network: <c>[networks · batch, channels, height, width]</c>.</param>
    public Tensor SideBySide(Tensor images)
    {
        var shape = images.shape;
        return images.view(_count, shape[0] / _count, shape[1], shape[2], shape[3]).transpose(0, 1).reshape(shape[0] / _count, _count * shape[1], shape[2], shape[3]);
    }

    /// <summary>One batch for all networks.</summary>
    public Tensor Repeated(Tensor images) => images.repeat(1, _count, 1, 1);

    /// <returns><c>[networks, batch, classes]</c>.</returns>
    /// <param name="input"><c>[batch, networks · channels, height, width]</c>.</param>
    /// <param name="masks">Of dropout in training; null in evaluation.</param>
    public Tensor Forward(Tensor input, DropoutMasks? masks)
    {
        var parts = Parameters.split(_sizes);
        var normalization = 0;
        foreach (var (layer, shape, first) in _plan.Layers)
        {
            input = layer switch
            {
                ConvolutionLayer convolution => functional.conv2d(input, Weight(first), convolution.Bias ? parts[first + 1] : null, strides: [convolution.Stride, convolution.Stride], padding: [convolution.Padding, convolution.Padding], groups: _count),
                PoolingLayer { Maximum: true } pooling => MaximumPooling.Of(input, pooling.Kernel, pooling.Stride),
                PoolingLayer pooling => functional.avg_pool2d(input, pooling.Kernel, pooling.Stride),
                GlobalPoolingLayer => Flat(input.mean([2, 3])),
                FlattenLayer => shape.IsFlat ? input : Flat(input),
                // Never baddbmm: this TorchSharp takes its arguments in another order, silently.
                DenseLayer dense => WithBias(bmm(shape.IsFlat ? input : Flat(input), parts[first].view(_count, dense.Units, -1).transpose(1, 2)), dense.Bias ? parts[first + 1] : null),
                ActivationLayer { Function: Activation.Relu } => functional.relu(input),
                ActivationLayer { Function: Activation.Tanh } => input.tanh(),
                ActivationLayer => input.sigmoid(),
                BatchNormalizationLayer batch => shape.IsFlat ? Flat(Normalized(input.transpose(0, 1).flatten(1), batch, first, normalization++)) : Normalized(input, batch, first, normalization++),
                DropoutLayer dropout => masks is null || dropout.Rate.Sign == 0 ? input : input * masks.Next(input.shape[shape.IsFlat ? 1 : 0], shape, dropout.Rate.ToDouble()).view(input.shape),
                _ => throw new InvalidOperationException($"no computation for {layer.Kind}"),
            };
        }

        return input;

        // Each group of kernels has the channels of its own network alone.
        Tensor Weight(int index)
        {
            var kernels = _plan.Parameters[index].Shape;
            return parts[index].view(_count * kernels[0], kernels[1], kernels[2], kernels[3]);
        }

        Tensor Normalized(Tensor sideBySide, BatchNormalizationLayer batch, int index, int place) =>
            functional.batch_norm(sideBySide, _running[place].Mean, _running[place].Variance, parts[index], parts[index + 1], masks is not null, batch.Momentum.ToDouble(), batch.Epsilon.ToDouble());

        // [networks, batch, units] and a number a unit.
        Tensor WithBias(Tensor product, Tensor? bias) => bias is null ? product : product + bias.view(_count, 1, -1);
    }

    public void Dispose()
    {
        Parameters.Dispose();
        foreach (var tensor in Running)
            tensor.Dispose();
    }

    /// <summary>From <c>[batch, networks · channels, …]</c> to <c>[networks, batch, numbers]</c>.</summary>
    private Tensor Flat(Tensor sideBySide) => sideBySide.reshape(sideBySide.shape[0], _count, -1).transpose(0, 1);
}
