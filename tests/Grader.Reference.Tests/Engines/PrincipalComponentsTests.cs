using Grader.Mathematics;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class PrincipalComponentsTests
{
    /// <summary>Against power iteration with deflation on a covariance summed entry by entry.</summary>
    [Test]
    public void It_agrees_with_power_iteration()
    {
        var random = new Random(65);
        for (var round = 0; round < 200;)
        {
            var (features, all) = (random.Next(2, 5), random.Next(2) == 0);
            var data = random.Matrix(random.Next(features + 1, 9), features);
            var means = Enumerable.Range(0, features).Select(axis => data.Average(row => row[axis])).ToArray();
            var covariance = Enumerable.Range(0, features).Select(i => Enumerable.Range(0, features).Select(j => data.Sum(row => (row[i] - means[i]) * (row[j] - means[j])) / (all ? data.Length : data.Length - 1)).ToArray()).ToArray();
            var components = Enumerable.Range(0, features).Select(_ => Largest(covariance)).ToArray();
            // Power iteration is slow where two eigenvalues are close.
            if (Enumerable.Range(0, features).Any(index => components[index].Value < 1.3 * (index + 1 < features ? components[index + 1].Value : 0)))
                continue;
            round++;
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "pca", "data": {{Json(data)}}, "divisor": "{{(all ? "n" : "n-1")}}", "components": {{features}} }""");
            Expect(worksheet, "mean", means);
            Expect(worksheet, "eigenvalues", [.. components.Select(component => component.Value)]);
            Expect(worksheet, "explained", [.. components.Select(component => component.Value / components.Sum(other => other.Value))]);
            for (var index = 0; index < features; index++)
            {
                var name = $"component{index + 1}";
                var direction = Values.Numbers(worksheet[$"{name}.direction"].Value);
                var sign = Math.Sign(direction.Zip(components[index].Vector, (left, right) => left * right).Sum());
                Expect(worksheet, $"{name}.direction", [.. components[index].Vector.Select(entry => sign * entry)]);
                Expect(worksheet, $"{name}.opposite", [.. components[index].Vector.Select(entry => -sign * entry)]);
                Expect(worksheet, $"{name}.scores", [.. data.Select(row => sign * row.Select((value, axis) => (value - means[axis]) * components[index].Vector[axis]).Sum())]);
            }
        }
    }

    /// <summary>The product of a matrix and each eigenvector is the eigenvalue's multiple of it, and the vectors are orthonormal.</summary>
    [Test]
    public void Eigenvectors_are_what_they_are_called()
    {
        var random = new Random(66);
        for (var round = 0; round < 300; round++)
        {
            var order = random.Next(1, 7);
            var half = random.Matrix(order, order);
            var matrix = half.Select((row, i) => row.Select((entry, j) => entry + half[j][i]).ToArray()).ToArray();
            var reading = CaseReader.Read(MemoryCase.WithQuestion($$"""
                "inputs": { "M": {{Json(matrix)}} },
                "quantities": { "L": "eigenvalues(M)", "V": "eigenvectors(M)", "Z": "M*V - hadamard(V, transpose(L))", "I": "transpose(V)*V" },
                "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "choice", "ask": "?", "points": 1, "right": "yes", "choices": { "yes": ["yes"], "no": ["no"] } } ] } ]
                """));
            var worksheet = reading.Assignment!.Questions[0].Worksheet;
            Expect(worksheet, "Z", new double[order * order]);
            Expect(worksheet, "I", [.. Enumerable.Range(0, order * order).Select(at => at % order == at / order ? 1.0 : 0)]);
            Assert.That(Values.Numbers(worksheet["L"].Value), Is.Ordered.Descending);
        }
    }

    [TestCase("[[2, 1], [1, 2]]", "[3, 1]", "[[0.707107, 0.707107], [0.707107, -0.707107]]")]
    [TestCase("[[6, 12], [12, 13]]", "[22, -3]", "[[0.6, 0.8], [0.8, -0.6]]")]
    [TestCase("[[0.5, 0], [0, 2]]", "[2, 0.5]", "[[0, 1], [1, 0]]")]
    [TestCase("[[1, 1], [1, 0]]", "[1.61803, -0.618034]", "[[0.850651, -0.525731], [0.525731, 0.850651]]")]
    [TestCase("[[2, 0, 0], [0, 3, 4], [0, 4, 9]]", "[11, 2, 1]", "[[0, 1, 0], [0.447214, 0, 0.894427], [0.894427, 0, -0.447214]]")]
    public void What_can_be_exact_is(string matrix, string values, string vectors)
    {
        var worksheet = Of(matrix);
        Assert.Multiple(() =>
        {
            Assert.That(KeyText.Of(worksheet["L"].Value!), Is.EqualTo(values));
            Assert.That(KeyText.Of(worksheet["V"].Value!), Is.EqualTo(vectors));
            Assert.That(((Tensor)worksheet["L"].Value!).Entries.Items.All(entry => entry is Exact), Is.EqualTo(!values.Contains("1.618")));
        });
    }

    [TestCase("[[1, 2], [3, 4]]", "takes a symmetric matrix")]
    [TestCase("[[1, 2, 3], [3, 4, 5]]", "takes a square matrix")]
    [TestCase("5", "takes a square matrix")]
    public void Other_matrices_are_told(string matrix, string problem)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$""" "inputs": { "M": {{matrix}} }, "quantities": { "L": "eigenvalues(M)" }, "parts": [] """));
        Assert.That(reading.Problems.Items.Select(found => found.Message), Has.Some.Contains(problem));
    }

    [TestCase("", "covariance", "[[20/3, 22/3], [22/3, 26/3]]")]
    [TestCase("not-centred", "covariance", "[[28, 34], [34, 42]]")]
    [TestCase("divided-by-n", "covariance", "[[5, 5.5], [5.5, 6.5]]")]
    [TestCase("not-divided", "covariance", "[[20, 22], [22, 26]]")]
    [TestCase("correlation-for-covariance", "covariance", "[[1, 0.964764], [0.964764, 1]]")]
    [TestCase("", "component1.direction", "[0.657604, 0.753364]")]
    [TestCase("length-not-one", "component1.direction", "[0.872891, 1]")]
    [TestCase("smallest-first", "component1.direction", "[0.753364, -0.657604]")]
    [TestCase("projected-without-centring", "component1.scores", "[2.16433, 4.2329, 8.56157, 10.6301]")]
    [TestCase("deviations-for-variances", "explained", "[0.882821, 0.117179]")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "pca", "data": [[1, 2], [3, 3], [5, 7], [7, 8]] }""");
        Assert.That(KeyText.Of((mistake.Length > 0 ? worksheet.Making(mistake) : worksheet)[quantity].Value!), Is.EqualTo(value));
    }

    [Test]
    public void A_row_is_taken_for_a_column_of_three()
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "pca", "data": [[1, 0, 2], [0, 2, 1], [5, 4, 0], [2, 2, 5]] }""");
        var vectors = Values.Numbers(worksheet["eigenvectors"].Value);
        Expect(worksheet, "component1.direction", vectors[0], vectors[3], vectors[6]);
        Expect(worksheet.Making("row-for-column"), "component1.direction", vectors[0], vectors[1], vectors[2]);
    }

    [Test]
    public void A_direction_that_is_not_determined_is_told()
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion(""" "engine": { "name": "pca", "data": [[1, 0], [-1, 0], [0, 1], [0, -1]] }, "parts": [] """));
        Assert.That(reading.Problems.Items.Select(found => found.Message), Has.Some.StartsWith("Two eigenvalues are equal"));
    }

    private static Worksheet Of(string matrix) => CaseReader.Read(MemoryCase.WithQuestion($$"""
        "inputs": { "M": {{matrix}} },
        "quantities": { "L": "eigenvalues(M)", "V": "eigenvectors(M)" },
        "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "choice", "ask": "?", "points": 1, "right": "yes", "choices": { "yes": ["yes"], "no": ["no"] } } ] } ]
        """)).Assignment!.Questions[0].Worksheet;

    /// <summary>The eigenvalue of largest amount and its vector; the matrix is deflated by it.</summary>
    private static (double Value, double[] Vector) Largest(double[][] matrix)
    {
        var vector = Enumerable.Range(0, matrix.Length).Select(index => 1.0 + index / 7.0).ToArray();
        var value = 0.0;
        for (var iteration = 0; iteration < 200; iteration++)
        {
            var next = matrix.Select(row => row.Zip(vector, (entry, other) => entry * other).Sum()).ToArray();
            value = Math.Sqrt(next.Sum(entry => entry * entry));
            vector = [.. next.Select(entry => entry / value)];
        }

        for (var i = 0; i < matrix.Length; i++)
        {
            for (var j = 0; j < matrix.Length; j++)
                matrix[i][j] -= value * vector[i] * vector[j];
        }

        return (value, vector);
    }
}
