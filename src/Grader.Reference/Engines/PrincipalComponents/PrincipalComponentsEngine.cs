using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.PrincipalComponents;

/// <summary>
/// Principal components of a small table: mean, centred data, covariance, its eigenvalues in descending order with their shares of the variance, and of each component its
/// direction of length 1, the projections on it and what they reconstruct. The sign of a direction is free: the key's has a positive entry of largest amount, and
/// <c>component1.opposite</c> and <c>.oppositeScores</c> are as right.
/// </summary>
internal sealed class PrincipalComponentsEngine : IEngine
{
    private const int MostColumns = 10;
    private const double Equal = 1e-9;

    private static readonly CaseShape Shape = new("pca", "Principal components of a small table.", [
        new("name", true, """{ "const": "pca" }""", "The engine."),
        new("data", true, CaseValues.Table, "A row an example, a column a feature."),
        new("divisor", false, OneOf("n-1", "n"), "What the covariance is divided by; n-1 unless said."),
        new("components", false, InputCount, "How many components; 1 unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("data") is not { } node || tables.ReadMatrix(node) is not { } data)
            return;
        var before = inputs.Problems.Count;
        var components = inputs.Integer("components", 1, 1);
        if (data.RowCount < 2 || data.ColumnCount is < 2 or > MostColumns)
            inputs.Problems.Add(node.Place, $"The table is {data.RowCount} x {data.ColumnCount}.", $"It has at least two examples, and two to {MostColumns} features.");
        else if (components > data.ColumnCount)
            inputs.Problems.Add(inputs.PlaceOf("components"), $"\"components\" is {components}, and there are {data.ColumnCount} features.", "There are as many components as features at most.");
        if (inputs.Problems.Count > before)
            return;
        worksheet.Add("data", data, "data");
        var formulas = new ComponentFormulas(worksheet, data.RowCount, data.ColumnCount, inputs.OneOf("divisor", "n-1", "n") == "n");
        formulas.AddVariances();
        for (var component = 1; component <= components; component++)
            formulas.AddComponent(component);
        if (worksheet.Build()["eigenvalues"].Value is Tensor { Entries: var values } && !Distinct(values, components))
            inputs.Problems.Add(node.Place, "Two eigenvalues are equal, so that the direction of a component is not determined.", "Choose other data, or ask for fewer components.");
    }

    /// <summary>Whether each of the first eigenvalues differs from the next.</summary>
    private static bool Distinct(Sequence<Value> values, int components)
    {
        var numbers = values.Items.Select(value => value is Exact exact ? exact.Number.ToDouble() : ((Approximate)value).Number).ToArray();
        return Enumerable.Range(0, Math.Min(components, numbers.Length - 1)).All(index => numbers[index] - numbers[index + 1] > Equal * numbers[0]);
    }
}
