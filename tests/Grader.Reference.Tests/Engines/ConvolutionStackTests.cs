using System.Globalization;
using System.Text.Json;
using Grader.Mathematics;

namespace Grader.Reference.Tests.Engines;

public sealed class ConvolutionStackTests
{
    private const int Configurations = 300;

    /// <summary>Against a kernel that is moved over the input and counted at each stop.</summary>
    [Test]
    public void It_agrees_with_counting()
    {
        var random = new Random(20);
        for (var round = 0; round < Configurations; round++)
        {
            var (engine, input, layers) = Draw(random);
            var worksheet = MemoryCase.Worksheet(engine);
            var (width, height, channels) = input;
            var (parameters, macs) = (0L, 0L);
            for (var index = 0; index < layers.Length; index++)
            {
                var layer = layers[index];
                var (columns, rows) = (Stops(width, layer), Stops(height, layer));
                var (weights, products) = (0L, 0L);
                for (var kernel = 0; kernel < layer.Kernels; kernel++)
                {
                    for (var cell = 0; cell < layer.Kernel * layer.Kernel * channels; cell++)
                        weights++;
                }

                for (var stop = 0; stop < columns * rows; stop++)
                    products += weights;
                parameters += weights += layer.Bias ? layer.Kernels : 0;
                macs += products;
                (width, height, channels) = (columns, rows, layer.Kernels);
                Expect(worksheet, $"layer{index + 1}.outputWidth", columns, engine);
                Expect(worksheet, $"layer{index + 1}.outputHeight", rows, engine);
                Expect(worksheet, $"layer{index + 1}.parameters", weights, engine);
                Expect(worksheet, $"layer{index + 1}.macs", products, engine);
                Expect(worksheet, $"layer{index + 1}.features", columns * rows * channels, engine);
            }

            Expect(worksheet, "total.parameters", parameters, engine);
            Expect(worksheet, "total.macs", macs, engine);
        }
    }

    /// <summary>Every mistake that is offered changes some value, and none has no value.</summary>
    [Test]
    public void Each_mistake_changes_something()
    {
        var random = new Random(21);
        for (var round = 0; round < Configurations; round++)
        {
            var (engine, _, _) = Draw(random);
            var worksheet = MemoryCase.Worksheet(engine);
            foreach (var mistake in worksheet.Mistakes)
            {
                var made = worksheet.Making(mistake.Occurrences);
                Assert.That(worksheet.Quantities.Items.Select(quantity => made[quantity.Name].Problem), Is.All.Null, $"{mistake.Id} in {engine}");
            }
        }
    }

    [TestCase("bias-left-out", "layer1.parameters", "216")]
    [TestCase("bias-left-out", "layer1.macs", "13824")]
    [TestCase("padding-once", "layer1.outputWidth", "7")]
    [TestCase("input-channels-left-out", "layer1.parameters", "80")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "convolution-stack", "input": { "width": 8, "height": 8, "channels": 3 }, "layers": [ { "kernels": 8, "kernel": 3, "padding": 1, "bias": true } ] }""");
        var made = worksheet.Making(worksheet.Mistakes.Items.Single(known => known.Id == mistake).Occurrences);
        Assert.That(Values.Text(made[quantity].Value), Is.EqualTo(value));
    }

    [TestCase("padding-forgotten", false)]
    [TestCase("padding-once", false)]
    [TestCase("ceiling-for-floor", false)]
    [TestCase("bias-counted", true)]
    [TestCase("bias-left-out", false)]
    public void A_mistake_that_changes_nothing_is_not_offered(string mistake, bool offered)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "convolution-stack", "input": { "width": 9, "height": 9, "channels": 3 }, "layers": [ { "kernels": 8, "kernel": 3, "stride": 2 } ] }""");
        Assert.That(worksheet.Mistakes.Items.Any(known => known.Id == mistake), Is.EqualTo(offered));
    }

    private static (string Engine, (int Width, int Height, int Channels) Input, Layer[] Layers) Draw(Random random)
    {
        while (true)
        {
            var input = (Width: random.Next(1, 20), Height: random.Next(1, 20), Channels: random.Next(1, 5));
            var layers = new Layer[random.Next(1, 4)];
            var (width, height) = (input.Width, input.Height);
            for (var index = 0; index < layers.Length; index++)
            {
                layers[index] = new(random.Next(1, 6), random.Next(1, 5), random.Next(1, 4), random.Next(0, 3), random.Next(2) == 0);
                (width, height) = (Stops(width, layers[index]), Stops(height, layers[index]));
            }

            if (width < 1 || height < 1)
                continue;
            var texts = layers.Select(layer => string.Create(CultureInfo.InvariantCulture, $$"""{ "kernels": {{layer.Kernels}}, "kernel": {{layer.Kernel}}, "stride": {{layer.Stride}}, "padding": {{layer.Padding}}, "bias": {{JsonSerializer.Serialize(layer.Bias)}} }"""));
            return ($$"""{ "name": "convolution-stack", "input": { "width": {{input.Width}}, "height": {{input.Height}}, "channels": {{input.Channels}} }, "layers": [ {{string.Join(", ", texts)}} ] }""", input, layers);
        }
    }

    private static int Stops(int size, Layer layer)
    {
        var stops = 0;
        for (var first = -layer.Padding; first + layer.Kernel <= size + layer.Padding && size > 0; first += layer.Stride)
            stops++;
        return stops;
    }

    private static void Expect(Worksheet worksheet, string quantity, long value, string engine) =>
        Assert.That(worksheet[quantity].Value, Is.EqualTo(new Exact(value)), $"{quantity} of {engine}");

    private sealed record Layer(int Kernels, int Kernel, int Stride, int Padding, bool Bias);
}
