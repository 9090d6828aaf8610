using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class RocAucTests
{
    /// <summary>Against counting, and against ranks: the positives' mean ranks sum to the area (Mann and Whitney, 1947).</summary>
    [Test]
    public void It_agrees_with_the_rank_statistic()
    {
        var random = new Random(63);
        for (var round = 0; round < 300;)
        {
            var scores = Enumerable.Range(0, random.Next(2, 12)).Select(_ => random.Next(0, 9) / 8.0).ToArray();
            var labels = scores.Select(_ => (double)random.Next(2)).ToArray();
            if (labels.Distinct().Count() < 2)
                continue;
            round++;
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "roc-auc", "scores": {{Json(scores)}}, "labels": {{Json(labels)}} }""");
            var (positives, negatives) = (labels.Sum(), scores.Length - labels.Sum());
            var ranks = scores.Select(score => scores.Count(other => other < score) + (scores.Count(other => other == score) + 1) / 2.0).ToArray();
            var area = (ranks.Zip(labels, (rank, label) => rank * label).Sum() - positives * (positives + 1) / 2) / (positives * negatives);
            Expect(worksheet, "auc", area);
            Expect(worksheet, "rankedShare", area);
            var thresholds = scores.Distinct().OrderDescending().ToArray();
            Expect(worksheet, "thresholds", thresholds);
            Expect(worksheet, "truePositiveRates", [.. thresholds.Select(threshold => Count(threshold, 1) / positives)]);
            Expect(worksheet, "falsePositiveRates", [.. thresholds.Select(threshold => Count(threshold, 0) / negatives)]);
            Expect(worksheet.Making("rates-swapped"), "auc", 1 - area);

            double Count(double threshold, double label) => scores.Zip(labels).Count(pair => pair.First >= threshold && pair.Second == label);
        }
    }

    [TestCase("", "auc", "13/24")]
    [TestCase("", "truePositiveRates", "[0.25, 0.25, 0.5, 0.75, 0.75, 1]")]
    [TestCase("strictly-above", "truePositiveRates", "[0, 0.25, 0.25, 0.5, 0.75, 0.75]")]
    [TestCase("rates-swapped", "auc", "11/24")]
    [TestCase("divided-by-all", "auc", "13/98")]
    [TestCase("false-discovery-rate", "falsePositiveRates", "[0, 0.5, 1/3, 0.4, 0.5, 3/7]")]
    [TestCase("half-left-out", "auc", "13/12")]
    [TestCase("pairs-not-divided", "rankedShare", "6.5")]
    [TestCase("ties-counted-wrong", "auc", "0.5")]
    [TestCase("ties-counted-right", "rankedShare", "7/12")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "roc-auc", "scores": [0.9, 0.8, 0.7, 0.6, 0.6, 0.4, 0.2], "labels": [1, 0, 1, 1, 0, 0, 1] }""");
        Assert.That(KeyText.Of((mistake.Length > 0 ? worksheet.Making(mistake) : worksheet)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("[1, 1]", "All labels are the same.")]
    [TestCase("[1, -1]", "These are no labels.")]
    [TestCase("[1]", "These are no labels.")]
    public void Wrong_labels_are_told(string labels, string message)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$""" "engine": { "name": "roc-auc", "scores": [0.5, 0.25], "labels": {{labels}} }, "parts": [] """));
        Assert.That(reading.Problems.Items.Select(problem => problem.Message), Does.Contain(message));
    }
}
