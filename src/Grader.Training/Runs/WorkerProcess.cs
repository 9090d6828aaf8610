using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Grader.Training.Runs;

/// <summary>A worker as its parent sees it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>128 and the number of SIGKILL.</summary>
    private const int Killed = 137;

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    public WorkerProcess(WorkerTask task)
    {
        var threads = task.Threads.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        // Under `dotnet grader-train.dll` the process is dotnet.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        start.ArgumentList.Add(Worker.Argument);
        // Of libgomp and MKL, which read them when they are loaded; waiting threads are not to take the other processes' cores.
        start.Environment["OMP_NUM_THREADS"] = threads;
        start.Environment["MKL_NUM_THREADS"] = threads;
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        // Of glibc: a batch's tensors keep their memory for the next batch, instead of each getting it from the system, cleared, page by page. Both, since either alone ends its own adapting.
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = "33554432";
        start.Environment["MALLOC_TRIM_THRESHOLD_"] = "536870912";
        _process = Process.Start(start) ?? throw new InvalidOperationException("no process was started");
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.BeginErrorReadLine();
        Tell(task);
    }

    public void Tell<T>(T message)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(message, Worker.Json));
        _process.StandardInput.Flush();
    }

    /// <returns>Its next message; an error where it has ended.</returns>
    public WorkerMessage Hear()
    {
        if (_process.StandardOutput.ReadLine() is { } line)
            return JsonSerializer.Deserialize<WorkerMessage>(line, Worker.Json)!;
        _process.WaitForExit();
        return new() { Error = $"the worker ended with {_process.ExitCode}.{(_process.ExitCode == Killed ? " Somebody killed it: the system does where memory is short; then train fewer runs at once with --jobs." : "")} {_errors.ToString().Trim()}".TrimEnd() };
    }

    public void Stop()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose()
    {
        Stop();
        _process.Dispose();
    }
}
