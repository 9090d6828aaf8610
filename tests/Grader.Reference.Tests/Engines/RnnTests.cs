using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class RnnTests
{
    /// <summary>Against loops over steps and units; parameters by counting the numbers of the weights.</summary>
    [Test]
    public void It_agrees_with_loops()
    {
        var random = new Random(47);
        for (var round = 0; round < 300; round++)
        {
            var (steps, width, units, outputs) = (random.Next(1, 5), random.Next(1, 4), random.Next(1, 4), random.Next(1, 4));
            var (inputs, w, u, v) = (random.Matrix(steps, width), random.Matrix(units, width), random.Matrix(units, units), random.Matrix(outputs, units));
            var (b, c, state) = (random.Vector(units), random.Vector(outputs), random.Vector(units));
            var activation = random.GetItems(["tanh", "relu", "sigmoid", "identity"], 1)[0];
            // Without bounds on the hidden state its exponentials may be too large.
            var ofOutput = random.GetItems(activation is "tanh" or "sigmoid" ? ["identity", "sigmoid", "softmax"] : new[] { "identity", "sigmoid" }, 1)[0];
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "rnn", "inputs": {{Json(inputs)}}, "inputWeights": {{Json(w)}}, "hiddenWeights": {{Json(u)}}, "bias": {{Json(b)}}, "start": {{Json(state)}}, "activation": "{{activation}}",
                  "outputWeights": {{Json(v)}}, "outputBias": {{Json(c)}}, "outputActivation": "{{ofOutput}}" }
                """);
            for (var step = 0; step < steps; step++)
            {
                var next = new double[units];
                for (var unit = 0; unit < units; unit++)
                    next[unit] = Activate(activation, Dot(w[unit], inputs[step]) + Dot(u[unit], state) + b[unit]);
                state = next;
                var sums = v.Select((row, output) => Dot(row, state) + c[output]).ToArray();
                ExpectRelative($"step{step + 1}.h", state);
                ExpectRelative($"step{step + 1}.y", ofOutput == "softmax" ? [.. sums.Select(sum => 1 / sums.Sum(other => Math.Exp(other - sum)))] : [.. sums.Select(sum => Activate(ofOutput, sum))]);
            }

            var numbers = w.Sum(row => row.Length) + u.Sum(row => row.Length) + b.Length;
            Expect(worksheet, "layer1.parameters", numbers);
            Expect(worksheet, "parameters", numbers + v.Sum(row => row.Length) + c.Length);

            void ExpectRelative(string quantity, double[] expected) => Assert.That(Values.Numbers(worksheet[quantity].Value), Is.EqualTo(expected).Within(1e-9 * (1 + expected.Max(Math.Abs))), quantity);
        }
    }

    /// <summary>By building the weights of each layer and counting their numbers.</summary>
    [Test]
    public void Parameters_are_the_numbers_of_the_weights([Values("rnn", "lstm")] string engine)
    {
        var random = new Random(48);
        for (var round = 0; round < 200; round++)
        {
            var (input, hidden, biases, layers, outputs) = (random.Next(1, 40), random.Next(1, 40), random.Next(0, 3), random.Next(1, 4), random.Next(0, 10));
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "{{engine}}", "inputSize": {{input}}, "hiddenSize": {{hidden}}, "biases": {{biases}}, "layers": {{layers}}{{(outputs > 0 ? $", \"outputSize\": {outputs}" : "")}} }""");
            var count = outputs * (hidden + 1);
            for (var layer = 0; layer < layers; layer++)
            {
                for (var gate = 0; gate < (engine == "lstm" ? 4 : 1); gate++)
                    count += new double[hidden, layer == 0 ? input : hidden].Length + new double[hidden, hidden].Length + biases * new double[hidden].Length;
            }

            Expect(worksheet, "parameters", count);
        }
    }

    /// <summary>Two steps of two units without activation: sums as they are.</summary>
    [TestCase("hidden-state-left-out", "step2.z", "[2, 1]")]
    [TestCase("hidden-weights-left-out", "step2.z", "[4, 3]")]
    [TestCase("input-not-advanced", "step2.z", "[4, 8]")]
    [TestCase("bias-left-out", "step1.z", "[1, 0]")]
    [TestCase("weights-swapped", "step1.z", "[2, 4]")]
    [TestCase("hidden-weights-transposed", "step2.z", "[8, 3]")]
    [TestCase("input-weights-transposed", "step1.z", "[2, 3]")]
    [TestCase("activation-left-out", "step1.h", "[2, 2]")]
    [TestCase("output-bias-left-out", "step1.y", "[2]")]
    [TestCase("output-activation-left-out", "step1.y", "[3]")]
    [TestCase("output-from-state-before", "step1.s", "[1]")]
    [TestCase("hidden-weights-not-counted", "layer1.parameters", "6")]
    [TestCase("input-weights-not-counted", "layer1.parameters", "6")]
    [TestCase("bias-not-counted", "layer1.parameters", "8")]
    [TestCase("two-biases-counted", "layer1.parameters", "12")]
    [TestCase("output-layer-not-counted", "parameters", "10")]
    [TestCase("output-bias-not-counted", "parameters", "12")]
    [TestCase("counted-at-each-step", "parameters", "26")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var activation = mistake == "activation-left-out" ? "tanh" : "identity";
        var output = mistake == "output-activation-left-out" ? "sigmoid" : "identity";
        var worksheet = MemoryCase.Worksheet($$"""
            { "name": "rnn", "inputs": [[1, 0], [2, -1]], "inputWeights": [[1, 1], [0, 1]], "hiddenWeights": [[1, 0], [2, 1]], "bias": [1, 2], "activation": "{{activation}}",
              "outputWeights": [[1, 0]], "outputBias": [1], "outputActivation": "{{output}}" }
            """);
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("tanh", "other-activation", "step1.h", "[0.880797]")]
    [TestCase("sigmoid", "other-activation", "step1.h", "[0.964028]")]
    [TestCase("tanh", "state-reset", "step2.z", "[2]")]
    public void Each_mistake_of_one_unit_has_its_value(string activation, string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet($$"""{ "name": "rnn", "inputs": [[1], [1]], "inputWeights": [[1]], "hiddenWeights": [[1]], "start": [1], "activation": "{{activation}}" }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase(0, "bias-counted", "18")]
    [TestCase(2, "one-bias-counted", "26")]
    [TestCase(1, "layers-counted-alike", "36")]
    public void Each_mistake_in_counting_has_its_value(int biases, string mistake, string value)
    {
        var worksheet = MemoryCase.Worksheet($$"""{ "name": "rnn", "inputSize": 2, "hiddenSize": 3, "biases": {{biases}}, "layers": {{(mistake == "layers-counted-alike" ? 2 : 1)}}{{(biases == 2 ? ", \"outputSize\": 2" : "")}} }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)["parameters"].Value!), Is.EqualTo(value));
    }

    [TestCase(""" "inputSize": 2 """, "There are neither inputs nor sizes.")]
    [TestCase(""" "inputSize": 2, "hiddenSize": 3, "layers": 1e9 """, "\"layers\" is 1e9. Write a whole number from 1 to 100.")]
    [TestCase(""" "inputSize": 2, "hiddenSize": 3, "layers": 101 """, "\"layers\" is 101. Write a whole number from 1 to 100.")]
    [TestCase(""" "inputSize": 2, "hiddenSize": 3, "biases": 3 """, "\"biases\" is 3. Write a whole number from 0 to 2.")]
    [TestCase(""" "inputs": [[1]], "inputWeights": [[1, 2]], "hiddenWeights": [[1]] """, "\"inputWeights\" is 1 × 2; 1 × 1 fits.")]
    [TestCase(""" "inputs": [[1]], "inputWeights": [[1]] """, "The key \"hiddenWeights\" is missing.")]
    [TestCase(""" "inputs": [[1]], "inputWeights": [[1]], "hiddenWeights": [[1]], "bias": [1, 2] """, "\"bias\" has 2 numbers, and there are 1 units.")]
    public void Wrong_inputs_are_told(string inputs, string problem)
    {
        var error = Assert.Throws<AssertionException>(() => MemoryCase.Worksheet($$"""{ "name": "rnn", {{inputs}} }"""));
        Assert.That(error.Message, Does.Contain(problem));
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double Activate(string activation, double sum) => activation switch
    {
        "sigmoid" => 1 / (1 + Math.Exp(-sum)),
        "tanh" => Math.Tanh(sum),
        "relu" => Math.Max(sum, 0),
        _ => sum,
    };
}
