using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Grader.Classroom.Runs;
using Grader.Cli.Commands;
using Grader.Cli.Intake;

namespace Grader.Cli.Classes;

/// <summary>Grades one submission of a class in a process of its own, within time and memory. Where that ends by a signal, or takes too long, that is its result.</summary>
/// <param name="arguments">Behind <c>grade-alone</c>: which class, by which assignment. Null where no other process can have that.</param>
internal sealed class AloneProcess(IReadOnlyList<string>? arguments, GradingBounds bounds, CancellationToken cancellation)
{
    private const int FirstOfSignals = 128;

    /// <summary>What starts this program; null where the process is another that has it loaded.</summary>
    private static readonly IReadOnlyList<string>? Program =
        Environment.ProcessPath is not { } path || Assembly.GetEntryAssembly() != typeof(AloneProcess).Assembly ? null
        : Path.GetFileNameWithoutExtension(path) != "dotnet" ? [path]
        : [path, "exec", Path.Combine(AppContext.BaseDirectory, "grader.dll")];

    /// <returns>Null where there can be no such process, or it could not do its work for a reason that is not the submission's.</returns>
    /// <exception cref="OperationCanceledException">The user asks to stop.</exception>
    public byte[]? Grade(ClassTask task)
    {
        using var process = Start();
        if (process is null)
            return null;
        using var stop = cancellation.Register(() => ProcessEnd.Kill(process));
        using var line = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(line, CancellationToken.None);
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        Tell(process, task.Name);
        var isInTime = process.WaitForExit(bounds.Time);
        if (!isInTime)
            ProcessEnd.Kill(process);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (!isInTime)
            return ResultLine.Write(task, ClassRun.TooLong(bounds.Time));
        Task.WaitAll([reading, errors], CancellationToken.None);
        if (process.ExitCode == (int)ExitCode.Done && IsResult(line.ToArray(), task))
            return line.ToArray();
        // A code is what the program ends with that has something to say.
        return process.ExitCode is >= 0 and <= FirstOfSignals ? null : ResultLine.Write(task, new("", null, Ended(process.ExitCode)));
    }

    private Process? Start()
    {
        if (Program is null || arguments is null)
            return null;
        var start = new ProcessStartInfo(Program[0], [.. Program.Skip(1), GradeAloneCommand.Name, .. arguments, "--memory", bounds.MemoryMiB.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>On standard input, where a name may begin with anything. That stays open: the process ends when this one has.</summary>
    private static void Tell(Process process, string name)
    {
        try
        {
            var input = process.StandardInput.BaseStream;
            input.Write(Encoding.UTF8.GetBytes(name + GradeAloneCommand.EndOfName));
            input.Flush();
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

    private static ResultError Ended(int code)
    {
        var how = code > FirstOfSignals ? string.Create(CultureInfo.InvariantCulture, $"signal {code - FirstOfSignals}") : string.Create(CultureInfo.InvariantCulture, $"exit code {code}");
        return new(ResultErrors.Internal, $"Grading it ends the program ({how}). This is a bug in Grader, or in a converter. Please report it, with the submission if you may share it.");
    }
}
