using System.Globalization;
using Grader.Mathematics;

namespace Grader.Reference.Tests.Engines;

/// <summary>Stacks of every kind of layer, along one axis or two, against windows that are moved position by position and products that are counted one by one.</summary>
public sealed class ConvolutionStackCountingTests
{
    private const int Configurations = 600;

    [Test]
    public void Every_quantity_agrees_with_counting()
    {
        var random = new Random(22);
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round < Configurations; round++)
        {
            var (engine, axes, layers, bytes) = Draw(random);
            var worksheet = MemoryCase.Worksheet(engine);
            var (sizes, channels) = (axes.Sizes, axes.Channels);
            var (parameters, macs, flops, memory) = (0L, 0L, 0L, 0L);
            Expect(worksheet, "input.memory", bytes * Product(sizes) * channels, engine);
            for (var index = 0; index < layers.Count; index++)
            {
                var (layer, name) = (layers[index], $"layer{index + 1}");
                seen[layer.Kind] = seen.GetValueOrDefault(layer.Kind) + 1;
                var count = layer.Count(sizes, channels);
                for (var axis = 0; axis < count.Sizes.Length; axis++)
                    Expect(worksheet, $"{name}.output{Names(axes.Sizes.Length)[axis]}", count.Sizes[axis], engine);
                Expect(worksheet, $"{name}.parameters", count.Parameters, engine);
                Expect(worksheet, $"{name}.features", Product(count.Sizes) * count.Channels, engine);
                Expect(worksheet, $"{name}.memory", bytes * Product(count.Sizes) * count.Channels, engine);
                if (layer.Multiplies)
                {
                    Expect(worksheet, $"{name}.macs", count.Macs, engine);
                    Expect(worksheet, $"{name}.flops", count.Macs * 2 + count.Additions, engine);
                }

                parameters += count.Parameters;
                macs += count.Macs;
                flops += count.Macs * 2 + count.Additions;
                memory += bytes * Product(count.Sizes) * count.Channels;
                (sizes, channels) = (count.Sizes, count.Channels);
            }

            Expect(worksheet, "total.parameters", parameters, engine);
            Expect(worksheet, "total.memory", memory, engine);
            if (macs > 0)
            {
                Expect(worksheet, "total.macs", macs, engine);
                Expect(worksheet, "total.flops", flops, engine);
            }

            ExpectFields(worksheet, layers, axes.Sizes.Length, engine);
            foreach (var mistake in worksheet.Mistakes)
            {
                var made = worksheet.Making(mistake.Occurrences);
                Assert.That(worksheet.Quantities.Items.Select(quantity => made[quantity.Name].Problem), Is.All.Null, $"{mistake.Id} in {engine}");
                Assert.That(worksheet.Quantities.Items.Any(quantity => made[quantity.Name].Value != worksheet[quantity.Name].Value), $"{mistake.Id} in {engine}");
            }
        }

        Assert.That(seen.Values, Has.Count.EqualTo(7).And.All.GreaterThan(50));
    }

    /// <summary>Output positions 0 and 1 followed back through the windows to the input positions they see.</summary>
    private static void ExpectFields(Worksheet worksheet, IReadOnlyList<Layer> layers, int axes, string engine)
    {
        for (var last = 0; last < layers.Count; last++)
        {
            if (!layers[last].Slides)
                return;
            for (var axis = 0; axis < axes; axis++)
            {
                var (first, next, end) = (0, 1, 0);
                for (var index = last; index >= 0; index--)
                {
                    var layer = layers[index];
                    (first, next, end) = (first * layer.Stride[axis], next * layer.Stride[axis], end * layer.Stride[axis] + layer.Dilation[axis] * (layer.Kernel[axis] - 1));
                }

                var name = worksheet.Has($"layer{last + 1}.receptiveField") ? "" : Names(axes)[axis];
                Expect(worksheet, $"layer{last + 1}.receptiveField{name}", end - first + 1, engine);
                Expect(worksheet, $"layer{last + 1}.jump{name}", next - first, engine);
            }
        }
    }

    private static (string Engine, (int[] Sizes, int Channels) Input, List<Layer> Layers, int Bytes) Draw(Random random)
    {
        var axes = random.Next(3) == 0 ? 1 : 2;
        var input = (Sizes: Numbers(random, axes, 1, 16), Channels: random.Next(1, 5));
        var (sizes, channels, bytes) = (input.Sizes, input.Channels, random.Next(1, 9));
        List<Layer> layers = [];
        while (layers.Count == 0 || (layers.Count < 5 && random.Next(4) > 0))
        {
            var kinds = sizes.Length == 0 ? ["dense", "flatten"] : new[] { "convolution", "convolution", "depthwise", "transposed", "pooling", "global-pooling", "flatten", "dense" };
            var kind = random.GetItems(kinds, 1)[0];
            var square = random.Next(2) == 0;
            var groups = kind is "convolution" or "transposed" && random.Next(3) == 0 ? channels : 1;
            var layer = new Layer(kind, groups * random.Next(1, 4), groups, Side(1, 4), Side(1, 4), kind is "transposed" || random.Next(4) > 0 ? Side(0, 3) : null, kind == "pooling" ? Numbers(random, axes, 1, 2) : Side(1, 3), Side(0, 2), random.Next(2) == 0);
            var count = layer.Slides || kind == "transposed" ? layer.Count(sizes, channels) : null;
            if (count is not null && count.Sizes.Any(size => size is < 1 or > 60))
                continue;
            layers.Add(layer);
            (sizes, channels) = count is null ? (layer.Count(sizes, channels).Sizes, layer.Count(sizes, channels).Channels) : (count.Sizes, count.Channels);

            int[] Side(int from, int below) => square ? [.. Enumerable.Repeat(random.Next(from, below), axes)] : Numbers(random, axes, from, below);
        }

        var named = string.Join(", ", input.Sizes.Select((size, axis) => $"\"{Names(axes)[axis].ToLowerInvariant()}\": {size}"));
        return ($$"""{ "name": "convolution-stack", "input": { {{named}}, "channels": {{input.Channels}} }, "bytesPerValue": {{bytes}}, "layers": [ {{string.Join(", ", layers.Select(layer => layer.Text))}} ] }""", input, layers, bytes);
    }

    private static int[] Numbers(Random random, int count, int from, int below) => [.. Enumerable.Range(0, count).Select(_ => random.Next(from, below))];

    private static string[] Names(int axes) => axes == 1 ? ["Length"] : ["Width", "Height"];

    private static long Product(int[] sizes) => sizes.Aggregate(1L, (product, size) => product * size);

    private static void Expect(Worksheet worksheet, string quantity, long value, string engine) =>
        Assert.That(worksheet[quantity].Value, Is.EqualTo(new Exact(value)), $"{quantity} of {engine}");

    /// <param name="Padding">Null for an output as large as the input over the stride.</param>
    private sealed record Layer(string Kind, int Kernels, int Groups, int[] Kernel, int[] Stride, int[]? Padding, int[] Dilation, int[] OutputPadding, bool Bias)
    {
        public bool Slides => Kind is "convolution" or "depthwise" or "pooling";

        public bool Multiplies => Kind is "convolution" or "depthwise" or "transposed" or "dense";

        public string Text => Kind switch
        {
            "dense" => $$"""{ "kind": "dense", "units": {{Kernels}}, "bias": {{Yes}} }""",
            "flatten" or "global-pooling" => $$"""{ "kind": "{{Kind}}" }""",
            "pooling" => $$"""{ "kind": "pooling", "takes": "average", {{Window}} }""",
            "depthwise" => $$"""{ "kind": "depthwise", "multiplier": {{Kernels}}, "dilation": {{Number(Dilation)}}, "bias": {{Yes}}, {{Window}} }""",
            "transposed" => $$"""{ "kind": "transposed", "kernels": {{Kernels}}, "groups": {{Groups}}, "dilation": {{Number(Dilation)}}, "outputPadding": {{Number(OutputPadding)}}, "bias": {{Yes}}, {{Window}} }""",
            _ => $$"""{ "kernels": {{Kernels}}, "groups": {{Groups}}, "dilation": {{Number(Dilation)}}, "bias": {{Yes}}, {{Window}} }""",
        };

        private string Yes => Bias ? "true" : "false";

        private string Window => $"\"kernel\": {Number(Kernel)}, \"stride\": {Number(Stride)}, \"padding\": {(Padding is null ? "\"same\"" : Number(Padding))}";

        public Tally Count(int[] sizes, int channels)
        {
            if (Kind is "flatten")
                return new([], channels * (int)Product(sizes), 0, 0, 0);
            if (Kind is "global-pooling")
                return new([], channels, 0, 0, 0);
            if (Kind is "dense")
            {
                var (weights, inputs) = (0, Product(sizes) * channels);
                for (var unit = 0; unit < Kernels; unit++)
                {
                    for (var input = 0; input < inputs; input++)
                        weights++;
                }

                return new([], Kernels, weights + (Bias ? Kernels : 0), weights, Bias ? Kernels : 0);
            }

            var outputs = sizes.Select((size, axis) => Kind == "transposed" ? Scattered(size, axis) : Stops(size, axis)).ToArray();
            if (Kind is "pooling")
                return new(outputs, channels, 0, 0, 0);
            var kernels = Kind == "depthwise" ? Kernels * channels : Kernels;
            var seen = Kind == "depthwise" ? 1 : channels / Groups;
            var (cells, products) = (0L, 0L);
            for (var kernel = 0; kernel < kernels; kernel++)
            {
                for (var cell = 0; cell < Product(Kernel) * seen; cell++)
                    cells++;
            }

            for (var stop = 0; stop < Product(Kind == "transposed" ? sizes : outputs); stop++)
                products += cells;
            return new(outputs, kernels, cells + (Bias ? kernels : 0), products, Bias ? kernels * Product(outputs) : 0);
        }

        private int Stops(int size, int axis)
        {
            var stops = 0;
            var end = Padding is null ? size : size + Padding[axis];
            for (var first = Padding is null ? 0 : -Padding[axis]; first + (Padding is null ? 0 : Dilation[axis] * (Kernel[axis] - 1)) < end; first += Stride[axis])
                stops++;
            return stops;
        }

        private int Scattered(int size, int axis)
        {
            var furthest = 0;
            for (var input = 0; input < size; input++)
            {
                for (var cell = 0; cell < Kernel[axis]; cell++)
                    furthest = Math.Max(furthest, input * Stride[axis] + cell * Dilation[axis]);
            }

            return furthest + 1 - 2 * Padding![axis] + OutputPadding[axis];
        }

        /// <summary>Height before width, as a case says it.</summary>
        private static string Number(int[] values) => values.Distinct().Count() == 1
            ? values[0].ToString(CultureInfo.InvariantCulture)
            : $"[{string.Join(", ", values.Reverse())}]";
    }

    private sealed record Tally(int[] Sizes, int Channels, long Parameters, long Macs, long Additions);
}
