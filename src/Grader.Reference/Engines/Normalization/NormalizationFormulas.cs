using Grader.Mathematics;

namespace Grader.Reference.Engines.Normalization;

/// <summary>
/// The formulas that normalise each row of <c>values</c>, entry by entry: a row is a unit over the examples (batch normalisation), or an example over its features (layer
/// normalisation).
/// </summary>
/// <param name="epsilon"><c> + epsilon</c>, or empty where it is negligible.</param>
/// <param name="mean">The quantity that is subtracted: <c>mean</c>, <c>runningMean</c>.</param>
/// <param name="variance">The quantity whose root divides: <c>variance</c>, <c>runningVariance</c>.</param>
/// <param name="scaledByRow">Whether gamma and beta have an entry a row; otherwise an entry a column.</param>
internal sealed class NormalizationFormulas(int rows, int columns, string epsilon, bool scaledByRow, string mean = "mean", string variance = "variance")
{
    public int Rows => rows;

    public int Columns => columns;

    public bool HasEpsilon => epsilon.Length > 0;

    public Matrix Mean => EntryFormulas.Column(rows, row => $"({string.Join(" + ", AlongRow(row))})/{columns}");

    /// <summary>The root of the variance; of what is under it where the variance itself was never written down.</summary>
    public Matrix Deviation => EntryFormulas.Column(rows, row => $"sqrt({VarianceText(row, AlongRow(row), columns)})");

    public Matrix Normalized => NormalizedBy(Root);

    /// <summary>Means of the columns, for whoever takes the wrong axis.</summary>
    public Matrix ColumnMean => EntryFormulas.Column(columns, column => $"({string.Join(" + ", AlongColumn(column))})/{rows}");

    /// <inheritdoc cref="ColumnMean"/>
    public Matrix ColumnVariance => EntryFormulas.Column(columns, column => VarianceText(column, AlongColumn(column), rows));

    /// <inheritdoc cref="ColumnMean"/>
    public Matrix ColumnNormalized => PerEntry((row, column) => $"({Entry("values", row, column)} - {MeanOf(column)})/{Root(column)}");

    public Matrix MeanLeftOut => PerEntry((row, column) => $"{Entry("values", row, column)}/{Root(row)}");

    public Matrix Variance(int divisor) => EntryFormulas.Column(rows, row => VarianceText(row, AlongRow(row), divisor));

    public Matrix NormalizedBy(Func<int, string> divisor) => PerEntry((row, column) => $"{DeviationFromMean(row, column)}/({divisor(row)})");

    /// <param name="scale">Null where it is left out.</param>
    /// <param name="shift">Null where it is left out.</param>
    public Matrix Output(string? scale, string? shift) => PerEntry((row, column) =>
        (scale is null ? "" : Parameter(scale, row, column) + "*") + Entry("normalized", row, column) + (shift is null ? "" : " + " + Parameter(shift, row, column)));

    public string Root(int row) => $"sqrt({VarianceOf(row)})";

    public string VarianceOf(int row) => EntryNames.Of(variance, row) + epsilon;

    public string RootWithoutEpsilon(int row) => $"sqrt({EntryNames.Of(variance, row)})";

    /// <summary>The divisor of someone who gives the deviation for the variance, and then divides rightly: exact, without the square of a root.</summary>
    public string RootOfStatistics(int row) => $"sqrt({VarianceText(row, AlongRow(row), columns)}{epsilon})";

    public string DeviationFromMean(int row, int column) => $"({Entry("values", row, column)} - {MeanOf(row)})";

    /// <summary>An entry of an array of the same shape as the values.</summary>
    public string Entry(string array, int row, int column) => EntryNames.Of(array, row, column, rows, columns);

    public Matrix PerEntry(Func<int, int, string> formula) => EntryFormulas.Table(rows, columns, formula);

    private IEnumerable<string> AlongRow(int row) => Enumerable.Range(1, columns).Select(column => Entry("values", row, column));

    private IEnumerable<string> AlongColumn(int column) => Enumerable.Range(1, rows).Select(row => Entry("values", row, column));

    private string VarianceText(int index, IEnumerable<string> values, int divisor) => $"({string.Join(" + ", values.Select(value => $"({value} - {MeanOf(index)})^2"))})/{divisor}";

    private string MeanOf(int index) => EntryNames.Of(mean, index);

    private string Parameter(string name, int row, int column) => EntryNames.Of(name, scaledByRow ? row : column);
}
