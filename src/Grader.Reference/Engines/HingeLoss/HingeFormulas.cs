using Grader.Mathematics;

namespace Grader.Reference.Engines.HingeLoss;

/// <summary>The losses of the examples and the gradient of their mean or sum by the scores.</summary>
internal abstract class HingeFormulas(int examples)
{
    public int Examples => examples;

    /// <summary>Adds <c>losses</c>, what they are computed from, and the mistakes in them.</summary>
    public void AddTo(WorksheetBuilder worksheet, bool mean)
    {
        AddLosses(worksheet);
        worksheet.Add("gradient", Gradient(mean), "gradient by the scores");
        worksheet.Mistake("gradient-reversed", "Gave the gradient with the opposite sign.").At("", ("gradient", Gradient(mean, reversed: true)));
    }

    public abstract Matrix Gradient(bool mean, bool reversed = false);

    protected abstract void AddLosses(WorksheetBuilder worksheet);

    protected string Averaged(string sum, bool mean) => mean && examples > 1 ? $"({sum})/{examples}" : sum;
}
