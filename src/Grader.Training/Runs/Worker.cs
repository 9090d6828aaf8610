using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Grader.Cli;
using Grader.Reference.Training;
using Grader.Training.DataSets;
using Grader.Training.Native;
using Grader.Training.Networks;

namespace Grader.Training.Runs;

/// <summary>A process that does runs, one after the other, as its standard input says. Each has its own libtorch with one thread, which its environment says before anything of it is loaded.</summary>
internal static class Worker
{
    public const string Argument = "worker";

    /// <summary>A loss that diverged is no number.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static ExitCode Run()
    {
        var lines = Lines();
        try
        {
            if (TorchLibrary.Trouble() is { } trouble)
                throw new DeviceException(trouble);
            Work(JsonSerializer.Deserialize<WorkerTask>(lines.Take(), Json)!, lines);
            return ExitCode.Done;
        }
        catch (Exception error) when (error is DataException or DeviceException or GraderException or IOException or UnauthorizedAccessException)
        {
            Say(new() { Error = error.Message });
            return ExitCode.Partial;
        }
        catch (ExternalException error)
        {
            Say(new() { Error = NativeError.Told(error.Message) });
            return ExitCode.Partial;
        }
        // Whatever it is, the parent tells it with the run that it came up in.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            Say(new() { Error = $"internal error: {error.GetType().Name}: {error.Message}" });
            return ExitCode.InternalError;
        }
    }

    /// <summary>A parent that ends closes the pipe, and the worker ends with it, also in the middle of a run.</summary>
    private static BlockingCollection<string> Lines()
    {
        var lines = new BlockingCollection<string>();
        var reader = new Thread(() =>
        {
            while (Console.In.ReadLine() is { } line)
                lines.Add(line);
            // An orderly exit would wait for libtorch, in the middle of a batch.
            Process.GetCurrentProcess().Kill();
        }) { IsBackground = true };
        reader.Start();
        return lines;
    }

    private static void Work(WorkerTask task, BlockingCollection<string> lines)
    {
        var device = TorchDevice.Open(task.Device, task.Threads);
        var (question, folder) = TrainingCase.Question(task.Assignment, task.Question);
        var recipe = question.Training!.Recipe;
        var data = DataLoader.Load(recipe.Data, new(task.Data, task.Cache, task.MayDownload, task.AcceptsOther), folder);
        using var training = new DeviceData(data.Training, recipe.Data, device);
        using var test = new DeviceData(data.Test, recipe.Data, device);
        Say(new() { Ready = new(data.Hash, data.Source, TorchDevice.Library) });
        // The device has its own copy now; several workers together would feel the other one.
        data = null;
        GC.Collect();
        while (JsonSerializer.Deserialize<WorkerJob>(lines.Take(), Json) is { } job)
        {
            if (job.MeasuresOnly)
                Say(new() { Measured = TogetherMeasurement.Of(recipe, job.Runs[0], job.Runs.Count, training, test, device) });
            else
                Say(new() { Done = [.. Train(recipe, job, training, test, device).Select(result => new DoneMessage(result.Curve, result.FinalTraining, result.BestTraining, result.BestEpoch, result.Diverged, result.Seconds))] });
        }
    }

    private static IReadOnlyList<RunResult> Train(TrainingRecipe recipe, WorkerJob job, DeviceData training, DeviceData test, TorchSharp.torch.Device device)
    {
        if (job.Runs is [var one])
        {
            using var run = new TrainingRun(new(recipe, one, job.Checkpoint), training, test, device);
            return [run.Run(epoch => Say(new() { Epoch = new(0, epoch) }), CancellationToken.None)];
        }

        using var group = new TrainingGroup(new(recipe, job.Runs, job.Checkpoint), training, test, device);
        return group.Run((index, epoch) => Say(new() { Epoch = new(index, epoch) }), CancellationToken.None);
    }

    private static void Say(WorkerMessage message) => Console.Out.WriteLine(JsonSerializer.Serialize(message, Json));
}
