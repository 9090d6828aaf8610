using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Grader.Classroom.Runs;
using Grader.Cli.Commands;

namespace Grader.Cli.Classes;

/// <summary>Grades one submission of a class in a process of its own, within time and memory. However that ends, it is a result.</summary>
/// <param name="arguments">Behind <c>grade-alone</c>: which class, by which assignment.</param>
internal sealed class AloneProcess(IReadOnlyList<string> arguments, GradingBounds bounds, CancellationToken cancellation)
{
    private const int FirstOfSignals = 128;
    private const int MostSaid = 300;

    /// <summary>This program; null where the process is another that has it loaded.</summary>
    private static readonly IReadOnlyList<string>? Program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) switch
    {
        "grader" => [Environment.ProcessPath!],
        "dotnet" when Path.Combine(AppContext.BaseDirectory, "grader.dll") is var library && File.Exists(library) => [Environment.ProcessPath!, library],
        _ => null,
    };

    public static bool IsPossible => Program is not null;

    /// <exception cref="OperationCanceledException">The user asks to stop.</exception>
    public byte[] Grade(ClassTask task)
    {
        var start = new ProcessStartInfo(Program![0], [.. Program.Skip(1), GradeAloneCommand.Name, .. arguments, "--memory", bounds.MemoryMiB.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = ((long)bounds.MemoryMiB << 20).ToString("X", CultureInfo.InvariantCulture);
        using var process = Start(start);
        if (process is null)
            return ResultLine.Write(task, new("", null, new(ResultErrors.Outside, "A process of its own could not be started to grade it. Make room for one, and give the same command again.")));
        using var stop = cancellation.Register(() => Kill(process));
        using var line = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(line, CancellationToken.None);
        var said = process.StandardError.ReadToEndAsync(CancellationToken.None);
        Tell(process, task.Name);
        var isDone = process.WaitForExit(bounds.Time);
        if (!isDone)
            Kill(process);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (!isDone)
            return ResultLine.Write(task, ClassRun.TooLong(bounds.Time));
        Task.WaitAll([reading, said], CancellationToken.None);
        return process.ExitCode == (int)ExitCode.Done && IsResult(line.ToArray(), task) ? line.ToArray() : ResultLine.Write(task, new("", null, Ended(process.ExitCode, said.Result)));
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>On standard input, where a name may begin with anything.</summary>
    private static void Tell(Process process, string name)
    {
        try
        {
            process.StandardInput.Write(name);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended; its code says how.
        }
    }

    private static bool IsResult(byte[] line, ClassTask task)
    {
        try
        {
            return ResultLine.Read(line).Name == task.Name;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ResultError Ended(int code, string said)
    {
        // A documented code comes with a message: something around the submission is wrong.
        if (code < FirstOfSignals && Enum.IsDefined((ExitCode)code) && code != (int)ExitCode.InternalError && said.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() is { } message)
            return new(ResultErrors.Outside, $"A process of its own could not grade it: {(message.Length <= MostSaid ? message : message[..MostSaid] + "…")}");
        var how = code > FirstOfSignals ? string.Create(CultureInfo.InvariantCulture, $"signal {code - FirstOfSignals}") : string.Create(CultureInfo.InvariantCulture, $"exit code {code}");
        return new(ResultErrors.Internal, $"Grading it ends the program ({how}). This is a bug in Grader, or in a converter. Please report it, with the submission if you may share it.");
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
