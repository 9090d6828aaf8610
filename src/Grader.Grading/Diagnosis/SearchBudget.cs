using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>How much a search may do, in steps of work and not of time, so that a result is the same on every machine. A step is an answer judged against a worksheet; it costs more where the worksheet is long.</summary>
internal sealed class SearchBudget(int steps, Worksheet worksheet)
{
    private const int QuantitiesAStep = 100;

    private readonly int _cost = 1 + worksheet.Quantities.Count / QuantitiesAStep;

    private int _left = steps;

    public bool IsSpent => _left <= 0;

    public void Spend() => _left -= _cost;

    public void Allow(int more) => _left = Math.Max(_left, 0) + more;
}
