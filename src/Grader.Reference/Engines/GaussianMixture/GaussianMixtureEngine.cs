using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.GaussianMixture;

/// <summary>
/// Steps of expectation maximisation for a mixture of Gaussians of one variable. Densities, responsibilities and the log-likelihood (natural) of a step are those of the
/// parameters before it; <c>step1.means</c> are those after. Variances are about the new means.
/// </summary>
internal sealed class GaussianMixtureEngine : IEngine
{
    private const int MostSteps = 20;
    private const int MostDensities = 1000;

    private static readonly CaseShape Shape = new("gaussian-em", "Steps of expectation maximisation for a mixture of Gaussians of one variable.", [
        new("name", true, """{ "const": "gaussian-em" }""", "The engine."),
        new("data", true, CaseValues.Table, "The points, a number each."),
        new("means", true, CaseValues.Table, "Means at the start, one a component."),
        new("variances", true, CaseValues.Table, "Variances at the start, one a component."),
        new("weights", false, CaseValues.Table, "Weights of the components at the start; equal unless said."),
        new("steps", false, InputCount, "How many steps; 1 unless said."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (Vector(inputs, tables, "data") is not { } data || Vector(inputs, tables, "means") is not { } means || Vector(inputs, tables, "variances") is not { } variances)
            return;
        var equal = TableReader.Literal(Rational.Of(1, means.Length));
        if ((inputs.Node("weights") is null ? [.. means.Select(_ => equal)] : Vector(inputs, tables, "weights")) is not { } weights)
            return;
        var before = inputs.Problems.Count;
        var steps = inputs.Integer("steps", 1, 1);
        if (steps > MostSteps || (long)steps * data.Length * means.Length > MostDensities)
            inputs.Problems.Add(inputs.PlaceOf("steps"), $"{steps} steps need {(long)steps * data.Length * means.Length} densities.", $"Ask for at most {MostSteps} steps and {MostDensities} densities.");
        foreach (var (key, vector) in new[] { ("variances", variances), ("weights", weights) })
        {
            if (vector.Length != means.Length)
                inputs.Problems.Add(inputs.PlaceOf(key), $"There are {vector.Length} {key}, and {means.Length} means.", "Write one a component.");
            if (!vector.All(entry => Evaluator.Evaluate(entry).Value is Exact { Number.Sign: > 0 }))
                inputs.Problems.Add(inputs.PlaceOf(key), $"One of the {key} is not above 0.", "Write numbers above 0.");
        }

        if (inputs.Problems.Count > before)
            return;
        worksheet.Add("data", TableReader.Column(data), "points");
        worksheet.Add("start.weights", TableReader.Column(weights), "weights at the start");
        worksheet.Add("start.means", TableReader.Column(means), "means at the start");
        worksheet.Add("start.variances", TableReader.Column(variances), "variances at the start");
        var formulas = new GaussianSteps(worksheet, data.Length, means.Length);
        for (var step = 1; step <= steps; step++)
            formulas.Add(step);
    }

    private static ImmutableArray<Expression>? Vector(ObjectReader inputs, TableReader tables, string key) => inputs.Node(key) is { } node ? tables.ReadVector(node) : null;
}
