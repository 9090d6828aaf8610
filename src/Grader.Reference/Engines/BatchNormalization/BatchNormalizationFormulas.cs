using Grader.Mathematics;

namespace Grader.Reference.Engines.BatchNormalization;

/// <summary>The formulas of batch normalisation, entry by entry.</summary>
internal sealed class BatchNormalizationFormulas(int units, int examples, string epsilon)
{
    public Matrix Mean => PerUnit(unit => $"({string.Join(" + ", Examples.Select(example => Value(unit, example)))})/{examples}");

    public Matrix Variance(int divisor) => PerUnit(unit => VarianceText(unit, divisor));

    /// <summary>The root of the variance; of what is under it where the variance itself was never written down.</summary>
    public Matrix Deviation => PerUnit(unit => $"sqrt({VarianceText(unit, examples)})");

    public Matrix Normalized => NormalizedBy(unit => $"sqrt({VarianceOf(unit)})");

    public Matrix NormalizedBy(Func<int, string> divisor) => PerEntry((unit, example) => $"({Value(unit, example)} - {EntryNames.Of("mean", unit)})/({divisor(unit)})");

    public string VarianceOf(int unit) => EntryNames.Of("variance", unit) + epsilon;

    /// <summary>The divisor of someone who holds the deviation for the variance, and then divides rightly.</summary>
    public string DeviationOf(int unit) => $"sqrt({EntryNames.Of("variance", unit)}^2{epsilon})";

    /// <param name="scale">Null where it is left out.</param>
    /// <param name="shift">Null where it is left out.</param>
    public Matrix Output(string? scale, string? shift) => PerEntry((unit, example) =>
        (scale is null ? "" : EntryNames.Of(scale, unit) + "*") + EntryNames.Of("normalized", unit, example, units, examples) + (shift is null ? "" : " + " + EntryNames.Of(shift, unit)));

    private IEnumerable<int> Examples => Enumerable.Range(1, examples);

    private string VarianceText(int unit, int divisor) => $"({string.Join(" + ", Examples.Select(example => $"({Value(unit, example)} - {EntryNames.Of("mean", unit)})^2"))})/{divisor}";

    private string Value(int unit, int example) => EntryNames.Of("values", unit, example, units, examples);

    private Matrix PerUnit(Func<int, string> formula) => EntryFormulas.Column(units, formula);

    private Matrix PerEntry(Func<int, int, string> formula) => EntryFormulas.Table(units, examples, formula);
}
