using System.Diagnostics;
using System.Globalization;
using Grader.Reference.Training;
using Grader.Training.Networks;

namespace Grader.Training.Runs;

/// <summary>Lines of progress on standard error: of epochs now and then, of each run that is done.</summary>
/// <param name="runs">To do, with their epochs.</param>
internal sealed class Progress(IReadOnlyCollection<(PlannedRun Run, int Epochs)> runs)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TimeLeft _left = new(runs);
    private readonly Dictionary<PlannedRun, int> _epochs = runs.ToDictionary(run => run.Run, run => run.Epochs);
    private readonly Dictionary<PlannedRun, TimeSpan> _told = [];
    private int _done;

    public void Epoch(PlannedRun run, EpochFigures figures)
    {
        lock (_lock)
        {
            _left.Epoch(run, figures.Epoch, figures.Seconds, _clock.Elapsed);
            if (_clock.Elapsed - _told.GetValueOrDefault(run, _clock.Elapsed - (figures.Seconds >= 1 ? Between : TimeSpan.Zero)) < Between)
            {
                _told.TryAdd(run, _clock.Elapsed);
                return;
            }

            _told[run] = _clock.Elapsed;
            Say($"{run}: epoch {figures.Epoch}/{_epochs[run]}, {figures.Seconds:0.0} s an epoch, loss {figures.Training.Loss:0.0000}, training {figures.Training.Accuracy:0.00} %, test {figures.Test.Accuracy:0.00} %{Left()}");
        }
    }

    public void Done(PlannedRun run, DoneMessage done)
    {
        lock (_lock)
        {
            _done++;
            _left.Done(run);
            var outcome = done.Diverged
                ? $"diverged in epoch {done.Curve.Count}: its loss is no number"
                : $"training {done.FinalTraining.Accuracy:0.00} %, test {done.Curve[^1].Test.Accuracy:0.00} %, {done.Seconds:0.0} s";
            Say($"{run}: {outcome}. {_done} of {runs.Count} runs{Left()}");
        }
    }

    private string Left() => _left.At(_clock.Elapsed) is not { } left ? ""
        : $"; about {(left.TotalMinutes < 2 ? $"{left.TotalSeconds:0} s" : left.TotalHours < 2 ? $"{left.TotalMinutes:0} min" : $"{left.TotalHours:0.0} h")} left";

    private static void Say(FormattableString line) => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
