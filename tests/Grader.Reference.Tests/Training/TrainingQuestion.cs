using Grader.Reference.Training;

namespace Grader.Reference.Tests.Training;

/// <summary>Questions that train something, in memory.</summary>
internal static class TrainingQuestion
{
    public const string Data = """{ "set": "digits" }""";

    public const string Network = """
        { "kind": "convolution", "kernels": 4, "kernel": 3 }, { "kind": "batch-normalization", "only": ["b"] }, { "kind": "relu" }, { "kind": "pooling", "kernel": 2 },
        { "kind": "dense", "units": 16 }, { "kind": "relu" }, { "kind": "dropout", "rate": 0.5, "only": ["b"] }, { "kind": "dense", "units": 10 }
        """;

    public const string Rest = """
        "optimizer": { "kind": "adam", "rate": 0.001 }, "batch": 64, "epochs": 3,
        "variants": [{ "id": "a" }, { "id": "b", "say": "normalised" }],
        "variations": [{ "id": "long", "epochs": 6 }],
        "seeds": { "runs": 8, "heldOut": 8, "variation": 2 },
        "measures": [{ "id": "test", "of": "test-accuracy" }]
        """;

    public static string Parts(string checks) => $$""" "parts": [ { "id": "1a", "checks": [ {{checks}} ] } ] """;

    public static string Check(string band) => $$"""{ "id": "1a.x", "kind": "band", "ask": "test accuracy", "points": 1, "percent": true, {{band}} }""";

    public static MemoryCase Case(string data = Data, string network = Network, string rest = Rest, string band = """ "trained": { "variant": "a", "measure": "test" }""", params ReadOnlySpan<(string Path, string Text)> files) =>
        MemoryCase.WithQuestion($$"""
            "training": {
              "data": {{data}},
              "network": [{{network}}],
              {{rest}}
            },
            {{Parts(Check(band))}}
            """, files);

    public static TrainingRecipe Recipe(string data = Data, string network = Network, string rest = Rest) => Read(Case(data, network, rest)).Questions[0].Training!.Recipe;

    public static Assignment Read(MemoryCase files)
    {
        var reading = CaseReader.Read(files);
        Assert.That(reading.Problems.Items.Select(problem => problem.ToString()), Is.Empty);
        return reading.Assignment!;
    }

    /// <summary>Runs of a recipe whose figures are given by the run and the definition.</summary>
    public static List<RunRow> Rows(TrainingRecipe recipe, Func<PlannedRun, MeasureDefinition, double> figure) => PlannedRun.All(recipe)
        .SelectMany(run => Enum.GetValues<MeasureDefinition>().Select(definition => new RunRow(run, definition, figure(run, definition), figure(run, definition), 1, 1, 3, 1, "cpu", "library", RecipeText.HashOfRun(recipe, run.Variant, run.Variation), "data")))
        .ToList();

    public static Provenance Provenance { get; } = new("digits", "cpu", "library", "2026-11-24", "");
}
