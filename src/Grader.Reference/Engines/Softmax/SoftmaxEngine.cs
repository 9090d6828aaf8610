using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.Softmax;

/// <summary>
/// Softmax of the logits of one example or of several, their cross-entropy against one class each, and the gradient of the loss with respect to the logits. One example is a
/// column; several are a row each, with the losses one by one and their mean or sum.
/// </summary>
internal sealed class SoftmaxEngine : IEngine
{
    private static readonly CaseShape Shape = new("softmax-cross-entropy", "Softmax, cross-entropy against one class an example, and the gradient by the logits.", [
        new("name", true, """{ "const": "softmax-cross-entropy" }""", "The engine."),
        new("logits", true, CaseValues.Table, "One logit a class; for several examples a row an example, a column a class."),
        new("target", false, InputCount, "Number of the right class, from 1, where there is one example."),
        new("targets", false, CaseValues.Table, "Numbers of the right classes, from 1, one an example."),
        new("reduction", false, OneOf("mean", "sum"), "Of several examples: the loss is the mean or the sum of theirs; mean unless said."),
        new("logarithm", false, OneOf("natural", "binary"), "Of the cross-entropy: nats or bits; natural unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("logits") is not { } node)
            return;
        var several = inputs.Node("targets") is not null;
        if (several == inputs.Node("target") is not null)
        {
            inputs.Problems.Add(inputs.Place, several ? "There are both \"target\" and \"targets\"." : "There is no right class.", "Write \"target\": 1, or \"targets\": [1, 2] for several examples.");
            return;
        }

        if (ReadLogits(node, several, inputs, tables) is not { } logits)
            return;
        var classes = several ? logits.ColumnCount : logits.RowCount;
        var targets = several ? ClassNumbers.Read("targets", inputs, tables, logits.RowCount, classes) : ClassNumbers.ReadOne("target", inputs, classes);
        if (targets is null)
            return;
        var formulas = new SoftmaxFormulas(classes, targets.Value, several, inputs.OneOf("reduction", "mean", "sum") == "mean", inputs.OneOf("logarithm", "natural", "binary") == "binary");
        worksheet.Add("logits", logits, "logits");
        formulas.AddTo(worksheet);
        SoftmaxMistakes.AddTo(worksheet, formulas);
    }

    private static Matrix? ReadLogits(CaseNode node, bool several, ObjectReader inputs, TableReader tables)
    {
        if (tables.ReadMatrix(node) is not { } logits)
            return null;
        if (several || logits.ColumnCount == 1)
            return logits;
        inputs.Problems.Add(node.Place, "The logits are rows, and there is one target.", "Write a list of numbers, or \"targets\": [ … ] with one a row.");
        return null;
    }
}
