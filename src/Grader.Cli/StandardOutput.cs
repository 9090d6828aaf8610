using System.Text;

namespace Grader.Cli;

/// <summary>Data goes to standard output, as UTF-8 whatever the terminal says.</summary>
internal static class StandardOutput
{
    public static void Write(string text) => Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));

    public static void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var stream = Console.OpenStandardOutput();
            stream.Write(bytes);
        }
        catch (IOException error)
        {
            throw new GraderException(ExitCode.Partial, $"standard output cannot be written ({error.Message}).");
        }
    }
}
