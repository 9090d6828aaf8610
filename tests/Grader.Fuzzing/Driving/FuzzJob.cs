using System.Diagnostics;

namespace Grader.Fuzzing.Driving;

/// <summary>One thread's part of a fuzzer: makes inputs, reads them, and keeps those that show something new.</summary>
internal sealed class FuzzJob(IFuzzedReader reader, int seed, int number) : IDisposable
{
    /// <summary>Milliseconds that are measured again: the compiler and the collector work for others too.</summary>
    private const double Slow = 20;

    private const int MostFailures = 12;

    private readonly Random _random = new((seed * 1009) + number);
    private readonly Traits _traits = new();
    private readonly Traits _trimming = new();
    private readonly LastInput _last = new(reader.Name, number);
    private readonly bool[] _seen = new bool[Traits.Most];
    private long _count;
    private long _started;

    /// <summary>Parents found in the last round, each with its traits.</summary>
    public List<(byte[] Input, ushort[] Traits)> Found { get; } = [];

    /// <summary>The first input of each kind of failure.</summary>
    public Dictionary<string, (byte[] Input, Exception Error)> Failures { get; } = new(StringComparer.Ordinal);

    public (double Milliseconds, byte[] Input) Slowest { get; private set; } = (0, []);

    public (long Bytes, byte[] Input) Largest { get; private set; } = (0, []);

    public long Count => Interlocked.Read(ref _count);

    /// <summary>How long the reading that now runs has run; zero between two.</summary>
    public TimeSpan Running => Interlocked.Read(ref _started) is > 0 and var started ? Stopwatch.GetElapsedTime(started) : TimeSpan.Zero;

    public string LastFile => _last.FilePath;

    /// <param name="parents">Of all jobs; none is added here.</param>
    /// <param name="seen">Traits that the parents have.</param>
    public void Run(long count, List<byte[]> parents, bool[] seen)
    {
        Found.Clear();
        seen.CopyTo(_seen, 0);
        var own = new List<byte[]>(parents);
        var changes = new InputChange(reader.Pieces, _random);
        for (var i = 0L; i < count; i++)
        {
            var input = changes.Make(own);
            if (_random.Next(2) == 0)
                input = reader.Mend(input);
            if (!Read(input, _random.Next(reader.ThoroughOneIn) == 0) || !IsNew(out var fresh))
                continue;
            input = Shrinking.Shrink(input, smaller => Shows(smaller, fresh), 200);
            own.Add(input);
            Found.Add((input, fresh));
        }
    }

    /// <summary>Reads inputs as they are: parents from files.</summary>
    /// <returns>Those that show something that none before them does.</returns>
    public List<byte[]> Run(IEnumerable<byte[]> inputs, bool[] seen)
    {
        var kept = new List<byte[]>();
        foreach (var input in inputs)
        {
            if (!Read(input, thorough: true) || !IsNew(out var fresh))
                continue;
            kept.Add(input);
            foreach (var trait in fresh)
                seen[trait] = true;
        }
        return kept;
    }

    private bool Read(byte[] input, bool thorough)
    {
        _last.Note(input);
        _traits.Clear();
        Interlocked.Increment(ref _count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        Interlocked.Exchange(ref _started, started);
        try
        {
            reader.Read(input, _traits, thorough);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (bytes > Largest.Bytes)
                Largest = (bytes, input);
            Promise.Hold(bytes <= reader.MostBytes, "one input allocates too much", () => $"{bytes} bytes");
            Measure(input, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return true;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            if (Failures.Count < MostFailures)
                Failures.TryAdd(FailureKind.Of(problem), (input, problem));
            return false;
        }
        finally
        {
            Interlocked.Exchange(ref _started, 0);
        }
    }

    private void Measure(byte[] input, double milliseconds)
    {
        for (var again = 0; again < 3 && milliseconds > Math.Max(Slow, Slowest.Milliseconds); again++)
        {
            var started = Stopwatch.GetTimestamp();
            reader.Read(input, _trimming, thorough: false);
            milliseconds = Math.Min(milliseconds, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        if (milliseconds > Slowest.Milliseconds)
            Slowest = (milliseconds, input);
    }

    private bool IsNew(out ushort[] fresh)
    {
        fresh = [.. _traits.All.Where(trait => !_seen[trait])];
        foreach (var trait in fresh)
            _seen[trait] = true;
        return fresh.Length > 0;
    }

    private bool Shows(byte[] input, ushort[] wanted)
    {
        _trimming.Clear();
        try
        {
            reader.Read(input, _trimming, thorough: false);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return false;
        }
        return wanted.All(_trimming.All.Contains);
    }

    public void Dispose() => _last.Dispose();
}
