using Grader.Mathematics;

namespace Grader.Reference.Engines.KMeans;

/// <summary>The formulas of one iteration, entry by entry.</summary>
/// <param name="Squared">Distances are squared.</param>
internal sealed record KMeansFormulas(int Points, int Coordinates, int Centres, bool Squared)
{
    public KMeansFormulas With(bool squared) => this with { Squared = squared };

    public Matrix Distances(string centroids) => Distances(centroids, differences => Squared ? Squares(differences) : $"sqrt({Squares(differences)})");

    public Matrix Distances(string centroids, Func<IEnumerable<string>, string> distance) => EntryFormulas.Table(Points, Centres, (point, cluster) =>
        distance(Axes.Select(axis => $"{Point(point, axis)} - {EntryNames.Of(centroids, cluster, axis, Centres, Coordinates)}")));

    public static string Manhattan(IEnumerable<string> differences) => string.Join(" + ", differences.Select(difference => $"abs({difference})"));

    /// <summary>The number of the nearest centroid; the first of several.</summary>
    public Matrix Clusters(string distances) => EntryFormulas.Column(Points, point => Nearest(point, 1, distances));

    public Matrix Centroids(string clusters) => EntryFormulas.Table(Centres, Coordinates, (cluster, axis) =>
        $"({string.Join(" + ", All.Select(point => $"if({EntryNames.Of(clusters, point)} = {cluster}, {Point(point, axis)}, 0)"))})/({string.Join(" + ", All.Select(point => $"if({EntryNames.Of(clusters, point)} = {cluster}, 1, 0)"))})");

    public string Cost(string distances) => string.Join(" + ", All.Select(point => $"{Least(point, distances)}{(Squared ? "" : "^2")}"));

    private IEnumerable<int> All => Enumerable.Range(1, Points);

    private IEnumerable<int> Axes => Enumerable.Range(1, Coordinates);

    private string Nearest(int point, int cluster, string distances) => cluster == Centres
        ? $"{cluster}"
        : $"if({Distance(point, cluster, distances)} = {Least(point, distances)}, {cluster}, {Nearest(point, cluster + 1, distances)})";

    private string Least(int point, string distances) => $"min({string.Join(", ", Enumerable.Range(1, Centres).Select(cluster => Distance(point, cluster, distances)))})";

    private string Distance(int point, int cluster, string distances) => EntryNames.Of(distances, point, cluster, Points, Centres);

    private string Point(int point, int axis) => EntryNames.Of("points", point, axis, Points, Coordinates);

    private static string Squares(IEnumerable<string> differences) => string.Join(" + ", differences.Select(difference => $"({difference})^2"));
}
