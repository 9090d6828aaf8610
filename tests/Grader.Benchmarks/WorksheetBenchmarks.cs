using BenchmarkDotNet.Attributes;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Benchmarks;

/// <summary>Time to build a worksheet of 10,000 quantities and to evaluate all of them.</summary>
[MemoryDiagnoser]
public class WorksheetBenchmarks
{
    private const int Count = 10_000;
    private Sequence<Quantity> _quantities;
    private string[] _names = [];
    private Worksheet? _worksheet;

    /// <summary>A chain: each of the two before it. A fan: all into one sum. Arrays: a chain of vectors of four entries, with an entry of the one before.</summary>
    [Params("chain", "fan", "arrays")]
    public string Shape { get; set; } = "chain";

    [GlobalSetup]
    public void Read()
    {
        _quantities = Enumerable.Range(0, Count).Select(index => new Quantity($"q{index}", Formula(index), "", "")).ToSequence();
        _names = [.. _quantities.Items.Select(quantity => quantity.Name)];
        _worksheet = new(_quantities, []);
    }

    [Benchmark]
    public Worksheet Build() => new(_quantities, []);

    [Benchmark]
    public int EvaluateAll()
    {
        // With an own value of its own: nothing is known from the run before.
        var fresh = _worksheet!.With(new Dictionary<string, Value>(StringComparer.Ordinal) { ["q0"] = _worksheet["q0"].Value! });
        // The last first: the way to it is found, and not given.
        if (fresh[_names[^1]].Value is null)
            throw new InvalidOperationException(fresh[_names[^1]].Problem);
        var known = 0;
        foreach (var name in _names)
            known += fresh[name].Value is null ? 0 : 1;
        return known;
    }

    private Expression Formula(int index) => (Shape, index) switch
    {
        ("chain", < 2) => Read("1"),
        ("chain", _) => Read($"(q{index - 1} + 3*q{index - 2})/4"),
        ("fan", 0) => Read("7"),
        ("fan", Count - 1) => new Sum(Enumerable.Range(0, Count - 1).Select(term => (Expression)new Symbol($"q{term}")).ToSequence()),
        ("fan", _) => Read($"q0*{index}"),
        (_, 0) => Read("[1, 2, 3, 4]"),
        _ => Read($"q{index - 1} - q{index - 1}_1 + [1, 2, 3, 4]"),
    };

    private static Expression Read(string formula) => Mathematics.Formula.Read(formula, FormulaOptions.Case).Expression!;
}
