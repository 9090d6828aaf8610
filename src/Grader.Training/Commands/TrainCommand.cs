using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Grader.Cli;
using Grader.Reference;
using Grader.Reference.Training;
using Grader.Training.Networks;
using Grader.Training.Runs;

namespace Grader.Training.Commands;

/// <summary><c>grader-train ASSIGNMENT</c>: trains what is not trained yet, and writes runs, curves, bands and plots.</summary>
internal static class TrainCommand
{
    public static RootCommand Create(CancellationToken stopping)
    {
        var options = new TrainOptions();
        var root = new RootCommand("Trains the seeded reference runs of an assignment, and makes tolerance bands of them.")
        {
            options.Assignment, options.Question, options.Resume, options.Restart, options.Data, options.Cache, options.Download, options.AcceptData, options.Jobs, options.Together, options.Device, options.Output, options.Note,
        };
        root.Validators.Add(result =>
        {
            if (result.GetValue(options.Resume) && result.GetValue(options.Restart))
                result.AddError("--resume keeps the runs that are there and --restart does not: write one of them.");
        });
        root.SetAction(parsed => (int)Run(options, parsed, stopping));
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(VerifyCommand.Create(stopping));
        return root;
    }

    private static ExitCode Run(TrainOptions options, ParseResult parsed, CancellationToken stopping)
    {
        var (questions, folder) = TrainingCase.Open(parsed.GetRequiredValue(options.Assignment));
        if (parsed.GetValue(options.Question) is { } id)
            questions = questions.FirstOrDefault(question => question.Id == id) is { } one ? [one] : throw new GraderException(ExitCode.WrongUsage, $"-q {id}: that question trains nothing. There is {string.Join(", ", questions.Select(question => question.Id))}.");
        foreach (var question in questions)
            Train(question, folder, options, parsed, stopping);
        return ExitCode.Done;
    }

    private static void Train(Question question, string folder, TrainOptions options, ParseResult parsed, CancellationToken stopping)
    {
        var recipe = question.Training!.Recipe;
        var output = parsed.GetValue(options.Output) ?? Path.Combine(folder, recipe.Folder);
        using var held = OutputLock.Take(output);
        var store = parsed.GetValue(options.Restart) ? RunStore.New(output, recipe) : RunStore.Open(output, recipe);
        store.Replan();
        var planned = PlannedRun.All(recipe).ToList();
        if (!parsed.GetValue(options.Resume) && store.Rows.Count > 0)
        {
            if (planned.Exists(run => !store.Has(run)))
                throw new GraderException(ExitCode.WrongUsage, $"{store.RunsPath}: {planned.Count(store.Has)} of {planned.Count} runs are there. Write --resume to go on, or --restart to begin anew.");
            KeepReplaced(store, output, parsed.GetRequiredValue(options.Cache));
            store.Clear();
        }

        var device = parsed.GetRequiredValue(options.Device);
        const int Threads = 1;
        var described = TorchDevice.Describe(device, Threads);
        var task = new WorkerTask(parsed.GetRequiredValue(options.Assignment), question.Id, device, Threads, parsed.GetValue(options.Data), parsed.GetRequiredValue(options.Cache), parsed.GetValue(options.Download), parsed.GetValue(options.AcceptData));
        var checkpoints = Path.Combine(parsed.GetRequiredValue(options.Cache), "checkpoints");
        var todo = planned.Where(run => !store.Has(run)).ToList();
        store.TryPlace();
        if (!parsed.GetValue(options.Resume))
            DeleteCheckpoints(recipe, checkpoints);
        var scheduler = new RunScheduler(recipe, task, store, described, checkpoints);
        var together = TrainOptions.SeedsAtOnce(parsed.GetValue(options.Together), device);
        var note = parsed.GetRequiredValue(options.Note);
        if (together is null && todo.Count > 0)
        {
            var choice = scheduler.Measure(todo, stopping);
            Console.Error.WriteLine(choice.Said);
            (together, note) = (choice.Together, Sentences.Joined(note, choice.Said));
        }

        // Several processes on one device would only wait for each other.
        scheduler.Do(todo, device == "cpu" ? parsed.GetValue(options.Jobs) : 1, together ?? 1, stopping);
        Conclusion.Write(recipe, store, output, scheduler.Ready?.DataSource ?? question.Training.Bands?.Provenance.Data ?? recipe.Data.Name, note);
    }

    /// <summary>Nobody asked for the end of a complete set, which may have taken hours: it is kept until the next one is replaced.</summary>
    private static void KeepReplaced(RunStore store, string output, string cache)
    {
        var place = Path.Combine(cache, "replaced", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(output))))[..16]);
        store.CopyTo(place);
        Console.Error.WriteLine($"All runs are there and are trained anew; --resume would only make bands of them. Those of before are kept in {place}.");
    }

    /// <summary>Whoever begins anew does not want what was left half done.</summary>
    private static void DeleteCheckpoints(TrainingRecipe recipe, string folder)
    {
        if (!Directory.Exists(folder))
            return;
        var hashes = PlannedRun.All(recipe).Select(run => RecipeText.HashOfRun(recipe, run.Variant, run.Variation)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder).Where(file => hashes.Contains(Path.GetFileName(file).Split('-')[0])))
            File.Delete(file);
    }
}
