using System.Diagnostics;
using System.Globalization;
using Grader.Classroom.Decisions;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Rosters;
using Grader.Mathematics;

namespace Grader.Classroom.Runs;

/// <summary>Grades a class into a folder: each result is written as it is done, and a run that was stopped goes on where it was.</summary>
public static class ClassRun
{
    private const int MostNamed = 5;

    /// <param name="progress">Told now and then.</param>
    /// <exception cref="ClassroomException">The folder holds another run, or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">What was finished is in the folder.</exception>
    public static RunOutcome Run(RunRequest request, ITaskGrader grader, Action<RunProgress> progress, CancellationToken cancellation)
    {
        using var folder = RunFolder.Open(request.Output);
        if (request.IsRestart)
            folder.Clear();
        var (begun, watch) = (folder.ReadManifest(), Stopwatch.StartNew());
        if (begun is not null)
            Refuse(request, [.. request.Inputs.DifferencesFrom(begun.Inputs)]);
        if (begun is { IsComplete: true })
        {
            folder.DeleteJournal();
            RefuseChanged(request, RunResults.Heads(request.Output), grader);
            var tally = GradebookFile.Write(request.Output, request.Roster, request.IsWhole, Stream.Null);
            return new(tally, tally.Submissions, WasComplete: true);
        }
        var manifest = begun ?? new RunManifest(request.Inputs, request.Source, DateTimeOffset.UtcNow, null, new Dictionary<string, string>());
        if (begun is null)
            folder.DeleteJournal();
        folder.Begin(manifest, request.RosterBytes);

        using var journal = folder.OpenJournal();
        // What failed may have failed for want of a converter, or of time.
        var alone = new HashSet<string>(journal.Interrupted, StringComparer.Ordinal);
        foreach (var failed in journal.Heads().Where(result => result.Error is not null).ToList())
        {
            journal.Forget(failed.Name);
            if (failed.IsDangerous)
                alone.Add(failed.Name);
        }
        if (journal.Count > 0)
            RefuseChanged(request, journal.Heads(), grader);
        var tasks = request.Tasks.Items.Where(task => !journal.Has(task.Name)).ToList();
        var earlier = journal.Count;
        new Workers(request.Jobs, request.Limit).Run(
            tasks.Count,
            (number, clock) => Grade(tasks[number], clock),
            (number, line) => RunFolder.Guarded(request.Output, () => journal.Add(tasks[number].Name, line)),
            number => ResultLine.Write(tasks[number], TooLong(request.Limit)),
            done => progress(new(earlier + done, earlier, request.Tasks.Count, watch.Elapsed)),
            cancellation);
        return Finish(request, folder, journal, manifest, earlier, watch);

        byte[] Grade(ClassTask task, GradingClock clock)
        {
            // A process before this one ended with it; this one is not to.
            var isAlone = alone.Contains(task.Name);
            if (!isAlone)
                RunFolder.Guarded(request.Output, () => journal.Begin(task.Name));
            return grader.Grade(task, isAlone, clock);
        }
    }

    /// <summary>What stands for a submission that took too long.</summary>
    public static GradedTask TooLong(TimeSpan limit) => new("", null, new(ResultErrors.TooLong, string.Create(CultureInfo.InvariantCulture, $"Grading took longer than {limit.TotalSeconds:0.###} s and was given up. Look at it with grader check; --seconds gives more time.")));

    private static RunOutcome Finish(RunRequest request, RunFolder folder, Journal journal, RunManifest manifest, int earlier, Stopwatch watch)
    {
        var effort = new RunEffort(journal.Count - earlier, request.Jobs, Math.Round(watch.Elapsed.TotalSeconds, 3), Math.Round(Environment.CpuUsage.TotalTime.TotalSeconds, 3));
        var tally = folder.Complete(manifest, request.Roster, request.Rubrics, effort, journal.CopyTo);
        journal.Dispose();
        folder.DeleteJournal();
        return new(tally, earlier, WasComplete: false);
    }

    /// <summary>What is done is kept only where it would come out the same.</summary>
    private static void RefuseChanged(RunRequest request, IEnumerable<ResultSummary> results, ITaskGrader grader)
    {
        var tasks = request.Tasks.Items.ToDictionary(task => task.Name, StringComparer.Ordinal);
        var changed = InParallel(() => results.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(request.Jobs, 64))
            .Where(result => result.Error is null && (!tasks.TryGetValue(result.Name, out var task) || grader.InputOf(task) != result.Input))
            .Select(result => result.Name).ToList());
        Refuse(request, [.. changed.Take(MostNamed).Select(name => $"{name} has changed since it was graded"), .. changed.Count > MostNamed ? [$"so have {changed.Count - MostNamed} more"] : Array.Empty<string>()]);
    }

    /// <summary>What one of several threads has to say, as if it were this one.</summary>
    private static T InParallel<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (AggregateException error) when (error.Flatten().InnerExceptions.OfType<ClassroomException>().FirstOrDefault() is { } told)
        {
            throw new ClassroomException(told.Fault, told.Message);
        }
        catch (AggregateException error) when (error.Flatten().InnerExceptions.Any(inner => inner is OutOfMemoryException))
        {
            throw new ClassroomException(ClassroomFault.Outside, "There is too little memory to see whether the submissions have changed. Give more with --memory, or fewer at once with -j.");
        }
    }

    private static void Refuse(RunRequest request, List<string> differences)
    {
        if (differences.Count > 0)
            throw new ClassroomException(ClassroomFault.Usage, $"{request.Output}: this folder holds a run of other inputs: {string.Join("; ", differences)}. Give another folder with -o, or --restart to grade all anew in this one.");
    }
}

/// <param name="Output">The run's folder.</param>
/// <param name="Tasks">In the order of their names; of a shard those that it has.</param>
/// <param name="Roster">Null for none.</param>
/// <param name="Jobs">How many are graded at once.</param>
/// <param name="Limit">Of the time of one.</param>
/// <param name="IsRestart">What stands in the folder is forgotten.</param>
public sealed record RunRequest(string Output, RunInputs Inputs, RunSource Source, Sequence<ClassTask> Tasks, Roster? Roster, ReadOnlyMemory<byte> RosterBytes, int Jobs, TimeSpan Limit, bool IsRestart)
{
    /// <summary>What the assignment's checks of prose ask for.</summary>
    public Rubrics Rubrics { get; init; } = Rubrics.None;

    internal bool IsWhole => Inputs.Shard is null;
}

/// <param name="Earlier">How many results were there before.</param>
/// <param name="WasComplete">There was nothing to do.</param>
public sealed record RunOutcome(RunTally Tally, int Earlier, bool WasComplete);

/// <param name="Done">Those too that were done before.</param>
/// <param name="Earlier">Those that were done before.</param>
public sealed record RunProgress(int Done, int Earlier, int Of, TimeSpan Elapsed);
