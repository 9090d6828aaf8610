using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class SvmMarginTests
{
    /// <summary>Against geometry: a point's distance to the boundary is the length of the way to its foot, and the margin is as wide as the two lines are apart.</summary>
    [Test]
    public void It_agrees_with_geometry()
    {
        var random = new Random(62);
        for (var round = 0; round < 300;)
        {
            var axes = random.Next(1, 4);
            var (points, weights, bias, penalty) = (random.Matrix(random.Next(1, 8), axes), random.Vector(axes), random.Next(-8, 9) / 4.0, random.Next(1, 9) / 2.0);
            if (weights.All(weight => weight == 0))
                continue;
            round++;
            var labels = points.Select(_ => random.Next(2) * 2.0 - 1).ToArray();
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "svm-margin", "points": {{Json(points)}}, "labels": {{Json(labels)}}, "weights": {{Json(weights)}}, "bias": {{bias}}, "penalty": {{penalty}} }
                """);
            var scores = points.Select(point => Score(point)).ToArray();
            var distances = points.Select((point, index) => Distance(point, Foot(point)) * Math.Sign(scores[index]) * labels[index]).ToArray();
            Expect(worksheet, "geometricMargins", distances);
            Expect(worksheet, "geometricMargin", distances.Min());
            Expect(worksheet, "marginWidth", Distance(OnLine(1), OnLine(-1)));
            Expect(worksheet, "functionalMargins", [.. scores.Zip(labels, (score, label) => score * label)]);
            Expect(worksheet, "supportVectors", [.. scores.Zip(labels, (score, label) => label > 0 ? score <= 1 : score >= -1).Select(inside => inside ? 1.0 : 0)]);
            var slacks = scores.Zip(labels, (score, label) => label > 0 ? (score < 1 ? 1 - score : 0) : (score > -1 ? 1 + score : 0)).ToArray();
            Expect(worksheet, "slacks", slacks);
            Expect(worksheet, "objective", weights.Sum(weight => weight * weight) / 2 + penalty * slacks.Sum());

            double Score(double[] point) => point.Zip(weights, (value, weight) => value * weight).Sum() + bias;

            double[] Along(double[] from, double by) => [.. from.Zip(weights, (value, weight) => value + by * weight / weights.Sum(other => other * other))];

            double[] Foot(double[] point) => Along(point, -Score(point));

            double[] OnLine(double score) => Along(new double[axes], score - bias);

            static double Distance(double[] left, double[] right) => Math.Sqrt(left.Zip(right, (a, b) => (a - b) * (a - b)).Sum());
        }
    }

    [TestCase("", "functionalMargins", "[2, 0.75, 0.75, 1.5]")]
    [TestCase("", "marginWidth", "1.6")]
    [TestCase("bias-left-out", "functionalMargins", "[3.5, -0.75, 2.25, 0]")]
    [TestCase("bias-in-norm", "norm", "1.95256")]
    [TestCase("label-left-out", "functionalMargins", "[2, -0.75, 0.75, -1.5]")]
    [TestCase("norm-not-divided", "geometricMargins", "[2, 0.75, 0.75, 1.5]")]
    [TestCase("root-left-out", "marginWidth", "1.28")]
    [TestCase("amounts-summed", "marginWidth", "8/7")]
    [TestCase("half-width", "marginWidth", "0.8")]
    [TestCase("inside-not-counted", "supportVectorCount", "0")]
    [TestCase("slack-below-zero", "slacks", "[-1, 0.25, 0.25, -0.5]")]
    [TestCase("slack-from-boundary", "slacks", "[0, 0, 0, 0]")]
    [TestCase("half-left-out", "objective", "2.5625")]
    [TestCase("norm-not-squared", "objective", "1.625")]
    [TestCase("penalty-left-out", "objective", "1.28125")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "svm-margin", "points": [[2, 2], [1, 0], [3, 0], [0, 0]], "labels": [1, -1, 1, -1], "weights": [0.75, 1], "bias": -1.5, "penalty": 2 }""");
        Assert.That(KeyText.Of((mistake.Length > 0 ? worksheet.Making(mistake) : worksheet)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("[1, 0]", "[1, 1]", "These are no labels.")]
    [TestCase("[1, -1]", "[0, 0]", "All weights are 0.")]
    [TestCase("[1, -1]", "[1]", "There are 1 weights, and points have 2 coordinates.")]
    public void Wrong_inputs_are_told(string labels, string weights, string message)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$""" "engine": { "name": "svm-margin", "points": [[1, 2], [2, 3]], "labels": {{labels}}, "weights": {{weights}} }, "parts": [] """));
        Assert.That(reading.Problems.Items.Select(problem => problem.Message), Does.Contain(message));
    }
}
