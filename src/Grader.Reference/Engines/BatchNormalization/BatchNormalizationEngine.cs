using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.BatchNormalization;

/// <summary>
/// Batch normalisation of one mini-batch in training: mean and variance of each unit over the examples (the population's, divided by their number), the normalised
/// values, and those scaled by gamma and shifted by beta. Values are units by examples.
/// </summary>
internal sealed class BatchNormalizationEngine : IEngine
{
    private static readonly CaseShape Shape = new("batch-normalization", "Batch normalisation of one mini-batch in training.", [
        new("name", true, """{ "const": "batch-normalization" }""", "The engine."),
        new("values", true, CaseValues.Table, "The mini-batch: a row a unit, a column an example."),
        new("gamma", true, CaseValues.Table, "Scale of each unit."),
        new("beta", true, CaseValues.Table, "Shift of each unit."),
        new("epsilon", false, InputNumber, "Added to the variance; 0, negligible, unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("values") is not { } valuesNode || tables.ReadMatrix(valuesNode) is not { } values)
            return;
        var epsilon = inputs.Rational("epsilon");
        if (epsilon.Sign < 0)
            inputs.Problems.Add(inputs.PlaceOf("epsilon"), $"\"epsilon\" is {epsilon}.", "Write a small positive number, or 0.");
        var gamma = PerUnit("gamma", inputs, tables, values.RowCount);
        var beta = PerUnit("beta", inputs, tables, values.RowCount);
        if (gamma is null || beta is null)
            return;

        worksheet.Add("values", values, "the mini-batch");
        worksheet.Add("gamma", TableReader.Column(gamma.Value), "scale");
        worksheet.Add("beta", TableReader.Column(beta.Value), "shift");
        if (!epsilon.IsZero)
            worksheet.Add("epsilon", epsilon, "epsilon");
        var formulas = new BatchNormalizationFormulas(values.RowCount, values.ColumnCount, epsilon.IsZero ? "" : " + epsilon");
        worksheet.Add("mean", formulas.Mean, "mini-batch mean of each unit");
        worksheet.Add("variance", formulas.Variance(values.ColumnCount), "mini-batch variance of each unit");
        worksheet.Add("normalized", formulas.Normalized, "normalised values");
        worksheet.Add("output", formulas.Output("gamma", "beta"), "scaled and shifted values");
        AddMistakes(worksheet, formulas, values.ColumnCount, gamma.Value, beta.Value);
    }

    private static void AddMistakes(WorksheetBuilder worksheet, BatchNormalizationFormulas formulas, int examples, ImmutableArray<Expression> gamma, ImmutableArray<Expression> beta)
    {
        var one = new Number(1);
        var zero = new Number(0);
        if (examples > 1)
            worksheet.Mistake("sample-variance", "Divided the squared deviations by m − 1; batch normalisation divides by m.").At("", ("variance", formulas.Variance(examples - 1)));
        worksheet.Mistake("deviation-for-variance", "Gave the standard deviation, the root of the variance.").At("", ("variance", formulas.Deviation), ("normalized", formulas.NormalizedBy(formulas.DeviationOf)));
        worksheet.Mistake("variance-for-deviation", "Divided by the variance instead of its root.").At("", ("normalized", formulas.NormalizedBy(formulas.VarianceOf)));
        if (!gamma.SequenceEqual(beta))
            worksheet.Mistake("gamma-beta-swapped", "Scaled by beta and shifted by gamma.").At("", ("output", formulas.Output("beta", "gamma")));
        if (beta.Any(entry => entry != zero))
            worksheet.Mistake("shift-left-out", "Left out the shift by beta.").At("", ("output", formulas.Output("gamma", null)));
        if (gamma.Any(entry => entry != one))
            worksheet.Mistake("scale-left-out", "Left out the scale gamma.").At("", ("output", formulas.Output(null, "beta")));
    }

    private static ImmutableArray<Expression>? PerUnit(string key, ObjectReader inputs, TableReader tables, int units)
    {
        if (inputs.Node(key) is not { } node || tables.ReadVector(node) is not { } vector)
            return null;
        if (vector.Length == units)
            return vector;
        inputs.Problems.Add(node.Place, $"\"{key}\" has {vector.Length} numbers, and the mini-batch has {units} units.", "Write one a unit.");
        return null;
    }
}
