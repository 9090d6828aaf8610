using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class LogisticRegressionTests
{
    /// <summary>The loss in a loop over the examples; its gradient by central differences, not by a formula.</summary>
    [Test]
    public void It_agrees_with_differences_of_the_loss()
    {
        var random = new Random(61);
        for (var round = 0; round < 300; round++)
        {
            var (features, steps, rate) = (random.Next(1, 4), random.Next(1, 4), random.Next(1, 5) / 8.0);
            var x = random.Matrix(random.Next(1, 7), features).Select(row => row.Select(value => value / 4).ToArray()).ToArray();
            var labels = x.Select(_ => (double)random.Next(2)).ToArray();
            var parameters = random.Vector(features + 1).Select(value => value / 4).ToArray();
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "logistic-regression", "inputs": {{Json(x)}}, "labels": {{Json(labels)}}, "weights": {{Json(parameters[..features])}}, "bias": {{parameters[features]}}, "rate": {{rate}}, "steps": {{steps}} }
                """);
            for (var step = 1; step <= steps; step++)
            {
                var at = parameters.ToArray();
                var gradient = Enumerable.Range(0, features + 1).Select(axis => (Loss(Moved(at, axis, 1e-5)) - Loss(Moved(at, axis, -1e-5))) / 2e-5).ToArray();
                Expect(worksheet, $"step{step}.probabilities", [.. x.Select(row => Probability(row, at))]);
                Expect(worksheet, $"step{step}.loss", Loss(at));
                Near($"step{step}.gradient", gradient[..features]);
                Near($"step{step}.biasGradient", gradient[features]);
                parameters = [.. at.Zip(gradient, (value, slope) => value - rate * slope)];
                Near($"step{step}.weights", parameters[..features]);
                Near($"step{step}.bias", parameters[features]);
            }

            static double[] Moved(double[] from, int axis, double by) => [.. from.Select((value, index) => index == axis ? value + by : value)];

            double Probability(double[] row, double[] at) => 1 / (1 + Math.Exp(-row.Zip(at, (value, weight) => value * weight).Sum() - at[features]));

            double Loss(double[] at) => x.Select((row, example) => -Math.Log(labels[example] > 0 ? Probability(row, at) : 1 - Probability(row, at))).Average();

            void Near(string quantity, params double[] expected) => Assert.That(Values.Numbers(worksheet[quantity].Value), Is.EqualTo(expected).Within(1e-7), quantity);
        }
    }

    [TestCase("", "step1.probabilities", "[0.574443, 0.622459, 0.668188]")]
    [TestCase("", "step1.loss", "0.577206")]
    [TestCase("bias-left-out", "step1.logits", "[0.2, 0.4, 0.6]")]
    [TestCase("weights-not-updated", "step2.logits", "[0.3, 0.5, 0.7]")]
    [TestCase("sigmoid-left-out", "step1.probabilities", "[0.3, 0.5, 0.7]")]
    [TestCase("exponent-sign-reversed", "step1.probabilities", "[0.425557, 0.377541, 0.331812]")]
    [TestCase("binary-logarithm", "step1.loss", "0.832732")]
    [TestCase("minus-left-out", "step1.loss", "-0.577206")]
    [TestCase("negatives-left-out", "step1.loss", "0.292421")]
    [TestCase("loss-not-averaged", "step1.loss", "1.73162")]
    [TestCase("errors-reversed", "step1.gradient_1", "0.392025")]
    [TestCase("sigmoid-derivative-kept", "step1.gradient_1", "-0.0859069")]
    [TestCase("gradient-not-averaged", "step1.gradient_1", "-1.17608")]
    [TestCase("gradient-ascent", "step1.weights_1", "0.00398742")]
    [TestCase("rate-left-out", "step1.weights_1", "0.592025")]
    [TestCase("bias-not-updated", "step1.bias", "0.1")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "logistic-regression", "inputs": [[1], [2], [3]], "labels": [0, 1, 1], "weights": [0.2], "bias": 0.1, "rate": 0.5, "steps": 2 }""");
        Assert.That(KeyText.Of((mistake.Length > 0 ? worksheet.Making(mistake) : worksheet)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("[1, -1]")]
    [TestCase("[1]")]
    [TestCase("[0.5, 1]")]
    public void Other_labels_are_told(string labels)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$""" "engine": { "name": "logistic-regression", "inputs": [[1], [2]], "labels": {{labels}} }, "parts": [] """));
        Assert.That(reading.Problems.Items.Select(problem => problem.Message), Does.Contain("These are no labels."));
    }
}
