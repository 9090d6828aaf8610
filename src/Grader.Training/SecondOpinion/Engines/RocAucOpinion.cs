using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By counting; the area by the rank sum of the positives (Mann and Whitney), and the ranked share by trapezoids: each the other way than the worksheet has it.</summary>
internal static class RocAucOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        double[] scores = given.Vector("scores").data<double>().ToArray();
        bool[] positive = [.. given.Vector("labels").data<double>().ToArray().Select(label => label == 1)];
        double[] thresholds = [.. scores.Distinct().OrderDescending()];
        var (positives, negatives) = (positive.Count(is1 => is1), positive.Count(is1 => !is1));
        double[] hits = [.. thresholds.Select(threshold => (double)scores.Where((score, index) => positive[index] && score >= threshold).Count())];
        double[] alarms = [.. thresholds.Select(threshold => (double)scores.Where((score, index) => !positive[index] && score >= threshold).Count())];
        figures.AddList("scores", scores);
        figures.AddList("labels", positive.Select(is1 => is1 ? 1.0 : 0.0));
        figures.AddList("thresholds", thresholds);
        figures.Add("positives", positives);
        figures.Add("negatives", negatives);
        figures.AddList("truePositives", hits);
        figures.AddList("falsePositives", alarms);
        figures.AddList("truePositiveRates", hits.Select(count => count / positives));
        figures.AddList("falsePositiveRates", alarms.Select(count => count / negatives));
        var pairs = (double)positives * negatives;
        // Ranks from the lowest score; equal scores share the mean of theirs.
        var ranks = scores.Select(score => scores.Count(other => other < score) + (scores.Count(other => other == score) + 1) / 2.0).ToList();
        var sum = ranks.Where((_, index) => positive[index]).Sum();
        figures.Add("auc", (sum - positives * (positives + 1) / 2.0) / pairs);
        figures.Add("pairs", pairs);
        var area = Enumerable.Range(0, thresholds.Length).Sum(index => (alarms[index] - (index == 0 ? 0 : alarms[index - 1])) * (hits[index] + (index == 0 ? 0 : hits[index - 1])) / 2);
        figures.Add("rankedPairs", area);
        figures.Add("rankedShare", area / pairs);
    }
}
