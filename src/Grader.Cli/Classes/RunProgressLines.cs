using System.Diagnostics;
using System.Globalization;
using Grader.Classroom.Runs;

namespace Grader.Cli.Classes;

/// <summary>How far a run is, on standard error: one line that is written over in a terminal, elsewhere a line now and then.</summary>
internal sealed class RunProgressLines
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = Between;
    private bool _isOpen;

    public void Show(RunProgress progress)
    {
        if (_isTerminal)
        {
            Console.Error.Write($"\r{Text(progress)}\u001b[K");
            _isOpen = true;
        }
        else if (_watch.Elapsed >= _next)
        {
            _next = _watch.Elapsed + Between;
            Console.Error.WriteLine(Text(progress));
        }
    }

    /// <summary>Leaves the line for what is written next.</summary>
    public void End()
    {
        if (_isOpen)
            Console.Error.WriteLine();
        _isOpen = false;
    }

    /// <summary><c>1200 of 10000 (12 %), 980 a second, 9 s left</c>.</summary>
    internal static string Text(RunProgress progress)
    {
        var fresh = progress.Done - progress.Earlier;
        var rate = progress.Elapsed > TimeSpan.Zero ? fresh / progress.Elapsed.TotalSeconds : 0;
        var left = progress.Of - progress.Done;
        var pace = fresh == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {rate:0.#} a second{(left == 0 ? "" : $", {Time(TimeSpan.FromSeconds(left / rate))} left")}");
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Done} of {progress.Of} ({(progress.Of == 0 ? 100 : 100L * progress.Done / progress.Of)} %){pace}");
    }

    private static string Time(TimeSpan time) =>
        time.TotalSeconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s")
        : time.TotalHours < 1 ? time.ToString("m\\:ss", CultureInfo.InvariantCulture) + " min"
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):0}:{time.Minutes:00} h");
}
