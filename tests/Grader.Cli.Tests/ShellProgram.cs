using System.Diagnostics;
using System.Text;

namespace Grader.Cli.Tests;

/// <summary>Runs scripts as their hosts do, with the program at hand as a file that can be started.</summary>
internal static class ShellProgram
{
    private static readonly string Assembly = Path.Combine(TestContext.CurrentContext.TestDirectory, "grader.dll");

    /// <summary>Writes a program that starts this one.</summary>
    public static string WriteGrader(string path) => WriteScript(path, $"exec dotnet exec '{Assembly}' \"$@\"");

    /// <summary>Writes a program that notes its arguments, each with a NUL behind it.</summary>
    public static string WriteRecorder(string path) => WriteScript(path, $"printf '%s\\0' \"$@\" >'{path}.arguments'");

    public static string[] Recorded(string path) => File.ReadAllText($"{path}.arguments").Split('\0')[..^1];

    public static RunResult Run(string folder, (string Name, string Value)[] variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var variable in new[] { "CI", "GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GRADER_SEAL_KEY" })
            start.Environment.Remove(variable);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }

    private static string WriteScript(string path, string line)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{line}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
