using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class LinearRegressionTests
{
    /// <summary>At the minimum the gradient of the loss vanishes, and every step away costs.</summary>
    [Test]
    public void It_minimises_the_loss()
    {
        var random = new Random(51);
        for (var round = 0; round < 200; round++)
        {
            var (features, intercept, shrink, ridge) = (random.Next(1, 4), random.Next(2) == 0, random.Next(2) == 0, random.Next(1, 5) / 4.0);
            var (x, y) = (random.Matrix(random.Next(features + 2, 9), features), Array.Empty<double>());
            y = random.Vector(x.Length);
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "linear-regression", "inputs": {{Json(x)}}, "targets": {{Json(y)}}, "intercept": {{Yes(intercept)}}, "ridge": {{ridge}}, "shrinkIntercept": {{Yes(shrink)}} }""");
            var weights = Values.Numbers(worksheet["weights"].Value);
            double Loss(double[] at) => x.Select((row, example) => Math.Pow(y[example] - Predict(row, at), 2)).Sum() + ridge * at.Skip(intercept && !shrink ? 1 : 0).Sum(weight => weight * weight);
            double Predict(double[] row, double[] at) => row.Zip(at.Skip(intercept ? 1 : 0), (value, weight) => value * weight).Sum() + (intercept ? at[0] : 0);
            for (var axis = 0; axis < weights.Length; axis++)
            {
                foreach (var by in new[] { 0.01, -0.01 })
                {
                    var moved = weights.ToArray();
                    moved[axis] += by;
                    Assert.That(Loss(moved), Is.GreaterThan(Loss(weights)));
                }
            }

            Expect(worksheet, "predictions", [.. x.Select(row => Predict(row, weights))]);
            Expect(worksheet, "meanSquaredError", x.Select((row, example) => Math.Pow(y[example] - Predict(row, weights), 2)).Average());
        }
    }

    [TestCase("weights", "[2/3, 0.5]")]
    [TestCase("predictions", "[7/6, 5/3, 13/6]")]
    [TestCase("squaredError", "1/6")]
    public void It_is_exact(string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "linear-regression", "inputs": [[1], [2], [3]], "targets": [1, 2, 2] }""");
        Assert.That(KeyText.Of(worksheet[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("", "weights", "[22/35, 27/35]")]
    [TestCase("intercept-sign", "weights", "[341/70, 27/35]")]
    [TestCase("through-the-origin", "weights", "[0, 37/39]")]
    [TestCase("roles-swapped", "weights", "[0, 1]")]
    [TestCase("residuals-not-squared", "squaredError", "74/35")]
    [TestCase("mean-not-taken", "meanSquaredError", "54/35")]
    [TestCase("root-taken", "meanSquaredError", "0.621059")]
    [TestCase("divided-by-degrees-of-freedom", "meanSquaredError", "27/35")]
    public void Each_mistake_of_a_line_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "linear-regression", "inputs": [[1], [2], [3], [5]], "targets": [1, 2, 4, 4] }""");
        Assert.That(KeyText.Of((mistake.Length > 0 ? worksheet.Making(mistake) : worksheet)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("ridge-subtracted", "weights", "[-1/3, 1]")]
    [TestCase("ridge-times-examples", "weights", "[19/15, 0.2]")]
    [TestCase("ridge-left-out", "weights", "[2/3, 0.5]")]
    [TestCase("intercept-shrunk", "weights", "[0.375, 7/12]")]
    [TestCase("residuals-not-squared", "squaredError", "2/3")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "linear-regression", "inputs": [[1], [2], [3]], "targets": [1, 2, 2], "ridge": 1 }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    private static string Yes(bool holds) => holds ? "true" : "false";
}
