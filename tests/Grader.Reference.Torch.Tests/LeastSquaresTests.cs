using Grader.Reference.Tests;
using Grader.Reference.Tests.Engines;
using TorchSharp;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class LeastSquaresTests
{
    private const int Configurations = 300;

    /// <summary>By least squares, not by the normal equations.</summary>
    [Test]
    public void Linear_regression_agrees()
    {
        var random = new Random(150);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var problem = Regression.Draw(random);
            var worksheet = problem.Worksheet("");
            problem.ExpectFit(worksheet, torch.linalg.lstsq(problem.Design, problem.Targets).Item1);
        }
    }

    /// <summary>By least squares with a row √λ for each weight that is shrunk.</summary>
    [Test]
    public void Ridge_regression_agrees()
    {
        var random = new Random(151);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var problem = Regression.Draw(random);
            var (lambda, shrinks) = (random.Next(1, 20) / 4.0, random.Next(2) == 0);
            var worksheet = problem.Worksheet($", \"ridge\": {lambda}, \"shrinkIntercept\": {(shrinks ? "true" : "false")}");
            var rows = torch.eye(problem.Design.shape[1], dtype: torch.float64) * Math.Sqrt(lambda);
            if (problem.HasIntercept && !shrinks)
                rows[0, 0] = torch.tensor(0.0);
            var weights = torch.linalg.lstsq(torch.cat([problem.Design, rows]), torch.cat([problem.Targets, torch.zeros(rows.shape[0], 1, torch.float64)])).Item1;
            problem.ExpectFit(worksheet, weights);
        }
    }

    /// <summary>By eigenvalues of the covariance; the sign of a direction is free, but for its largest entry.</summary>
    [Test]
    public void Principal_components_agree()
    {
        var random = new Random(152);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (data, centred, values, vectors, components, all) = Components(random);
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "pca", "data": {{Json(data)}}, "components": {{components}}, "divisor": "{{(all ? "n" : "n-1")}}" }""");
            Expect(worksheet, "mean", Tensors.Of(data).mean([0]).Numbers());
            Expect(worksheet, "eigenvalues", values.Numbers());
            Expect(worksheet, "explained", (values / values.sum()).Numbers());
            for (var component = 1; component <= components; component++)
            {
                var found = Tensors.Of(Values.Numbers(worksheet[$"component{component}.direction"].Value));
                Assert.That(found.max().ToDouble(), Is.EqualTo(found.abs().max().ToDouble()).Within(1e-9));
                var direction = vectors.select(1, component - 1);
                direction = direction.dot(found).ToDouble() < 0 ? -direction : direction;
                var scores = centred.matmul(direction);
                Expect(worksheet, $"component{component}.direction", direction.Numbers());
                Expect(worksheet, $"component{component}.scores", scores.Numbers());
                Expect(worksheet, $"component{component}.oppositeScores", (-scores).Numbers());
                Expect(worksheet, $"component{component}.reconstruction", (scores.outer(direction) + Tensors.Of(data).mean([0])).Numbers());
            }
        }
    }

    /// <summary>Data whose components are determined: no two eigenvalues are near each other.</summary>
    private static (double[][] Data, torch.Tensor Centred, torch.Tensor Values, torch.Tensor Vectors, int Components, bool All) Components(Random random)
    {
        while (true)
        {
            var (examples, features, all) = (random.Next(2, 8), random.Next(2, 5), random.Next(2) == 0);
            var components = random.Next(1, features + 1);
            var data = random.Matrix(examples, features);
            var centred = Tensors.Of(data) - Tensors.Of(data).mean([0]);
            var (values, vectors) = torch.linalg.eigh(centred.t().matmul(centred) / (all ? examples : examples - 1));
            // In descending order.
            var (sorted, columns) = (values.flip([0]), vectors.flip([1]));
            var numbers = sorted.Numbers();
            if (Enumerable.Range(0, Math.Min(components, features - 1)).All(index => numbers[index] - numbers[index + 1] > 0.01 * numbers[0]))
                return (data, centred, sorted, columns, components, all);
        }
    }

    /// <summary>Examples that determine the weights well.</summary>
    private sealed record Regression(double[][] Inputs, double[] Numbers, bool HasIntercept)
    {
        private const double WorstCondition = 100;

        public torch.Tensor Targets => Tensors.Of(Numbers).unsqueeze(1);

        public torch.Tensor Design => HasIntercept ? torch.cat([torch.ones(Inputs.Length, 1, torch.float64), Tensors.Of(Inputs)], 1) : Tensors.Of(Inputs);

        public static Regression Draw(Random random)
        {
            while (true)
            {
                var (examples, features, intercept) = (random.Next(2, 8), random.Next(1, 4), random.Next(2) == 0);
                var drawn = new Regression(random.Matrix(examples, features), random.Vector(examples), intercept);
                if (drawn.Design.shape[1] <= examples && torch.linalg.cond(drawn.Design).ToDouble() < WorstCondition)
                    return drawn;
            }
        }

        /// <param name="more">Keys of its own, after a comma.</param>
        public Worksheet Worksheet(string more) =>
            MemoryCase.Worksheet($$"""{ "name": "linear-regression", "inputs": {{Json(Inputs)}}, "targets": {{Json(Numbers)}}, "intercept": {{(HasIntercept ? "true" : "false")}}{{more}} }""");

        public void ExpectFit(Worksheet worksheet, torch.Tensor weights)
        {
            var predictions = Design.matmul(weights);
            Expect(worksheet, "weights", weights.Numbers());
            Expect(worksheet, "predictions", predictions.Numbers());
            Expect(worksheet, "residuals", (Targets - predictions).Numbers());
            Expect(worksheet, "squaredError", (Targets - predictions).square().sum().ToDouble());
            Expect(worksheet, "meanSquaredError", torch.nn.functional.mse_loss(predictions, Targets).ToDouble());
        }
    }
}
