using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class LstmTests
{
    /// <summary>Against loops over steps and units.</summary>
    [Test]
    public void It_agrees_with_loops()
    {
        var random = new Random(49);
        for (var round = 0; round < 300; round++)
        {
            var (steps, width, units, biased) = (random.Next(1, 4), random.Next(1, 4), random.Next(1, 4), random.Next(2) == 0);
            var inputs = random.Matrix(steps, width);
            var gates = new[] { "input", "forget", "output", "candidate" }.ToDictionary(gate => gate, _ => (W: random.Matrix(units, width), U: random.Matrix(units, units), B: biased ? random.Vector(units) : new double[units]));
            var (h, c) = (random.Vector(units), random.Vector(units));
            var texts = gates.Select(gate => $$""" "{{gate.Key}}": { "inputWeights": {{Json(gate.Value.W)}}, "hiddenWeights": {{Json(gate.Value.U)}}{{(biased ? $", \"bias\": {Json(gate.Value.B)}" : "")}} }""");
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "lstm", "inputs": {{Json(inputs)}}, {{string.Join(", ", texts)}}, "startHidden": {{Json(h)}}, "startCell": {{Json(c)}} }""");
            for (var step = 0; step < steps; step++)
            {
                var (nextH, nextC) = (new double[units], new double[units]);
                for (var unit = 0; unit < units; unit++)
                {
                    var (i, f, o, g) = (Sigmoid(Sum("input")), Sigmoid(Sum("forget")), Sigmoid(Sum("output")), Math.Tanh(Sum("candidate")));
                    nextC[unit] = f * c[unit] + i * g;
                    nextH[unit] = o * Math.Tanh(nextC[unit]);

                    double Sum(string gate)
                    {
                        var sum = gates[gate].B[unit];
                        for (var at = 0; at < width; at++)
                            sum += gates[gate].W[unit][at] * inputs[step][at];
                        for (var at = 0; at < units; at++)
                            sum += gates[gate].U[unit][at] * h[at];
                        return sum;
                    }
                }

                (h, c) = (nextH, nextC);
                Expect(worksheet, $"step{step + 1}.c", c);
                Expect(worksheet, $"step{step + 1}.h", h);
            }

            Expect(worksheet, "parameters", gates.Values.Sum(gate => gate.W.Length * width + gate.U.Length * units + (biased ? gate.B.Length : 0)));
        }
    }

    /// <summary>One unit whose gates are all 1/2 but i = 3/4 (its sum is ln 3), with c = 2 before; the candidate is tanh(1).</summary>
    [TestCase("bias-left-out", "step1.i", "[0.5]")]
    [TestCase("hidden-state-left-out", "step1.g", "[0.964028]")]
    [TestCase("cell-for-hidden-state", "step1.g.z", "[0]")]
    [TestCase("tanh-for-sigmoid", "step1.i", "[0.8]")]
    [TestCase("sigmoid-for-tanh", "step1.g", "[0.731059]")]
    [TestCase("cell-state-not-kept", "step1.c", "[0.571196]")]
    [TestCase("forget-gate-left-out", "step1.c", "[2.5712]")]
    [TestCase("input-gate-left-out", "step1.c", "[1.76159]")]
    [TestCase("input-and-forget-swapped", "step1.c", "[1.8808]")]
    [TestCase("tanh-left-out", "step1.h", "[0.785598]")]
    [TestCase("output-gate-left-out", "step1.h", "[0.917216]")]
    [TestCase("old-cell-state", "step1.h", "[0.482014]")]
    [TestCase("one-gate-counted", "parameters", "3")]
    [TestCase("candidate-not-counted", "parameters", "9")]
    [TestCase("two-biases-counted", "parameters", "16")]
    [TestCase("bias-not-counted", "parameters", "8")]
    [TestCase("hidden-weights-not-counted", "parameters", "8")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""
            { "name": "lstm", "inputs": [[2]], "startHidden": [1], "startCell": [2],
              "input": { "inputWeights": [[0]], "hiddenWeights": [[0]], "bias": ["ln(3)"] },
              "forget": { "inputWeights": [[0]], "hiddenWeights": [[0]], "bias": [0] },
              "output": { "inputWeights": [[0]], "hiddenWeights": [[0]], "bias": [0] },
              "candidate": { "inputWeights": [[1]], "hiddenWeights": [[-1]], "bias": [0] } }
            """);
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase(""" "inputs": [[1]] """, "The key \"input\" is missing.")]
    [TestCase(""" "inputs": [[1]], "input": { "inputWeights": [[1]], "hiddenWeights": [[1, 2]] } """, "\"hiddenWeights\" is 1 × 2; 1 × 1 fits.")]
    [TestCase(""" "hiddenSize": 3 """, "There are neither inputs nor sizes.")]
    public void Wrong_inputs_are_told(string inputs, string problem)
    {
        var error = Assert.Throws<AssertionException>(() => MemoryCase.Worksheet($$"""{ "name": "lstm", {{inputs}} }"""));
        Assert.That(error.Message, Does.Contain(problem));
    }

    private static double Sigmoid(double sum) => 1 / (1 + Math.Exp(-sum));
}
