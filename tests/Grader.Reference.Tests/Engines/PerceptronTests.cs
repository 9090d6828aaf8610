using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class PerceptronTests
{
    /// <summary>Against the rule in a loop.</summary>
    [Test]
    public void It_agrees_with_the_rule()
    {
        var random = new Random(52);
        for (var round = 0; round < 200; round++)
        {
            var (features, passes, rate) = (random.Next(1, 4), random.Next(1, 4), random.Next(1, 4) / 2.0);
            var x = random.Matrix(random.Next(1, 6), features);
            var labels = x.Select(_ => random.Next(2) * 2.0 - 1).ToArray();
            var (weights, bias) = (random.Vector(features), random.Next(-2, 3) / 1.0);
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "perceptron", "inputs": {{Json(x)}}, "labels": {{Json(labels)}}, "weights": {{Json(weights)}}, "bias": {{bias}}, "rate": {{rate}}, "passes": {{passes}} }""");
            for (var step = 0; step < x.Length * passes; step++)
            {
                var example = step % x.Length;
                var margin = labels[example] * (x[example].Zip(weights, (value, weight) => value * weight).Sum() + bias);
                if (margin <= 0)
                {
                    for (var axis = 0; axis < features; axis++)
                        weights[axis] += rate * labels[example] * x[example][axis];
                    bias += rate * labels[example];
                }

                Expect(worksheet, $"step{step + 1}.margin", margin);
                Expect(worksheet, $"step{step + 1}.weights", weights);
                Expect(worksheet, $"step{step + 1}.bias", bias);
            }
        }
    }

    [TestCase("always-updated", "step2.weights", "[0, 3]")]
    [TestCase("update-reversed", "step1.weights", "[-1, -2]")]
    [TestCase("bias-not-updated", "step1.bias", "0")]
    [TestCase("boundary-taken-for-right", "step1.weights", "[0, 0]")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "perceptron", "inputs": [[1, 2], [-1, 1]], "labels": [1, 1] }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("", "step3.weights", "[0, 1.5]")]
    [TestCase("label-left-out", "step2.weights", "[1, 0.5]")]
    [TestCase("rate-left-out", "step1.weights", "[1, 2]")]
    [TestCase("bias-left-out", "step2.weights", "[0.5, 1]")]
    public void Each_mistake_with_a_rate_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "perceptron", "inputs": [[1, 2], [1, -1], [0, 1]], "labels": [1, -1, 1], "rate": 0.5 }""");
        Assert.That(KeyText.Of((mistake.Length > 0 ? worksheet.Making(mistake) : worksheet)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("[1, 0]")]
    [TestCase("[1]")]
    [TestCase("""["a", 1]""")]
    public void Other_labels_are_told(string labels)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$""" "engine": { "name": "perceptron", "inputs": [[1], [2]], "labels": {{labels}} }, "parts": [] """));
        Assert.That(reading.Problems.Items.Select(problem => problem.Message), Does.Contain("These are no labels."));
    }
}
