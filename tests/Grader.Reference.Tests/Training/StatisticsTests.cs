using Grader.Reference.Training.Statistics;

namespace Grader.Reference.Tests.Training;

/// <summary>Against published tables, and against chance itself.</summary>
public sealed class StatisticsTests
{
    /// <summary>The first is of the homework's trial, the second the example of NIST's handbook (7.2.6.3); the others are Howe's formula worked by hand from tables of χ².</summary>
    [TestCase(8, 0.95, 0.95, 3.736)]
    [TestCase(43, 0.90, 0.99, 2.217)]
    [TestCase(10, 0.95, 0.95, 3.382)]
    [TestCase(20, 0.95, 0.95, 2.752)]
    public void Howes_factor(int runs, double coverage, double confidence, double factor) =>
        Assert.That(ToleranceFactor.Howe(runs, coverage, confidence), Is.EqualTo(factor).Within(0.003));

    /// <summary>From tables of exact two-sided factors, mean and deviation unknown.</summary>
    [TestCase(5, 0.95, 0.95, 5.077)]
    [TestCase(10, 0.95, 0.95, 3.393)]
    [TestCase(20, 0.95, 0.95, 2.760)]
    public void Exact_factor(int runs, double coverage, double confidence, double factor) =>
        Assert.That(ToleranceFactor.Exact(runs, coverage, confidence), Is.EqualTo(factor).Within(0.003));

    /// <summary>Of 4000 samples of 8, the share whose interval holds 95 % of the population is the confidence; with a factor a fifth smaller it is not.</summary>
    [TestCase(1, true)]
    [TestCase(0.8, false)]
    public void Intervals_hold_what_they_say(double shrunk, bool holds)
    {
        // A fixed seed: this table of chance is the same in every run.
        var random = new MathNet.Numerics.Random.MersenneTwister(20261124);
        var normal = new MathNet.Numerics.Distributions.Normal(0, 1, random);
        var factor = ToleranceFactor.Howe(8, 0.95, 0.95) * shrunk;
        var inside = 0;
        for (var trial = 0; trial < 4000; trial++)
        {
            var sample = Enumerable.Range(0, 8).Select(_ => normal.Sample()).ToList();
            var mean = sample.Average();
            var deviation = Math.Sqrt(sample.Sum(x => (x - mean) * (x - mean)) / 7);
            var covered = normal.CumulativeDistribution(mean + (factor * deviation)) - normal.CumulativeDistribution(mean - (factor * deviation));
            inside += covered >= 0.95 ? 1 : 0;
        }

        Assert.That(inside / 4000.0, holds ? Is.InRange(0.94, 0.96) : Is.LessThan(0.9));
    }

    [TestCase(0.95, 0.95, 93)]
    [TestCase(0.90, 0.95, 46)]
    [TestCase(0.99, 0.95, 473)]
    public void Runs_for_a_range(double coverage, double confidence, int runs) =>
        Assert.That(ToleranceFactor.RunsForRange(coverage, confidence), Is.EqualTo(runs));

    /// <summary>Clopper and Pearson's interval at 95 %, from tables.</summary>
    [TestCase(0, 8, 0, 0.3694)]
    [TestCase(8, 8, 0.6306, 1)]
    [TestCase(1, 10, 0.0025, 0.4450)]
    [TestCase(5, 10, 0.1871, 0.8129)]
    public void Interval_of_a_share(int count, int trials, double low, double high)
    {
        var interval = ShareInterval.Of(count, trials, 0.95);
        Assert.That(interval.Low, Is.EqualTo(low).Within(0.0001));
        Assert.That(interval.High, Is.EqualTo(high).Within(0.0001));
    }

    [Test]
    public void A_normal_sample_looks_normal_and_an_outlier_does_not()
    {
        double[] quantiles = [.. Enumerable.Range(1, 20).Select(i => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, i / 21.0))];
        Assert.That(Normality.Probability(quantiles), Is.GreaterThan(0.9));
        Assert.That(Normality.Probability([.. quantiles[..19], 30]), Is.LessThan(0.001));
        Assert.That(Normality.Probability([1, 1, 1, 1, 1, 1, 1, 1]), Is.Null);
        Assert.That(Normality.Probability([1, 2, 3]), Is.Null);
    }

    /// <summary>Of 2000 normal samples of 8, about one in a hundred has a p below 0.01.</summary>
    [Test]
    public void One_normal_sample_in_a_hundred_is_called_odd()
    {
        var normal = new MathNet.Numerics.Distributions.Normal(5, 2, new MathNet.Numerics.Random.MersenneTwister(7));
        var odd = Enumerable.Range(0, 2000).Count(_ => Normality.Probability([.. Enumerable.Range(0, 8).Select(_ => normal.Sample())]) < 0.01);
        Assert.That(odd, Is.InRange(8, 40));
    }
}
