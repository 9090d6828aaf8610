using Grader.Reports;

namespace Grader.Cli;

/// <summary>Messages go to standard error. Names of files are the student's too: nothing in them reaches the terminal as a control sequence.</summary>
internal static class StandardError
{
    public static void WriteLine(string message)
    {
        foreach (var line in message.Split('\n'))
            Console.Error.WriteLine(TerminalText.Clean(line));
    }
}
