using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>
/// Sizes by sliding libtorch's windows over a map of one channel, multiply-adds by summing what a kernel of ones makes of ones, parameters by counting those of modules, and
/// receptive fields by what of the input autograd reaches from one output.
/// </summary>
internal static class ConvolutionStackOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var input = given.Object("input");
        string[] axes = input.Has("length") ? ["Length"] : ["Height", "Width"];
        foreach (var axis in axes)
            figures.Add($"input.{axis.ToLowerInvariant()}", input.Whole(axis.ToLowerInvariant()));
        var (channels, bytes) = ((long)input.Whole("channels"), given.Whole("bytesPerValue", 4));
        // One channel: what a window does along the axes is the same in each.
        var map = torch.ones([1, 1, .. axes.Select(axis => (long)input.Whole(axis.ToLowerInvariant()))], torch.float64);
        figures.Add("input.channels", channels);
        figures.Add("input.features", map.numel() * channels);
        figures.Add("bytesPerValue", bytes);
        figures.Add("input.memory", map.numel() * channels * bytes);
        var totals = new Totals();
        var windows = new List<StackWindow>();
        var slides = true;
        foreach (var layer in given.Items("layers"))
        {
            var name = $"layer{++totals.Layers}";
            var (kind, bias) = (layer.Text("kind", "convolution"), layer.Truth("bias"));
            var (before, positions) = (channels, map.numel());
            long parameters = 0;
            long? products = null;
            if (kind is "global-pooling" or "flatten" or "dense")
            {
                slides = false;
                channels = kind switch { "flatten" => channels * positions, "dense" => layer.Whole("units"), _ => channels };
                map = torch.ones([1, 1], torch.float64);
                if (kind == "dense")
                {
                    figures.Add($"{name}.units", channels);
                    parameters = Modules.Count(torch.nn.Linear(before * positions, channels, bias, device: Modules.Unfilled));
                    products = Modules.Count(torch.nn.Linear(before * positions, channels, false, device: Modules.Unfilled));
                }
            }
            else
            {
                var window = new StackWindow(layer, kind, axes, map);
                window.AddTo(figures, name);
                slides &= kind != "transposed";
                if (slides)
                    windows.Add(window);
                if (kind != "pooling")
                {
                    var groups = kind == "depthwise" ? before : layer.Whole("groups", 1);
                    channels = kind == "depthwise" ? before * layer.Whole("multiplier", 1) : layer.Whole("kernels");
                    if (layer.Whole("multiplier", 1) > 1)
                        figures.Add($"{name}.multiplier", layer.Whole("multiplier"));
                    if (groups > 1 && kind != "depthwise")
                        figures.Add($"{name}.groups", groups);
                    figures.Add($"{name}.kernels", channels);
                    parameters = window.Parameters(before, channels, groups, bias);
                    products = window.Products * (before / groups) * channels;
                }

                map = torch.ones([1, 1, .. window.Output], torch.float64);
                for (var axis = 0; axis < axes.Length; axis++)
                    figures.Add($"{name}.output{axes[axis]}", window.Output[axis]);
            }

            totals.AddLayer(figures, name, map.numel() * channels, bytes, parameters, products, bias);
        }

        totals.AddTo(figures);
        AddReceptiveFields(figures, windows, axes);
    }

    private static void AddReceptiveFields(Figures figures, List<StackWindow> windows, string[] axes)
    {
        if (windows.Count == 0)
            return;
        // One number stands for both axes where each window is said by one.
        var square = windows.TrueForAll(window => window.IsSquare) || axes.Length == 1;
        for (var axis = 0; axis < (square ? 1 : axes.Length); axis++)
        {
            for (var layer = 1; layer <= windows.Count; layer++)
            {
                var (first, next) = Reached([.. windows.Take(layer)], axis);
                figures.Add($"layer{layer}.receptiveField{(square ? "" : axes[axis])}", first.To - first.From + 1);
                figures.Add($"layer{layer}.jump{(square ? "" : axes[axis])}", next.From - first.From);
            }
        }
    }

    /// <summary>The positions along an axis that move the first output and the second, on an input that is large enough for both, without padding.</summary>
    private static ((long From, long To) First, (long From, long To) Next) Reached(StackWindow[] windows, int axis)
    {
        for (var size = 64L; ; size *= 2)
        {
            var input = torch.zeros([1, 1, size], torch.float64).requires_grad_();
            var output = input;
            foreach (var window in windows)
                output = window.Fits(output, axis) ? window.SlideAlong(output, axis) : torch.zeros([1, 1, 0], torch.float64);
            if (output.shape[2] > 1)
                return (Reach(output, input, 0), Reach(output, input, 1));
        }
    }

    private static (long From, long To) Reach(Tensor output, Tensor input, long index)
    {
        var reached = torch.autograd.grad([output[0, 0, index]], [input], retain_graph: true)[0].reshape(-1).nonzero();
        return (reached.min().ToInt64(), reached.max().ToInt64());
    }

    private sealed class Totals
    {
        private long _parameters;
        private long _memory;
        private double _products;
        private double _operations;
        private bool _multiplies;

        public int Layers { get; set; }

        public void AddLayer(Figures figures, string name, long features, int bytes, long parameters, long? products, bool bias)
        {
            figures.Add($"{name}.features", features);
            figures.Add($"{name}.memory", features * bytes);
            figures.Add($"{name}.parameters", parameters);
            (_parameters, _memory) = (_parameters + parameters, _memory + features * bytes);
            if (products is not { } macs)
                return;
            var operations = 2.0 * macs + (bias ? features : 0);
            figures.Add($"{name}.macs", macs);
            figures.Add($"{name}.flops", operations);
            (_products, _operations, _multiplies) = (_products + macs, _operations + operations, true);
        }

        public void AddTo(Figures figures)
        {
            figures.Add("total.parameters", _parameters);
            figures.Add("total.memory", _memory);
            if (!_multiplies)
                return;
            figures.Add("total.macs", _products);
            figures.Add("total.flops", _operations);
        }
    }
}
