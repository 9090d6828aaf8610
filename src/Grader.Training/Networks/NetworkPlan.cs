using Grader.Reference.Training;

namespace Grader.Training.Networks;

/// <param name="Input">What the layer gets, of one image.</param>
/// <param name="First">Number of its first parameter.</param>
internal sealed record PlannedLayer(NetworkLayer Layer, FeatureShape Input, int First);

/// <param name="Bound">Drawn uniformly between −bound and bound; 0 where it is not drawn.</param>
/// <param name="Value">Where it is not drawn.</param>
internal sealed record PlannedParameter(long[] Shape, double Bound, double Value)
{
    public long Size { get; } = Shape.Aggregate(1L, (product, side) => product * side);
}

/// <summary>What a network consists of, however many of them are computed at once.</summary>
internal sealed class NetworkPlan
{
    private readonly List<PlannedLayer> _layers = [];
    private readonly List<PlannedParameter> _parameters = [];
    private readonly List<int> _normalized = [];

    /// <summary>Layers whose shapes fit, as <see cref="NetworkShapes"/> says.</summary>
    public NetworkPlan(IEnumerable<NetworkLayer> layers, FeatureShape image)
    {
        var input = image;
        foreach (var layer in layers)
        {
            var planned = new PlannedLayer(layer, input, _parameters.Count);
            Add(layer, input);
            input = NetworkShapes.After(layer, input) ?? throw new InvalidOperationException($"{layer.Kind} does not fit {input}, and was read as if it did");
            Plan(planned, input);
        }
    }

    public IReadOnlyList<PlannedLayer> Layers => _layers;

    public IReadOnlyList<PlannedParameter> Parameters => _parameters;

    /// <summary>Channels of each batch normalisation.</summary>
    public IReadOnlyList<int> Normalized => _normalized;

    /// <summary>The largest number stays the largest under ReLU, which is done on the fewer numbers after pooling: the same values, and the same gradients, since where the largest is not positive there is none.</summary>
    /// <param name="output">Of the layer.</param>
    private void Plan(PlannedLayer planned, FeatureShape output)
    {
        if (planned.Layer is PoolingLayer { Maximum: true } && _layers is [.., { Layer: ActivationLayer { Function: Activation.Relu } } relu])
            (_layers[^1], planned) = (planned, relu with { Input = output });
        _layers.Add(planned);
    }

    private void Add(NetworkLayer layer, FeatureShape input)
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
                _parameters.Add(new([input.Channels], 0, 1));
                _parameters.Add(new([input.Channels], 0, 0));
                _normalized.Add(input.Channels);
                break;
            default:
                break;
        }
    }

    /// <summary>As PyTorch begins: weights and biases uniform within 1/√(inputs of a unit), scales 1 and shifts 0.</summary>
    private void AddUnits(int units, long[] inputs, bool bias)
    {
        var bound = 1 / Math.Sqrt(inputs.Aggregate(1L, (product, side) => product * side));
        _parameters.Add(new([units, .. inputs], bound, 0));
        if (bias)
            _parameters.Add(new([units], bound, 0));
    }
}
