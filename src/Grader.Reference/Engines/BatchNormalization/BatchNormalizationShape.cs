using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.BatchNormalization;

/// <summary>The inputs of batch normalisation in a case file.</summary>
internal static class BatchNormalizationShape
{
    public static readonly CaseShape Inputs = new("batch-normalization", "Batch normalisation of one mini-batch, in training or at test time, and its gradients.", [
        new("name", true, """{ "const": "batch-normalization" }""", "The engine."),
        new("values", true, CaseValues.Table, "The mini-batch: a row a unit, a column an example."),
        new("gamma", true, CaseValues.Table, "Scale of each unit."),
        new("beta", true, CaseValues.Table, "Shift of each unit."),
        new("epsilon", false, InputNumber, "Added to the variance; 0, negligible, unless said."),
        new("phase", false, OneOf("training", "test"), "training normalises with the mini-batch's own statistics, test with the running ones; training unless said."),
        new("runningMean", false, CaseValues.Table, "Running mean of each unit: at test time, or before this mini-batch."),
        new("runningVariance", false, CaseValues.Table, "Running variance of each unit: at test time, or before this mini-batch."),
        new("momentum", false, InputNumber, "Of the update of the running statistics, 0 to 1; 0.9 unless said."),
        new("momentumOf", false, OneOf("running", "batch"), "What the momentum is the share of: running is r = m r + (1 − m) b, batch is r = (1 − m) r + m b; running unless said."),
        new("runningFrom", false, OneOf("population-variance", "sample-variance"), "The variance that the update takes, divided by m or by m − 1; population-variance unless said."),
        new("upstream", false, CaseValues.Table, "Gradient of the loss by each output, where the backward pass is asked for: a row a unit, a column an example."),
    ]);
}
