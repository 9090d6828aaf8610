namespace Grader.Reference.Engines.GradientDescent;

/// <summary>Adam: moments m and v of the gradient, corrected for their start at 0, and x = x − rate mHat/(√vHat + epsilon).</summary>
internal sealed class AdamDescent(WorksheetBuilder worksheet) : IDescentMethod
{
    private readonly MistakeBuilder _ascent = worksheet.Mistake("gradient-ascent", "Added the gradient; descent subtracts it.");
    private readonly MistakeBuilder _rate = worksheet.Mistake("rate-left-out", "Left out the learning rate.");
    private readonly MistakeBuilder _correction = worksheet.Mistake("bias-correction-left-out", "Left out the bias correction of the moments.");
    private readonly MistakeBuilder _power = worksheet.Mistake("correction-not-raised", "Corrected with 1 − beta in each step; the power of beta is the number of the step.");
    private readonly MistakeBuilder _inside = worksheet.Mistake("epsilon-inside-root", "Added epsilon inside the root; it is added to the root.");
    private readonly MistakeBuilder _root = worksheet.Mistake("root-left-out", "Divided by the second moment instead of its root.");
    private readonly MistakeBuilder _swapped = worksheet.Mistake("betas-swapped", "Swapped beta1 and beta2.");
    private readonly MistakeBuilder _first = worksheet.Mistake("first-moment-left-out", "Took the gradient itself instead of its first moment.");

    public void AddStart(string variable)
    {
        worksheet.Add($"start.m.{variable}", 0, $"first moment of {variable} at the start");
        worksheet.Add($"start.v.{variable}", 0, $"second moment of {variable} at the start");
    }

    public void AddStep(DescentStep step)
    {
        var (name, number) = (step.Variable, step.Number);
        var (m, v, mHat, vHat) = (At("m"), At("v"), At("mHat"), At("vHat"));
        worksheet.Add(m, First("beta1"), $"first moment of {name} in step {number}");
        worksheet.Add(v, Second("beta2"), $"second moment of {name} in step {number}");
        worksheet.Add(mHat, $"{m}/(1 - beta1^{number})", $"corrected first moment of {name} in step {number}");
        worksheet.Add(vHat, $"{v}/(1 - beta2^{number})", $"corrected second moment of {name} in step {number}");
        var direction = $"{mHat}/(sqrt({vHat}) + epsilon)";
        worksheet.Add(step.Moved, $"{step.Position} - rate*{direction}", $"{name} after step {number}");

        _ascent.At(step.Where, (step.Moved, $"{step.Position} + rate*{direction}"));
        _rate.At(step.Where, (step.Moved, $"{step.Position} - {direction}"));
        _correction.At(step.Where, (step.Moved, Move($"{m}/(sqrt({v}) + epsilon)")));
        if (number > 1)
            _power.At(step.Where, (mHat, $"{m}/(1 - beta1)"), (vHat, $"{v}/(1 - beta2)"));
        _inside.At(step.Where, (step.Moved, Move($"{mHat}/sqrt({vHat} + epsilon)")));
        _root.At(step.Where, (step.Moved, Move($"{mHat}/({vHat} + epsilon)")));
        _swapped.At(step.Where, (m, First("beta2")), (v, Second("beta1")), (mHat, $"{m}/(1 - beta2^{number})"), (vHat, $"{v}/(1 - beta1^{number})"));
        if (number > 1)
            _first.At(step.Where, (step.Moved, Move($"{step.Gradient}/(sqrt({vHat}) + epsilon)")));

        string At(string moment) => $"{step.At}.{moment}.{name}";

        string First(string beta) => $"{beta}*{step.Before}.m.{name} + (1 - {beta})*{step.Gradient}";

        string Second(string beta) => $"{beta}*{step.Before}.v.{name} + (1 - {beta})*{step.Gradient}^2";

        string Move(string along) => $"{step.Position} - rate*{along}";
    }
}
