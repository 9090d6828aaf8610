using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class SoftmaxTests
{
    /// <summary>Against the definition, and the gradient against a central difference of the loss.</summary>
    [Test]
    public void It_agrees_with_the_definition()
    {
        var random = new Random(30);
        for (var round = 0; round < 300; round++)
        {
            var logits = random.Vector(random.Next(1, 12));
            var target = random.Next(logits.Length);
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "softmax-cross-entropy", "logits": {{Json(logits)}}, "target": {{target + 1}} }""");
            var exponentials = logits.Select(Math.Exp).ToArray();
            Expect(worksheet, "probabilities", [.. exponentials.Select(value => value / exponentials.Sum())]);
            Expect(worksheet, "loss", Loss(logits, target));
            var gradient = logits.Select((_, index) => (Loss(Moved(logits, index, 1e-5), target) - Loss(Moved(logits, index, -1e-5), target)) / 2e-5).ToArray();
            Assert.That(Values.Numbers(worksheet["gradient"].Value), Is.EqualTo(gradient).Within(1e-8));
        }
    }

    /// <summary>Several examples: the losses one by one, their mean or sum in nats or bits, and its gradient against central differences.</summary>
    [Test]
    public void Several_examples_agree_with_the_definition()
    {
        var random = new Random(44);
        for (var round = 0; round < 300; round++)
        {
            var (examples, classes) = (random.Next(1, 6), random.Next(1, 6));
            var logits = random.Matrix(examples, classes);
            var targets = Enumerable.Range(0, examples).Select(_ => random.Next(classes)).ToArray();
            var (sum, binary) = (random.Next(2) == 0, random.Next(2) == 0);
            var worksheet = Several(logits, targets, $$""", "reduction": "{{(sum ? "sum" : "mean")}}", "logarithm": "{{(binary ? "binary" : "natural")}}" """);
            Expect(worksheet, "probabilities", [.. logits.SelectMany(row => row.Select(value => Math.Exp(value) / row.Sum(Math.Exp)))]);
            Expect(worksheet, "losses", [.. logits.Select((row, example) => Loss(row, targets[example]) / (binary ? Math.Log(2) : 1))]);
            Expect(worksheet, "loss", Total());
            Assert.That(Values.Numbers(worksheet["gradient"].Value), Is.EqualTo(logits.SelectMany(row => Differences(row, Total))).Within(1e-8));

            double Total() => logits.Select((row, example) => Loss(row, targets[example])).Sum() / (sum ? 1 : examples) / (binary ? Math.Log(2) : 1);
        }
    }

    [TestCase("sum-for-mean", "loss", "0.820075")]
    [TestCase("sum-for-mean", "gradient_11", "-0.5")]
    [TestCase("normalized-over-examples", "probabilities_11", "0.268941")]
    [TestCase("largest-for-target", "targets", "[[1, 1], [0, 1]]")]
    [TestCase("all-classes-summed", "losses", "[1.38629, 2.25386]")]
    public void Each_mistake_of_several_examples_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = Several([[0, 0], [1, 3]], [0, 1], "");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("natural-logarithm", "loss", "2.12693")]
    [TestCase("decimal-logarithm", "loss", "0.923713")]
    [TestCase("base-not-differentiated", "gradient", "[-0.880797, 0.880797]")]
    public void Each_mistake_in_bits_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "softmax-cross-entropy", "logits": [1, 3], "target": 1, "logarithm": "binary" }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [Test]
    public void A_sum_knows_who_averages()
    {
        var worksheet = Several([[0, 0], [1, 3]], [0, 1], """, "reduction": "sum" """);
        Assert.That(KeyText.Of(worksheet.Making("mean-for-sum")["loss"].Value!), Is.EqualTo(KeyText.Of(Several([[0, 0], [1, 3]], [0, 1], "")["loss"].Value!)));
    }

    [TestCase(""" "logits": [1, 2], "target": 3 """, "\"target\" is 3, and there are 2 classes.")]
    [TestCase(""" "logits": [1, 2] """, "There is no right class.")]
    [TestCase(""" "logits": [[1, 2]], "target": 1 """, "The logits are rows, and there is one target.")]
    [TestCase(""" "logits": [[1, 2]], "targets": [1, 2] """, "\"targets\" has 2 numbers, and there are 1 examples.")]
    [TestCase(""" "logits": [[1, 2]], "targets": [0] """, "\"targets\" holds 0, and there are 2 classes.")]
    public void Wrong_inputs_are_told(string inputs, string problem)
    {
        var error = Assert.Throws<AssertionException>(() => MemoryCase.Worksheet($$"""{ "name": "softmax-cross-entropy", {{inputs}} }"""));
        Assert.That(error.Message, Does.Contain(problem));
    }

    [TestCase("exponential-left-out", "probabilities", "[0.25, 0.75]")]
    [TestCase("target-not-subtracted", "gradient", "[0.119203, 0.880797]")]
    [TestCase("gradient-reversed", "gradient", "[0.880797, -0.880797]")]
    [TestCase("binary-logarithm", "loss", "3.06851")]
    [TestCase("decimal-logarithm", "loss", "0.923713")]
    [TestCase("minus-left-out", "loss", "-2.12693")]
    [TestCase("all-classes-summed", "loss", "2.25386")]
    [TestCase("not-normalized", "probabilities", "[2.71828, 20.0855]")]
    [TestCase("logarithm-left-out", "loss", "0.119203")]
    [TestCase("largest-for-target", "loss", "0.126928")]
    [TestCase("largest-for-target", "gradient", "[0.119203, -0.119203]")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "softmax-cross-entropy", "logits": [1, 3], "target": 1 }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    private static Worksheet Several(double[][] logits, int[] targets, string more) =>
        MemoryCase.Worksheet($$"""{ "name": "softmax-cross-entropy", "logits": {{Json(logits)}}, "targets": [{{string.Join(", ", targets.Select(target => target + 1))}}]{{more}} }""");

    private static double Loss(double[] logits, int target) => Math.Log(logits.Sum(Math.Exp)) - logits[target];

    private static double[] Moved(double[] logits, int index, double by) => [.. logits.Select((value, at) => at == index ? value + by : value)];
}
