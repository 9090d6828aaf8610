using System.Collections.Concurrent;
using Grader.Cli;
using Grader.Reference.Training;

namespace Grader.Training.Runs;

/// <summary>Shares runs among worker processes, and keeps each as soon as it is done.</summary>
/// <param name="checkpoints">The folder for runs that are on their way.</param>
internal sealed class RunScheduler(TrainingRecipe recipe, WorkerTask task, RunStore store, string device, string checkpoints)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>Of the workers that said what they train on.</summary>
    public ReadyMessage? Ready { get; private set; }

    /// <exception cref="GraderException">A worker could not go on; what was finished is kept.</exception>
    /// <exception cref="OperationCanceledException">The user asked to stop; what was finished is kept.</exception>
    public void Do(IReadOnlyCollection<PlannedRun> runs, int workers, CancellationToken stopping)
    {
        var queue = new ConcurrentQueue<PlannedRun>(runs);
        var count = Math.Min(workers, runs.Count);
        var progress = new Progress(runs.Count, count);
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() => Serve(queue, progress, stopping))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        stopping.ThrowIfCancellationRequested();
        if (_errors.TryPeek(out var error))
            throw new GraderException(ExitCode.Partial, $"{error}\n{(store.Rows.Count > 0 ? "What was finished is kept; go on with --resume." : "Nothing was trained.")}");
    }

    private void Serve(ConcurrentQueue<PlannedRun> queue, Progress progress, CancellationToken stopping)
    {
        using var worker = new WorkerProcess(task);
        using var stop = stopping.Register(worker.Stop);
        try
        {
            var ready = worker.Hear();
            if (!Accept(ready))
                return;
            while (_errors.IsEmpty && !stopping.IsCancellationRequested && queue.TryDequeue(out var run))
            {
                var checkpoint = Path.Combine(checkpoints, $"{RecipeText.HashOfRun(recipe, run.Variant, run.Variation)}-{ready.Ready!.DataHash}-{run.Seed}.bin");
                worker.Tell(new WorkerJob(run, checkpoint));
                Follow(worker, run, ready.Ready, progress);
                if (File.Exists(checkpoint))
                    File.Delete(checkpoint);
            }
        }
        catch (Exception error) when (error is GraderException or IOException or UnauthorizedAccessException)
        {
            _errors.Enqueue(error.Message);
        }
    }

    private bool Accept(WorkerMessage message)
    {
        lock (_lock)
        {
            if (message.Ready is not { } ready)
            {
                _errors.Enqueue(message.Error ?? "a worker said something else than that it is ready");
                return false;
            }

            if (store.Rows.FirstOrDefault(row => row.Data != ready.DataHash) is { } other)
            {
                _errors.Enqueue($"{store.RunsPath}: the runs there are of other data ({other.Data}, and these are {ready.DataHash}). Get the data they were trained on, or write --restart to begin anew.");
                return false;
            }

            Ready = ready;
            return true;
        }
    }

    private void Follow(WorkerProcess worker, PlannedRun run, ReadyMessage ready, Progress progress)
    {
        var epochs = recipe.SettingsOf(run.Variant, run.Variation).Epochs;
        while (true)
        {
            var message = worker.Hear();
            if (message.Epoch is { } epoch)
            {
                progress.Epoch(run, epochs, epoch);
                continue;
            }

            if (message.Done is not { } done)
                throw new GraderException(ExitCode.Partial, $"{run}: {message.Error}");
            lock (_lock)
                store.Add(run, done, device, ready.Library, ready.DataHash);
            progress.Done(run, done);
            return;
        }
    }
}
