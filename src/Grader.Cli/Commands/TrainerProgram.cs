using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Grader.Cli.Commands;

/// <summary>The trainer, a program of its own since libtorch is half a gigabyte: finds it, and starts it.</summary>
internal static class TrainerProgram
{
    private const string Variable = "GRADER_TRAIN";

    private static string Program => OperatingSystem.IsWindows() ? "grader-train.exe" : "grader-train";

    /// <returns>The trainer's exit code, which means what this program's means.</returns>
    /// <exception cref="GraderException">It is nowhere, or cannot be started.</exception>
    public static ExitCode Run(IEnumerable<string> arguments)
    {
        var start = Find() ?? throw new GraderException(ExitCode.Partial, $"There is no {Program}: not where {Variable} says, not beside this program, not on PATH. Build it with `dotnet publish src/Grader.Training -c Release -o train`, and put the folder train beside this program, or its path into {Variable}.");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // The trainer hears the signal, too, and ends when it has put away what is done.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return (ExitCode)process.ExitCode;
        }
        catch (Win32Exception error)
        {
            throw new GraderException(ExitCode.Partial, $"{start.FileName}: cannot be started ({error.Message}).");
        }
    }

    private static ProcessStartInfo? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return File.Exists(given) ? new(given) : throw new GraderException(ExitCode.WrongUsage, $"{Variable} is {given}, and there is no such program.");
        var own = AppContext.BaseDirectory;
        var beside = new[] { own, Path.Combine(own, "train") }.Select(folder => Path.Combine(folder, Program)).FirstOrDefault(File.Exists);
        if (beside is not null)
            return new(beside);
        if (InSourceTree(own, out var project) is { } built)
            return new(built);
        if (project is not null)
            return new("dotnet") { ArgumentList = { "run", "--project", project, "--" } };
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return path.Select(folder => Path.Combine(folder, Program)).FirstOrDefault(File.Exists) is { } found ? new(found) : null;
    }

    /// <summary>The newest output of the sibling project, where this program runs from a source tree.</summary>
    /// <param name="project">The sibling project's folder; null where this is no source tree.</param>
    private static string? InSourceTree(string own, out string? project)
    {
        project = null;
        for (var folder = new DirectoryInfo(own); folder is not null; folder = folder.Parent)
        {
            var sibling = Path.Combine(folder.FullName, "src", "Grader.Training");
            if (!File.Exists(Path.Combine(sibling, "Grader.Training.csproj")))
                continue;
            project = sibling;
            var output = Path.Combine(sibling, "bin");
            return Directory.Exists(output)
                ? Directory.EnumerateFiles(output, Program, SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).MaxBy(File.GetLastWriteTimeUtc)
                : null;
        }

        return null;
    }
}
