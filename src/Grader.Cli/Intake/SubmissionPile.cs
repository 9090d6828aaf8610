using Grader.Cli.Files;
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
    /// <exception cref="GraderException">A converter cannot be started: that is no fault of the submissions, and must not count as theirs.</exception>
    public IReadOnlyList<GradedSubmission> Grade(Assignment assignment, Converters converters, int jobs, CancellationToken cancellation)
    {
        var expected = SubmissionGrader.ExpectedParts(assignment);
        return Grade(
            name =>
            {
                var submission = SubmissionFile.Read(PathOf(name), converters);
                return SubmissionGrader.Grade(assignment, submission.Document(expected), submission.Sha256);
            },
            jobs,
            cancellation);
    }

    /// <param name="grade">Of a name.</param>
    internal IReadOnlyList<GradedSubmission> Grade(Func<string, GradeReport> grade, int jobs, CancellationToken cancellation)
    {
        var graded = new GradedSubmission[Names.Count];
        var outside = new GraderException?[Names.Count];
        Parallel.For(0, Names.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, (index, loop) =>
        {
            var name = Names[index];
            try
            {
                graded[index] = new(name, grade(name), "");
            }
            catch (GraderException error) when (error.Code == ExitCode.Partial)
            {
                // Those before it are still looked at, so that of several the first is told.
                outside[index] = error;
                loop.Break();
            }
            catch (GraderException error)
            {
                graded[index] = new(name, null, WithoutPath(error.Message, PathOf(name), name));
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // The loop ends, and says so itself.
            }
            // A bug that one submission brings to light does not cost the others their result.
#pragma warning disable CA1031
            catch (Exception error)
#pragma warning restore CA1031
            {
                graded[index] = new(name, null, InternalError.Say(error)) { IsInternalError = true };
            }
        });
        return outside.FirstOrDefault(error => error is not null) is { } first ? throw new GraderException(first.Code, $"{first.Message} Nothing was counted.") : graded;
    }

    /// <summary>The exit code of a command that is done with all, where the grader itself may have failed on some.</summary>
    public static ExitCode After(IReadOnlyList<GradedSubmission> graded, ExitCode code)
    {
        var failed = graded.Where(submission => submission.IsInternalError).ToList();
        foreach (var submission in failed)
            StandardError.WriteLine($"{submission.File}: {submission.Problem}");
        return failed.Count > 0 ? ExitCodes.Combine([ExitCode.InternalError, code]) : code;
    }

    /// <exception cref="GraderException">A report would replace a submission, or be taken for one the next time.</exception>
    public void CheckTargets(IEnumerable<ReportTarget> targets, string stem, Converters converters)
    {
        foreach (var target in targets.Where(target => !target.IsStandardOutput))
        {
            var path = Path.GetFullPath(target.For(stem, several: false));
            if (Path.GetDirectoryName(path) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)) && (Names.Contains(Path.GetFileName(path)) || SubmissionChoice.MayBeSubmission(Path.GetFileName(path), converters.IsNamedFor)))
                throw new GraderException(ExitCode.WrongUsage, $"--report {target.Kind}={target.Path}: among the submissions it would be taken for one, or replace one. Give another place.");
        }
    }

    /// <summary>A message that begins with one of these, to stand behind the name.</summary>
    private static string WithoutPath(string message, params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (message.StartsWith(path + ": ", StringComparison.Ordinal))
                return char.ToUpperInvariant(message[path.Length + 2]) + message[(path.Length + 3)..];
        }
        return message;
    }

    private static bool IsSubmission(FileSystemInfo item, Converters converters) =>
        !item.Attributes.HasFlag(FileAttributes.ReparsePoint) && !SubmissionEntry.IsOfNoStudent(item.Name) && (item is DirectoryInfo || SubmissionChoice.MayBeSubmission(item.Name, converters.IsNamedFor));
}
