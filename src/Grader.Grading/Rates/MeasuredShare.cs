using Grader.Reference.Training.Statistics;

namespace Grader.Grading;

/// <summary>A share that was counted, with the interval of Clopper and Pearson at 95 %.</summary>
/// <param name="Of">How many there were.</param>
public readonly record struct MeasuredShare(int Count, int Of)
{
    private const double Confidence = 0.95;

    /// <summary>0 to 1; from 0 to 1 where nothing was counted.</summary>
    public (double Low, double High) Interval => Of == 0 ? (0, 1) : ShareInterval.Of(Count, Of, Confidence);
}
