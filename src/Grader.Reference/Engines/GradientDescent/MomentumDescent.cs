namespace Grader.Reference.Engines.GradientDescent;

/// <summary>Gradient descent with momentum, in the form that the question gives it.</summary>
/// <param name="form"><c>sum</c>: v = m v + g, x = x − rate v. <c>average</c>: v = m v + (1 − m) g, x = x − rate v. <c>step</c>: v = m v − rate g, x = x + v.</param>
internal sealed class MomentumDescent(WorksheetBuilder worksheet, string form) : IDescentMethod
{
    // Before ascent, which moves as it does where the velocity is right.
    private readonly MistakeBuilder _subtracted = worksheet.Mistake("velocity-subtracted", "Subtracted the velocity; in this form it is the step itself, and is added.");
    private readonly MistakeBuilder _ascent = worksheet.Mistake("gradient-ascent", "Added the gradient; descent subtracts it.");
    private readonly MistakeBuilder _rate = worksheet.Mistake("rate-left-out", "Left out the learning rate.");
    private readonly MistakeBuilder _left = worksheet.Mistake("momentum-left-out", "Left out the velocity of the step before.");
    private readonly MistakeBuilder _reversed = worksheet.Mistake("velocity-reversed", "Subtracted the velocity of the step before; momentum adds it.");
    private readonly MistakeBuilder _whole = worksheet.Mistake("velocity-not-decayed", "Added the whole velocity of the step before, without the factor of the momentum.");
    private readonly MistakeBuilder _weighted = worksheet.Mistake("gradient-weighted", "Weighted the gradient with 1 − momentum; in this form the velocity takes it whole.");
    private readonly MistakeBuilder _unweighted = worksheet.Mistake("gradient-not-weighted", "Added the whole gradient to the velocity; in this form it is weighted with 1 − momentum.");

    public void AddStart(string variable) => worksheet.Add(Velocity("start", variable), 0, $"velocity of {variable} at the start");

    public void AddStep(DescentStep step)
    {
        var (velocity, kept) = (Velocity(step.At, step.Variable), $"momentum*{Velocity(step.Before, step.Variable)}");
        var (push, move) = form switch
        {
            "average" => ($"(1 - momentum)*{step.Gradient}", $"- rate*{velocity}"),
            "step" => ($"-rate*{step.Gradient}", $"+ {velocity}"),
            _ => (step.Gradient, $"- rate*{velocity}"),
        };
        worksheet.Add(velocity, Plus(kept, push), $"velocity of {step.Variable} in step {step.Number}");
        worksheet.Add(step.Moved, $"{step.Position} {move}", $"{step.Variable} after step {step.Number}");

        if (step.Number > 1)
        {
            _left.At(step.Where, (velocity, push));
            _reversed.At(step.Where, (velocity, Plus($"-{kept}", push)));
            _whole.At(step.Where, (velocity, Plus(Velocity(step.Before, step.Variable), push)));
        }

        if (form == "step")
        {
            _ascent.At(step.Where, (velocity, $"{kept} + rate*{step.Gradient}"));
            _rate.At(step.Where, (velocity, $"{kept} - {step.Gradient}"));
            _subtracted.At(step.Where, (step.Moved, $"{step.Position} - {velocity}"));
            return;
        }

        _ascent.At(step.Where, (step.Moved, $"{step.Position} + rate*{velocity}"));
        _rate.At(step.Where, (step.Moved, $"{step.Position} - {velocity}"));
        if (form == "average")
            _unweighted.At(step.Where, (velocity, $"{kept} + {step.Gradient}"));
        else
            _weighted.At(step.Where, (velocity, $"{kept} + (1 - momentum)*{step.Gradient}"));
    }

    private static string Velocity(string at, string variable) => $"{at}.velocity.{variable}";

    private static string Plus(string first, string second) => second[0] == '-' ? $"{first} - {second[1..]}" : $"{first} + {second}";
}
