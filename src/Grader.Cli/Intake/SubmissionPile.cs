using Grader.Grading;
using Grader.Reference;
using Grader.Verification;

namespace Grader.Cli.Intake;

/// <summary>The submissions of many students in one folder: files, archives, and folders that hold one each.</summary>
/// <param name="Names">In the folder, in the order of their characters.</param>
internal sealed record SubmissionPile(string Folder, IReadOnlyList<string> Names)
{
    /// <exception cref="GraderException">It cannot be read, or holds no submission.</exception>
    public static SubmissionPile In(string folder, string option, Converters converters)
    {
        if (!Directory.Exists(folder))
            throw new GraderException(ExitCode.WrongUsage, $"{option}{folder}: there is no such folder. Give the folder that holds the submissions.");
        try
        {
            var names = new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(item => IsSubmission(item, converters)).Select(item => item.Name).Order(StringComparer.Ordinal).ToList();
            return names.Count > 0
                ? new(folder, names)
                : throw new GraderException(ExitCode.NothingToGrade, $"{folder}: this folder holds no submissions. Give the folder in which each of them is a file (.md, .ipynb, .zip, …) or a folder; links are not followed.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.UnreadableSubmission, $"{folder}: cannot be read ({error.Message}). Check its permissions.");
        }
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Reads and grades all, several at once; what cannot be read is told in its place.</summary>
    /// <param name="jobs">How many at once; −1 for one a core.</param>
    /// <returns>In the order of the names.</returns>
    public IReadOnlyList<GradedSubmission> Grade(Assignment assignment, Converters converters, int jobs, CancellationToken cancellation)
    {
        var expected = SubmissionGrader.ExpectedParts(assignment);
        var graded = new GradedSubmission[Names.Count];
        Parallel.For(0, Names.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, index =>
        {
            try
            {
                var submission = SubmissionFile.Read(PathOf(Names[index]), converters);
                graded[index] = new(Names[index], SubmissionGrader.Grade(assignment, submission.Document(expected), submission.Sha256), "");
            }
            catch (GraderException error)
            {
                graded[index] = new(Names[index], null, WithoutPath(error.Message, PathOf(Names[index])));
            }
        });
        return graded;
    }

    /// <summary>A message that begins with the path, to stand behind the name.</summary>
    private static string WithoutPath(string message, string path) => message.StartsWith(path + ": ", StringComparison.Ordinal) ? char.ToUpperInvariant(message[path.Length + 2]) + message[(path.Length + 3)..] : message;

    private static bool IsSubmission(FileSystemInfo item, Converters converters) =>
        !item.Attributes.HasFlag(FileAttributes.ReparsePoint) && !SubmissionEntry.IsOfNoStudent(item.Name) && (item is DirectoryInfo || SubmissionChoice.MayBeSubmission(item.Name, converters.IsNamedFor));
}
