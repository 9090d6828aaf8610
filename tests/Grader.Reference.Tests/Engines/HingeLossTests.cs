using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class HingeLossTests
{
    private const int Configurations = 300;

    /// <summary>Several classes: losses against loops, the gradient against central differences away from the kinks.</summary>
    [Test]
    public void Several_classes_agree_with_loops()
    {
        var random = new Random(45);
        for (var round = 0; round < Configurations; round++)
        {
            var (examples, classes, width) = (random.Next(1, 5), random.Next(1, 5), random.Next(1, 4));
            var (inputs, weights) = (random.Matrix(examples, width), random.Matrix(classes, width));
            // Away from the kinks, where there is no derivative to compare with.
            var bias = random.Vector(classes).Select((value, index) => value + 0.013 * (index + 1)).ToArray();
            var scores = inputs.Select(row => weights.Select((of, at) => of.Zip(row, (weight, value) => weight * value).Sum() + bias[at]).ToArray()).ToArray();
            var targets = Enumerable.Range(0, examples).Select(_ => random.Next(classes)).ToArray();
            var (sum, half) = (random.Next(2) == 0, random.Next(2) == 0);
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "hinge-loss", "inputs": {{Json(inputs)}}, "weights": {{Json(weights)}}, "bias": {{Json(bias)}}, "targets": [{{string.Join(", ", targets.Select(target => target + 1))}}],
                  "margin": 1.5, "reduction": "{{(sum ? "sum" : "mean")}}", "lambda": 0.25, "regularization": "{{(half ? "half-squares" : "squares")}}" }
                """);
            Expect(worksheet, "scores", [.. scores.SelectMany(row => row)]);
            Expect(worksheet, "losses", [.. scores.Select((row, example) => Loss(row, targets[example]))]);
            Expect(worksheet, "dataLoss", Total());
            Expect(worksheet, "regularization", weights.Sum(row => row.Sum(weight => weight * weight)) / (half ? 8 : 4));
            Expect(worksheet, "loss", Total() + weights.Sum(row => row.Sum(weight => weight * weight)) / (half ? 8 : 4));
            Assert.That(Values.Numbers(worksheet["gradient"].Value), Is.EqualTo(scores.SelectMany(row => Differences(row, Total))).Within(1e-8));

            double Total() => scores.Select((row, example) => Loss(row, targets[example])).Sum() / (sum ? 1 : examples);
        }

        static double Loss(double[] scores, int target)
        {
            var loss = 0.0;
            for (var at = 0; at < scores.Length; at++)
                loss += at == target ? 0 : Math.Max(0, scores[at] - scores[target] + 1.5);
            return loss;
        }
    }

    [Test]
    public void Two_classes_agree_with_loops()
    {
        var random = new Random(46);
        for (var round = 0; round < Configurations; round++)
        {
            var (examples, width) = (random.Next(1, 6), random.Next(1, 4));
            var (inputs, weights, bias) = (random.Matrix(examples, width), random.Vector(width), random.Next(-3, 4) + 0.013);
            var scores = inputs.Select(row => row.Zip(weights, (value, weight) => value * weight).Sum() + bias).ToArray();
            var labels = Enumerable.Range(0, examples).Select(_ => random.Next(2) * 2 - 1).ToArray();
            var given = random.Next(2) == 0;
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "hinge-loss", {{(given ? $"\"scores\": {Json(scores)}" : $"\"inputs\": {Json(inputs)}, \"bias\": [{bias}]")}}, "weights": {{Json(weights)}}, "labels": [{{string.Join(", ", labels)}}], "lambda": 0.5 }
                """);
            Expect(worksheet, "margins", [.. scores.Select((score, example) => score * labels[example])]);
            Expect(worksheet, "losses", [.. scores.Select((score, example) => Math.Max(0, 1 - score * labels[example]))]);
            Expect(worksheet, "loss", Mean() + 0.5 * weights.Sum(weight => weight * weight));
            Assert.That(Values.Numbers(worksheet["gradient"].Value), Is.EqualTo(Differences(scores, Mean)).Within(1e-8));

            double Mean() => scores.Select((score, example) => Math.Max(0, 1 - score * labels[example])).Average();
        }
    }

    [TestCase("right-class-counted", "losses", "[5, 13]")]
    [TestCase("margin-left-out", "losses", "[3, 10]")]
    [TestCase("margin-subtracted", "losses", "[2, 8]")]
    [TestCase("difference-reversed", "margins", "[[0, 0, 2], [0, 0, 0]]")]
    [TestCase("not-clipped", "margins", "[[0, 4, 0], [8, 4, 0]]")]
    [TestCase("largest-margin-only", "losses", "[4, 8]")]
    [TestCase("sum-for-mean", "dataLoss", "16")]
    [TestCase("sum-for-mean", "gradient", "[[-1, 1, 0], [1, 1, -2]]")]
    [TestCase("gradient-reversed", "gradient", "[[0.5, -0.5, 0], [-0.5, -0.5, 1]]")]
    [TestCase("regularization-left-out", "loss", "8")]
    [TestCase("weights-not-squared", "regularization", "0.6")]
    [TestCase("root-taken", "regularization", "0.374166")]
    [TestCase("lambda-left-out", "regularization", "14")]
    [TestCase("half-counted", "regularization", "0.7")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "hinge-loss", "scores": [[2, 5, 1], [4, 0, -3]], "targets": [1, 3], "weights": [[1, -2], [3, 0]], "lambda": 0.1 }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("label-left-out", "margins", "[2, 0.5, -3]")]
    [TestCase("margin-left-out", "losses", "[0, 0.5, 0]")]
    [TestCase("sign-reversed", "losses", "[3, 0.5, 4]")]
    [TestCase("not-clipped", "losses", "[-1, 1.5, -2]")]
    [TestCase("errors-counted", "losses", "[0, 1, 0]")]
    [TestCase("mean-for-sum", "dataLoss", "0.5")]
    [TestCase("gradient-reversed", "gradient", "[0, -1, 0]")]
    [TestCase("half-left-out", "regularization", "1")]
    [TestCase("bias-regularized", "regularization", "1")]
    public void Each_mistake_with_labels_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""
            { "name": "hinge-loss", "inputs": [[1], [-0.5], [-4]], "weights": [1], "bias": [1], "labels": [1, -1, -1], "reduction": "sum", "lambda": 1, "regularization": "half-squares" }
            """);
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase(""" "scores": [[1, 2]], "targets": [1], "labels": [1] """, "There are both \"labels\" and \"targets\".")]
    [TestCase(""" "scores": [[1, 2]], "targets": [3] """, "\"targets\" holds 3, and there are 2 classes.")]
    [TestCase(""" "scores": [1, 2], "labels": [1, 0] """, "A label is neither 1 nor −1.")]
    [TestCase(""" "scores": [1, 2], "labels": [1] """, "\"labels\" has 1 numbers, and there are 2 examples.")]
    [TestCase(""" "targets": [1] """, "There are no scores.")]
    [TestCase(""" "inputs": [[1, 2]], "targets": [1] """, "There are inputs, and no weights.")]
    [TestCase(""" "inputs": [[1, 2]], "weights": [[1], [2]], "targets": [1] """, "There are weights for 1 inputs, and 2 inputs come in.")]
    [TestCase(""" "scores": [[1, 2]], "targets": [1], "lambda": 1 """, "There is a lambda, and no weights to regularise.")]
    public void Wrong_inputs_are_told(string inputs, string problem)
    {
        var error = Assert.Throws<AssertionException>(() => MemoryCase.Worksheet($$"""{ "name": "hinge-loss", {{inputs}} }"""));
        Assert.That(error.Message, Does.Contain(problem));
    }
}
