using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.ConfusionMatrix;

/// <summary>
/// Measures of a confusion matrix: accuracy, and of each class (or of the positive one alone) precision, recall, specificity and F1; with several classes their macro
/// averages too. The matrix is an input like any other, so a student's own stands in its place, and the measures follow.
/// </summary>
internal sealed class ConfusionMatrixEngine : IEngine
{
    private static readonly CaseShape Shape = new("confusion-matrix", "Accuracy, precision, recall, specificity and F1 of a confusion matrix.", [
        new("name", true, """{ "const": "confusion-matrix" }""", "The engine."),
        new("matrix", true, CaseValues.Table, "Counts, as many rows as columns."),
        new("rows", false, OneOf("actual", "predicted"), "What a row is; actual unless said."),
        new("positive", false, InputCount, "Number of the positive class, from 1, where one class alone is asked for: quantities are then named without a class."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("matrix") is not { } node || tables.ReadMatrix(node) is not { } matrix)
            return;
        var classes = matrix.RowCount;
        var positive = inputs.Integer("positive", 1, 0);
        if (classes < 2 || matrix.ColumnCount != classes)
            inputs.Problems.Add(node.Place, $"The matrix is {classes} x {matrix.ColumnCount}.", "It has as many rows as columns, and at least two.");
        else if (positive > classes)
            inputs.Problems.Add(inputs.PlaceOf("positive"), $"\"positive\" is {positive}, and there are {classes} classes.", "Classes are counted from 1.");
        else
            new ConfusionMeasures(worksheet, classes, inputs.OneOf("rows", "actual", "predicted") == "actual").Add(matrix, positive);
    }
}
