using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.RocAuc;

/// <summary>Quantities and mistakes of the curve.</summary>
internal sealed class RocCurve(WorksheetBuilder worksheet, ImmutableArray<Rational> scores, ImmutableArray<bool> positive)
{
    private readonly Rational[] _thresholds = [.. scores.Distinct().OrderDescending()];

    private bool HasTies => All.Any(example => positive[example - 1] && All.Any(other => !positive[other - 1] && scores[other - 1] == scores[example - 1]));

    private IEnumerable<int> All => Enumerable.Range(1, scores.Length);

    public void Add()
    {
        worksheet.Add("thresholds", TableReader.Column(_thresholds.Select(TableReader.Literal)), "thresholds, from the highest score down");
        worksheet.Add("positives", "sum(labels)", "positive examples");
        worksheet.Add("negatives", $"{scores.Length} - positives", "negative examples");
        worksheet.Add("truePositives", Counts(">=", example => EntryNames.Of("labels", example)), "true positives at each threshold");
        worksheet.Add("falsePositives", Counts(">=", example => $"1 - {EntryNames.Of("labels", example)}"), "false positives at each threshold");
        worksheet.Add("truePositiveRates", "truePositives/positives", "true positive rate at each threshold");
        worksheet.Add("falsePositiveRates", "falsePositives/negatives", "false positive rate at each threshold");
        worksheet.Add("auc", Area((low, high) => $"({low} + {high})/2"), "area under the curve");
        worksheet.Add("pairs", "positives*negatives", "pairs of a positive and a negative");
        worksheet.Add("rankedPairs", Ranked("1/2"), "pairs in which the positive has the higher score, ties counted half");
        worksheet.Add("rankedShare", "rankedPairs/pairs", "share of the pairs that are ranked right");

        worksheet.Mistake("strictly-above", "Counted only the scores above the threshold, not those equal to it.").At("", ("truePositives", Counts(">", example => EntryNames.Of("labels", example))), ("falsePositives", Counts(">", example => $"1 - {EntryNames.Of("labels", example)}")));
        worksheet.Mistake("rates-swapped", "Swapped the true and the false positive rate.").At("", ("truePositiveRates", "falsePositives/negatives"), ("falsePositiveRates", "truePositives/positives"));
        worksheet.Mistake("divided-by-all", "Divided by the number of all examples.").At("", ("truePositiveRates", $"truePositives/{scores.Length}"), ("falsePositiveRates", $"falsePositives/{scores.Length}"));
        worksheet.Mistake("false-discovery-rate", "Divided the false positives by all that was called positive; the false positive rate divides by all negatives.").At("", ("falsePositiveRates", "falsePositives/(truePositives + falsePositives)"));
        worksheet.Mistake("half-left-out", "Left out the half of the trapezoids.").At("", ("auc", Area((low, high) => $"({low} + {high})")));
        worksheet.Mistake("pairs-not-divided", "Gave the number of pairs, not their share.").At("", ("rankedShare", "rankedPairs"));
        if (HasTies)
        {
            worksheet.Mistake("ties-counted-wrong", "Counted ties as ranked wrong: rectangles below the curve instead of trapezoids.").At("", ("auc", CaseFormula.Read(Area((low, _) => low))), ("rankedPairs", CaseFormula.Read(Ranked("0"))));
            worksheet.Mistake("ties-counted-right", "Counted ties as ranked right: rectangles above the curve instead of trapezoids.").At("", ("auc", CaseFormula.Read(Area((_, high) => high))), ("rankedPairs", CaseFormula.Read(Ranked("1"))));
        }
    }

    private Matrix Counts(string comparison, Func<int, string> count) => EntryFormulas.Column(_thresholds.Length, threshold =>
        string.Join(" + ", All.Select(example => $"if({EntryNames.Of("scores", example)} {comparison} {EntryNames.Of("thresholds", threshold)}, {count(example)}, 0)")));

    /// <param name="height">Of the strip between two thresholds, from the rates at its ends.</param>
    private string Area(Func<string, string, string> height) => string.Join(" + ", Enumerable.Range(1, _thresholds.Length).Select(threshold => threshold == 1
        ? $"{EntryNames.Of("falsePositiveRates", 1)}*{height("0", EntryNames.Of("truePositiveRates", 1))}"
        : $"({EntryNames.Of("falsePositiveRates", threshold)} - {EntryNames.Of("falsePositiveRates", threshold - 1)})*{height(EntryNames.Of("truePositiveRates", threshold - 1), EntryNames.Of("truePositiveRates", threshold))}"));

    private string Ranked(string tie) => string.Join(" + ",
        from example in All
        where positive[example - 1]
        from other in All
        where !positive[other - 1]
        let left = EntryNames.Of("scores", example)
        let right = EntryNames.Of("scores", other)
        select $"if({left} > {right}, 1, if({left} = {right}, {tie}, 0))");
}
