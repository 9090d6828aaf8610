using TorchSharp;

namespace Grader.Reference.Torch.Tests;

/// <summary>A layer of a convolution stack: its text in a case, and what its module gives.</summary>
/// <param name="MultiplyAdds">Counted by running the layer on ones with weights of ones; null where none are counted.</param>
internal sealed record DrawnLayer(string Text, torch.Tensor Output, long Parameters, long? MultiplyAdds = null, bool Bias = false);

/// <summary>Draws layers that fit what they see, and runs their modules.</summary>
/// <param name="axes">1 for sequences, 2 for images.</param>
internal sealed class StackDraws(Random random, int axes)
{
    private const int ManyChannels = 24;

    public DrawnLayer Next(torch.Tensor input)
    {
        if (input.shape.Length == 2)
            return random.Next(4) == 0 ? Flatten(input) : Dense(input);
        return random.Next(12) switch
        {
            0 => GlobalPooling(input),
            1 => Flatten(input),
            2 => Dense(input),
            3 or 4 => Pooling(input),
            5 or 6 or 7 => Transposed(input),
            8 => Convolution(input, depthwise: true),
            _ => Convolution(input, depthwise: false),
        };
    }

    private DrawnLayer Convolution(torch.Tensor input, bool depthwise)
    {
        var window = DrawnWindow.Draw(random, axes, input, pools: false);
        var channels = (int)input.shape[1];
        var groups = depthwise ? channels : Groups(channels);
        var (kernels, bias) = (Kernels(channels, groups), random.Next(2) == 0);
        var sees = window.IsPaddedByHand ? window.Padded(input, 0) : input;
        var (padding, own) = (window.IsPaddedByHand ? new long[axes] : window.Padding, window.Same && !window.IsPaddedByHand);
        var (k, s, d) = (window.Kernel, window.Stride, window.Dilation);
        torch.nn.Module<torch.Tensor, torch.Tensor> module = (axes, own) switch
        {
            (1, true) => torch.nn.Conv1d(channels, kernels, k[0], Padding.Same, s[0], d[0], groups: groups, bias: bias),
            (1, false) => torch.nn.Conv1d(channels, kernels, k[0], s[0], padding[0], d[0], groups: groups, bias: bias),
            (_, true) => torch.nn.Conv2d(channels, kernels, Pair(k), Padding.Same, Pair(s), Pair(d), groups: groups, bias: bias),
            _ => torch.nn.Conv2d(channels, kernels, Pair(k), Pair(s), Pair(padding), Pair(d), groups: groups, bias: bias),
        };
        var ones = window.Padded(torch.ones(input.shape, torch.float64), 1);
        var weights = torch.ones([kernels, channels / groups, .. k], torch.float64);
        var products = axes == 1
            ? torch.nn.functional.conv1d(ones, weights, null, s[0], 0, d[0], groups)
            : torch.nn.functional.conv2d(ones, weights, null, s, [0, 0], d, groups);
        var kind = depthwise ? $"\"kind\": \"depthwise\", \"multiplier\": {kernels / channels}" : $"\"kernels\": {kernels}, \"groups\": {groups}";
        return new($"{{ {kind}, {window.Text(random)}, {window.DilationText(random)}, \"bias\": {(bias ? "true" : "false")} }}", module.call(sees), Count(module), Sum(products), bias);
    }

    private DrawnLayer Transposed(torch.Tensor input)
    {
        var (window, outputPadding) = DrawnWindow.DrawTransposed(random, axes, input);
        var channels = (int)input.shape[1];
        var groups = Groups(channels);
        var (kernels, bias) = (Kernels(channels, groups), random.Next(2) == 0);
        var (k, s, p, d) = (window.Kernel, window.Stride, window.Padding, window.Dilation);
        var (output, parameters) = axes == 1 ? Sequence() : Image();
        var (ones, weights) = (torch.ones(input.shape, torch.float64), torch.ones([channels, kernels / groups, .. k], torch.float64));
        var products = axes == 1
            ? torch.nn.functional.conv_transpose1d(ones, weights, null, s[0], 0, 0, d[0], groups)
            : torch.nn.functional.conv_transpose2d(ones, weights, null, s, [0, 0], [0, 0], d, groups);
        var text = $"\"kind\": \"transposed\", \"kernels\": {kernels}, \"groups\": {groups}, {window.Text(random)}, {window.DilationText(random)}, \"outputPadding\": {DrawnWindow.Json(random, outputPadding)}";
        return new($"{{ {text}, \"bias\": {(bias ? "true" : "false")} }}", output, parameters, Sum(products), bias);

        (torch.Tensor, long) Sequence()
        {
            var module = torch.nn.ConvTranspose1d(channels, kernels, k[0], s[0], p[0], outputPadding[0], d[0], groups: groups, bias: bias);
            return (module.call(input), Count(module));
        }

        // The module itself pads the output along the width as along the height.
        (torch.Tensor, long) Image()
        {
            var module = torch.nn.ConvTranspose2d(channels, kernels, Pair(k), Pair(s), Pair(p), Pair(outputPadding), Pair(d), groups: groups, bias: bias);
            return (torch.nn.functional.conv_transpose2d(input, module.weight, module.bias, s, p, outputPadding, d, groups), Count(module));
        }
    }

    private DrawnLayer Pooling(torch.Tensor input)
    {
        var window = DrawnWindow.Draw(random, axes, input, pools: true);
        var average = random.Next(2) == 0;
        var sees = window.Same ? window.Padded(input, 0) : input;
        var (k, s, p) = (window.Kernel, window.Stride, window.Same ? new long[axes] : window.Padding);
        torch.nn.Module<torch.Tensor, torch.Tensor> module = (axes, average) switch
        {
            (1, true) => torch.nn.AvgPool1d(k[0], s[0], p[0]),
            (1, false) => torch.nn.MaxPool1d(k[0], s[0], p[0]),
            (_, true) => torch.nn.AvgPool2d(k, s, p),
            _ => torch.nn.MaxPool2d(k, s, p),
        };
        return new($"{{ \"kind\": \"pooling\", \"takes\": \"{(average ? "average" : "maximum")}\", {window.Text(random)} }}", module.call(sees), Count(module));
    }

    private DrawnLayer GlobalPooling(torch.Tensor input)
    {
        torch.nn.Module<torch.Tensor, torch.Tensor> module = axes == 1 ? torch.nn.AdaptiveAvgPool1d(1) : torch.nn.AdaptiveAvgPool2d(1);
        return new("""{ "kind": "global-pooling" }""", module.call(input).flatten(1), Count(module));
    }

    private static DrawnLayer Flatten(torch.Tensor input)
    {
        var module = torch.nn.Flatten();
        return new("""{ "kind": "flatten" }""", module.call(input), Count(module));
    }

    private DrawnLayer Dense(torch.Tensor input)
    {
        var (units, bias) = (random.Next(1, 20), random.Next(2) == 0);
        var row = input.flatten(1);
        var module = torch.nn.Linear(row.shape[1], units, bias);
        var products = torch.ones(row.shape, torch.float64).matmul(torch.ones(row.shape[1], units, torch.float64));
        return new($$"""{ "kind": "dense", "units": {{units}}, "bias": {{(bias ? "true" : "false")}} }""", module.call(row), Count(module), Sum(products), bias);
    }

    private int Groups(int channels) => random.GetItems([.. Enumerable.Range(1, channels).Where(count => channels % count == 0)], 1)[0];

    private int Kernels(int channels, int groups) => groups * (channels > ManyChannels ? 1 : random.Next(1, 4));

    private static long Count(torch.nn.Module module) => module.parameters().Sum(parameter => parameter.numel());

    private static long Sum(torch.Tensor products) => (long)products.sum().ToDouble();

    private static (long, long) Pair(long[] numbers) => (numbers[0], numbers[1]);
}
