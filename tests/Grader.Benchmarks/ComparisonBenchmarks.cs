using BenchmarkDotNet.Attributes;
using Grader.Mathematics;

namespace Grader.Benchmarks;

/// <summary>Time and memory of a pass over all pairs of a file, on one core; divide by <see cref="Pairs"/> for one comparison.</summary>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private ComparisonRequest[] _pairs = [];

    public int Pairs => _pairs.Length;

    [GlobalSetup]
    public void ReadPairs() => _pairs = PairFile.Read(PairFile.Chosen);

    [Benchmark]
    public int Compare()
    {
        var equal = 0;
        foreach (var pair in _pairs)
            equal += AnswerComparison.Compare(pair).Verdict == ComparisonVerdict.Equal ? 1 : 0;
        return equal;
    }

    [Benchmark]
    public int Parse()
    {
        var read = 0;
        foreach (var pair in _pairs)
            read += Formula.Read(pair.Answer).Expression is null ? 0 : 1;
        return read;
    }
}
