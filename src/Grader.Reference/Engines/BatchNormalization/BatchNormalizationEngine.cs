using Grader.Mathematics;
using Grader.Reference.Cases;
using Grader.Reference.Engines.Normalization;

namespace Grader.Reference.Engines.BatchNormalization;

/// <summary>
/// Batch normalisation of one mini-batch (Ioffe and Szegedy, 2015). In training: mean and variance of each unit over the examples (the population's, divided by their
/// number), the normalised values, those scaled by gamma and shifted by beta, and the running statistics after the batch. At test time the running statistics normalise.
/// Backward: the gradients by gamma, beta and the values from that by the outputs. Values are units by examples.
/// </summary>
internal sealed class BatchNormalizationEngine : IEngine
{
    public CaseShape Inputs => BatchNormalizationShape.Inputs;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("values") is not { } node || tables.ReadMatrix(node) is not { } values || NormalizationParameters.Read(inputs, tables, values.RowCount, "unit") is not { } parameters)
            return;
        var test = inputs.OneOf("phase", "training", "test") == "test";
        var running = RunningStatistics.Read(inputs, tables, values.RowCount, test);
        if (test && running is null)
            return;

        var (units, examples) = (values.RowCount, values.ColumnCount);
        var batch = new NormalizationFormulas(units, examples, parameters.EpsilonTerm, scaledByRow: true);
        var given = new NormalizationFormulas(units, examples, parameters.EpsilonTerm, scaledByRow: true, RunningStatistics.Mean, RunningStatistics.Variance);
        var formulas = test ? given : batch;
        worksheet.Add("values", values, "the mini-batch");
        parameters.AddTo(worksheet);
        running?.AddTo(worksheet);
        worksheet.Add("mean", batch.Mean, "mini-batch mean of each unit");
        worksheet.Add("variance", batch.Variance(examples), "mini-batch variance of each unit");
        worksheet.Add("normalized", formulas.Normalized, "normalised values");
        worksheet.Add("output", formulas.Output("gamma", "beta"), "scaled and shifted values");

        var mistakes = new NormalizationMistakes(worksheet, formulas, parameters);
        if (!test)
        {
            // Before those in the statistics: who updates with another variance than they gave made no mistake in what they gave.
            running?.AddUpdate(worksheet, batch);
            mistakes.AddStatistics(
                "Divided the squared deviations by m − 1; batch normalisation divides by m.",
                "Took mean and variance of each example over the units, as layer normalisation does; batch normalisation takes those of each unit over the examples.");
        }

        if (test && examples > 1)
            worksheet.Mistake("batch-statistics-at-test", "Normalised with the batch's own mean and variance; at test time the running ones are used.").At("", ("normalized", batch.Normalized));
        if (!test && running is not null)
            worksheet.Mistake("running-statistics-in-training", "Normalised with the running mean and variance; in training those of the mini-batch are used.").At("", ("normalized", given.Normalized));
        mistakes.AddUse();
        if (inputs.Node("upstream") is { } upstream)
            AddBackward(upstream, inputs, tables, worksheet, new(formulas, parameters, test));
    }

    private static void AddBackward(CaseNode node, ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet, BatchNormalizationBackward backward)
    {
        if (tables.ReadMatrix(node) is not { } upstream)
            return;
        if (upstream.RowCount == backward.Units && upstream.ColumnCount == backward.Examples)
            backward.AddTo(worksheet, upstream);
        else
            inputs.Problems.Add(node.Place, $"\"upstream\" is {upstream.RowCount} × {upstream.ColumnCount}, and \"values\" {backward.Units} × {backward.Examples}.", "Write a number a value: a row a unit, a column an example.");
    }
}
