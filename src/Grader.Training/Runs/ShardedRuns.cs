using System.Globalization;
using Grader.Classroom.Shards;
using Grader.Cli;
using Grader.Reference.Training;

namespace Grader.Training.Runs;

/// <summary>Runs that several processes train, each its part of the seeds into a folder of its own, <c>shards/2-of-7</c> beside the file that they become.</summary>
internal static class ShardedRuns
{
    /// <summary>Where the data come from, for the provenance.</summary>
    public const string SourceName = "data.txt";

    private const string FolderName = "shards";

    /// <summary>Where a shard keeps its runs.</summary>
    public static string Folder(string output, Shard shard) => Path.Combine(output, FolderName, $"{shard.Index}-of-{shard.Count}");

    /// <summary>Of all that are planned those of a shard: the same whatever is done already, so that a task that is started again finds its own.</summary>
    public static IEnumerable<PlannedRun> Of(IEnumerable<PlannedRun> planned, Shard shard) => planned.Where((_, position) => shard.Has(position));

    public static bool AreThere(string output) => Folders(output).Count > 0;

    /// <summary>Takes what shards have trained; of a run that stands in both, theirs, which is newer.</summary>
    /// <returns>What keeps their trainers out until they are taken.</returns>
    /// <exception cref="GraderException">One is at work still, or their files cannot be read.</exception>
    public static IReadOnlyList<OutputLock> Take(string output, TrainingRecipe recipe, RunStore store)
    {
        var held = new List<OutputLock>();
        try
        {
            foreach (var folder in Folders(output))
            {
                held.Add(OutputLock.Take(folder));
                store.Take(RunStore.Open(folder, recipe));
            }
            return held;
        }
        catch
        {
            held.ForEach(one => one.Dispose());
            throw;
        }
    }

    /// <returns>How many shards there should be, by the names of those that are there.</returns>
    public static int Count(string output) => Folders(output).Select(folder => int.TryParse(Path.GetFileName(folder).Split("-of-")[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0).Append(Folders(output).Count).Max();

    /// <returns>Null where no shard says it.</returns>
    public static string? Source(string output) => Folders(output).Select(folder => Path.Combine(folder, SourceName)).FirstOrDefault(File.Exists) is { } file ? File.ReadAllText(file) : null;

    /// <summary>What is in the file of runs is needed no more, nor what is begun anew.</summary>
    /// <exception cref="GraderException">A shard is at work still.</exception>
    public static void Delete(string output)
    {
        foreach (var folder in Folders(output))
            OutputLock.Take(folder).Dispose();
        if (AreThere(output))
            Directory.Delete(Path.Combine(output, FolderName), recursive: true);
    }

    private static List<string> Folders(string output)
    {
        var all = Path.Combine(output, FolderName);
        return Directory.Exists(all) ? [.. Directory.GetDirectories(all).Order(StringComparer.Ordinal)] : [];
    }
}
