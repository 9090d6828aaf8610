using Grader.Cli.Files;

namespace Grader.Cli.Sealing;

/// <summary>Where a sealed assignment is written.</summary>
internal static class SealedOutput
{
    private const string StandardOutputName = "-";

    /// <exception cref="GraderException">Something else stands there: a case file, a submission, a folder.</exception>
    public static void Check(string path)
    {
        if (path == StandardOutputName)
            return;
        if (Directory.Exists(path))
            throw new GraderException(ExitCode.WrongUsage, $"-o {path}: this is a folder. Give a file: {Path.Combine(path, "hw5.sealed")}.");
        if (File.Exists(path) && !IsSealed(path))
            throw new GraderException(ExitCode.WrongUsage, $"-o {path}: a file that is not sealed stands there, and would be lost. Give another name, or delete it.");
    }

    public static void Write(string path, byte[] file)
    {
        if (path == StandardOutputName)
            StandardOutput.Write(file);
        else
            AtomicFile.Write(path, file, "the sealed assignment cannot be written ({0}). Give another place.");
    }

    private static bool IsSealed(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var beginning = new byte[8];
            // An empty file has nothing to lose.
            var count = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
            return count == 0 || SealedFile.Begins(beginning.AsSpan(0, count));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
