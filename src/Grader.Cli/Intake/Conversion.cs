using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Grader.Reports;

namespace Grader.Cli.Intake;

/// <summary>
/// One run of a converter: a program and its arguments, no shell. It gets a copy of the submission under a name of ours in a folder of its own, no standard input, a time
/// limit, and a bound on what it prints.
/// </summary>
/// <param name="folder">Where <c>grader.json</c> stands: a program that is named with a path is looked for from there.</param>
/// <param name="command">The program, then its arguments.</param>
/// <param name="shown">The submission, for messages.</param>
internal sealed class Conversion(string folder, IReadOnlyList<string> command, TimeSpan limit, string shown)
{
    private const string Input = "{in}";
    private const int MostOfErrors = 4096;
    private const int MostShownOfErrors = 300;

    private string Program => command[0];

    /// <exception cref="GraderException">The program is not there, fails, takes too long, or prints no text.</exception>
    /// <exception cref="OperationCanceledException">The user asks to stop; the program and what it started have ended.</exception>
    public string Run(string extension, byte[] bytes, CancellationToken cancellation)
    {
        var path = Find();
        string? temporary = null;
        try
        {
            temporary = Directory.CreateTempSubdirectory("grader-").FullName;
            var input = Path.Combine(temporary, "submission" + extension);
            File.WriteAllBytes(input, bytes);
            return Decode(Output(path, input, temporary, cancellation));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Outside($"no copy can be written for {Program} ({error.Message})");
        }
        finally
        {
            if (temporary is not null)
                Delete(temporary);
        }
    }

    /// <summary>Looked for here and not by the system, which would look in the working folder too: that may be the student's.</summary>
    private string Find()
    {
        if (Program.Contains('/') || Program.Contains('\\'))
        {
            var path = Path.GetFullPath(Path.Combine(folder, Program));
            return File.Exists(path) ? path : throw Outside($"there is no program {path}");
        }
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ""] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(_ => endings, (place, ending) => Path.Combine(place, Program + ending))
            .FirstOrDefault(path => File.Exists(path) && IsExecutable(path)) ?? throw Outside($"the program {Program} is not on the PATH of this machine. Install it, or name another in grader.json");
    }

    private static bool IsExecutable(string path) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None;

    private byte[] Output(string path, string input, string workingFolder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(path)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument.Replace(Input, input, StringComparison.Ordinal));
        using var process = Start(start);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(limit);
        try
        {
            return OutputAsync(process, ending.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Failed($"{Program} took longer than {limit.TotalSeconds} s and was stopped. Where it needs more, say so in grader.json: \"converterSeconds\"");
        }
        finally
        {
            ProcessEnd.Kill(process);
        }
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw Outside($"{Program} cannot be started ({error.Message})");
        }
    }

    private async Task<byte[]> OutputAsync(Process process, CancellationToken ending)
    {
        process.StandardInput.Close();
        // Not cancelled themselves: a read of a pipe may not hear of it. They end with the program.
        var errors = Task.Run(() => FirstOf(process.StandardError.BaseStream), CancellationToken.None);
        var output = Task.Run(() => Bounded(process.StandardOutput.BaseStream), CancellationToken.None);
        var bytes = await output.WaitAsync(ending);
        await process.WaitForExitAsync(ending);
        return process.ExitCode == 0 ? bytes : throw Failed($"{Program} ended with exit code {process.ExitCode}{Said(await errors.WaitAsync(ending))}");
    }

    private byte[] Bounded(Stream stream)
    {
        try
        {
            return BoundedBytes.Read(stream, shown, BoundedBytes.MostText);
        }
        catch (GraderException)
        {
            throw Failed($"{Program} prints more than {BoundedBytes.MostText / 1024 / 1024} MiB, which is hardly a written submission");
        }
    }

    /// <summary>Reads to the end, so that the program is not held up, and keeps the beginning.</summary>
    private static byte[] FirstOf(Stream stream)
    {
        var first = new MemoryStream();
        var chunk = new byte[4096];
        int read;
        while ((read = stream.Read(chunk)) > 0)
            first.Write(chunk, 0, (int)Math.Min(read, MostOfErrors - first.Length));
        return first.ToArray();
    }

    private static string Said(byte[] errors)
    {
        var text = TerminalText.Clean(Encoding.UTF8.GetString(errors));
        return text.Length == 0 ? "" : $": {(text.Length <= MostShownOfErrors ? text : string.Concat(text.AsSpan(0, MostShownOfErrors), "…"))}";
    }

    private string Decode(byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(false, true).GetString(bytes);
            return string.IsNullOrWhiteSpace(text)
                ? throw Failed($"{Program} finds no text in it. A scan is a picture: it needs a converter that recognises characters")
                : text.Replace('\0', ' ');
        }
        catch (DecoderFallbackException)
        {
            throw Failed($"{Program} prints what is no UTF-8. Give it the option for that in grader.json");
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder of ours that is left behind costs nobody the result.
        }
    }

    private GraderException Failed(string why) => new(ExitCode.UnreadableSubmission, $"{shown}: it could not be converted to text: {why}.");

    private GraderException Outside(string why) => new(ExitCode.Partial, $"{shown}: it could not be converted to text: {why}.");
}
