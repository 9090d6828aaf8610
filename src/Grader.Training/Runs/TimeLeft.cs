using Grader.Reference.Training;

namespace Grader.Training.Runs;

/// <summary>How long what is still to do will take, by the epochs done so far: runs of a recipe differ in their number of epochs, and workers take their time to begin.</summary>
/// <param name="runs">To do, with their epochs.</param>
internal sealed class TimeLeft(IEnumerable<(PlannedRun Run, int Epochs)> runs)
{
    private readonly Dictionary<PlannedRun, (int Epochs, int Left)> _runs = runs.ToDictionary(run => run.Run, run => (run.Epochs, run.Epochs));
    private TimeSpan? _begun;
    private int _seen;

    /// <param name="epoch">1-based; more than one after the last told where the run goes on from a checkpoint.</param>
    /// <param name="seconds">That it took.</param>
    /// <param name="now">Since any moment before.</param>
    public void Epoch(PlannedRun run, int epoch, double seconds, TimeSpan now)
    {
        _begun ??= now - TimeSpan.FromSeconds(seconds);
        _seen++;
        _runs[run] = (_runs[run].Epochs, _runs[run].Epochs - epoch);
    }

    /// <summary>Also before its last epoch, where it diverged.</summary>
    public void Done(PlannedRun run) => _runs[run] = (_runs[run].Epochs, 0);

    /// <returns>Null before the first epoch, and where nothing is left.</returns>
    public TimeSpan? At(TimeSpan now)
    {
        var left = _runs.Values.Sum(run => run.Left);
        return _begun is { } begun && left > 0 ? (now - begun) / _seen * left : null;
    }
}
