namespace Grader.Training.Networks;

/// <param name="Loss">Mean over examples.</param>
/// <param name="Accuracy">In percent.</param>
public readonly record struct Figures(double Loss, double Accuracy)
{
    public bool AreFinite => double.IsFinite(Loss);
}

/// <param name="Epoch">From 1.</param>
/// <param name="Training">Averaged over the epoch's batches while the model changed.</param>
/// <param name="Test">At its end, in evaluation mode.</param>
public sealed record EpochFigures(int Epoch, Figures Training, Figures Test, double Seconds);
