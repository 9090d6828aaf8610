using Grader.Reference;

namespace Grader.Cli.Files;

/// <summary>An assignment's folder on disk.</summary>
internal sealed class PlainCase : ICaseSource
{
    private const int MaximumBytes = 64 * 1024 * 1024;

    private readonly string _folder;

    public PlainCase(string folder)
    {
        // A shell that completes a name ends it with a separator.
        _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Paths = [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Paths { get; }

    public ReadOnlyMemory<byte>? Read(string path)
    {
        var file = Path.GetFullPath(Path.Combine(_folder, path));
        // A case file names files of its own folder only.
        if (!file.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(file))
            return null;
        try
        {
            return new FileInfo(file).Length <= MaximumBytes ? File.ReadAllBytes(file) : throw new GraderException(ExitCode.WrongCase, $"{file}: larger than {MaximumBytes / 1024 / 1024} MiB. Case files are small; keep data sets elsewhere.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.WrongCase, $"{file}: cannot be read ({error.Message}). Check its permissions.");
        }
    }
}
