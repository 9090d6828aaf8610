using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Grader.Classroom.Shards;
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
            options.Assignment, options.Question, options.Resume, options.Restart, options.Shard, options.Data, options.Cache, options.Download, options.AcceptData, options.Jobs, options.Together, options.Device, options.Output, options.Note,
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
        {
            if (parsed.GetValue(options.Shard) is { } shard)
                TrainShard(TrainOptions.ShardOf(shard), question, folder, options, parsed, stopping);
            else
                Train(question, folder, options, parsed, stopping);
        }
        return ExitCode.Done;
    }

    /// <summary>Goes on by itself: an engine that starts a task again gives the same command.</summary>
    private static void TrainShard(Shard shard, Question question, string folder, TrainOptions options, ParseResult parsed, CancellationToken stopping)
    {
        var recipe = question.Training!.Recipe;
        var output = parsed.GetValue(options.Output) ?? Path.Combine(folder, recipe.Folder);
        var place = ShardedRuns.Folder(output, shard);
        using var held = OutputLock.Take(place);
        var store = parsed.GetValue(options.Restart) ? RunStore.New(place, recipe) : RunStore.Open(place, recipe);
        store.Replan();
        var whole = parsed.GetValue(options.Resume) ? RunStore.Open(output, recipe) : RunStore.New(output, recipe);
        whole.Replan();
        var own = ShardedRuns.Of(PlannedRun.All(recipe), shard).ToList();
        store.TryPlace();
        var (scheduler, _) = Do([.. own.Where(run => !store.Has(run) && !whole.Has(run))], question, recipe, store, options, parsed, stopping);
        if (scheduler.Ready is { } ready)
            store.Write(ShardedRuns.SourceName, ready.DataSource);
        StandardOutput.Write($"{place}: {own.Count} runs of shard {shard}{(scheduler.Ready is null ? ", all there already" : "")}. When all shards are done, --resume puts them together.\n");
    }

    private static void Train(Question question, string folder, TrainOptions options, ParseResult parsed, CancellationToken stopping)
    {
        var recipe = question.Training!.Recipe;
        var output = parsed.GetValue(options.Output) ?? Path.Combine(folder, recipe.Folder);
        using var held = OutputLock.Take(output);
        var store = parsed.GetValue(options.Restart) ? RunStore.New(output, recipe) : RunStore.Open(output, recipe);
        store.Replan();
        var planned = PlannedRun.All(recipe).ToList();
        var shards = (IReadOnlyList<OutputLock>)[];
        if (parsed.GetValue(options.Resume))
            shards = TakeShards(store, planned, output, recipe, parsed.GetRequiredValue(options.Cache));
        else if (parsed.GetValue(options.Restart))
            ShardedRuns.Delete(output);
        else if (ShardedRuns.AreThere(output))
            throw new GraderException(ExitCode.WrongUsage, $"{output}: shards of the runs are there. Write --resume to put them together, or --restart to begin anew.");
        else if (store.Rows.Count > 0)
        {
            if (planned.Exists(run => !store.Has(run)))
                throw new GraderException(ExitCode.WrongUsage, $"{store.RunsPath}: {planned.Count(store.Has)} of {planned.Count} runs are there. Write --resume to go on, or --restart to begin anew.");
            KeepReplaced(store, output, parsed.GetRequiredValue(options.Cache), "All runs are there and are trained anew; --resume would only make bands of them.");
            store.Clear();
        }

        try
        {
            store.TryPlace();
            if (!parsed.GetValue(options.Resume))
                DeleteCheckpoints(recipe, Checkpoints(options, parsed));
            var (scheduler, note) = Do([.. planned.Where(run => !store.Has(run))], question, recipe, store, options, parsed, stopping);
            // As the files have it, rounded: bands and plots are the same whether the runs were trained now, before or by shards.
            var written = RunStore.Open(output, recipe);
            written.Replan();
            Conclusion.Write(recipe, written, output, scheduler.Ready?.DataSource ?? ShardedRuns.Source(output) ?? question.Training.Bands?.Provenance.Data ?? recipe.Data.Name, note);
        }
        finally
        {
            foreach (var shard in shards)
                shard.Dispose();
        }
        ShardedRuns.Delete(output);
    }

    /// <summary>Puts together what shards have trained.</summary>
    private static IReadOnlyList<OutputLock> TakeShards(RunStore store, List<PlannedRun> planned, string output, TrainingRecipe recipe, string cache)
    {
        if (!ShardedRuns.AreThere(output))
            return [];
        if (planned.TrueForAll(store.Has))
            KeepReplaced(store, output, cache, "All runs are there, and those of shards take their place.");
        var shards = ShardedRuns.Take(output, recipe, store);
        store.Replan();
        store.Write();
        Console.Error.WriteLine($"{output}: {shards.Count} of {ShardedRuns.Count(output)} shards put together; {planned.Count(store.Has)} of {planned.Count} runs are there.");
        return shards;
    }

    private static (RunScheduler Scheduler, string Note) Do(List<PlannedRun> todo, Question question, TrainingRecipe recipe, RunStore store, TrainOptions options, ParseResult parsed, CancellationToken stopping)
    {
        var device = parsed.GetRequiredValue(options.Device);
        const int Threads = 1;
        var described = TorchDevice.Describe(device, Threads);
        var task = new WorkerTask(parsed.GetRequiredValue(options.Assignment), question.Id, device, Threads, parsed.GetValue(options.Data), parsed.GetRequiredValue(options.Cache), parsed.GetValue(options.Download), parsed.GetValue(options.AcceptData));
        var scheduler = new RunScheduler(recipe, task, store, described, Checkpoints(options, parsed));
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
        return (scheduler, note);
    }

    private static string Checkpoints(TrainOptions options, ParseResult parsed) => Path.Combine(parsed.GetRequiredValue(options.Cache), "checkpoints");

    /// <summary>Nobody asked for the end of a complete set, which may have taken hours: it is kept until the next one is replaced.</summary>
    private static void KeepReplaced(RunStore store, string output, string cache, string said)
    {
        var place = Path.Combine(cache, "replaced", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(output))))[..16]);
        store.CopyTo(place);
        Console.Error.WriteLine($"{said} Those of before are kept in {place}.");
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
