using Grader.Reference.Training;

namespace Grader.Training.Runs;

/// <summary>Which runs are trained at once.</summary>
internal static class RunGroups
{
    /// <summary>The largest group that a worker can be told: the names of checkpoints hold its seeds.</summary>
    public const int Largest = 32;

    /// <summary>Groups of runs that differ in their seed alone, in the order of their first; what is left over is a smaller one.</summary>
    /// <param name="together">Runs a group.</param>
    public static IReadOnlyList<IReadOnlyList<PlannedRun>> Of(IEnumerable<PlannedRun> runs, int together)
    {
        var groups = new List<List<PlannedRun>>();
        var open = new Dictionary<(string, string), List<PlannedRun>>();
        foreach (var run in runs)
        {
            if (!open.TryGetValue((run.Variant, run.Variation), out var group) || group.Count == together)
                groups.Add(group = open[(run.Variant, run.Variation)] = []);
            group.Add(run);
        }

        return groups;
    }
}
