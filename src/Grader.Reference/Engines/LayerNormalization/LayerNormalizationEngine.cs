using Grader.Mathematics;
using Grader.Reference.Cases;
using Grader.Reference.Engines.Normalization;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.LayerNormalization;

/// <summary>
/// Layer normalisation: mean and variance of each example over its features (the population's, divided by their number), the normalised values, and those scaled by gamma
/// and shifted by beta, feature by feature. Values are examples by features.
/// </summary>
internal sealed class LayerNormalizationEngine : IEngine
{
    private static readonly CaseShape Shape = new("layer-normalization", "Layer normalisation of examples over their features.", [
        new("name", true, """{ "const": "layer-normalization" }""", "The engine."),
        new("values", true, CaseValues.Table, "The values: a row an example, a column a feature."),
        new("gamma", true, CaseValues.Table, "Scale of each feature."),
        new("beta", true, CaseValues.Table, "Shift of each feature."),
        new("epsilon", false, InputNumber, "Added to the variance; 0, negligible, unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("values") is not { } node || tables.ReadMatrix(node) is not { } values || NormalizationParameters.Read(inputs, tables, values.ColumnCount, "feature") is not { } parameters)
            return;
        var formulas = new NormalizationFormulas(values.RowCount, values.ColumnCount, parameters.EpsilonTerm, scaledByRow: false);
        worksheet.Add("values", values, "values");
        parameters.AddTo(worksheet);
        worksheet.Add("mean", formulas.Mean, "mean of each example");
        worksheet.Add("variance", formulas.Variance(values.ColumnCount), "variance of each example");
        worksheet.Add("normalized", formulas.Normalized, "normalised values");
        worksheet.Add("output", formulas.Output("gamma", "beta"), "scaled and shifted values");

        var mistakes = new NormalizationMistakes(worksheet, formulas, parameters);
        mistakes.AddStatistics(
            "Divided the squared deviations by the number of features less 1; layer normalisation divides by their number.",
            "Took mean and variance of each feature over the examples, as batch normalisation does; layer normalisation takes those of each example over its features.");
        mistakes.AddUse();
    }
}
