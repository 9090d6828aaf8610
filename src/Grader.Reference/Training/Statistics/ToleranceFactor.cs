using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Grader.Reference.Training.Statistics;

/// <summary>How many standard deviations around the mean of a sample hold a share of the population, with a confidence; two-sided, of normal populations.</summary>
public static class ToleranceFactor
{
    private const int QuadratureNodes = 64;

    /// <summary>Howe's approximation (1969), good to a percent from five runs on.</summary>
    /// <param name="runs">That the mean is of.</param>
    /// <param name="freedom">Degrees of freedom of the deviation; one less than the runs where both come from the same sample.</param>
    public static double Howe(double runs, double freedom, double coverage, double confidence) =>
        Normal.InvCDF(0, 1, (1 + coverage) / 2) * Math.Sqrt(freedom * (1 + (1 / runs)) / ChiSquared.InvCDF(freedom, 1 - confidence));

    public static double Howe(int runs, double coverage, double confidence) => Howe(runs, runs - 1, coverage, confidence);

    /// <summary>The exact factor: the smallest k at which the interval, averaged over where the sample's mean may lie, holds the share with the confidence.</summary>
    public static double Exact(int runs, double coverage, double confidence)
    {
        var freedom = runs - 1;
        return FindRoots.OfFunction(factor => Confidence(factor) - confidence, 1e-3, 1e4, 1e-10, 1000);

        // Over z, the mean of the sample in deviations of the population; even in z, and negligible beyond 8 of its own deviations.
        double Confidence(double factor)
        {
            var end = 8 / Math.Sqrt(runs);
            return 2 * Integrate.GaussLegendre(z => Density(z) * (1 - ChiSquared.CDF(freedom, freedom * Square(Radius(z) / factor))), 0, end, QuadratureNodes);
        }

        double Density(double z) => Normal.PDF(0, 1 / Math.Sqrt(runs), z);

        double Radius(double z) => FindRoots.OfFunction(radius => Normal.CDF(0, 1, z + radius) - Normal.CDF(0, 1, z - radius) - coverage, 0, Math.Abs(z) + 40, 1e-12, 1000);
    }

    /// <summary>How many runs make the range from the smallest to the largest a tolerance interval, whatever the distribution (Wilks).</summary>
    public static int RunsForRange(double coverage, double confidence)
    {
        var runs = 2;
        while (1 - (runs * Math.Pow(coverage, runs - 1)) + ((runs - 1) * Math.Pow(coverage, runs)) < confidence)
            runs++;
        return runs;
    }

    private static double Square(double x) => x * x;
}
