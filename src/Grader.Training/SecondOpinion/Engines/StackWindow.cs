using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>A window of a convolution stack, slid over a map of one channel that is 1 everywhere. Numbers are in the order of a tensor's axes: height, width.</summary>
internal sealed class StackWindow
{
    private readonly Given _layer;
    private readonly string _kind;
    private readonly string[] _axes;
    private readonly long[] _kernel;
    private readonly long[] _stride;
    private readonly long[] _padding;
    private readonly long[] _dilation;
    private readonly long[] _outputPadding;
    private readonly bool _same;

    public StackWindow(Given layer, string kind, string[] axes, Tensor map)
    {
        (_layer, _kind, _axes) = (layer, kind, axes);
        _kernel = layer.PerAxis("kernel", axes.Length, 1);
        _stride = kind == "pooling" && !layer.Has("stride") ? _kernel : layer.PerAxis("stride", axes.Length, 1);
        _padding = layer.PerAxis("padding", axes.Length, 0);
        _dilation = kind == "pooling" ? [.. Enumerable.Repeat(1L, axes.Length)] : layer.PerAxis("dilation", axes.Length, 1);
        _outputPadding = layer.PerAxis("outputPadding", axes.Length, 0);
        _same = layer.Text("padding") == "same";
        var ones = torch.ones([1, 1, .. _kernel], torch.float64);
        if (kind == "transposed")
        {
            Output = Spread(map, ones, _padding, _outputPadding).shape[2..];
            // What the padding takes off was multiplied as well.
            Products = (long)Spread(map, ones, new long[axes.Length], new long[axes.Length]).sum().ToDouble();
            return;
        }

        var slid = Slide(Padded(map), ones);
        Output = slid.shape[2..];
        Products = (long)slid.sum().ToDouble();
    }

    /// <summary>Size along each axis.</summary>
    public long[] Output { get; }

    /// <summary>Of one kernel on one channel; those with the zeros of a padding count as others do.</summary>
    public long Products { get; }

    /// <summary>Each of its numbers stands for all axes.</summary>
    public bool IsSquare => Array.TrueForAll(["kernel", "stride", "dilation"], key => !_layer.Has(key) || !_layer.IsPerAxis(key));

    public void AddTo(Figures figures, string name)
    {
        AddNumber("kernel", _kernel, _layer.IsPerAxis("kernel"));
        AddNumber("stride", _stride, _layer.IsPerAxis(_kind == "pooling" && !_layer.Has("stride") ? "kernel" : "stride"));
        if (!_same)
            AddNumber("padding", _padding, _layer.IsPerAxis("padding"));
        if (_dilation.Zip(_kernel).Any(pair => pair.First > 1 && pair.Second > 1))
            AddNumber("dilation", _dilation, _layer.IsPerAxis("dilation"));
        if (_outputPadding.Any(number => number > 0))
            AddNumber("outputPadding", _outputPadding, _layer.IsPerAxis("outputPadding"));

        void AddNumber(string key, long[] numbers, bool perAxis)
        {
            for (var axis = 0; axis < (perAxis && _axes.Length > 1 ? _axes.Length : 1); axis++)
                figures.Add($"{name}.{key}{(perAxis && _axes.Length > 1 ? _axes[axis] : "")}", numbers[axis]);
        }
    }

    public long Parameters(long channels, long kernels, long groups, bool bias)
    {
        var device = Modules.Unfilled;
        return Modules.Count((_kind == "transposed", _axes.Length) switch
        {
            (true, 1) => torch.nn.ConvTranspose1d(channels, kernels, _kernel[0], groups: groups, bias: bias, device: device),
            (true, _) => torch.nn.ConvTranspose2d(channels, kernels, (_kernel[0], _kernel[1]), groups: groups, bias: bias, device: device),
            (false, 1) => torch.nn.Conv1d(channels, kernels, _kernel[0], groups: groups, bias: bias, device: device),
            _ => torch.nn.Conv2d(channels, kernels, (_kernel[0], _kernel[1]), groups: groups, bias: bias, device: device),
        });
    }

    public bool Fits(Tensor line, int axis) => line.shape[2] >= _dilation[axis] * (_kernel[axis] - 1) + 1;

    /// <summary>Over one axis alone, without padding. A kernel of ones depends on all of its window, as pooling does.</summary>
    public Tensor SlideAlong(Tensor line, int axis) => torch.nn.functional.conv1d(line, torch.ones([1, 1, _kernel[axis]], torch.float64), null, _stride[axis], 0, _dilation[axis]);

    private Tensor Slide(Tensor map, Tensor ones) => _axes.Length == 1
        ? torch.nn.functional.conv1d(map, ones, null, _stride[0], 0, _dilation[0])
        : torch.nn.functional.conv2d(map, ones, null, _stride, [0, 0], _dilation);

    private Tensor Spread(Tensor map, Tensor ones, long[] padding, long[] outputPadding) => _axes.Length == 1
        ? torch.nn.functional.conv_transpose1d(map, ones, null, _stride[0], padding[0], outputPadding[0], _dilation[0])
        : torch.nn.functional.conv_transpose2d(map, ones, null, _stride, padding, outputPadding, _dilation);

    /// <summary>Ones in the place of the padding's zeros, which are multiplied, too. <c>same</c> is padded up to the number of strides that covers the map.</summary>
    private Tensor Padded(Tensor map)
    {
        var pads = new List<long>();
        // The last axis comes first.
        for (var axis = _axes.Length - 1; axis >= 0; axis--)
        {
            var (size, total) = (map.shape[2 + axis], 2 * _padding[axis]);
            if (_same)
            {
                var stops = (long)Math.Ceiling((double)size / _stride[axis]);
                total = Math.Max(0, (stops - 1) * _stride[axis] + _dilation[axis] * (_kernel[axis] - 1) + 1 - size);
            }

            pads.AddRange([total / 2, total - total / 2]);
        }

        return torch.nn.functional.pad(map, [.. pads], PaddingModes.Constant, 1);
    }
}
