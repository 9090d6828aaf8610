using System.CommandLine;
using System.Runtime.InteropServices;
using Grader.Cli;
using Grader.Training.Commands;
using Grader.Training.DataSets;
using Grader.Training.Networks;
using Grader.Training.Runs;

if (args is [Worker.Argument])
    return (int)Worker.Run();

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var parsed = TrainCommand.Create(stopping.Token).Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine($"grader-train: {error.Message}");
    Console.Error.WriteLine("Write `grader-train --help` to see what there is.");
    return (int)ExitCode.WrongUsage;
}

try
{
    return parsed.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (GraderException error)
{
    Console.Error.WriteLine(error.Message);
    return (int)error.Code;
}
catch (Exception error) when (error is DataException or DeviceException)
{
    Console.Error.WriteLine(error.Message);
    return (int)ExitCode.Partial;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"{error.Message} What was finished is kept.");
    return (int)ExitCode.Partial;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Cancelled; what was finished is kept. Go on with --resume.");
    return (int)ExitCode.Cancelled;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stopping.Cancel();
}
