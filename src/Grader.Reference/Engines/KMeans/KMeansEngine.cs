using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.KMeans;

/// <summary>
/// Iterations of k-means by hand: distances of points to centroids, the cluster of each point (the first of several that are equally near), the new centroids,
/// and the cost, the sum of squared distances to the centroids of the assignment. A slip in one iteration carries forward to the next.
/// </summary>
internal sealed class KMeansEngine : IEngine
{
    private const int MostIterations = 20;

    private static readonly CaseShape Shape = new("k-means", "Iterations of k-means by hand.", [
        new("name", true, """{ "const": "k-means" }""", "The engine."),
        new("points", true, CaseValues.Table, "A row a point."),
        new("centroids", true, CaseValues.Table, "The centroids to start from, a row each."),
        new("iterations", false, InputCount, "How many iterations; 1 unless said."),
        new("distance", false, OneOf("euclidean", "squared"), "Which distances are asked for; euclidean unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("points") is not { } pointsNode || tables.ReadMatrix(pointsNode) is not { } points)
            return;
        if (inputs.Node("centroids") is not { } centroidsNode || tables.ReadMatrix(centroidsNode) is not { } centroids)
            return;
        var iterations = inputs.Integer("iterations", 1, 1, MostIterations);
        if (points.ColumnCount != centroids.ColumnCount)
            inputs.Problems.Add(centroidsNode.Place, $"Centroids have {centroids.ColumnCount} coordinates, and points {points.ColumnCount}.", "Both have as many.");
        else
            Build(worksheet, new(points.RowCount, points.ColumnCount, centroids.RowCount, inputs.OneOf("distance", "euclidean", "squared") == "squared"), points, centroids, iterations);
    }

    private static void Build(WorksheetBuilder worksheet, KMeansFormulas formulas, Matrix points, Matrix centroids, int iterations)
    {
        worksheet.Add("points", points, "points");
        worksheet.Add("start.centroids", centroids, "centroids at the start");
        var manhattan = worksheet.Mistake("manhattan-distance", "Summed absolute differences instead of squares.");
        var other = formulas.Squared
            ? worksheet.Mistake("root-taken", "Took the root of the squared distances.")
            : worksheet.Mistake("root-left-out", "Left out the root of the distances.");
        var stale = worksheet.Mistake("centroids-not-moved", "Measured from the centroids of the iteration before.");
        for (var iteration = 1; iteration <= iterations; iteration++)
        {
            var before = iteration == 1 ? "start" : $"iteration{iteration - 1}";
            var name = $"iteration{iteration}";
            var (distances, clusters) = ($"{name}.distances", $"{name}.clusters");
            worksheet.Add(distances, formulas.Distances($"{before}.centroids"), $"distances in iteration {iteration}: a row a point, a column a centroid");
            worksheet.Add(clusters, formulas.Clusters(distances), $"cluster of each point in iteration {iteration}");
            worksheet.Add($"{name}.centroids", formulas.Centroids(clusters), $"centroids after iteration {iteration}");
            worksheet.Add($"{name}.cost", formulas.Cost(distances), $"sum of squared distances in iteration {iteration}");
            manhattan.At(name, (distances, formulas.Distances($"{before}.centroids", KMeansFormulas.Manhattan)));
            other.At(name, (distances, formulas.With(!formulas.Squared).Distances($"{before}.centroids")));
            if (iteration > 1)
                stale.At(name, (distances, formulas.Distances(iteration == 2 ? "start.centroids" : $"iteration{iteration - 2}.centroids")));
        }
    }
}
