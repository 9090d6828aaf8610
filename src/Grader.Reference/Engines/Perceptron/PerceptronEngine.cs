using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.Perceptron;

/// <summary>
/// The perceptron's rule by hand: examples in their order, labels −1 and 1; a step changes the weights only where y (w·x + b) is 0 or less, to w + rate·y·x and b + rate·y.
/// </summary>
internal sealed class PerceptronEngine : IEngine
{
    private const int MostSteps = 100;

    private static readonly CaseShape Shape = new("perceptron", "Steps of the perceptron's rule.", [
        new("name", true, """{ "const": "perceptron" }""", "The engine."),
        new("inputs", true, CaseValues.Table, "A row an example, in the order of the steps."),
        new("labels", true, CaseValues.Table, "-1 or 1, one an example."),
        new("weights", false, CaseValues.Table, "Weights at the start; zeros unless said."),
        new("bias", false, InputNumber, "Bias at the start; 0 unless said."),
        new("rate", false, InputNumber, "Learning rate; 1 unless said."),
        new("passes", false, InputCount, "How often all examples are seen; 1 unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("inputs") is not { } inputsNode || inputs.Node("labels") is not { } labelsNode || tables.ReadMatrix(inputsNode) is not { } examples || tables.ReadVector(labelsNode) is not { } labels)
            return;
        var start = inputs.Node("weights") is { } node ? tables.ReadVector(node) : [.. Enumerable.Repeat<Expression>(new Number(0), examples.ColumnCount)];
        if (start is not { } weights)
            return;
        var passes = inputs.Integer("passes", 1, 1);
        var before = inputs.Problems.Count;
        if (labels.Length != examples.RowCount || labels.Any(label => label is not (Number { Value: { IsInteger: true } } or Negation { Operand: Number { Value: { IsInteger: true } } }) || label.ToString() is not ("1" or "-1")))
            inputs.Problems.Add(labelsNode.Place, "These are no labels.", "Write -1 or 1, one an example.");
        if (weights.Length != examples.ColumnCount)
            inputs.Problems.Add(inputs.PlaceOf("weights"), $"There are {weights.Length} weights, and {examples.ColumnCount} features.", "Write one a feature.");
        if (examples.RowCount * (long)passes > MostSteps)
            inputs.Problems.Add(inputs.Place, $"There are {examples.RowCount * (long)passes} steps.", $"Ask for at most {MostSteps}.");
        if (inputs.Problems.Count > before)
            return;

        worksheet.Add("inputs", examples, "examples");
        worksheet.Add("labels", TableReader.Column(labels), "labels");
        worksheet.Add("start.weights", TableReader.Column(weights), "weights at the start");
        worksheet.Add("start.bias", inputs.Rational("bias"), "bias at the start");
        worksheet.Add("rate", inputs.Rational("rate", Rational.One), "learning rate");
        AddSteps(worksheet, examples, passes, inputs.Rational("rate", Rational.One) != Rational.One);
    }

    private static void AddSteps(WorksheetBuilder worksheet, Matrix examples, int passes, bool hasRate)
    {
        var always = worksheet.Mistake("always-updated", "Changed the weights after an example that was right already.");
        var reversed = worksheet.Mistake("update-reversed", "Moved the weights away from the example.");
        var bias = worksheet.Mistake("bias-not-updated", "Did not change the bias.");
        var never = worksheet.Mistake("boundary-taken-for-right", "Took an example on the boundary for right.");
        var unlabelled = worksheet.Mistake("label-left-out", "Added the example whatever its label; one of label -1 is subtracted.");
        var rateless = worksheet.Mistake("rate-left-out", "Left out the learning rate.");
        var biasless = worksheet.Mistake("bias-left-out", "Left out the bias.");
        for (var step = 1; step <= examples.RowCount * passes; step++)
        {
            var (at, was, example) = ($"step{step}", step == 1 ? "start" : $"step{step - 1}", (step - 1) % examples.RowCount + 1);
            var label = EntryNames.Of("labels", example);
            worksheet.Add($"{at}.margin", $"{label}*({string.Join(" + ", Features(axis => $"{EntryNames.Of($"{was}.weights", axis)}*{Input(axis)}"))} + {was}.bias)", $"margin of example {example} in step {step}");
            worksheet.Add($"{at}.weights", Weights(axis => $"if({at}.margin <= 0, rate*{label}*{Input(axis)}, 0)"), $"weights after step {step}");
            worksheet.Add($"{at}.bias", $"{was}.bias + if({at}.margin <= 0, rate*{label}, 0)", $"bias after step {step}");
            always.At(at, ($"{at}.weights", Weights(axis => $"rate*{label}*{Input(axis)}")), ($"{at}.bias", CaseFormula.Read($"{was}.bias + rate*{label}")));
            reversed.At(at, ($"{at}.weights", Weights(axis => $"if({at}.margin <= 0, -rate*{label}*{Input(axis)}, 0)")), ($"{at}.bias", CaseFormula.Read($"{was}.bias + if({at}.margin <= 0, -rate*{label}, 0)")));
            bias.At(at, ($"{at}.bias", $"{was}.bias"));
            never.At(at, ($"{at}.weights", Weights(axis => $"if({at}.margin < 0, rate*{label}*{Input(axis)}, 0)")), ($"{at}.bias", CaseFormula.Read($"{was}.bias + if({at}.margin < 0, rate*{label}, 0)")));

            unlabelled.At(at, ($"{at}.weights", Weights(axis => $"if({at}.margin <= 0, rate*{Input(axis)}, 0)")), ($"{at}.bias", CaseFormula.Read($"{was}.bias + if({at}.margin <= 0, rate, 0)")));
            if (hasRate)
                rateless.At(at, ($"{at}.weights", Weights(axis => $"if({at}.margin <= 0, {label}*{Input(axis)}, 0)")), ($"{at}.bias", CaseFormula.Read($"{was}.bias + if({at}.margin <= 0, {label}, 0)")));
            biasless.At(at, ($"{at}.margin", $"{label}*({string.Join(" + ", Features(axis => $"{EntryNames.Of($"{was}.weights", axis)}*{Input(axis)}"))})"));

            IEnumerable<string> Features(Func<int, string> formula) => Enumerable.Range(1, examples.ColumnCount).Select(formula);

            string Input(int axis) => EntryNames.Of("inputs", example, axis, examples.RowCount, examples.ColumnCount);

            Matrix Weights(Func<int, string> change) => EntryFormulas.Column(examples.ColumnCount, axis => $"{EntryNames.Of($"{was}.weights", axis)} + {change(axis)}");
        }
    }
}
