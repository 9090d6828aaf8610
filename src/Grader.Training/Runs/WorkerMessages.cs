using Grader.Reference.Training;
using Grader.Training.Networks;

namespace Grader.Training.Runs;

/// <summary>What a worker is told first.</summary>
internal sealed record WorkerTask(string Assignment, string Question, string Device, int Threads, string? Data, string Cache, bool MayDownload, bool AcceptsOther);

/// <summary>A run that a worker is to do.</summary>
internal sealed record WorkerJob(PlannedRun Run, string? Checkpoint);

/// <summary>A line that a worker says: exactly one of these.</summary>
internal sealed record WorkerMessage
{
    /// <summary>It is ready: hash and source of its data, and its libraries.</summary>
    public ReadyMessage? Ready { get; init; }

    public EpochFigures? Epoch { get; init; }

    public DoneMessage? Done { get; init; }

    /// <summary>Why it cannot go on.</summary>
    public string? Error { get; init; }
}

internal sealed record ReadyMessage(string DataHash, string DataSource, string Library);

/// <param name="Seconds">Of all epochs; evaluation of the training set at the end is not counted.</param>
internal sealed record DoneMessage(IReadOnlyList<EpochFigures> Curve, Figures FinalTraining, Figures BestTraining, int BestEpoch, bool Diverged, double Seconds);
