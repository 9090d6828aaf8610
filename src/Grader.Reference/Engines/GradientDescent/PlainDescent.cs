namespace Grader.Reference.Engines.GradientDescent;

/// <summary>x = x − rate g.</summary>
internal sealed class PlainDescent(WorksheetBuilder worksheet) : IDescentMethod
{
    private readonly MistakeBuilder _ascent = worksheet.Mistake("gradient-ascent", "Added the gradient; descent subtracts it.");
    private readonly MistakeBuilder _rate = worksheet.Mistake("rate-left-out", "Left out the learning rate.");

    public void AddStart(string variable)
    {
    }

    public void AddStep(DescentStep step)
    {
        worksheet.Add(step.Moved, $"{step.Position} - rate*{step.Gradient}", $"{step.Variable} after step {step.Number}");
        _ascent.At(step.Where, (step.Moved, $"{step.Position} + rate*{step.Gradient}"));
        _rate.At(step.Where, (step.Moved, $"{step.Position} - {step.Gradient}"));
    }
}
