using Grader.Mathematics;

namespace Grader.Benchmarks;

/// <summary>Comparisons and parses a second on one core, warm, and bytes allocated for each.</summary>
internal static class Throughput
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Counting = TimeSpan.FromSeconds(5);

    public static void Print(string path)
    {
        var pairs = PairFile.Read(path);
        Console.WriteLine($"{pairs.Length} pairs");
        Measure("comparisons", pairs, static pair => AnswerComparison.Compare(pair));
        Measure("parses", pairs, static pair => Formula.Read(pair.Answer));
    }

    private static void Measure(string what, ComparisonRequest[] pairs, Action<ComparisonRequest> action)
    {
        Run(pairs, action, Warming);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (passes, seconds) = Run(pairs, action, Counting);
        var count = (double)passes * pairs.Length;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / count;
        Console.WriteLine($"{count / seconds,10:F0} {what} a second, {bytes:F0} bytes each");
    }

    private static (int Passes, double Seconds) Run(ComparisonRequest[] pairs, Action<ComparisonRequest> action, TimeSpan time)
    {
        // Processor time: what else the machine does must not count.
        var started = Environment.CpuUsage.TotalTime;
        var passes = 0;
        while (Environment.CpuUsage.TotalTime - started < time)
        {
            foreach (var pair in pairs)
                action(pair);
            passes++;
        }

        return (passes, (Environment.CpuUsage.TotalTime - started).TotalSeconds);
    }
}
