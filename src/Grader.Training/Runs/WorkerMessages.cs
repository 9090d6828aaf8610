using Grader.Reference.Training;
using Grader.Training.Networks;

namespace Grader.Training.Runs;

/// <summary>What a worker is told first.</summary>
internal sealed record WorkerTask(string Assignment, string Question, string Device, int Threads, string? Data, string Cache, bool MayDownload, bool AcceptsOther);

/// <summary>Runs that a worker is to do, at once where there are several: they differ in their seed alone.</summary>
/// <param name="MeasuresOnly">Say how many of them to train at once, and train none.</param>
internal sealed record WorkerJob(IReadOnlyList<PlannedRun> Runs, string? Checkpoint, bool MeasuresOnly = false);

/// <summary>A line that a worker says: exactly one of these.</summary>
internal sealed record WorkerMessage
{
    /// <summary>It is ready: hash and source of its data, and its libraries.</summary>
    public ReadyMessage? Ready { get; init; }

    public TogetherChoice? Measured { get; init; }

    public EpochMessage? Epoch { get; init; }

    /// <summary>In the order of the job's runs.</summary>
    public IReadOnlyList<DoneMessage>? Done { get; init; }

    /// <summary>Why it cannot go on.</summary>
    public string? Error { get; init; }
}

internal sealed record ReadyMessage(string DataHash, string DataSource, string Library);

/// <param name="Run">Its place in the job.</param>
internal sealed record EpochMessage(int Run, EpochFigures Figures);

/// <param name="Seconds">Of all epochs; evaluation of the training set at the end is not counted.</param>
internal sealed record DoneMessage(IReadOnlyList<EpochFigures> Curve, Figures FinalTraining, Figures BestTraining, int BestEpoch, bool Diverged, double Seconds);
