using System.Diagnostics;
using Grader.Classroom.Runs;

namespace Grader.Cli.Classes;

/// <summary>How far a run is, for a log: a line now and then on standard error.</summary>
internal sealed class RunProgressLines
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = Between;

    public void Show(RunProgress progress)
    {
        if (_watch.Elapsed < _next)
            return;
        _next = _watch.Elapsed + Between;
        StandardError.WriteLine(RunProgressText.Of(progress));
    }
}
