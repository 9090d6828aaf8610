using Grader.Cli.Sealing;
using Grader.Reference;

namespace Grader.Cli.Files;

/// <summary>An assignment's files on disk, in a folder or sealed: the one door to them.</summary>
internal static class CaseFolder
{
    /// <summary>The assignment at a path or of a name, read whole, or all its problems.</summary>
    /// <param name="assignment">A folder, its <c>assignment.json</c>, a sealed file, or a name such as <c>hw5</c> for <c>cases/hw5</c>.</param>
    /// <param name="root">Where <c>grader.json</c> stands, or the working folder.</param>
    /// <param name="isPath">Written on the command line, so relative to the working folder first.</param>
    /// <param name="student">Whose variant; empty for nobody's.</param>
    /// <param name="keyFile">What opens it where it is sealed; null for the key of the environment.</param>
    /// <exception cref="GraderException">There is no such assignment, it cannot be opened, or its files are wrong.</exception>
    public static Assignment Load(string assignment, string root, bool isPath, string student = "", string? keyFile = null)
    {
        var (source, shown) = Open(assignment, root, isPath, keyFile);
        return Load(source, shown, student);
    }

    /// <summary>The assignment of files that are open, where they are wanted besides: a pipe gives them once.</summary>
    public static Assignment Load(ICaseSource source, string shown, string student)
    {
        var reading = CaseReader.Read(source, student);
        if (reading.Problems.Count > 0 || reading.Assignment is null)
        {
            var lines = reading.Problems.Items.Select(problem => Path.Combine(shown, problem.ToString()));
            throw new GraderException(ExitCode.WrongCase, string.Join('\n', lines.Append($"{reading.Problems.Count} problem{(reading.Problems.Count == 1 ? "" : "s")} in {shown}; nothing was graded.")));
        }
        return reading.Assignment;
    }

    /// <summary>An assignment's files, and the folder or sealed file as messages show it.</summary>
    public static (ICaseSource Source, string Shown) Open(string assignment, string root, bool isPath, string? keyFile = null)
    {
        var found = Find(assignment, root, isPath);
        var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), found);
        return (Directory.Exists(found) ? new PlainCase(found) : SealedCase.Open(found, keyFile, shown), shown);
    }

    /// <summary>The folder of an assignment whose files are to be changed or added to.</summary>
    /// <exception cref="GraderException">There is none, or it is sealed.</exception>
    public static string Folder(string assignment, string root)
    {
        var found = Find(assignment, root, isPath: true);
        return Directory.Exists(found)
            ? Path.GetRelativePath(Directory.GetCurrentDirectory(), found)
            : throw new GraderException(ExitCode.WrongUsage, $"{assignment}: a file, and this needs the folder of an assignment. Give the folder that holds its assignment.json.");
    }

    /// <summary>Where an assignment's folder is.</summary>
    public static string PathOf(string assignment, string root, bool isPath) => Find(assignment, root, isPath);

    /// <summary>The texts of the sample submissions in Markdown that stand in an assignment's folder <c>submissions</c>, by name; a sealed one has none.</summary>
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

    /// <summary>The folder, or a file that is to be a sealed assignment.</summary>
    private static string Find(string assignment, string root, bool isPath)
    {
        string[] candidates = [.. isPath ? [assignment] : Array.Empty<string>(), Path.Combine(root, assignment), Path.Combine(root, "cases", assignment)];
        foreach (var candidate in candidates)
        {
            if (Directory.Exists(candidate))
                return Path.GetFullPath(candidate);
            if (File.Exists(candidate) && Path.GetFileName(candidate) == "assignment.json")
                return Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(candidate))!);
            if (File.Exists(candidate))
                return Path.GetFullPath(candidate);
        }
        throw new GraderException(ExitCode.WrongUsage, $"{assignment}: there is no such assignment. Give the folder that holds its assignment.json, or its sealed file.");
    }
}
