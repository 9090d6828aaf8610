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

    [TestCase("exponential-left-out", "probabilities", "[0.25, 0.75]")]
    [TestCase("target-not-subtracted", "gradient", "[0.119203, 0.880797]")]
    [TestCase("gradient-reversed", "gradient", "[0.880797, -0.880797]")]
    [TestCase("binary-logarithm", "loss", "3.06851")]
    [TestCase("decimal-logarithm", "loss", "0.923713")]
    [TestCase("minus-left-out", "loss", "-2.12693")]
    [TestCase("all-classes-summed", "loss", "2.25386")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "softmax-cross-entropy", "logits": [1, 3], "target": 1 }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    private static double Loss(double[] logits, int target) => Math.Log(logits.Sum(Math.Exp)) - logits[target];

    private static double[] Moved(double[] logits, int index, double by) => [.. logits.Select((value, at) => at == index ? value + by : value)];
}
