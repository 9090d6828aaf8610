using System.Diagnostics;
using System.Text;

namespace Grader.Cli.Tests;

/// <summary>Runs the program as a user does: a process of its own, its exit code, what it prints.</summary>
internal static class GraderProgram
{
    private static readonly string Assembly = Path.Combine(TestContext.CurrentContext.TestDirectory, "grader.dll");

    public static RunResult RunIn(string folder, string? input, params string[] arguments) => Finish(Start(folder, arguments), input);

    /// <summary>With variables in its environment.</summary>
    public static RunResult RunWith((string Name, string Value)[] variables, params string[] arguments) => Finish(Start(Repository.Root, variables, arguments), null);

    public static RunResult RunInWith(string folder, (string Name, string Value)[] variables, params string[] arguments) => Finish(Start(folder, variables, arguments), null);

    private static RunResult Finish(Process process, string? input)
    {
        using var ending = process;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
            process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>For a test that has something to do while the program runs.</summary>
    public static Process Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    private static Process Start(string folder, (string Name, string Value)[] variables, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // Tests run in CI too, and what they see must not depend on it.
        foreach (var variable in new[] { "CI", "GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_STEP_SUMMARY", "CLASSROOM", "GITHUB_REPOSITORY", "GRADER_SEAL_KEY" })
            start.Environment.Remove(variable);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Assembly);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>From the repository's root, as the README says it.</summary>
    public static RunResult Run(params string[] arguments) => RunIn(Repository.Root, null, arguments);
}

internal sealed record RunResult(int ExitCode, string Output, string Error);
