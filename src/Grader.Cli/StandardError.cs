using Grader.Reports;

namespace Grader.Cli;

/// <summary>Messages go to standard error. Names of files are the student's too: nothing in them reaches the terminal as a control sequence.</summary>
internal static class StandardError
{
    /// <summary>Nor does any of them command the runner of GitHub, which reads this stream too.</summary>
    public static void WriteLine(string message)
    {
        foreach (var line in message.Split('\n'))
            Console.Error.WriteLine(GitHubText.Lines(TerminalText.Clean(line)));
    }

    /// <summary>Commands for the runner, whose writer has escaped what is in them.</summary>
    public static void WriteCommands(string commands) => Console.Error.Write(commands);
}
