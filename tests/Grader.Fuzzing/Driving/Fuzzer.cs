using System.Diagnostics;

namespace Grader.Fuzzing.Driving;

/// <summary>Feeds a reader in rounds. After each, the parents that the jobs found are shared, in the order of the jobs: the same options find the same.</summary>
internal sealed class Fuzzer(IFuzzedReader reader, FuzzOptions options)
{
    private const int RoundOfJob = 10_000;
    private const int ShrinkTries = 2_000;

    // As small as any platform's: what overflows it overflows a student's grading there.
    private const int StackBytes = 1 << 20;

    private static readonly TimeSpan LongestShrinking = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(10);

    private readonly FuzzJob[] _jobs = [.. Enumerable.Range(0, options.Jobs).Select(number => new FuzzJob(reader, options.Seed, number))];
    private readonly bool[] _seen = new bool[Traits.Most];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <returns>0 where nothing was found, 1 otherwise.</returns>
    public int Run()
    {
        List<byte[]> parents = [];
        OnThreads([() => parents = _jobs[0].Run([.. CorpusFile.Read(CheckedIn, reader.Name), .. reader.Seeds, .. options.Corpus is null ? [] : CorpusFile.Read(options.Corpus, reader.Name)], _seen)]);
        if (parents.Count == 0)
            parents.Add([]);
        var (begun, told) = (parents.Count, TimeSpan.Zero);
        for (var left = options.Count; left > 0;)
        {
            var share = Math.Min(RoundOfJob, (left + options.Jobs - 1) / options.Jobs);
            OnThreads([.. _jobs.Select(job => (Action)(() => job.Run(share, parents, _seen)))]);
            left -= share * options.Jobs;
            var found = Merge();
            parents.AddRange(found);
            if (options.Corpus is { } folder)
                CorpusFile.Append(folder, reader.Name, found);
            if (_watch.Elapsed - told >= Telling || left <= 0)
            {
                told = _watch.Elapsed;
                Console.Error.WriteLine($"{reader.Name}: {Inputs} of {options.Count} inputs, {Inputs / _watch.Elapsed.TotalSeconds:F0} a second, {parents.Count} parents, {_seen.Count(seen => seen)} traits, {Failures.Count} failures");
            }
        }

        var failures = Failures;
        foreach (var (kind, (input, error)) in failures)
            Show(kind, input, error);
        var slowest = _jobs.MaxBy(job => job.Slowest.Milliseconds)!.Slowest;
        var largest = _jobs.MaxBy(job => job.Largest.Bytes)!.Largest;
        Console.WriteLine($"{reader.Name}: {Inputs} inputs in {_watch.Elapsed.TotalSeconds:F0} s ({Inputs / _watch.Elapsed.TotalSeconds:F0} a second, {options.Jobs} jobs, seed {options.Seed}); {parents.Count} parents, {parents.Count - begun} of them new, {_seen.Count(seen => seen)} traits; slowest {slowest.Milliseconds:F1} ms ({Begin(slowest.Input)}); largest allocation {largest.Bytes / 1e6:F1} MB ({Begin(largest.Input)}); {(failures.Count == 0 ? "nothing found" : $"{failures.Count} found")}");
        foreach (var job in _jobs)
            job.Dispose();
        return failures.Count == 0 ? 0 : 1;
    }

    private static string CheckedIn => Path.Combine(AppContext.BaseDirectory, "Corpus");

    private long Inputs => _jobs.Sum(job => job.Count);

    private Dictionary<string, (byte[] Input, Exception Error)> Failures =>
        _jobs.SelectMany(job => job.Failures).GroupBy(failure => failure.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);

    private List<byte[]> Merge()
    {
        var kept = new List<byte[]>();
        foreach (var (input, traits) in _jobs.SelectMany(job => job.Found))
        {
            if (!traits.Any(trait => !_seen[trait]))
                continue;
            kept.Add(input);
            foreach (var trait in traits)
                _seen[trait] = true;
        }
        return kept;
    }

    private void OnThreads(IReadOnlyList<Action> actions)
    {
        var threads = actions.Select(action => new Thread(() => action(), StackBytes)).ToList();
        threads.ForEach(thread => thread.Start());
        foreach (var thread in threads)
        {
            while (!thread.Join(Telling))
            {
                foreach (var job in _jobs.Where(job => job.Running > Telling))
                    Console.Error.WriteLine($"{reader.Name}: one input is read for {job.Running.TotalSeconds:F0} s already; it stands in {job.LastFile}");
            }
        }
    }

    private void Show(string kind, byte[] input, Exception error)
    {
        var smallest = input;
        Console.Error.WriteLine($"{reader.Name}: making the input of {input.Length} bytes smaller that shows: {kind}");
        var shrinking = Stopwatch.StartNew();
        OnThreads([() => smallest = FailureKind.Is(kind, reader, input) ? Shrinking.Shrink(input, smaller => shrinking.Elapsed < LongestShrinking && FailureKind.Is(kind, reader, smaller), ShrinkTries) : input]);
        Console.WriteLine($"---- {kind}");
        Console.WriteLine(EscapedBytes.Write(smallest));
        Console.WriteLine($"     {error.Message.ReplaceLineEndings(" ")}");
        if (error is not BrokenPromiseException)
            Console.WriteLine(error.StackTrace);
    }

    private static string Begin(byte[] input) => EscapedBytes.Write(input.AsSpan(0, Math.Min(input.Length, 60))) + (input.Length > 60 ? $"… {input.Length} bytes" : "");
}
