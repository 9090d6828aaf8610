using System.Text;

namespace Grader.Cli;

/// <summary>Data goes to standard output, as UTF-8 whatever the terminal says.</summary>
internal static class StandardOutput
{
    public static void Write(string text)
    {
        try
        {
            using var stream = Console.OpenStandardOutput();
            stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
        }
        catch (IOException error)
        {
            throw new GraderException(ExitCode.Partial, $"standard output cannot be written ({error.Message}).");
        }
    }
}
