using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

/// <summary>A convolution computed by loops over a padded copy of the input; numbers row-major, channel by channel.</summary>
internal sealed record LoopedConvolution(bool Plane, bool Shared, bool Flip, bool Full, int OutputChannels, int InputChannels, (int Down, int Across) Size, (int Down, int Across) Taps, (int Down, int Across) Stride, (int Down, int Across) Padding)
{
    public required double[] Input { get; init; }

    public required double[] Kernels { get; init; }

    /// <summary>Gradient by the output.</summary>
    public required double[] Upstream { get; init; }

    public int KernelSize => Taps.Down * Taps.Across;

    private (int Down, int Across) Moves => ((Size.Down + 2 * Padding.Down - Taps.Down) / Stride.Down + 1, (Size.Across + 2 * Padding.Across - Taps.Across) / Stride.Across + 1);

    public static LoopedConvolution Draw(Random random, bool plane, bool shared, bool flip)
    {
        var (inputs, full) = (random.Next(1, 4), random.Next(4) == 0);
        var outputs = shared ? inputs : random.Next(1, 4);
        var size = (Down: plane ? random.Next(1, 5) : 1, Across: random.Next(1, 6));
        var padding = (Down: plane ? random.Next(0, 3) : 0, Across: random.Next(0, 3));
        var taps = (Down: random.Next(1, Math.Min(3, size.Down + 2 * padding.Down) + 1), Across: random.Next(1, Math.Min(3, size.Across + 2 * padding.Across) + 1));
        if (!plane)
            taps.Down = 1;
        var layer = new LoopedConvolution(plane, shared, flip, full, outputs, inputs, size, taps, (plane ? random.Next(1, 4) : 1, random.Next(1, 4)), full ? (taps.Down - 1, taps.Across - 1) : padding)
        {
            Input = random.Vector(inputs * size.Down * size.Across),
            Kernels = random.Vector((shared ? 1 : inputs * outputs) * taps.Down * taps.Across),
            Upstream = [],
        };
        return layer with { Upstream = random.Vector(outputs * layer.Moves.Down * layer.Moves.Across) };
    }

    public double[] Output(double[] input, double[] kernels)
    {
        var padded = new double[InputChannels, Size.Down + 2 * Padding.Down, Size.Across + 2 * Padding.Across];
        for (var index = 0; index < input.Length; index++)
            padded[index / (Size.Down * Size.Across), index / Size.Across % Size.Down + Padding.Down, index % Size.Across + Padding.Across] = input[index];
        List<double> output = [];
        for (var to = 0; to < OutputChannels; to++)
        {
            for (var top = 0; top + Taps.Down <= padded.GetLength(1); top += Stride.Down)
            {
                for (var left = 0; left + Taps.Across <= padded.GetLength(2); left += Stride.Across)
                {
                    var sum = 0.0;
                    for (var from = Shared ? to : 0; from < (Shared ? to + 1 : InputChannels); from++)
                    {
                        for (var down = 0; down < Taps.Down; down++)
                        {
                            for (var across = 0; across < Taps.Across; across++)
                            {
                                var (row, column) = Flip ? (Taps.Down - 1 - down, Taps.Across - 1 - across) : (down, across);
                                sum += padded[from, top + down, left + across] * kernels[((Shared ? 0 : to * InputChannels + from) * Taps.Down + row) * Taps.Across + column];
                            }
                        }
                    }

                    output.Add(sum);
                }
            }
        }

        return [.. output];
    }

    /// <summary>The engine's inputs in a case file.</summary>
    public string Case()
    {
        var size = Plane ? $"\"height\": {Size.Down}, \"width\": {Size.Across}" : $"\"length\": {Size.Across}";
        var padding = Full ? "\"full\"" : Plane ? $"[{Padding.Down}, {Padding.Across}]" : $"{Padding.Across}";
        var kernels = Kernels.Chunk(KernelSize).Select(kernel => Plane ? Json(kernel.Chunk(Taps.Across).ToArray()) : Json(kernel)).ToList();
        var kernel = Shared ? kernels[0] : "[" + string.Join(", ", kernels.Chunk(InputChannels).Select(row => "[" + string.Join(", ", row) + "]")) + "]";
        return $$"""{ "name": "convolution-matrix", "channels": {{InputChannels}}, {{size}}, "kernel": {{kernel}}, "stride": {{(Plane ? $"[{Stride.Down}, {Stride.Across}]" : $"{Stride.Across}")}}, "padding": {{padding}}, "flip": {{(Flip ? "true" : "false")}}, "input": {{Json(Input)}}, "upstream": {{Json(Upstream)}} }""";
    }
}
