using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class GaussianMixtureTests
{
    /// <summary>Against loops over the definition; the likelihood never falls from one step to the next.</summary>
    [Test]
    public void It_agrees_with_the_definition()
    {
        var random = new Random(64);
        for (var round = 0; round < 200; round++)
        {
            var (components, steps) = (random.Next(1, 4), random.Next(1, 4));
            var data = random.Vector(random.Next(4, 9));
            var (weights, means) = (Enumerable.Range(0, components).Select(_ => random.Next(1, 5) / 4.0).ToArray(), random.Vector(components));
            var variances = means.Select(_ => random.Next(4, 17) / 4.0).ToArray();
            var total = weights.Sum();
            var shares = weights.Select(weight => $"\"{weight * 4}/{total * 4}\"");
            weights = [.. weights.Select(weight => weight / total)];
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "gaussian-em", "data": {{Json(data)}}, "weights": [{{string.Join(", ", shares)}}], "means": {{Json(means)}}, "variances": {{Json(variances)}}, "steps": {{steps}} }
                """);
            var before = double.NegativeInfinity;
            for (var step = 1; step <= steps; step++)
            {
                var joint = data.Select(x => Enumerable.Range(0, components).Select(k => weights[k] / Math.Sqrt(2 * Math.PI * variances[k]) * Math.Exp(-Math.Pow(x - means[k], 2) / (2 * variances[k]))).ToArray()).ToArray();
                var responsibilities = joint.Select(row => row.Select(value => value / row.Sum()).ToArray()).ToArray();
                var likelihood = joint.Sum(row => Math.Log(row.Sum()));
                Expect(worksheet, $"step{step}.responsibilities", [.. responsibilities.SelectMany(row => row)]);
                Expect(worksheet, $"step{step}.logLikelihood", likelihood);
                Assert.That(likelihood, Is.GreaterThanOrEqualTo(before - 1e-9));
                before = likelihood;
                var counts = Enumerable.Range(0, components).Select(k => responsibilities.Sum(row => row[k])).ToArray();
                weights = [.. counts.Select(count => count / data.Length)];
                means = [.. counts.Select((count, k) => data.Select((x, i) => responsibilities[i][k] * x).Sum() / count)];
                variances = [.. counts.Select((count, k) => data.Select((x, i) => responsibilities[i][k] * x * x).Sum() / count - means[k] * means[k])];
                Expect(worksheet, $"step{step}.weights", weights);
                Expect(worksheet, $"step{step}.means", means);
                Expect(worksheet, $"step{step}.variances", variances);
                if (variances.Min() < 1e-3)
                    break;
            }
        }
    }

    [TestCase("", "step1.densities_11", "0.21970")]
    [TestCase("root-left-out", "step1.densities_11", "0.06197")]
    [TestCase("half-left-out", "step1.densities_11", "0.17110")]
    [TestCase("variance-squared", "step1.densities_11", "0.17603")]
    [TestCase("weights-left-out", "step1.joint_11", "0.21970")]
    [TestCase("not-normalized", "step1.responsibilities_11", "0.13182")]
    [TestCase("hard-assignment", "step1.means_1", "0.5")]
    [TestCase("hard-assignment", "step1.means_2", "5")]
    [TestCase("weights-not-updated", "step1.weights_1", "0.6")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value) =>
        Assert.That(Values.Number(Start(mistake)[quantity].Value), Is.EqualTo(double.Parse(value)).Within(5e-6));

    [Test]
    public void Mistakes_of_the_second_half_follow_from_the_responsibilities()
    {
        var right = Start("");
        double[] data = [0, 1, 4, 6];
        var shares = Values.Numbers(right["step1.responsibilities"].Value).Where((_, index) => index % 2 == 0).ToArray();
        var mean = data.Zip(shares, (x, r) => x * r).Sum() / shares.Sum();
        var evidence = Values.Numbers(right["step1.evidence"].Value);
        Expect(Start("divided-by-all"), "step1.means_1", data.Zip(shares, (x, r) => x * r).Sum() / 4);
        Expect(Start("old-means"), "step1.variances_1", data.Zip(shares, (x, r) => (x - 1) * (x - 1) * r).Sum() / shares.Sum());
        Expect(Start("deviations-given"), "step1.variances_1", Math.Sqrt(data.Zip(shares, (x, r) => (x - mean) * (x - mean) * r).Sum() / shares.Sum()));
        Expect(Start("summed-before-logarithm"), "step1.logLikelihood", Math.Log(evidence.Sum()));
        Expect(Start("binary-logarithm"), "step1.logLikelihood", evidence.Sum(Math.Log2));
        Expect(Start("parameters-not-updated"), "step2.means", Values.Numbers(right["step1.means"].Value));
    }

    [TestCase("[1, 0]", "[0.5, 0.5]", "One of the variances is not above 0.")]
    [TestCase("[1]", "[0.5, 0.5]", "There are 1 variances, and 2 means.")]
    [TestCase("[1, 1]", "[0.5, -0.5]", "One of the weights is not above 0.")]
    public void Wrong_parameters_are_told(string variances, string weights, string message)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$""" "engine": { "name": "gaussian-em", "data": [1, 2], "means": [0, 1], "variances": {{variances}}, "weights": {{weights}} }, "parts": [] """));
        Assert.That(reading.Problems.Items.Select(problem => problem.Message), Does.Contain(message));
    }

    private static Worksheet Start(string mistake)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "gaussian-em", "data": [0, 1, 4, 6], "weights": [0.6, 0.4], "means": [1, 4], "variances": [2, 4], "steps": 2 }""");
        return mistake.Length > 0 ? worksheet.Making(mistake) : worksheet;
    }
}
