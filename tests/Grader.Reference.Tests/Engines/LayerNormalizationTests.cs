using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class LayerNormalizationTests
{
    /// <summary>Against loops over examples and features.</summary>
    [Test]
    public void It_agrees_with_loops()
    {
        var random = new Random(43);
        for (var round = 0; round < 300; round++)
        {
            var (examples, features) = (random.Next(1, 8), random.Next(1, 12));
            var values = random.Matrix(examples, features);
            var (gamma, beta) = (random.Vector(features), random.Vector(features));
            var epsilon = random.Next(2) == 0 ? 1e-5 : 0.25;
            var worksheet = Read(values, gamma, beta, epsilon);
            for (var example = 0; example < examples; example++)
            {
                var (mean, variance) = (0.0, 0.0);
                foreach (var value in values[example])
                    mean += value / features;
                foreach (var value in values[example])
                    variance += (value - mean) * (value - mean) / features;
                Expect(worksheet, $"mean_{example + 1}", mean);
                Expect(worksheet, $"variance_{example + 1}", variance);
                var outputs = Values.Numbers(worksheet["output"].Value)[(example * features)..((example + 1) * features)];
                Assert.That(outputs, Is.EqualTo(values[example].Select((value, feature) => gamma[feature] * (value - mean) / Math.Sqrt(variance + epsilon) + beta[feature])).Within(1e-9));
            }
        }
    }

    [TestCase("sample-variance", "variance", "[4, 59/12]")]
    [TestCase("deviation-for-variance", "variance", "[1.73205, 1.92029]")]
    [TestCase("wrong-axis", "mean", "[3.5, 1.5, 3.5, 1]")]
    [TestCase("wrong-axis", "normalized_11", "0.83205")]
    [TestCase("variance-for-deviation", "normalized_11", "0.75")]
    [TestCase("mean-left-out", "normalized_11", "2.5")]
    [TestCase("epsilon-outside-root", "normalized_11", "1.09808")]
    [TestCase("epsilon-left-out", "normalized_11", "1.73205")]
    [TestCase("gamma-beta-swapped", "output_11", "3.5")]
    [TestCase("shift-left-out", "output_11", "3")]
    [TestCase("scale-left-out", "output_11", "2.5")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = Read([[5, 1, 1, 1], [2, 2, 6, 1]], [2, 1, 1, 1], [1, 1, 0, 1], 1);
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [Test]
    public void Gamma_has_an_entry_a_feature()
    {
        var error = Assert.Throws<AssertionException>(() => Read([[5, 1, 1]], [2], [1, 1, 1], 0));
        Assert.That(error.Message, Does.Contain("\"gamma\" has 1 numbers, and there are 3 features."));
    }

    private static Worksheet Read(double[][] values, double[] gamma, double[] beta, double epsilon) =>
        MemoryCase.Worksheet($$"""{ "name": "layer-normalization", "values": {{Json(values)}}, "gamma": {{Json(gamma)}}, "beta": {{Json(beta)}}, "epsilon": {{epsilon:R}} }""");
}
