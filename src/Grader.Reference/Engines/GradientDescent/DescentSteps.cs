using Grader.Mathematics;

namespace Grader.Reference.Engines.GradientDescent;

/// <summary>Quantities and mistakes of the steps: <c>step2.x</c> is x after step 2, <c>step2.gradient.x</c> the derivative that this step used.</summary>
internal sealed class DescentSteps(WorksheetBuilder worksheet, DescentVariable[] variables, Expression? function, string method)
{
    private readonly MistakeBuilder _ascent = worksheet.Mistake("gradient-ascent", "Added the gradient; descent subtracts it.");
    private readonly MistakeBuilder _rate = worksheet.Mistake("rate-left-out", "Left out the learning rate.");
    private readonly MistakeBuilder _velocity = worksheet.Mistake("momentum-left-out", "Left out the velocity of the step before.");
    private readonly MistakeBuilder _correction = worksheet.Mistake("bias-correction-left-out", "Left out the bias correction of the moments.");
    private readonly MistakeBuilder _stale = worksheet.Mistake("gradient-not-updated", "Took the gradient of the step before.");

    public void Add(int steps)
    {
        foreach (var variable in variables)
        {
            worksheet.Add($"start.{variable.Name}", variable.Start, $"{variable.Name} at the start");
            if (method == "momentum")
                worksheet.Add($"start.velocity.{variable.Name}", 0, $"velocity of {variable.Name} at the start");
            if (method == "adam")
                worksheet.Add($"start.m.{variable.Name}", 0, $"first moment of {variable.Name} at the start");
            if (method == "adam")
                worksheet.Add($"start.v.{variable.Name}", 0, $"second moment of {variable.Name} at the start");
        }

        AddFunction("start", "at the start");
        for (var step = 1; step <= steps; step++)
        {
            foreach (var variable in variables)
                AddStep(step, variable);
            AddFunction($"step{step}", $"after step {step}");
        }
    }

    private void AddStep(int step, DescentVariable variable)
    {
        var (at, before) = ($"step{step}", Before(step));
        var gradient = $"{at}.gradient.{variable.Name}";
        worksheet.Add(gradient, In(variable.Derivative, before), $"derivative by {variable.Name} in step {step}");
        if (step > 1)
            _stale.At($"{at} {variable.Name}", (gradient, $"{before}.gradient.{variable.Name}"));
        var (position, moved) = ($"{before}.{variable.Name}", $"{at}.{variable.Name}");
        var direction = method switch { "momentum" => $"{at}.velocity.{variable.Name}", "adam" => AddMoments(step, variable.Name, gradient, moved, position), _ => gradient };
        if (method == "momentum")
        {
            worksheet.Add(direction, $"momentum*{before}.velocity.{variable.Name} + {gradient}", $"velocity of {variable.Name} in step {step}");
            if (step > 1)
                _velocity.At($"{at} {variable.Name}", (direction, gradient));
        }

        worksheet.Add(moved, $"{position} - rate*{direction}", $"{variable.Name} after step {step}");
        _ascent.At($"{at} {variable.Name}", (moved, $"{position} + rate*{direction}"));
        _rate.At($"{at} {variable.Name}", (moved, $"{position} - {direction}"));
    }

    /// <returns>The direction that Adam goes.</returns>
    private string AddMoments(int step, string name, string gradient, string moved, string position)
    {
        var (at, before) = ($"step{step}", Before(step));
        var (m, v) = ($"{at}.m.{name}", $"{at}.v.{name}");
        worksheet.Add(m, $"beta1*{before}.m.{name} + (1 - beta1)*{gradient}", $"first moment of {name} in step {step}");
        worksheet.Add(v, $"beta2*{before}.v.{name} + (1 - beta2)*{gradient}^2", $"second moment of {name} in step {step}");
        worksheet.Add($"{at}.mHat.{name}", $"{m}/(1 - beta1^{step})", $"corrected first moment of {name} in step {step}");
        worksheet.Add($"{at}.vHat.{name}", $"{v}/(1 - beta2^{step})", $"corrected second moment of {name} in step {step}");
        _correction.At($"{at} {name}", (moved, $"{position} - rate*{m}/(sqrt({v}) + epsilon)"));
        return $"{at}.mHat.{name}/(sqrt({at}.vHat.{name}) + epsilon)";
    }

    private void AddFunction(string at, string when)
    {
        if (function is not null)
            worksheet.Add($"{at}.function", In(function, at), $"value of the function {when}");
    }

    /// <summary>A formula over the variables, at their values there.</summary>
    private Expression In(Expression formula, string at) =>
        FormulaNames.Replace(formula, name => variables.Any(variable => variable.Name == name) ? new Symbol($"{at}.{name}") : null);

    private static string Before(int step) => step == 1 ? "start" : $"step{step - 1}";
}
