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
                    for (var cell = 0; cell < layer.Kernel * layer.Kernel * (channels / layer.Groups); cell++)
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

    /// <summary>LeNet-5 as people count it: 61,706 parameters.</summary>
    [TestCase("layer1.parameters", "156")]
    [TestCase("layer2.outputWidth", "14")]
    [TestCase("layer3.parameters", "2416")]
    [TestCase("layer4.features", "400")]
    [TestCase("layer5.parameters", "48120")]
    [TestCase("layer6.parameters", "10164")]
    [TestCase("layer7.parameters", "850")]
    [TestCase("total.parameters", "61706")]
    [TestCase("layer1.receptiveField", "5")]
    [TestCase("layer2.receptiveField", "6")]
    [TestCase("layer3.receptiveField", "14")]
    [TestCase("layer4.receptiveField", "16")]
    [TestCase("layer5.macs", "48000")]
    public void It_counts_LeNet(string quantity, string value)
    {
        Assert.That(Values.Text(LeNet[quantity].Value), Is.EqualTo(value));
    }

    [TestCase("flatten-forgotten", "layer5.parameters", "2040")]
    [TestCase("bias-left-out", "total.parameters", "61470")]
    [TestCase("bias-left-out", "layer5.macs", "48000")]
    [TestCase("flops-for-macs", "layer5.macs", "96000")]
    [TestCase("one-forgotten", "layer2.outputWidth", "12")]
    public void Each_mistake_in_LeNet_has_its_value(string mistake, string quantity, string value)
    {
        Assert.That(Values.Text(LeNet.Making(mistake)[quantity].Value), Is.EqualTo(value));
    }

    [TestCase("groups-forgotten", "layer1.parameters", "288")]
    [TestCase("dilation-forgotten", "layer1.outputWidth", "6")]
    public void Each_mistake_with_groups_and_dilation_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "convolution-stack", "input": { "width": 8, "height": 8, "channels": 4 }, "layers": [ { "kernels": 8, "kernel": 3, "groups": 4, "dilation": 2 } ] }""");
        Assert.Multiple(() =>
        {
            Assert.That(Values.Text(worksheet["layer1.parameters"].Value), Is.EqualTo("72"));
            Assert.That(Values.Text(worksheet["layer1.outputWidth"].Value), Is.EqualTo("4"));
            Assert.That(Values.Text(worksheet.Making(mistake)[quantity].Value), Is.EqualTo(value));
        });
    }

    private static readonly Worksheet LeNet = MemoryCase.Worksheet("""
        { "name": "convolution-stack", "input": { "width": 32, "height": 32, "channels": 1 }, "layers": [
          { "kernels": 6, "kernel": 5, "bias": true }, { "kind": "pooling", "kernel": 2 },
          { "kernels": 16, "kernel": 5, "bias": true }, { "kind": "pooling", "kernel": 2 },
          { "kind": "dense", "units": 120, "bias": true }, { "kind": "dense", "units": 84, "bias": true }, { "kind": "dense", "units": 10, "bias": true } ] }
        """);

    private static (string Engine, (int Width, int Height, int Channels) Input, Layer[] Layers) Draw(Random random)
    {
        while (true)
        {
            var input = (Width: random.Next(1, 20), Height: random.Next(1, 20), Channels: random.Next(1, 5));
            var layers = new Layer[random.Next(1, 4)];
            var (width, height) = (input.Width, input.Height);
            for (var index = 0; index < layers.Length; index++)
            {
                var groups = random.Next(3) == 0 && (index == 0 ? input.Channels : layers[index - 1].Kernels) % 2 == 0 ? 2 : 1;
                layers[index] = new(groups * random.Next(1, 4), random.Next(1, 5), random.Next(1, 4), random.Next(-1, 3), random.Next(2) == 0, random.Next(1, 3), groups);
                (width, height) = (Stops(width, layers[index]), Stops(height, layers[index]));
            }

            if (width < 1 || height < 1)
                continue;
            var texts = layers.Select(layer => string.Create(CultureInfo.InvariantCulture, $$"""{ "kernels": {{layer.Kernels}}, "kernel": {{layer.Kernel}}, "stride": {{layer.Stride}}, "padding": {{(layer.Padding < 0 ? "\"same\"" : layer.Padding)}}, "dilation": {{layer.Dilation}}, "groups": {{layer.Groups}}, "bias": {{JsonSerializer.Serialize(layer.Bias)}} }"""));
            return ($$"""{ "name": "convolution-stack", "input": { "width": {{input.Width}}, "height": {{input.Height}}, "channels": {{input.Channels}} }, "layers": [ {{string.Join(", ", texts)}} ] }""", input, layers);
        }
    }

    private static int Stops(int size, Layer layer)
    {
        var stops = 0;
        if (layer.Padding < 0)
        {
            for (var first = 0; first < size; first += layer.Stride)
                stops++;
            return stops;
        }

        for (var first = -layer.Padding; first + layer.Dilation * (layer.Kernel - 1) < size + layer.Padding && size > 0; first += layer.Stride)
            stops++;
        return stops;
    }

    private static void Expect(Worksheet worksheet, string quantity, long value, string engine) =>
        Assert.That(worksheet[quantity].Value, Is.EqualTo(new Exact(value)), $"{quantity} of {engine}");

    /// <param name="Padding">−1 for an output as large as the input.</param>
    private sealed record Layer(int Kernels, int Kernel, int Stride, int Padding, bool Bias, int Dilation, int Groups);
}
