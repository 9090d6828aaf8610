using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Cli.Files;

/// <summary>What <c>grader.json</c> says. It is looked for in the working folder and above it up to the repository's root, never beside a submission: that folder is the student's.</summary>
/// <param name="Folder">Where it stands; the working folder where there is none.</param>
/// <param name="Assignment">Path of the default assignment, relative to <paramref name="Folder"/>; null where none is named.</param>
/// <param name="Reports">Default reports, <c>KIND=PATH</c>.</param>
internal sealed record ConfigurationFile(string Folder, string? Assignment, IReadOnlyList<string> Reports)
{
    /// <summary>By extension, the program that makes text of such a submission, and its arguments.</summary>
    public IReadOnlyDictionary<string, Sequence<string>> Converters { get; private init; } = new Dictionary<string, Sequence<string>>();

    public int ConverterSeconds { get; private init; } = Configuration.DefaultConverterSeconds;

    private const string Name = "grader.json";

    /// <exception cref="GraderException">There is one, and it is wrong.</exception>
    public static ConfigurationFile Find(string workingFolder)
    {
        var folders = UpToRepositoryRoot(workingFolder);
        foreach (var folder in folders)
        {
            var path = Path.Combine(folder, Name);
            if (File.Exists(path))
                return Read(folder, path);
        }
        return new(workingFolder, null, []);
    }

    /// <summary>The working folder and those above it, up to the one that holds <c>.git</c>; the working folder alone where none does.</summary>
    private static List<string> UpToRepositoryRoot(string workingFolder)
    {
        var folders = new List<string>();
        for (var folder = new DirectoryInfo(workingFolder); folder is not null; folder = folder.Parent)
        {
            folders.Add(folder.FullName);
            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
                return folders;
        }
        return [workingFolder];
    }

    private static ConfigurationFile Read(string folder, string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.WrongCase, $"{path}: cannot be read ({error.Message}). Check its permissions.");
        }
        var reading = ConfigurationReader.Read(Name, bytes);
        if (reading.Problems.Count > 0 || reading.Configuration is not { } configuration)
        {
            var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder);
            throw new GraderException(ExitCode.WrongCase, string.Join('\n', reading.Problems.Items.Select(problem => Path.Combine(shown, problem.ToString()))));
        }
        return new(folder, configuration.Assignment, configuration.Reports.Items)
        {
            Converters = configuration.Converters.Items.ToDictionary(converter => converter.Extension, converter => converter.Command),
            ConverterSeconds = configuration.ConverterSeconds,
        };
    }
}
