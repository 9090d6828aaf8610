namespace Grader.Reference.Training;

public enum RunRole
{
    /// <summary>One of those that the band is made from.</summary>
    Band,

    /// <summary>One of those that the band is tried on.</summary>
    HeldOut,

    /// <summary>One under what honest students may vary.</summary>
    Variation,
}

/// <summary>One run of a recipe.</summary>
/// <param name="Variation">Empty for the recipe as it stands.</param>
public sealed record PlannedRun(string Variant, string Variation, RunRole Role, int Seed)
{
    public override string ToString() => Variation.Length == 0 ? $"{Variant} seed {Seed}" : $"{Variant} {Variation} seed {Seed}";

    /// <summary>All runs of a recipe: first those that make bands, seed by seed over all variants, then those that try them, then the variations. Whoever stops early has what counts most.</summary>
    public static IEnumerable<PlannedRun> All(TrainingRecipe recipe)
    {
        var seeds = recipe.Seeds;
        for (var seed = 1; seed <= seeds.Runs + seeds.HeldOut; seed++)
        {
            foreach (var variant in recipe.Variants)
                yield return new(variant.Id, "", seed <= seeds.Runs ? RunRole.Band : RunRole.HeldOut, seed);
        }

        for (var seed = 1; seed <= seeds.Variation; seed++)
        {
            foreach (var variation in recipe.Variations)
            {
                foreach (var variant in recipe.Variants)
                    yield return new(variant.Id, variation.Id, RunRole.Variation, seed);
            }
        }
    }
}
