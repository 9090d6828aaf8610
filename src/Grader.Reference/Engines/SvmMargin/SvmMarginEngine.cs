using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.SvmMargin;

/// <summary>
/// Margins of a separating line or plane w·x + b = 0: functional margins y (w·x + b), geometric margins (divided by ‖w‖), the width 2/‖w‖ between the lines w·x + b = ±1,
/// how far each point falls short of its line (the slack), and which points are support vectors: those on their line or beyond it.
/// </summary>
internal sealed class SvmMarginEngine : IEngine
{
    private static readonly CaseShape Shape = new("svm-margin", "Margins, slacks and support vectors of a linear support vector machine.", [
        new("name", true, """{ "const": "svm-margin" }""", "The engine."),
        new("points", true, CaseValues.Table, "A row a point."),
        new("labels", true, CaseValues.Table, "-1 or 1, one a point."),
        new("weights", true, CaseValues.Table, "w."),
        new("bias", false, InputNumber, "b; 0 unless said."),
        new("penalty", false, InputNumber, "C, what a unit of slack costs; 1 unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("points") is not { } pointsNode || inputs.Node("labels") is not { } labelsNode || inputs.Node("weights") is not { } weightsNode
            || tables.ReadMatrix(pointsNode) is not { } points || tables.ReadVector(labelsNode) is not { } labels || tables.ReadVector(weightsNode) is not { } weights)
            return;
        var before = inputs.Problems.Count;
        if (labels.Length != points.RowCount || labels.Any(label => label.ToString() is not ("1" or "-1")))
            inputs.Problems.Add(labelsNode.Place, "These are no labels.", "Write -1 or 1, one a point.");
        if (weights.Length != points.ColumnCount)
            inputs.Problems.Add(weightsNode.Place, $"There are {weights.Length} weights, and points have {points.ColumnCount} coordinates.", "Write one a coordinate.");
        if (weights.All(weight => weight is Number { Value.IsZero: true }))
            inputs.Problems.Add(weightsNode.Place, "All weights are 0.", "They make no line: let one be something else.");
        if (inputs.Problems.Count == before)
            Build(worksheet, points, labels, weights, inputs.Rational("bias"), inputs.Rational("penalty", Rational.One));
    }

    private static void Build(WorksheetBuilder worksheet, Matrix points, ImmutableArray<Expression> labels, ImmutableArray<Expression> weights, Rational bias, Rational penalty)
    {
        worksheet.Add("points", points, "points");
        worksheet.Add("labels", TableReader.Column(labels), "labels");
        worksheet.Add("weights", TableReader.Column(weights), "w");
        worksheet.Add("bias", bias, "b");
        worksheet.Add("penalty", penalty, "C");
        worksheet.Add("norm", "sqrt(sum(weights^2))", "length of w");
        worksheet.Add("scores", Scores(" + bias"), "w·x + b of each point");
        worksheet.Add("functionalMargins", Column(point => $"{EntryNames.Of("labels", point)}*{EntryNames.Of("scores", point)}"), "functional margin of each point");
        worksheet.Add("geometricMargins", "functionalMargins/norm", "geometric margin of each point");
        worksheet.Add("functionalMargin", "min(functionalMargins)", "functional margin");
        worksheet.Add("geometricMargin", "min(geometricMargins)", "geometric margin");
        worksheet.Add("marginWidth", "2/norm", "width of the margin");
        worksheet.Add("supportVectors", Column(point => $"if({EntryNames.Of("functionalMargins", point)} <= 1, 1, 0)"), "1 for each support vector, 0 for the other points");
        worksheet.Add("supportVectorCount", "sum(supportVectors)", "number of support vectors");
        worksheet.Add("slacks", Column(point => $"max(0, 1 - {EntryNames.Of("functionalMargins", point)})"), "slack of each point");
        worksheet.Add("slack", "sum(slacks)", "sum of the slacks");
        worksheet.Add("objective", "norm^2/2 + penalty*slack", "objective of the soft margin");

        if (!bias.IsZero)
        {
            worksheet.Mistake("bias-left-out", "Left out b.").At("", ("scores", Scores("")));
            worksheet.Mistake("bias-in-norm", "Counted b into the length of w.").At("", ("norm", "sqrt(sum(weights^2) + bias^2)"));
        }

        worksheet.Mistake("label-left-out", "Did not multiply by the label.").At("", ("functionalMargins", "scores"));
        worksheet.Mistake("norm-not-divided", "Gave the functional margins; the geometric ones are divided by the length of w.").At("", ("geometricMargins", "functionalMargins"));
        worksheet.Mistake("root-left-out", "Left out the root of the length of w.").At("", ("norm", "sum(weights^2)"));
        worksheet.Mistake("amounts-summed", "Summed the amounts of the weights instead of their squares for the length of w.").At("", ("norm", "sum(abs(weights))"));
        worksheet.Mistake("half-width", "Gave the distance from the boundary to one side; the margin is twice as wide.").At("", ("marginWidth", "1/norm"));
        worksheet.Mistake("inside-not-counted", "Counted as support vectors only the points exactly on the margin.").At("", ("supportVectors", Column(point => $"if({EntryNames.Of("functionalMargins", point)} = 1, 1, 0)")));
        worksheet.Mistake("slack-below-zero", "Let slack be negative; a point beyond its margin has slack 0.").At("", ("slacks", "1 - functionalMargins"));
        worksheet.Mistake("slack-from-boundary", "Measured the slack from the boundary instead of the margin.").At("", ("slacks", Column(point => $"max(0, -{EntryNames.Of("functionalMargins", point)})")));
        worksheet.Mistake("half-left-out", "Left out the half before the squared length of w.").At("", ("objective", "norm^2 + penalty*slack"));
        worksheet.Mistake("norm-not-squared", "Did not square the length of w in the objective.").At("", ("objective", "norm/2 + penalty*slack"));
        if (penalty != Rational.One)
            worksheet.Mistake("penalty-left-out", "Left out C.").At("", ("objective", "norm^2/2 + slack"));

        Matrix Column(Func<int, string> formula) => EntryFormulas.Column(points.RowCount, formula);

        Matrix Scores(string plusBias) => Column(point => string.Join(" + ", Enumerable.Range(1, points.ColumnCount).Select(axis =>
            $"{EntryNames.Of("weights", axis)}*{EntryNames.Of("points", point, axis, points.RowCount, points.ColumnCount)}")) + plusBias);
    }
}
