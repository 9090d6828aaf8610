using System.Diagnostics;
using Grader.Classroom.Decisions;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;

namespace Grader.Classroom.Shards;

/// <summary>Puts the shards of a class together: the files are those that one run would have written. The order in which they are given does not matter.</summary>
public static class RunMerge
{
    private const int MostNamed = 20;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <param name="runs">Folders of complete runs, each of one shard.</param>
    /// <param name="progress">Told now and then.</param>
    /// <exception cref="ClassroomException">They are not all the shards of one class, each once.</exception>
    public static RunOutcome Merge(IReadOnlyList<string> runs, string output, Action<RunProgress>? progress = null)
    {
        var (watch, next) = (Stopwatch.StartNew(), Glance);
        var shards = runs.Select(run => (Run: run, Manifest: RunFolder.ReadComplete(run))).ToList();
        CheckSame(shards);
        CheckAll(shards);
        if (shards.Find(shard => IsSame(shard.Run, output)) is { Run: { } own })
            throw Refused($"-o {output}: this is one of the shards ({own}). Give another folder.");
        foreach (var (run, manifest) in shards)
            CheckBytes(run, manifest);
        var ordered = shards.OrderBy(shard => shard.Manifest.Inputs.Shard!.Index).ToList();
        var inputs = ordered[0].Manifest.Inputs with { Shard = null };
        using var folder = RunFolder.Open(output);
        if (folder.ReadManifest() is { } other && other.Inputs.DifferencesFrom(inputs).Any())
            throw Refused($"-o {output}: another run stands here. Give another folder.");

        var roster = inputs.Roster.Length == 0 ? [] : File.ReadAllBytes(Path.Combine(ordered[0].Run, RunFolder.RosterName));
        var manifestOfAll = new RunManifest(inputs, ordered[0].Manifest.Source, shards.Min(shard => shard.Manifest.Started), null, new Dictionary<string, string>());
        folder.Begin(manifestOfAll, roster);
        // Decisions name submissions, each of which is in one shard.
        if (ordered.Exists(shard => File.Exists(Path.Combine(shard.Run, Ledger.FileName))))
            folder.Write(Ledger.FileName, stream => ordered.ForEach(shard => stream.Write(Ledger.ReadBytes(shard.Run))));
        var done = 0;
        var tally = folder.Complete(manifestOfAll, inputs.Roster.Length == 0 ? null : RosterReader.Read(RunFolder.RosterName, roster), Rubrics.Read(ordered[0].Run), null, stream =>
        {
            foreach (var (_, line) in InOrder(ordered.ConvertAll(shard => shard.Run)))
            {
                done++;
                stream.Write(line.Span);
                stream.WriteByte((byte)'\n');
                if (watch.Elapsed < next)
                    continue;
                next = watch.Elapsed + Glance;
                progress?.Invoke(new(done, 0, inputs.Submissions, watch.Elapsed));
            }
        });
        progress?.Invoke(new(done, 0, inputs.Submissions, watch.Elapsed));
        return new(tally, tally.Submissions, WasComplete: false);
    }

    /// <summary>The lines of all by name, one a shard in memory.</summary>
    private static IEnumerable<(ResultSummary Summary, ReadOnlyMemory<byte> Line)> InOrder(List<string> runs)
    {
        var open = runs.ConvertAll(run => RunResults.Lines(run).GetEnumerator());
        try
        {
            var waiting = new PriorityQueue<IEnumerator<(ResultSummary Summary, ReadOnlyMemory<byte> Line)>, string>(StringComparer.Ordinal);
            foreach (var lines in open.Where(lines => lines.MoveNext()))
                waiting.Enqueue(lines, lines.Current.Summary.Name);
            while (waiting.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                if (next.MoveNext())
                    waiting.Enqueue(next, next.Current.Summary.Name);
            }
        }
        finally
        {
            open.ForEach(lines => lines.Dispose());
        }
    }

    private static void CheckSame(List<(string Run, RunManifest Manifest)> shards)
    {
        foreach (var (run, manifest) in shards)
        {
            if (manifest.Inputs.Shard is not { } shard)
                throw Refused($"{run}: this is the run of a whole class, not of a shard of one. Leave it out.");
            if ((manifest.Inputs with { Shard = null }).DifferencesFrom(shards[0].Manifest.Inputs with { Shard = null }).ToList() is { Count: > 0 } differences)
                throw Refused($"{run}: this is no shard of the class that {shards[0].Run} is one of. Compared with that one: {string.Join("; ", differences)}.");
            if (shard.Count != shards[0].Manifest.Inputs.Shard!.Count)
                throw Refused($"{run}: this is shard {shard}, and {shards[0].Run} is shard {shards[0].Manifest.Inputs.Shard}: a class is cut in one way. Grade it again with --shard {shard.Index}/{shards[0].Manifest.Inputs.Shard!.Count}.");
        }
    }

    private static void CheckAll(List<(string Run, RunManifest Manifest)> shards)
    {
        foreach (var same in shards.GroupBy(shard => shard.Manifest.Inputs.Shard!.Index).Where(group => group.Count() > 1))
            throw Refused($"{string.Join(" and ", same.Select(shard => shard.Run))} are both shard {same.First().Manifest.Inputs.Shard}. Leave one out.");
        var count = shards[0].Manifest.Inputs.Shard!.Count;
        var missing = Enumerable.Range(1, count).Except(shards.Select(shard => shard.Manifest.Inputs.Shard!.Index)).ToList();
        if (missing.Count > 0)
            throw Refused($"{missing.Count} of {count} shards {(missing.Count == 1 ? "is" : "are")} not among them: {string.Join(", ", missing.Take(MostNamed))}{(missing.Count > MostNamed ? " …" : "")}. Grade {(missing.Count == 1 ? "it" : "them")} with --shard {missing[0]}/{count}{(missing.Count == 1 ? "" : " and so on")}, then merge all.");
    }

    private static void CheckBytes(string run, RunManifest manifest)
    {
        foreach (var name in manifest.Files.Keys.Where(name => name != RunFolder.GradebookName))
        {
            if (RunFolder.HashOf(Path.Combine(run, name)) != manifest.Files[name])
                throw new ClassroomException(ClassroomFault.Outside, $"{Path.Combine(run, name)}: not what the run wrote, by its hash in {RunFolder.Manifest}: it was changed, damaged or not copied whole. Copy it once more, or grade the shard again with --restart.");
        }
    }

    private static bool IsSame(string one, string other) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(one)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(other));

    private static ClassroomException Refused(string message) => new(ClassroomFault.Usage, message);
}
