namespace Grader.Benchmarks;

/// <summary>What one pass of an action takes, warm.</summary>
/// <param name="Time">Processor time of the process: what else the machine does must not count.</param>
/// <param name="Bytes">Allocated by the calling thread.</param>
internal readonly record struct ProcessorTime(TimeSpan Time, long Bytes)
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Counting = TimeSpan.FromSeconds(4);

    public double Milliseconds => Time.TotalMilliseconds;

    public static ProcessorTime Of(Action action)
    {
        Run(action, Warming);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (passes, time) = Run(action, Counting);
        return new(time / passes, (GC.GetAllocatedBytesForCurrentThread() - before) / passes);
    }

    private static (int Passes, TimeSpan Time) Run(Action action, TimeSpan time)
    {
        var started = Environment.CpuUsage.TotalTime;
        var passes = 0;
        for (; Environment.CpuUsage.TotalTime - started < time; passes++)
            action();
        return (passes, Environment.CpuUsage.TotalTime - started);
    }
}
