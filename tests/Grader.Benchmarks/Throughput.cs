using Grader.Mathematics;

namespace Grader.Benchmarks;

/// <summary>Comparisons and parses a second on one core, warm, and bytes allocated for each.</summary>
internal static class Throughput
{
    public static void Print(string path)
    {
        var pairs = PairFile.Read(path);
        Console.WriteLine($"{pairs.Length} pairs");
        Measure("comparisons", pairs, static pair => AnswerComparison.Compare(pair));
        Measure("parses", pairs, static pair => Formula.Read(pair.Answer));
    }

    /// <summary>One pass over all pairs.</summary>
    public static ProcessorTime Pass(ComparisonRequest[] pairs, Action<ComparisonRequest> action) => ProcessorTime.Of(() => Array.ForEach(pairs, action));

    private static void Measure(string what, ComparisonRequest[] pairs, Action<ComparisonRequest> action)
    {
        var pass = Pass(pairs, action);
        Console.WriteLine($"{pairs.Length / pass.Time.TotalSeconds,10:F0} {what} a second, {(double)pass.Bytes / pairs.Length:F0} bytes each");
    }
}
