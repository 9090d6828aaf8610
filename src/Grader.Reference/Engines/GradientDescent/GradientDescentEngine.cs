using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.GradientDescent;

/// <summary>
/// Steps of gradient descent by hand: plain; with momentum, v = m v + g and x = x − rate v, or in another of the forms that books give it; or Adam with its bias correction,
/// as in the paper that introduced it (Kingma and Ba, 2015). The partial derivatives are the author's formulas.
/// </summary>
internal sealed class GradientDescentEngine : IEngine
{
    private const int MostSteps = 50;

    private static readonly CaseShape Variable = new("descentVariable", "A variable of the function.", [
        new("name", true, Text, "Its name in the formulas: x."),
        new("start", true, InputNumber, "Its value at the start."),
        new("derivative", true, Text, "The partial derivative of the function by it, a formula over the variables: 2*x."),
    ]);

    private static readonly CaseShape Shape = new("gradient-descent", "Steps of gradient descent by hand.", [
        new("name", true, """{ "const": "gradient-descent" }""", "The engine."),
        new("function", false, Text, "The function to descend, a formula over the variables, where its values are asked for."),
        new("variables", true, ListOf(Variable), "The variables."),
        new("rate", true, InputNumber, "Learning rate."),
        new("steps", false, InputCount, "How many steps; 1 unless said."),
        new("method", false, OneOf("plain", "momentum", "adam"), "plain unless said."),
        new("momentum", false, InputNumber, "Of momentum: the share of the velocity that stays; 0.9 unless said."),
        new("velocity", false, OneOf("sum", "average", "step"), "Of momentum, with m and the gradient g: sum is v = m v + g and x − rate v, average is v = m v + (1 − m) g and x − rate v, step is v = m v − rate g and x + v; sum unless said."),
        new("beta1", false, InputNumber, "Of Adam; 0.9 unless said."),
        new("beta2", false, InputNumber, "Of Adam; 0.999 unless said."),
        new("epsilon", false, InputNumber, "Of Adam; 1e-8 unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [Variable];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        var before = inputs.Problems.Count;
        var variables = new List<DescentVariable>();
        foreach (var reader in inputs.Objects("variables", Variable))
        {
            var name = reader.TextNode("name");
            if (name is not null && (!CaseFormula.IsName(name.Text) || variables.Exists(known => known.Name == name.Text)))
                inputs.Problems.Add(name.Place, $"\"{name.Text}\" cannot name a variable.", "Use letters and digits, each name once.");
            if (reader.TextNode("derivative") is { } text && CaseFormula.Read(text, inputs.Problems) is { } derivative)
                variables.Add(new(name?.Text ?? "", reader.Rational("start"), derivative, text));
        }

        var function = inputs.TextNode("function");
        var value = function is null ? null : CaseFormula.Read(function, inputs.Problems);
        var names = variables.Select(variable => variable.Name).ToList();
        foreach (var (text, formula) in variables.Select(variable => (variable.Text, variable.Derivative)).Append((function!, value!)).Where(pair => pair.Item2 is not null))
        {
            foreach (var unknown in FormulaNames.In(formula).Where(name => !names.Contains(name) && !CaseFormula.IsConstant(name)))
                inputs.Problems.Add(text.Place, $"\"{unknown}\" is no variable.", Suggestion.For(unknown, names));
        }

        var steps = inputs.Integer("steps", 1, 1, MostSteps);
        if (inputs.Problems.Count == before && variables.Count > 0)
            new DescentSteps(worksheet, [.. variables], value, ReadMethod(inputs, worksheet)).Add(steps);
    }

    private static IDescentMethod ReadMethod(ObjectReader inputs, WorksheetBuilder worksheet)
    {
        var method = inputs.OneOf("method", "plain", "momentum", "adam");
        var velocity = inputs.OneOf("velocity", "sum", "average", "step");
        worksheet.Add("rate", inputs.Rational("rate"), "learning rate");
        if (method == "momentum")
        {
            worksheet.Add("momentum", inputs.Rational("momentum", Mathematics.Rational.Of(9, 10)), "momentum");
            return new MomentumDescent(worksheet, velocity);
        }

        if (method == "plain")
            return new PlainDescent(worksheet);
        worksheet.Add("beta1", inputs.Rational("beta1", Mathematics.Rational.Of(9, 10)), "decay of the first moment");
        worksheet.Add("beta2", inputs.Rational("beta2", Mathematics.Rational.Of(999, 1000)), "decay of the second moment");
        worksheet.Add("epsilon", inputs.Rational("epsilon", Mathematics.Rational.PowerOfTen(-8)), "epsilon");
        return new AdamDescent(worksheet);
    }
}

internal sealed record DescentVariable(string Name, Rational Start, Expression Derivative, CaseText Text);
