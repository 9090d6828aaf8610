using Grader.Mathematics;

namespace Grader.Reference.Engines.GradientDescent;

/// <summary>The steps: <c>step2.x</c> is x after step 2, <c>step2.gradient.x</c> the derivative that this step used.</summary>
internal sealed class DescentSteps(WorksheetBuilder worksheet, DescentVariable[] variables, Expression? function, IDescentMethod method)
{
    private readonly MistakeBuilder _stale = worksheet.Mistake("gradient-not-updated", "Took the gradient of the step before.");
    private readonly MistakeBuilder _mixed = worksheet.Mistake("variables-moved-in-turn", "Took the derivative where another variable had moved already; all move at once.");

    public void Add(int steps)
    {
        foreach (var variable in variables)
        {
            worksheet.Add($"start.{variable.Name}", variable.Start, $"{variable.Name} at the start");
            method.AddStart(variable.Name);
        }

        AddFunction("start", "at the start");
        for (var number = 1; number <= steps; number++)
        {
            for (var index = 0; index < variables.Length; index++)
                AddStep(number, index);
            AddFunction($"step{number}", $"after step {number}");
        }
    }

    private void AddStep(int number, int index)
    {
        var variable = variables[index];
        var step = new DescentStep(number, variable.Name);
        worksheet.Add(step.Gradient, At(variable.Derivative, _ => step.Before), $"derivative by {variable.Name} in step {number}");
        method.AddStep(step);

        if (number > 1)
            _stale.At(step.Where, (step.Gradient, $"{step.Before}.gradient.{variable.Name}"));
        var moved = variables.Take(index).Select(other => other.Name).ToHashSet(StringComparer.Ordinal);
        if (FormulaNames.In(variable.Derivative).Any(moved.Contains))
            _mixed.At(step.Where, (step.Gradient, At(variable.Derivative, name => moved.Contains(name) ? step.At : step.Before)));
    }

    private void AddFunction(string at, string when)
    {
        if (function is not null)
            worksheet.Add($"{at}.function", At(function, _ => at), $"value of the function {when}");
    }

    /// <summary>A formula over the variables, each at its value there.</summary>
    private Expression At(Expression formula, Func<string, string> at) =>
        FormulaNames.Replace(formula, name => variables.Any(variable => variable.Name == name) ? new Symbol($"{at(name)}.{name}") : null);
}
