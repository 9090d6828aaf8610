using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By libtorch's pairwise distances, and a loop over the points.</summary>
internal static class KMeansOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var (points, centroids, squared) = (given.Rows("points"), given.Rows("centroids"), given.Text("distance", "euclidean") == "squared");
        figures.Add("points", points);
        figures.Add("start.centroids", centroids);
        for (var iteration = 1; iteration <= given.Whole("iterations", 1); iteration++)
        {
            var squares = (points.unsqueeze(1) - centroids.unsqueeze(0)).square().sum([2]);
            long[] nearest = [.. Enumerable.Range(0, (int)points.shape[0]).Select(point => Nearest(squares[point]))];
            centroids = torch.stack(Enumerable.Range(0, (int)centroids.shape[0]).Select(cluster =>
                torch.stack(Enumerable.Range(0, nearest.Length).Where(point => nearest[point] == cluster).Select(point => points[point]).DefaultIfEmpty(torch.full(points.shape[1], double.NaN, torch.float64))).mean([0])));
            figures.Add($"iteration{iteration}.distances", squared ? squares : squares.sqrt());
            figures.AddList($"iteration{iteration}.clusters", nearest.Select(cluster => cluster + 1.0));
            figures.Add($"iteration{iteration}.centroids", centroids);
            figures.Add($"iteration{iteration}.cost", squares.min(1).values.sum());
        }
    }

    /// <summary>The first of several that are equally near, within what doubles can tell.</summary>
    private static long Nearest(torch.Tensor squares)
    {
        var least = squares.min().ToDouble();
        return Enumerable.Range(0, (int)squares.numel()).First(cluster => squares[cluster].ToDouble() <= least + 1e-12 * Math.Max(1, least));
    }
}
