using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.RocAuc;

/// <summary>
/// The ROC curve of scores, exact: at each distinct score, from the highest down, the rates of what is called positive when the score is at least that; the area under it by
/// trapezoids from (0, 0); and the same area as the share of pairs of a positive and a negative that are ranked right, ties counted half.
/// </summary>
internal sealed class RocAucEngine : IEngine
{
    private const int MostExamples = 50;

    private static readonly CaseShape Shape = new("roc-auc", "ROC curve and the area under it.", [
        new("name", true, """{ "const": "roc-auc" }""", "The engine."),
        new("scores", true, CaseValues.Table, "One an example; a high one says positive."),
        new("labels", true, CaseValues.Table, "1 for positive and 0 for negative, one an example."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("scores") is not { } scoresNode || inputs.Node("labels") is not { } labelsNode || tables.ReadVector(scoresNode) is not { } scores || tables.ReadVector(labelsNode) is not { } labels)
            return;
        var before = inputs.Problems.Count;
        var values = scores.Select(score => Evaluator.Evaluate(score).Value is Exact exact ? exact.Number : (Rational?)null).ToArray();
        if (values.Contains(null))
            inputs.Problems.Add(scoresNode.Place, "A score is no number.", "Write 0.9, or \"1/3\".");
        if (scores.Length > MostExamples)
            inputs.Problems.Add(scoresNode.Place, $"There are {scores.Length} examples.", $"Ask for at most {MostExamples}.");
        if (labels.Length != scores.Length || labels.Any(label => label.ToString() is not ("0" or "1")))
            inputs.Problems.Add(labelsNode.Place, "These are no labels.", "Write 0 or 1, one a score.");
        else if (labels.Distinct().Count() < 2)
            inputs.Problems.Add(labelsNode.Place, "All labels are the same.", "The rates need a positive and a negative at least.");
        if (inputs.Problems.Count > before)
            return;

        worksheet.Add("scores", TableReader.Column(scores), "scores");
        worksheet.Add("labels", TableReader.Column(labels), "labels");
        new RocCurve(worksheet, [.. values.Select(value => value!.Value)], [.. labels.Select(label => label.ToString() == "1")]).Add();
    }
}
