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

    private const string Sequences = """{ "name": "convolution-stack", "input": { "length": 20, "channels": 4 }, "layers": [ { "kind": "depthwise", "kernel": 5, "dilation": 2, "stride": 2, "bias": true }, { "kernels": 6, "kernel": 3, "stride": 3 }, { "kind": "pooling", "kernel": 2 } ] }""";
    private const string Rectangles = """{ "name": "convolution-stack", "input": { "width": 12, "height": 9, "channels": 2 }, "bytesPerValue": 2, "layers": [ { "kernels": 4, "kernel": [3, 5], "stride": [1, 2], "padding": [1, 2], "groups": 2 }, { "kind": "flatten" }, { "kind": "dense", "units": 3 } ] }""";
    private const string Upwards = """{ "name": "convolution-stack", "input": { "width": 5, "height": 5, "channels": 3 }, "layers": [ { "kind": "transposed", "kernels": 2, "kernel": 4, "stride": 3, "padding": 1, "outputPadding": 1, "dilation": 2 } ] }""";

    [TestCase(Sequences, "", "layer1.outputLength", "6")]
    [TestCase(Sequences, "stride-plus-one", "layer1.outputLength", "3")]
    [TestCase(Sequences, "one-forgotten", "layer1.outputLength", "5")]
    [TestCase(Sequences, "ceiling-for-floor", "layer1.outputLength", "7")]
    [TestCase(Sequences, "stride-forgotten", "layer1.outputLength", "12")]
    [TestCase(Sequences, "dilation-forgotten", "layer1.outputLength", "8")]
    [TestCase(Sequences, "", "layer1.parameters", "24")]
    [TestCase(Sequences, "groups-forgotten", "layer1.parameters", "84")]
    [TestCase(Sequences, "output-channels-left-out", "layer1.parameters", "6")]
    [TestCase(Sequences, "output-channels-left-out", "layer1.macs", "30")]
    [TestCase(Sequences, "bias-left-out", "layer1.parameters", "20")]
    [TestCase(Sequences, "", "layer1.macs", "120")]
    [TestCase(Sequences, "positions-left-out", "layer1.macs", "20")]
    [TestCase(Sequences, "input-positions", "layer1.macs", "400")]
    [TestCase(Sequences, "", "layer1.flops", "264")]
    [TestCase(Sequences, "macs-for-flops", "layer1.flops", "120")]
    [TestCase(Sequences, "flops-for-macs", "layer1.macs", "240")]
    [TestCase(Sequences, "flops-for-macs", "layer1.flops", "264")]
    [TestCase(Sequences, "bias-additions-left-out", "layer1.flops", "240")]
    [TestCase(Sequences, "pooling-parameters", "layer3.parameters", "12")]
    [TestCase(Sequences, "pooling-parameters", "total.parameters", "108")]
    [TestCase(Sequences, "", "layer2.receptiveField", "13")]
    [TestCase(Sequences, "dilation-forgotten", "layer2.receptiveField", "9")]
    [TestCase(Sequences, "receptive-field-without-stride", "layer2.receptiveField", "11")]
    [TestCase(Sequences, "receptive-field-own-stride", "layer1.receptiveField", "17")]
    [TestCase(Sequences, "receptive-field-whole-kernel", "layer1.receptiveField", "10")]
    [TestCase(Sequences, "", "layer2.jump", "6")]
    [TestCase(Sequences, "strides-added", "layer2.jump", "5")]
    [TestCase(Rectangles, "", "layer1.outputWidth", "6")]
    [TestCase(Rectangles, "", "layer1.outputHeight", "9")]
    [TestCase(Rectangles, "padding-forgotten", "layer1.outputWidth", "4")]
    [TestCase(Rectangles, "padding-forgotten", "layer1.outputHeight", "7")]
    [TestCase(Rectangles, "padding-once", "layer1.outputWidth", "5")]
    [TestCase(Rectangles, "", "layer1.parameters", "60")]
    [TestCase(Rectangles, "bias-counted", "layer1.parameters", "64")]
    [TestCase(Rectangles, "groups-forgotten", "layer1.parameters", "120")]
    [TestCase(Rectangles, "", "layer1.memory", "432")]
    [TestCase(Rectangles, "map-channels-left-out", "layer1.memory", "108")]
    [TestCase(Rectangles, "bytes-left-out", "layer1.memory", "216")]
    [TestCase(Rectangles, "bits-for-bytes", "layer1.memory", "3456")]
    [TestCase(Rectangles, "flatten-forgotten", "layer3.parameters", "12")]
    [TestCase(Rectangles, "", "layer3.parameters", "648")]
    [TestCase(Rectangles, "", "layer1.receptiveFieldWidth", "5")]
    [TestCase(Rectangles, "", "layer1.jumpHeight", "1")]
    [TestCase(Upwards, "", "layer1.outputWidth", "18")]
    [TestCase(Upwards, "transposed-as-plain", "layer1.outputWidth", "1")]
    [TestCase(Upwards, "one-not-subtracted", "layer1.outputWidth", "21")]
    [TestCase(Upwards, "padding-forgotten", "layer1.outputWidth", "20")]
    [TestCase(Upwards, "padding-once", "layer1.outputWidth", "19")]
    [TestCase(Upwards, "output-padding-forgotten", "layer1.outputWidth", "17")]
    [TestCase(Upwards, "dilation-forgotten", "layer1.outputWidth", "15")]
    [TestCase(Upwards, "", "layer1.macs", "2400")]
    [TestCase(Upwards, "output-positions", "layer1.macs", "31104")]
    [TestCase(Upwards, "kernel-not-squared", "layer1.parameters", "24")]
    [TestCase(Upwards, "input-channels-left-out", "layer1.parameters", "32")]
    public void Each_mistake_of_each_kind_of_layer_has_its_value(string engine, string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet(engine);
        Assert.That(Values.Text((mistake.Length == 0 ? worksheet : worksheet.Making(mistake))[quantity].Value), Is.EqualTo(value));
    }

    [TestCase("""{ "length": 8, "width": 8, "channels": 1 }""", """{ "kernels": 1, "kernel": 3 }""", "The input has either")]
    [TestCase("""{ "width": 8, "channels": 1 }""", """{ "kernels": 1, "kernel": 3 }""", "The input has either")]
    [TestCase("""{ "length": 8, "channels": 1 }""", """{ "kernels": 1, "kernel": [3, 3] }""", "\"kernel\" is a list")]
    [TestCase("""{ "width": 8, "height": 8, "channels": 1 }""", """{ "kernels": 1, "kernel": [3, 0] }""", "\"kernel\" is a list")]
    [TestCase("""{ "width": 8, "height": 8, "channels": 1 }""", """{ "kind": "flatten" }, { "kernels": 1, "kernel": 3 }""", "A window has nothing to move over here")]
    [TestCase("""{ "width": 8, "height": 8, "channels": 1 }""", """{ "kind": "transposed", "kernels": 1, "kernel": 1, "padding": 4 }""", "The output of this layer would be 0 x 0.")]
    [TestCase("""{ "width": 8, "height": 8, "channels": 1 }""", """{ "kernels": 1, "kernel": [3, 9], "dilation": 1 }""", "Kernels of side 9 x 3 do not fit into 8 x 8")]
    public void Layers_that_cannot_be_are_told(string input, string layers, string message)
    {
        var problem = Assert.Throws<AssertionException>(() => MemoryCase.Worksheet($$"""{ "name": "convolution-stack", "input": {{input}}, "layers": [ {{layers}} ] }"""))!;
        Assert.That(problem.Message, Does.Contain(message));
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
