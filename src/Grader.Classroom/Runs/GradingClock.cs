using System.Diagnostics;

namespace Grader.Classroom.Runs;

/// <summary>Measures how long one submission is being graded; a task that takes too long by it is given up.</summary>
public sealed class GradingClock
{
    private const long Stopped = long.MaxValue;

    private long _since = Stopwatch.GetTimestamp();

    /// <summary>Somebody else bounds the time from now on: it is not given up by this clock any more.</summary>
    public void Stop() => Volatile.Write(ref _since, Stopped);

    internal bool IsPast(TimeSpan limit) => Volatile.Read(ref _since) is var since && since != Stopped && Stopwatch.GetElapsedTime(since) > limit;
}
