using Grader.Mathematics;
using Grader.Reference.Cases;
using Grader.Reference.Engines.Recurrent;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.Rnn;

/// <summary>
/// A plain recurrent network (Elman, 1990) over a few time steps: h = f(W x + U h + b) with the hidden state of the step before, an output of each step where its weights are
/// given, and the number of parameters. Vectors are columns; weights have a row a unit.
/// </summary>
internal sealed class RnnEngine : IEngine
{
    private static readonly CaseShape Shape = new("rnn", "A plain recurrent network over a few time steps, and its parameters.", [
        new("name", true, """{ "const": "rnn" }""", "The engine."),
        new("inputs", false, CaseValues.Table, "x: a row a time step."),
        new("inputWeights", false, CaseValues.Table, "W: a row a hidden unit, a column an input."),
        new("hiddenWeights", false, CaseValues.Table, "U: a row and a column a hidden unit."),
        new("bias", false, CaseValues.Table, "b: a number a hidden unit; none unless said."),
        new("start", false, CaseValues.Table, "The hidden state before the first step; zeros unless said."),
        new("activation", false, OneOf("tanh", "relu", "sigmoid", "identity"), "f; tanh unless said."),
        new("outputWeights", false, CaseValues.Table, "Where outputs are asked for: a row an output, a column a hidden unit."),
        new("outputBias", false, CaseValues.Table, "A number an output; none unless said."),
        new("outputActivation", false, OneOf("identity", "sigmoid", "softmax"), "Of the outputs; identity unless said."),
        RecurrentSizes.InputKey,
        RecurrentSizes.HiddenKey,
        RecurrentSizes.LayersKey,
        RecurrentSizes.OutputsKey,
        RecurrentSizes.StepsKey,
        RecurrentSizes.BiasesKey,
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        var before = inputs.Problems.Count;
        if (inputs.Node("inputs") is not { } node)
        {
            if (RecurrentSizes.Read(inputs) is { } sizes && inputs.Problems.Count == before)
                new RecurrentParameters(worksheet, sizes, gates: 1).Add();
            return;
        }

        var shapes = new RecurrentShapes(inputs, tables);
        if (tables.ReadMatrix(node) is not { } steps || shapes.Weights("inputWeights", null, steps.ColumnCount) is not { } inputWeights)
            return;
        var units = inputWeights.RowCount;
        var hiddenWeights = shapes.Weights("hiddenWeights", units, units);
        var bias = shapes.Vector("bias", units);
        var start = shapes.Vector("start", units);
        var outputWeights = inputs.Node("outputWeights") is null ? null : shapes.Weights("outputWeights", null, units);
        var outputBias = outputWeights is null ? null : shapes.Vector("outputBias", outputWeights.RowCount);
        var biases = inputs.Node("biases") is null ? bias is null ? 0 : 1 : RecurrentSizes.ReadBiases(inputs);
        if (hiddenWeights is null || inputs.Problems.Count > before)
            return;
        new RnnSteps(worksheet, steps, inputs.OneOf("activation", "tanh", "relu", "sigmoid", "identity"), bias is not null)
            .Add(inputWeights, hiddenWeights, bias, start ?? RecurrentShapes.Zeros(units));
        if (outputWeights is not null)
            new RnnOutputs(worksheet, steps.RowCount, inputs.OneOf("outputActivation", "identity", "sigmoid", "softmax"), outputBias is not null).Add(outputWeights, outputBias);
        new RecurrentParameters(worksheet, new(steps.ColumnCount, units, biases, 1, outputWeights?.RowCount ?? 0, outputBias is not null, steps.RowCount), gates: 1).Add();
    }
}
