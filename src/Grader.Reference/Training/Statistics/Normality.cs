using MathNet.Numerics.Distributions;

namespace Grader.Reference.Training.Statistics;

/// <summary>Is a sample plausibly normal? The test of Anderson and Darling, with mean and deviation estimated; p by D'Agostino and Stephens (1986), table 4.9.</summary>
public static class Normality
{
    /// <summary>Fewer say nothing.</summary>
    public const int FewestRuns = 8;

    /// <returns>The probability of a sample as odd as this from a normal population; null where there are too few runs, or all are equal.</returns>
    public static double? Probability(IReadOnlyCollection<double> sample)
    {
        var n = sample.Count;
        if (n < FewestRuns)
            return null;
        var mean = sample.Average();
        var deviation = Math.Sqrt(sample.Sum(x => (x - mean) * (x - mean)) / (n - 1));
        if (deviation <= 0)
            return null;
        var ordered = sample.Order().Select(x => (x - mean) / deviation).ToArray();
        var sum = 0.0;
        for (var i = 0; i < n; i++)
            sum += ((2 * i) + 1) * (LogBelow(ordered[i]) + LogBelow(-ordered[n - 1 - i]));
        var statistic = (-n - (sum / n)) * (1 + (0.75 / n) + (2.25 / ((double)n * n)));
        return Probability(statistic);
    }

    private static double Probability(double a) => a switch
    {
        > 13 => 0,
        >= 0.6 => Math.Exp(1.2937 - (5.709 * a) + (0.0186 * a * a)),
        >= 0.34 => Math.Exp(0.9177 - (4.279 * a) - (1.38 * a * a)),
        >= 0.2 => 1 - Math.Exp(-8.318 + (42.796 * a) - (59.938 * a * a)),
        _ => 1 - Math.Exp(-13.436 + (101.14 * a) - (223.73 * a * a)),
    };

    private static double LogBelow(double z) => Math.Log(Math.Max(Normal.CDF(0, 1, z), double.Epsilon));
}
