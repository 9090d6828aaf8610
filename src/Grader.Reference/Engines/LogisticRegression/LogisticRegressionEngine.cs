using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.LogisticRegression;

/// <summary>
/// Steps of gradient descent on the mean cross-entropy of a logistic regression, in natural logarithms, over all examples at once. What belongs to a step is computed with
/// the weights before it; <c>step1.weights</c> are those after.
/// </summary>
internal sealed class LogisticRegressionEngine : IEngine
{
    private const int MostSteps = 20;

    private static readonly CaseShape Shape = new("logistic-regression", "Steps of logistic regression: probabilities, mean cross-entropy, gradient, new weights.", [
        new("name", true, """{ "const": "logistic-regression" }""", "The engine."),
        new("inputs", true, CaseValues.Table, "A row an example, a column a feature."),
        new("labels", true, CaseValues.Table, "0 or 1, one an example."),
        new("weights", false, CaseValues.Table, "Weights at the start; zeros unless said."),
        new("bias", false, InputNumber, "Bias at the start; 0 unless said."),
        new("rate", false, InputNumber, "Learning rate; 1 unless said."),
        new("steps", false, InputCount, "How many steps; 1 unless said."),
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
        var before = inputs.Problems.Count;
        var steps = inputs.Integer("steps", 1, 1, MostSteps);
        if (labels.Length != examples.RowCount || labels.Any(label => label.ToString() is not ("0" or "1")))
            inputs.Problems.Add(labelsNode.Place, "These are no labels.", "Write 0 or 1, one an example.");
        if (weights.Length != examples.ColumnCount)
            inputs.Problems.Add(inputs.PlaceOf("weights"), $"There are {weights.Length} weights, and {examples.ColumnCount} features.", "Write one a feature.");
        if (inputs.Problems.Count > before)
            return;

        var (bias, rate) = (inputs.Rational("bias"), inputs.Rational("rate", Rational.One));
        worksheet.Add("inputs", examples, "examples");
        worksheet.Add("labels", TableReader.Column(labels), "labels");
        worksheet.Add("start.weights", TableReader.Column(weights), "weights at the start");
        worksheet.Add("start.bias", bias, "bias at the start");
        worksheet.Add("rate", rate, "learning rate");
        var formulas = new LogisticSteps(worksheet, [.. labels.Select(label => label.ToString() == "1")], rate != Rational.One);
        for (var step = 1; step <= steps; step++)
            formulas.Add(step, step > 1 || !bias.IsZero);
    }
}
