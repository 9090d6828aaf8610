namespace Grader.Cli.Sealing;

/// <summary>A file with a new random key.</summary>
internal static class KeyFile
{
    /// <summary>For its owner alone; one that exists is never replaced, since what it opens would stay shut.</summary>
    /// <exception cref="GraderException">It cannot be written, or exists.</exception>
    public static void WriteNew(string file, string option)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(file, options);
            writer.Write(SealKey.NewText() + "\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.WrongUsage, $"{option} {file}: cannot be written ({error.Message.TrimEnd('.')}). Give a new file; a key that exists is not replaced.");
        }
    }
}
