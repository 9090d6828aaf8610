using System.Collections.Concurrent;
using Grader.Cli;
using Grader.Reference.Training;
using Grader.Training.Networks;

namespace Grader.Training.Runs;

/// <summary>Shares runs among worker processes, and keeps each as soon as it is done.</summary>
/// <param name="checkpoints">The folder for runs that are on their way.</param>
internal sealed class RunScheduler(TrainingRecipe recipe, WorkerTask task, RunStore store, string device, string checkpoints)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>Of the workers that said what they train on.</summary>
    public ReadyMessage? Ready { get; private set; }

    /// <param name="workers">Processes at once.</param>
    /// <param name="together">Seeds that a process trains at once.</param>
    /// <exception cref="GraderException">A worker could not go on; what was finished is kept.</exception>
    /// <exception cref="OperationCanceledException">The user asked to stop; what was finished is kept.</exception>
    public void Do(IReadOnlyCollection<PlannedRun> runs, int workers, int together, CancellationToken stopping)
    {
        var groups = RunGroups.Of(runs, together);
        var queue = new ConcurrentQueue<IReadOnlyList<PlannedRun>>(groups);
        var count = Math.Min(workers, groups.Count);
        var progress = new Progress([.. runs.Select(run => (run, recipe.SettingsOf(run.Variant, run.Variation).Epochs))]);
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() => Serve(queue, progress, stopping))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Finish(stopping);
    }

    /// <summary>Asks a worker how many of the runs to train at once on the device.</summary>
    /// <inheritdoc cref="Do"/>
    public TogetherChoice Measure(IReadOnlyCollection<PlannedRun> runs, CancellationToken stopping)
    {
        TogetherChoice? choice = null;
        Work((worker, _) =>
        {
            worker.Tell(new WorkerJob(RunGroups.Of(runs, RunGroups.Largest).MaxBy(group => group.Count)!, null, MeasuresOnly: true));
            var message = worker.Hear();
            choice = message.Measured ?? throw new GraderException(ExitCode.Partial, message.Error ?? "a worker said something else than what it measured");
        }, stopping);
        Finish(stopping);
        return choice!;
    }

    private void Finish(CancellationToken stopping)
    {
        stopping.ThrowIfCancellationRequested();
        if (_errors.TryPeek(out var error))
            throw new GraderException(ExitCode.Partial, $"{error}\n{(store.Rows.Count > 0 ? "What was finished is kept; go on with --resume." : "Nothing was trained.")}");
    }

    private void Serve(ConcurrentQueue<IReadOnlyList<PlannedRun>> queue, Progress progress, CancellationToken stopping) => Work((worker, ready) =>
    {
        while (_errors.IsEmpty && !stopping.IsCancellationRequested && queue.TryDequeue(out var runs))
        {
            var checkpoint = Path.Combine(checkpoints, $"{RecipeText.HashOfRun(recipe, runs[0].Variant, runs[0].Variation)}-{ready.DataHash}-{string.Join('_', runs.Select(run => run.Seed))}.bin");
            worker.Tell(new WorkerJob(runs, checkpoint));
            Follow(worker, runs, ready, progress);
            if (File.Exists(checkpoint))
                File.Delete(checkpoint);
        }
    }, stopping);

    private void Work(Action<WorkerProcess, ReadyMessage> work, CancellationToken stopping)
    {
        try
        {
            using var worker = new WorkerProcess(task);
            using var stop = stopping.Register(worker.Stop);
            var ready = worker.Hear();
            if (Accept(ready))
                work(worker, ready.Ready!);
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

    private void Follow(WorkerProcess worker, IReadOnlyList<PlannedRun> runs, ReadyMessage ready, Progress progress)
    {
        while (true)
        {
            var message = worker.Hear();
            if (message.Epoch is var (index, figures))
            {
                progress.Epoch(runs[index], figures);
                continue;
            }

            if (message.Done is not { } done)
                throw new GraderException(ExitCode.Partial, $"{runs[0]}{(runs.Count > 1 ? $" and {runs.Count - 1} more at once" : "")}: {message.Error}");
            lock (_lock)
                store.Add(runs.Zip(done), runs.Count == 1 ? device : $"{device}; {runs.Count} seeds at once", ready.Library, ready.DataHash);
            foreach (var (run, result) in runs.Zip(done))
                progress.Done(run, result);
            return;
        }
    }
}
