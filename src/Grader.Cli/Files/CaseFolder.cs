using Grader.Reference;

namespace Grader.Cli.Files;

/// <summary>An assignment's folder on disk.</summary>
internal sealed class CaseFolder : ICaseSource
{
    private const int MaximumBytes = 64 * 1024 * 1024;

    private readonly string _folder;

    private CaseFolder(string folder)
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

    /// <summary>The assignment at a path or of a name, read whole, or all its problems.</summary>
    /// <param name="assignment">A folder, its <c>assignment.json</c>, or a name such as <c>hw5</c> for <c>cases/hw5</c>.</param>
    /// <param name="root">Where <c>grader.json</c> stands, or the working folder.</param>
    /// <param name="isPath">Written on the command line, so relative to the working folder first.</param>
    /// <param name="student">Whose variant; empty for nobody's.</param>
    /// <exception cref="GraderException">There is no such assignment, or its files are wrong.</exception>
    public static Assignment Load(string assignment, string root, bool isPath, string student = "")
    {
        var (source, shown) = Open(assignment, root, isPath);
        var reading = CaseReader.Read(source, student);
        if (reading.Problems.Count > 0 || reading.Assignment is null)
        {
            var lines = reading.Problems.Items.Select(problem => Path.Combine(shown, problem.ToString()));
            throw new GraderException(ExitCode.WrongCase, string.Join('\n', lines.Append($"{reading.Problems.Count} problem{(reading.Problems.Count == 1 ? "" : "s")} in {shown}; nothing was graded.")));
        }
        return reading.Assignment;
    }

    /// <summary>An assignment's files, and the folder as messages show it.</summary>
    public static (CaseFolder Source, string Shown) Open(string assignment, string root, bool isPath)
    {
        var folder = Find(assignment, root, isPath);
        return (new(folder), Path.GetRelativePath(Directory.GetCurrentDirectory(), folder));
    }

    /// <summary>The texts of the sample submissions in Markdown that stand in an assignment's folder <c>submissions</c>, by name.</summary>
    public static IEnumerable<string> Samples(string assignment, string root)
    {
        var folder = Path.Combine(Find(assignment, root, isPath: true), "submissions");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(Text) : [];
    }

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.WrongCase, $"{file}: cannot be read ({error.Message}). Check its permissions.");
        }
    }

    private static string Find(string assignment, string root, bool isPath)
    {
        string[] candidates = [.. isPath ? [assignment] : Array.Empty<string>(), Path.Combine(root, assignment), Path.Combine(root, "cases", assignment)];
        foreach (var candidate in candidates)
        {
            if (Directory.Exists(candidate))
                return Path.GetFullPath(candidate);
            if (File.Exists(candidate) && Path.GetFileName(candidate) == "assignment.json")
                return Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(candidate))!);
        }
        throw new GraderException(ExitCode.WrongUsage, $"{assignment}: there is no such assignment. Give --case the folder that holds its assignment.json.");
    }
}
