using System.CommandLine;
using System.Text;

namespace Grader.Cli.Commands;

/// <summary><c>grader completion SHELL</c>: the script that completes commands, options and their values; it asks the program itself.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal) { ["bash"] = "grader.bash", ["zsh"] = "grader.zsh", ["fish"] = "grader.fish", ["powershell"] = "grader.ps1" };

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = $"One of {string.Join(", ", Scripts.Keys)}.", HelpName = "SHELL" };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Print the script for tab completion in a shell; its first line says where it goes.") { shell };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(shell)));
        return command;
    }

    private static ExitCode Run(string shell)
    {
        using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream(Scripts[shell])!;
        using var reader = new StreamReader(script, Encoding.UTF8);
        StandardOutput.Write(reader.ReadToEnd().ReplaceLineEndings("\n"));
        return ExitCode.Done;
    }
}
