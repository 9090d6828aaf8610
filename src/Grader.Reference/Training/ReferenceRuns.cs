namespace Grader.Reference.Training;

/// <summary>A question's recipe and what was made by it.</summary>
/// <param name="Bands">Null where nothing was trained yet.</param>
public sealed record ReferenceRuns(TrainingRecipe Recipe, TrainedBands? Bands)
{
    /// <summary>The recipe has changed since the bands were made.</summary>
    public bool AreStale => Bands is not null && Bands.Recipe != RecipeText.HashOfBands(Recipe);
}
