using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Grader.Classroom;

namespace Grader.Cli;

/// <summary>Runs a command and turns whatever ends it into a message and a documented exit code.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Set when the user asks to stop.</summary>
    public static CancellationTokenSource Stopping { get; } = new();

    /// <summary>What runs ends by itself when the user asks to stop: a moment is not enough for what it writes then.</summary>
    public static bool EndsItself { get; set; }

    /// <summary>What a signal does that asks the program to stop.</summary>
    public static void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        Stopping.Cancel();
        if (EndsItself)
            return;
        _ = Task.Delay(Grace).ContinueWith(
            _ =>
            {
                StandardError.WriteLine("Cancelled; what was finished is kept.");
                Environment.Exit((int)ExitCode.Cancelled);
            },
            TaskScheduler.Default);
    }

    public static ExitCode Run(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        // What is being completed stands there as a text, in which a line may be half written.
        if (parsed.Errors.Count > 0 && parsed.Tokens is not [{ Type: TokenType.Directive }, ..])
        {
            foreach (var error in parsed.Errors)
                StandardError.WriteLine($"grader: {error.Message}");
            StandardError.WriteLine($"Write `grader {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help` to see what there is.");
            return ExitCode.WrongUsage;
        }

        // A first signal asks the work to stop between two submissions; a moment later the program ends all the same. What is written is whole.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return (ExitCode)parsed.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (GraderException error)
        {
            StandardError.WriteLine(error.Message);
            return error.Code;
        }
        catch (ClassroomException error)
        {
            StandardError.WriteLine(error.Message);
            return error.Fault switch
            {
                ClassroomFault.Usage => ExitCode.WrongUsage,
                ClassroomFault.Nothing => ExitCode.NothingToGrade,
                _ => ExitCode.Partial,
            };
        }
        catch (OperationCanceledException)
        {
            StandardError.WriteLine("Cancelled; what was finished is kept.");
            return ExitCode.Cancelled;
        }
        // The last line of defence: a bug becomes a message that can be reported, never a stack trace in a student's log.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            StandardError.WriteLine($"grader: internal error: {error.GetType().Name}: {error.Message}");
            StandardError.WriteLine("This is a bug in Grader. Please report it with the command and, if you may share it, the submission.");
            return ExitCode.InternalError;
        }
    }
}
