using System.Text;

namespace Grader.Cli.Files;

/// <summary>Writes a file beside its place and renames it, so that a crash leaves the old file or the new one.</summary>
internal static class AtomicFile
{
    /// <exception cref="GraderException">The place cannot be written.</exception>
    /// <param name="otherwise">What is said where it cannot be written.</param>
    public static void Write(string path, string text, string otherwise = "the report cannot be written ({0}). Give another place; the grading itself is done.") =>
        Write(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text), otherwise);

    /// <exception cref="GraderException">The place cannot be written.</exception>
    /// <param name="otherwise">What is said where it cannot be written.</param>
    public static void Write(string path, ReadOnlySpan<byte> bytes, string otherwise)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            if (IsDevice(path))
            {
                // A device or a pipe is written to; a rename would put a file in its place.
                using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
                device.Write(bytes);
                return;
            }
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw new GraderException(ExitCode.Partial, $"{path}: {otherwise.Replace("{0}", error.Message.TrimEnd('.'), StringComparison.Ordinal)}");
        }
    }

    /// <summary>Adds to a file that several steps share.</summary>
    /// <exception cref="GraderException">It cannot be written.</exception>
    public static void Append(string path, string text)
    {
        try
        {
            File.AppendAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.Partial, $"{path}: the step summary cannot be written ({error.Message.TrimEnd('.')}). The grading itself is done; --ci none leaves it out.");
        }
    }

    private static bool IsDevice(string path) => Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal) && File.Exists(path);

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What could not be written can often not be deleted either; the message that follows is the one that helps.
        }
    }
}
