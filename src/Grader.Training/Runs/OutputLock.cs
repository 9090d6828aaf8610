using Grader.Cli;

namespace Grader.Training.Runs;

/// <summary>Keeps a second trainer out of a folder: each would write its own runs over the other's. The system lets go of it when the program ends, however it ends.</summary>
internal sealed class OutputLock : IDisposable
{
    public const string FileName = ".training";

    private readonly FileStream _file;

    private OutputLock(FileStream file) => _file = file;

    /// <exception cref="GraderException">Another trainer is at work there, or the folder cannot be written.</exception>
    public static OutputLock Take(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            Directory.CreateDirectory(folder);
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw new GraderException(ExitCode.Partial, $"{folder}: another grader-train is at work there. Wait until it is done, or name another place with --output.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.Partial, $"{folder}: this cannot be written ({error.Message.TrimEnd('.')}).");
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>EWOULDBLOCK of Linux and of macOS, and Windows' sharing violation.</summary>
    private static bool IsHeld(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x8007_0020);
}
