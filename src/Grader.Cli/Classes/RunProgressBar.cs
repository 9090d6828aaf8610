using System.Diagnostics;
using Grader.Classroom.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Grader.Cli.Classes;

/// <summary>How far a run is, while it runs: a bar in a terminal, elsewhere a line now and then. On standard error, so that standard output stays what it is.</summary>
internal static class RunProgressBar
{
    private const string ShowCursor = "\u001b[?25h";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <param name="work">Tells how far it is, as often as it likes, on one thread at a time.</param>
    public static T During<T>(Func<Action<RunProgress>, T> work) => TerminalWindow.OfErrors() is { } screen ? In(screen, work) : work(new RunProgressLines().Show);

    private static T In<T>(TerminalWindow.ErrorScreen screen, Func<Action<RunProgress>, T> work)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = screen.HasColors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Enrichment = new() { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(Console.Error),
        });
        console.Profile.Width = screen.Width;
        AppDomain.CurrentDomain.ProcessExit += LeaveCursor;
        try
        {
            // Drawn when the run tells, and by no thread of its own.
            var (watch, next) = (Stopwatch.StartNew(), TimeSpan.Zero);
            return new Progress(console) { AutoRefresh = false, ExcludeVerticalPadding = true }
                .Columns(new ProgressBarColumn { Width = Math.Clamp(screen.Width - PaceColumn.Widest, 0, 40) }, new PaceColumn())
                .Start(context =>
                {
                    var task = context.AddTask("submissions");
                    return work(progress =>
                    {
                        if (watch.Elapsed < next && progress.Done < progress.Of)
                            return;
                        next = watch.Elapsed + Between;
                        (task.MaxValue, task.Value, task.Tag) = (Math.Max(1, progress.Of), progress.Of == 0 ? 1 : progress.Done, progress);
                        context.Refresh();
                    });
                });
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= LeaveCursor;
        }
    }

    /// <summary>A program that is stopped while it draws leaves the terminal as it was.</summary>
    private static void LeaveCursor(object? sender, EventArgs e) => Console.Error.Write(ShowCursor);

    /// <summary>A text, never markup.</summary>
    private sealed class PaceColumn : ProgressColumn
    {
        /// <summary><c>100000 of 100000 (100 %), 12345.6 a second, 59:59 min left</c>.</summary>
        public const int Widest = 62;

        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(task.Tag is RunProgress progress ? RunProgressText.Of(progress) : "") { Overflow = Overflow.Ellipsis };
    }
}
