using BenchmarkDotNet.Attributes;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Benchmarks;

/// <summary>Time to build a worksheet of 10,000 quantities, each computed from the two before it, and to evaluate all of them.</summary>
[MemoryDiagnoser]
public class WorksheetBenchmarks
{
    private const int Count = 10_000;
    private Sequence<Quantity> _quantities;
    private Worksheet? _worksheet;

    [GlobalSetup]
    public void Read()
    {
        _quantities = Enumerable.Range(0, Count).Select(index => new Quantity($"q{index}", Formula.Read(index < 2 ? "1" : $"(q{index - 1} + 3*q{index - 2})/4").Expression!, "", "")).ToSequence();
        _worksheet = new(_quantities, []);
    }

    [Benchmark]
    public Worksheet Build() => new(_quantities, []);

    [Benchmark]
    public int EvaluateAll()
    {
        // With an own value of its own: nothing is known from the run before.
        var fresh = _worksheet!.With(new Dictionary<string, Value>(StringComparer.Ordinal) { ["q0"] = new Exact(1) });
        var known = 0;
        for (var index = 0; index < Count; index++)
            known += fresh[fresh.Quantities[index].Name].Value is null ? 0 : 1;
        return known;
    }
}
