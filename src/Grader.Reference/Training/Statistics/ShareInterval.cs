using MathNet.Numerics.Distributions;

namespace Grader.Reference.Training.Statistics;

/// <summary>The interval of Clopper and Pearson for a share: never narrower than its confidence says.</summary>
public static class ShareInterval
{
    public static (double Low, double High) Of(int count, int trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, trials);
        var tail = (1 - confidence) / 2;
        return (
            count == 0 ? 0 : Beta.InvCDF(count, trials - count + 1, tail),
            count == trials ? 1 : Beta.InvCDF(count + 1, trials - count, 1 - tail));
    }
}
