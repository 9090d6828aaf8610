using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;
using Grader.Reference.Engines.Recurrent;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.Lstm;

/// <summary>
/// Steps of an LSTM cell (Hochreiter and Schmidhuber, 1997, with the forget gate of Gers, 2000): gates i, f and o through a sigmoid, the candidate g through tanh,
/// c = f ∘ c + i ∘ g and h = o ∘ tanh(c); and the number of its parameters. Vectors are columns; weights have a row a unit.
/// </summary>
internal sealed class LstmEngine : IEngine
{
    private static readonly CaseShape Gate = new("lstmGate", "The weights of a gate, or of the candidate.", [
        new("inputWeights", true, CaseValues.Table, "W: a row a unit, a column an input; for one unit and one input a number in [[ ]]."),
        new("hiddenWeights", true, CaseValues.Table, "U: a row and a column a unit."),
        new("bias", false, CaseValues.Table, "b: a number a unit; none unless said."),
    ]);

    private static readonly CaseShape Shape = new("lstm", "Steps of an LSTM cell, and its parameters.", [
        new("name", true, """{ "const": "lstm" }""", "The engine."),
        new("inputs", false, CaseValues.Table, "x: a row a time step."),
        new("input", false, An(Gate), "Input gate i."),
        new("forget", false, An(Gate), "Forget gate f."),
        new("output", false, An(Gate), "Output gate o."),
        new("candidate", false, An(Gate), "Candidate g."),
        new("startHidden", false, CaseValues.Table, "h before the first step; zeros unless said."),
        new("startCell", false, CaseValues.Table, "c before the first step; zeros unless said."),
        RecurrentSizes.InputKey,
        RecurrentSizes.HiddenKey,
        RecurrentSizes.LayersKey,
        RecurrentSizes.OutputsKey,
        RecurrentSizes.StepsKey,
        RecurrentSizes.BiasesKey,
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [Gate];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        var before = inputs.Problems.Count;
        if (inputs.Node("inputs") is not { } node)
        {
            if (RecurrentSizes.Read(inputs) is { } sizes && inputs.Problems.Count == before)
                new RecurrentParameters(worksheet, sizes, gates: 4).Add();
            return;
        }

        if (tables.ReadMatrix(node) is not { } steps)
            return;
        var gates = new List<LstmGate>();
        foreach (var (key, name, say) in new[] { ("input", "i", "input gate"), ("forget", "f", "forget gate"), ("output", "o", "output gate"), ("candidate", "g", "candidate") })
        {
            if (inputs.Node(key) is null)
                inputs.Problems.Add(inputs.Place, $"The key \"{key}\" is missing.", $"Add \"{key}\": {{ \"inputWeights\": [[ … ]], \"hiddenWeights\": [[ … ]], \"bias\": [ … ] }}.");
            else if (inputs.Object(key, Gate) is { } reader && ReadGate(reader, tables, name, say, gates.Count > 0 ? gates[0].Units : null, steps.ColumnCount) is { } gate)
                gates.Add(gate);
        }

        if (gates.Count < 4 || inputs.Problems.Count > before)
            return;
        var units = gates[0].Units;
        var shapes = new RecurrentShapes(inputs, tables);
        var (hidden, cell) = (shapes.Vector("startHidden", units) ?? RecurrentShapes.Zeros(units), shapes.Vector("startCell", units) ?? RecurrentShapes.Zeros(units));
        var biases = inputs.Node("biases") is null ? gates.Exists(gate => gate.Bias is not null) ? 1 : 0 : RecurrentSizes.ReadBiases(inputs);
        new LstmSteps(worksheet, steps, [.. gates]).Add(hidden, cell);
        new RecurrentParameters(worksheet, new(steps.ColumnCount, units, biases, 1, 0, false, steps.RowCount), gates: 4).Add();
    }

    private static LstmGate? ReadGate(ObjectReader reader, TableReader tables, string name, string say, int? units, int inputs)
    {
        var shapes = new RecurrentShapes(reader, tables);
        if (reader.Node("inputWeights") is null || reader.Node("hiddenWeights") is null || shapes.Weights("inputWeights", units, inputs) is not { } inputWeights)
            return null;
        var bias = shapes.Vector("bias", inputWeights.RowCount);
        return shapes.Weights("hiddenWeights", inputWeights.RowCount, inputWeights.RowCount) is { } hiddenWeights ? new(name, say, inputWeights, hiddenWeights, bias) : null;
    }
}

/// <summary>A gate, or the candidate.</summary>
/// <param name="Name"><c>i</c>, <c>f</c>, <c>o</c> or <c>g</c>.</param>
internal sealed record LstmGate(string Name, string Say, Matrix InputWeights, Matrix HiddenWeights, ImmutableArray<Expression>? Bias)
{
    public int Units => InputWeights.RowCount;

    public bool IsCandidate => Name == "g";

    public string Activate(string sum) => IsCandidate ? $"tanh({sum})" : $"sigmoid({sum})";

    /// <param name="state">Null where it is left out.</param>
    public string Sum(string input, string? state, bool bias = true) =>
        string.Join(" + ", new[] { $"{Name}.W*{input}", state is null ? null : $"{Name}.U*{state}", bias && Bias is not null ? $"{Name}.b" : null }.OfType<string>());
}
