using Grader.Mathematics;
using Grader.Reference.Training;

namespace Grader.Reference.Cases;

/// <summary>Reads a question's training recipe, and the bands that stand in its folder.</summary>
internal static class ReferenceRunsReader
{
    /// <param name="notes">Where notes of lint go; null where none are asked for.</param>
    public static ReferenceRuns? Read(ObjectReader question, CaseFolder folder, ProblemList? notes)
    {
        if (TrainingReader.Read(question) is not { } recipe)
            return null;
        var path = $"{recipe.Folder}/{TrainedBands.FileName}";
        var runs = new ReferenceRuns(recipe, folder.Read(path) is { } bytes ? BandsReader.Read(path, bytes.Span, folder.Problems) : null);
        if (notes is not null)
            Note(runs, question.PlaceOf("training"), path, notes, folder);
        return runs;
    }

    /// <summary>How many planned runs stand in the file of runs, trained by the present recipe. What is wrong in the file is noted.</summary>
    private static (int Done, int Planned) Progress(TrainingRecipe recipe, CaseFolder folder, ProblemList notes)
    {
        var planned = PlannedRun.All(recipe).ToList();
        var path = $"{recipe.Folder}/{RunTable.FileName}";
        if (folder.Read(path) is not { } bytes)
            return (0, planned.Count);
        var reading = RunTable.Read(path, bytes.Span);
        foreach (var problem in reading.Problems)
            notes.Add(problem);
        var known = reading.Rows.Items.Select(row => (row.Run.Variant, row.Run.Variation, row.Run.Seed, row.Recipe)).ToHashSet();
        return (planned.Count(run => known.Contains((run.Variant, run.Variation, run.Seed, RecipeText.HashOfRun(recipe, run.Variant, run.Variation)))), planned.Count);
    }

    private static void Note(ReferenceRuns runs, CasePlace place, string path, ProblemList notes, CaseFolder folder)
    {
        if (runs.Bands is not { } bands)
        {
            const string Until = "until then figures are judged by the bands written by hand, or by a person.";
            var (done, planned) = Progress(runs.Recipe, folder, notes);
            notes.Add(place, done == 0 ? "There are no reference runs yet." : $"{done} of {planned} reference runs are there, and no bands of them yet.", done == 0 ? $"Run `grader train`; {Until}" : $"Run `grader train --resume`; {Until}");
            return;
        }

        if (runs.AreStale)
            notes.Add(place, $"The recipe has changed since the bands of {path} were made: they are refused, and figures go to a person.", "Run `grader train` again.");
        foreach (var band in bands.Bands.Items.Where(band => band.Method == BandMethod.NormalInDoubt))
            notes.Add(place, $"The runs of {band.Variant} {band.Measure} do not look normal (p = {band.Normality}), and are too few for a band without that.", "Look at their plot; more seeds help.");
        foreach (var band in bands.Bands.Items.Where(band => band.Wider is { } wider && wider.Settings < wider.Planned))
            notes.Add(place, $"The wider band of {band.Variant} {band.Measure} is over {band.Wider!.Settings} of {band.Wider.Planned} ways of training.", "Run `grader train --resume`.");
    }
}
