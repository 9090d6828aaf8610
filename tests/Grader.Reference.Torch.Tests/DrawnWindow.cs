using TorchSharp;

namespace Grader.Reference.Torch.Tests;

/// <summary>The window of a layer, drawn at random; numbers are in the order of a tensor's axes: height, width.</summary>
/// <param name="Same">The output is as large as the input over the stride, rounded up.</param>
internal sealed record DrawnWindow(long[] Kernel, long[] Stride, long[] Padding, long[] Dilation, bool Same)
{
    /// <summary>Modules know <c>same</c> where the stride is 1.</summary>
    public bool IsPaddedByHand => Same && Stride.Any(stride => stride > 1);

    public static DrawnWindow Draw(Random random, int axes, torch.Tensor input, bool pools)
    {
        while (true)
        {
            var kernel = Numbers(random, axes, 1, 5);
            // Modules take at most half a window of padding in pooling.
            var padding = pools ? [.. kernel.Select(side => random.NextInt64(side / 2 + 1))] : Numbers(random, axes, 0, 3);
            var window = new DrawnWindow(kernel, Numbers(random, axes, 1, 4), padding, pools ? Ones(axes) : Numbers(random, axes, 1, 4), random.Next(4) == 0);
            if (window.Same || Enumerable.Range(0, axes).All(axis => input.shape[2 + axis] + 2 * padding[axis] >= window.Extent(axis)))
                return pools && !window.Same && random.Next(3) == 0 ? window with { Stride = kernel } : window;
        }
    }

    /// <summary>Of a transposed convolution whose output has at least one position.</summary>
    public static (DrawnWindow Window, long[] OutputPadding) DrawTransposed(Random random, int axes, torch.Tensor input)
    {
        while (true)
        {
            var window = new DrawnWindow(Numbers(random, axes, 1, 5), Numbers(random, axes, 1, 4), Numbers(random, axes, 0, 3), Numbers(random, axes, 1, 3), Same: false);
            // Modules want it below the stride or the dilation.
            long[] outputPadding = [.. window.Stride.Zip(window.Dilation).Select(pair => random.NextInt64(Math.Max(pair.First, pair.Second)))];
            if (Enumerable.Range(0, axes).All(axis => (input.shape[2 + axis] - 1) * window.Stride[axis] + window.Extent(axis) + outputPadding[axis] is var size && size > 2 * window.Padding[axis] && size < 40))
                return (window, outputPadding);
        }
    }

    /// <summary>What the window moves over, with its padding.</summary>
    public torch.Tensor Padded(torch.Tensor input, double value)
    {
        // The last axis comes first.
        var pads = new List<long>();
        for (var axis = Kernel.Length - 1; axis >= 0; axis--)
        {
            var size = input.shape[2 + axis];
            var total = Same ? Math.Max(0, ((size + Stride[axis] - 1) / Stride[axis] - 1) * Stride[axis] + Extent(axis) - size) : 2 * Padding[axis];
            pads.AddRange([total / 2, total - total / 2]);
        }

        return torch.nn.functional.pad(input, [.. pads], PaddingModes.Constant, value);
    }

    /// <summary>Its kernel, stride and padding in a case.</summary>
    public string Text(Random random) => $"\"kernel\": {Json(random, Kernel)}, \"stride\": {Json(random, Stride)}, \"padding\": {(Same ? "\"same\"" : Json(random, Padding))}";

    public string DilationText(Random random) => $"\"dilation\": {Json(random, Dilation)}";

    /// <summary>One number where it stands for all axes, though a list would do as well.</summary>
    public static string Json(Random random, long[] numbers) =>
        numbers.Distinct().Count() == 1 && (numbers.Length == 1 || random.Next(3) > 0) ? $"{numbers[0]}" : $"[{string.Join(", ", numbers)}]";

    private static long[] Numbers(Random random, int axes, int from, int to)
    {
        var first = random.NextInt64(from, to);
        return random.Next(2) == 0 ? [.. Enumerable.Repeat(first, axes)] : [first, .. Enumerable.Range(1, axes - 1).Select(_ => random.NextInt64(from, to))];
    }

    private static long[] Ones(int axes) => [.. Enumerable.Repeat(1L, axes)];

    private long Extent(int axis) => Dilation[axis] * (Kernel[axis] - 1) + 1;
}
