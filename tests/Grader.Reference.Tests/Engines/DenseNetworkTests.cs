using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class DenseNetworkTests
{
    /// <summary>Forward against loops; gradients against central differences of the loss.</summary>
    [Test]
    public void It_agrees_with_loops_and_differences()
    {
        var random = new Random(35);
        for (var round = 0; round < 200; round++)
        {
            var input = random.Vector(random.Next(1, 4));
            var layers = new Layer[random.Next(1, 4)];
            var width = input.Length;
            for (var index = 0; index < layers.Length; index++)
            {
                var units = random.Next(1, 4);
                // A kink has no derivative to compare with, and is never at a quarter plus an eighth.
                layers[index] = new(random.Matrix(units, width), [.. random.Vector(units).Select(value => value + 0.013)], random.GetItems(["identity", "sigmoid", "tanh", "relu"], 1)[0]);
                width = units;
            }

            var target = random.Vector(width);
            var half = random.Next(2) == 0;
            var texts = layers.Select(layer => $$"""{ "weights": {{Json(layer.Weights)}}, "bias": {{Json(layer.Bias)}}, "activation": "{{layer.Activation}}" }""");
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "dense-network", "input": {{Json(input)}}, "layers": [ {{string.Join(", ", texts)}} ], "target": {{Json(target)}}, "loss": "{{(half ? "half-squared-error" : "squared-error")}}", "rate": 0.5 }""");

            var activations = Run(input, layers);
            for (var index = 0; index < layers.Length; index++)
                Expect(worksheet, $"layer{index + 1}.a", activations[index]);
            Expect(worksheet, "loss", Loss());
            for (var index = 0; index < layers.Length; index++)
            {
                var gradient = layers[index].Weights.SelectMany(row => row.Select((_, column) => Difference(row, column))).ToArray();
                var scale = 1e-6 * (1 + gradient.Max(Math.Abs));
                Assert.That(Values.Numbers(worksheet[$"layer{index + 1}.dW"].Value), Is.EqualTo(gradient).Within(scale));
                Assert.That(Values.Numbers(worksheet[$"layer{index + 1}.db"].Value), Is.EqualTo(layers[index].Bias.Select((_, unit) => Difference(layers[index].Bias, unit))).Within(scale));
                Assert.That(Values.Numbers(worksheet[$"layer{index + 1}.newW"].Value), Is.EqualTo(layers[index].Weights.SelectMany(row => row).Zip(gradient, (weight, slope) => weight - 0.5 * slope)).Within(scale));
            }

            double Loss() => Run(input, layers)[^1].Zip(target, (output, right) => (output - right) * (output - right)).Sum() / (half ? 2 : 1);

            double Difference(double[] row, int column)
            {
                const double by = 1e-5;
                var kept = row[column];
                row[column] = kept + by;
                var above = Loss();
                row[column] = kept - by;
                var below = Loss();
                row[column] = kept;
                return (above - below) / (2 * by);
            }
        }
    }

    [TestCase("bias-left-out", "layer1.z", "[0, 3]")]
    [TestCase("activation-left-out", "layer1.a", "[1, 4]")]
    [TestCase("weights-transposed", "layer1.z", "[3, 2]")]
    [TestCase("derivative-left-out", "layer1.delta", "[0.25, 0.5]")]
    [TestCase("error-reversed", "layer2.delta", "[-0.25]")]
    [TestCase("half-left-out", "loss", "0.0625")]
    [TestCase("gradient-ascent", "layer2.newb", "[2.25]")]
    [TestCase("rate-left-out", "layer2.newb", "[-0.25]")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""
            { "name": "dense-network", "input": [1, 1],
              "layers": [ { "weights": [[1, -1], [1, 2]], "bias": [1, 1], "activation": "relu" }, { "weights": [[1, 2]], "bias": [0] } ],
              "target": [8.75], "rate": 9 }
            """);
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    private static double[][] Run(double[] input, Layer[] layers)
    {
        var activations = new double[layers.Length][];
        for (var index = 0; index < layers.Length; index++)
        {
            var layer = layers[index];
            var before = index == 0 ? input : activations[index - 1];
            activations[index] = [.. layer.Weights.Select((row, unit) => Activate(layer.Activation, row.Zip(before, (weight, value) => weight * value).Sum() + layer.Bias[unit]))];
        }

        return activations;
    }

    private static double Activate(string activation, double sum) => activation switch
    {
        "sigmoid" => 1 / (1 + Math.Exp(-sum)),
        "tanh" => Math.Tanh(sum),
        "relu" => Math.Max(sum, 0),
        _ => sum,
    };

    private sealed record Layer(double[][] Weights, double[] Bias, string Activation);
}
