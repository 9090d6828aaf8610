using System.Text.Json;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Decisions;

/// <summary>Brings the decisions of several people, each made in a copy of a run, into one run. What two decided otherwise waits for a third; decisions on another text or rubric hold no more.</summary>
public static class DecisionMerge
{
    /// <param name="runs">Folders of complete runs of one assignment.</param>
    /// <param name="output">The run that gets them: one of those, or another of the same assignment; where there is none, a copy of the first.</param>
    /// <exception cref="ClassroomException">They are not of one assignment, or something cannot be read or written.</exception>
    public static RunOutcome Merge(IReadOnlyList<string> runs, string output)
    {
        var copies = runs.Select(run => (Run: run, Manifest: RunFolder.ReadComplete(run))).ToList();
        using var folder = RunFolder.Open(output);
        var (first, manifest) = (copies[0].Manifest, folder.ReadManifest());
        foreach (var (run, other) in copies.Append((output, manifest ?? first)))
        {
            if (other.Inputs.Assignment != first.Inputs.Assignment)
                throw new ClassroomException(ClassroomFault.Usage, $"{run}: a run of {other.Inputs.Assignment}, and {copies[0].Run} is one of {first.Inputs.Assignment}. Decisions are on the checks of one assignment.");
        }
        if (manifest is { IsComplete: false } && manifest.Inputs.DifferencesFrom(first.Inputs).Any())
            throw new ClassroomException(ClassroomFault.Usage, $"-o {output}: a run that is not complete stands here. Give the command that began it once more, or another folder.");
        var isNew = manifest is not { IsComplete: true };
        var source = isNew ? copies[0].Run : output;
        var of = isNew ? first : manifest!;
        var roster = of.Inputs.Roster.Length == 0 ? [] : File.ReadAllBytes(Path.Combine(source, RunFolder.RosterName));
        var merged = Merged([.. isNew ? [] : new[] { output }, .. runs]);
        if (isNew)
            folder.Begin(of with { Finished = null }, roster);
        if (merged.Count > 0)
            folder.Write(Ledger.FileName, string.Concat(merged.Select(line => line + "\n")));
        if (!isNew)
            return new(folder.WriteGradebook(), 0, WasComplete: true);
        var tally = folder.Complete(of with { Finished = null }, roster.Length == 0 ? null : RosterReader.Read(RunFolder.RosterName, roster), Rubrics.Read(source), of.Effort, stream =>
        {
            using var lines = File.OpenRead(Path.Combine(source, RunFolder.Results));
            lines.CopyTo(stream);
        });
        return new(tally, 0, WasComplete: false);
    }

    /// <summary>The lines of all ledgers: what they share once, the rest by time, and each one's in its order.</summary>
    private static List<string> Merged(IReadOnlyList<string> runs)
    {
        var all = new List<(DateTimeOffset Time, string Line)>();
        foreach (var run in runs)
        {
            var known = all.CountBy(entry => entry.Line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var fresh = Entries(run).Where(entry => !known.TryGetValue(entry.Line, out var count) || (known[entry.Line] = count - 1) < 0).ToList();
            var (one, other, both) = (0, 0, new List<(DateTimeOffset Time, string Line)>(all.Count + fresh.Count));
            while (one < all.Count || other < fresh.Count)
                both.Add(other == fresh.Count || (one < all.Count && all[one].Time <= fresh[other].Time) ? all[one++] : fresh[other++]);
            all = both;
        }
        return all.ConvertAll(entry => entry.Line);
    }

    private static IEnumerable<(DateTimeOffset Time, string Line)> Entries(string run)
    {
        // Read as decisions first, so that a damaged line is told with its place.
        _ = Ledger.Read(run);
        foreach (var line in System.Text.Encoding.UTF8.GetString(Ledger.ReadBytes(run)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            yield return (LedgerEntry.TimeOf(json.RootElement), line);
        }
    }
}
