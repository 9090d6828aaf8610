using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.HingeLoss;

/// <summary>
/// The hinge loss of support vector machines: of several classes (Weston and Watkins, 1999: the sum over the wrong classes), or of two with labels 1 and −1. Scores are given,
/// or those of a linear model; L2 regularisation counts the weights, never the bias. At a kink the subgradient is 0.
/// </summary>
internal sealed class HingeLossEngine : IEngine
{
    private static readonly CaseShape Shape = new("hinge-loss", "Hinge loss of several classes, or of two.", [
        new("name", true, """{ "const": "hinge-loss" }""", "The engine."),
        new("scores", false, CaseValues.Table, "A row an example, a column a class; with labels, a number an example."),
        new("inputs", false, CaseValues.Table, "Instead of scores, the inputs of a linear model: a row an example."),
        new("weights", false, CaseValues.Table, "Of the linear model, or to regularise: a row a class; with labels, a number an input."),
        new("bias", false, CaseValues.Table, "Of the linear model: a number a class; with labels, one number. None unless said."),
        new("targets", false, CaseValues.Table, "Numbers of the right classes, from 1, one an example."),
        new("labels", false, CaseValues.Table, "Of two classes: 1 or −1, one an example."),
        new("margin", false, InputNumber, "By how much the right score is to exceed the others; 1 unless said."),
        new("reduction", false, OneOf("mean", "sum"), "Whether the losses of the examples are averaged or summed; mean unless said."),
        new("lambda", false, InputNumber, "Strength of L2 regularisation; none unless said."),
        new("regularization", false, OneOf("squares", "half-squares"), "Lambda times the sum of the squared weights, or times half of it; squares unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        var before = inputs.Problems.Count;
        var binary = inputs.Node("labels") is not null;
        if (binary == inputs.Node("targets") is not null)
            inputs.Problems.Add(inputs.Place, binary ? "There are both \"labels\" and \"targets\"." : "There is no right class.", "Write \"targets\": [1, 3] with the numbers of classes, or \"labels\": [1, -1].");
        var model = LinearScores.Read(inputs, tables, binary);
        var margin = inputs.Rational("margin", Rational.One);
        var lambda = inputs.Node("lambda") is null ? (Rational?)null : inputs.Rational("lambda");
        if (lambda is not null && inputs.Node("weights") is null)
            inputs.Problems.Add(inputs.PlaceOf("lambda"), "There is a lambda, and no weights to regularise.", "Add \"weights\": [ … ].");
        if (inputs.Problems.Count > before || model is null)
            return;

        var (half, mean) = (inputs.OneOf("regularization", "squares", "half-squares") == "half-squares", inputs.OneOf("reduction", "mean", "sum") == "mean");
        HingeFormulas formulas;
        if (binary)
        {
            if (ReadLabels(inputs, tables, model.Examples) is not { } labels)
                return;
            model.AddTo(worksheet);
            worksheet.Add("labels", TableReader.Column(labels.Select(label => TableReader.Literal(label))), "right labels");
            formulas = new BinaryHinge(model.Examples);
        }
        else
        {
            if (ClassNumbers.Read("targets", inputs, tables, model.Examples, model.Classes) is not { } targets)
                return;
            model.AddTo(worksheet);
            formulas = new MulticlassHinge(model.Classes, targets);
        }

        worksheet.Add("margin", margin, "margin");
        formulas.AddTo(worksheet, mean);
        new HingeTotal(worksheet, formulas, mean).Add(lambda, half, model.HasBias);
    }

    private static ImmutableArray<int>? ReadLabels(ObjectReader inputs, TableReader tables, int examples)
    {
        if (inputs.Node("labels") is not { } node || tables.ReadVector(node) is not { } entries)
            return null;
        var labels = entries.Select(entry => entry switch { Number { Value: var one } when one == Rational.One => 1, Negation { Operand: Number { Value: var one } } when one == Rational.One => -1, _ => 0 }).ToImmutableArray();
        if (labels.Contains(0))
            inputs.Problems.Add(node.Place, "A label is neither 1 nor −1.", "Write \"labels\": [1, -1].");
        if (labels.Length != examples)
            inputs.Problems.Add(node.Place, $"\"labels\" has {labels.Length} numbers, and there are {examples} examples.", "Write one an example.");
        return labels.Contains(0) || labels.Length != examples ? null : labels;
    }
}
