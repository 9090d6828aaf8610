using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class KMeansTests
{
    /// <summary>Against the algorithm in loops; rounds in which a cluster loses all its points are drawn again.</summary>
    [Test]
    public void It_agrees_with_the_algorithm()
    {
        var random = new Random(34);
        for (var round = 0; round < 200;)
        {
            var (count, axes, clusters, iterations, squared) = (random.Next(3, 12), random.Next(1, 4), random.Next(1, 4), random.Next(1, 4), random.Next(2) == 0);
            var points = random.Matrix(count, axes);
            var start = points.Take(clusters).ToArray();
            if (Run(points, start, iterations) is not { } steps)
                continue;
            round++;
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "k-means", "points": {{Json(points)}}, "centroids": {{Json(start)}}, "iterations": {{iterations}}, "distance": "{{(squared ? "squared" : "euclidean")}}" }""");
            for (var index = 0; index < iterations; index++)
            {
                Expect(worksheet, $"iteration{index + 1}.distances", [.. steps[index].Distances.Select(distance => squared ? distance : Math.Sqrt(distance))]);
                Expect(worksheet, $"iteration{index + 1}.clusters", [.. steps[index].Clusters.Select(cluster => cluster + 1.0)]);
                Expect(worksheet, $"iteration{index + 1}.centroids", [.. steps[index].Centroids.SelectMany(centroid => centroid)]);
                Expect(worksheet, $"iteration{index + 1}.cost", steps[index].Cost);
            }
        }
    }

    [TestCase("manhattan-distance", "iteration1.distances", "[[0, 7], [2, 5], [7, 0]]")]
    [TestCase("root-left-out", "iteration1.distances", "[[0, 25], [2, 13], [25, 0]]")]
    [TestCase("centroids-not-moved", "iteration2.centroids", "[[0.5, 0.5], [3, 4]]")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "k-means", "points": [[0, 0], [1, 1], [3, 4]], "centroids": [[0, 0], [3, 4]], "iterations": 2 }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [Test]
    public void A_point_between_two_centroids_goes_to_the_first()
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "k-means", "points": [[0], [1], [2]], "centroids": [[0], [2]] }""");
        Assert.That(KeyText.Of(worksheet["iteration1.clusters"].Value!), Is.EqualTo("[1, 1, 2]"));
    }

    [Test]
    public void A_slip_carries_forward()
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "k-means", "points": [[0], [1], [5]], "centroids": [[0], [5]], "iterations": 2 }""");
        var own = worksheet.With(new Dictionary<string, Mathematics.Value> { ["iteration1.clusters_2"] = Values.Of(2) });
        Assert.That(KeyText.Of(own["iteration1.centroids"].Value!), Is.EqualTo("[0, 3]"));
    }

    private static (double[] Distances, int[] Clusters, double[][] Centroids, double Cost)[]? Run(double[][] points, double[][] centroids, int iterations)
    {
        var steps = new (double[], int[], double[][], double)[iterations];
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var distances = points.SelectMany(point => centroids.Select(centroid => point.Zip(centroid, (left, right) => (left - right) * (left - right)).Sum())).ToArray();
            var nearest = points.Select((_, point) => Enumerable.Range(0, centroids.Length).MinBy(cluster => distances[point * centroids.Length + cluster])).ToArray();
            if (Enumerable.Range(0, centroids.Length).Any(cluster => !nearest.Contains(cluster)))
                return null;
            var cost = points.Select((_, point) => distances[point * centroids.Length + nearest[point]]).Sum();
            centroids = [.. Enumerable.Range(0, centroids.Length).Select(cluster =>
            {
                var members = points.Where((_, point) => nearest[point] == cluster).ToArray();
                return Enumerable.Range(0, points[0].Length).Select(axis => members.Average(member => member[axis])).ToArray();
            })];
            steps[iteration] = (distances, nearest, centroids, cost);
        }

        return steps;
    }
}
