using System.CommandLine;
using Grader.Cli;
using Grader.Reference.Training;
using Grader.Training.Runs;

namespace Grader.Training.Commands;

/// <summary><c>grader-train import RUNS ASSIGNMENT</c>: bands from runs of any other program.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var runs = new Argument<string>("RUNS") { Description = "A CSV file with the columns variant, seed and figures in percent (training-accuracy, test-accuracy) or losses; also definition, role and variation." };
        var options = new TrainOptions();
        var by = new Option<string>("--by") { Description = "What computed them, for the report: scikit-learn 1.7.", HelpName = "TEXT", DefaultValueFactory = _ => "imported" };
        var command = new Command("import", "Make bands of runs of another program, trained by the recipe as you vouch.") { runs, options.Assignment, options.Question, options.Output, by };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(options.Assignment), parsed.GetValue(options.Question), parsed.GetValue(options.Output), parsed.GetRequiredValue(by)));
        return command;
    }

    private static ExitCode Run(string file, string assignment, string? id, string? output, string by)
    {
        var (questions, folder) = TrainingCase.Open(assignment);
        var question = (id is null ? (questions.Count == 1 ? questions[0] : null) : questions.FirstOrDefault(question => question.Id == id))
            ?? throw new GraderException(ExitCode.WrongUsage, $"Say which question the runs are of: -q {string.Join(" or -q ", questions.Select(question => question.Id))}.");
        if (!File.Exists(file))
            throw new GraderException(ExitCode.WrongUsage, $"{file}: there is no such file.");
        var recipe = question.Training!.Recipe;
        var reading = RunTable.Read(file, File.ReadAllBytes(file));
        if (reading.Problems.Count > 0)
            throw new GraderException(ExitCode.WrongCase, string.Join('\n', reading.Problems.Items));
        output ??= Path.Combine(folder, recipe.Folder);
        using var held = OutputLock.Take(output);
        var store = RunStore.New(output, recipe);
        store.Take(reading.Rows.Items.Select(row => Imported(row, recipe, by, file)));
        Conclusion.Write(recipe, store, output, $"{recipe.Data.Name}, as {by} had it", "");
        return ExitCode.Done;
    }

    /// <summary>A row without a recipe is one of the present: whoever imports it vouches for that. One with another recipe's hash is not.</summary>
    private static RunRow Imported(RunRow row, TrainingRecipe recipe, string by, string file)
    {
        if (recipe.Variants.Items.All(variant => variant.Id != row.Run.Variant))
            throw new GraderException(ExitCode.WrongCase, $"{file}: the recipe has no variant \"{row.Run.Variant}\". It has {string.Join(", ", recipe.Variants.Items.Select(variant => variant.Id))}.");
        if (row.Run.Variation.Length > 0 && recipe.Variations.Items.All(variation => variation.Id != row.Run.Variation))
            throw new GraderException(ExitCode.WrongCase, $"{file}: the recipe has no variation \"{row.Run.Variation}\".");
        var hash = RecipeText.HashOfRun(recipe, row.Run.Variant, row.Run.Variation);
        if (row.Recipe.Length > 0 && row.Recipe != hash)
            throw new GraderException(ExitCode.WrongCase, $"{file}: {row.Run} was trained by another recipe ({row.Recipe}, and this one is {hash}).");
        return row with { Recipe = hash, Library = row.Library.Length > 0 ? row.Library : by.Replace(',', ';'), Device = row.Device.Length > 0 ? row.Device : "unknown", Data = row.Data.Length > 0 ? row.Data : "unknown" };
    }
}
