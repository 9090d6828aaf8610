using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using Grader.Classroom.Layouts;
using Grader.Cli.Intake;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Cli.Classes;

/// <summary>The folder that holds the submissions of a class, in one of the layouts in which platforms hand them out.</summary>
/// <param name="Submissions">In the order of their names.</param>
internal sealed record ClassFolder(string Path, ClassLayout Layout, Sequence<ClassSubmission> Submissions)
{
    private const int MostMetadata = 64 * 1024 * 1024;

    /// <exception cref="GraderException">It is not there, cannot be read, or holds no submission.</exception>
    public static ClassFolder Open(string path, Converters converters)
    {
        if (File.Exists(path))
            throw new GraderException(ExitCode.WrongUsage, $"{path}: this is a file. Give the folder that holds the submissions{(System.IO.Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase) ? ": unpack the archive, then give its folder" : "")}; one submission alone is graded by grader check.");
        if (!Directory.Exists(path))
            throw new GraderException(ExitCode.WrongUsage, $"{path}: there is no such folder. Give the folder that holds the submissions.");
        try
        {
            var items = Items(path).Where(item => !SubmissionEntry.IsOfNoStudent(item.Name)).ToList();
            var submissions = ClassLayouts.Find(items, name => SubmissionChoice.MayBeSubmission(name, converters.IsNamedFor), () => Metadata(path));
            // What is no UTF-8 reads as the same sign.
            if (submissions.Items.GroupBy(submission => submission.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } same)
                throw new GraderException(ExitCode.WrongUsage, $"{path}: {same.Count()} submissions have the name {TerminalText.Clean(same.Key)}: theirs hold bytes that are no text. Give them other names.");
            return submissions.Count > 0
                ? new(path, ClassLayouts.Of(items), submissions)
                : throw new GraderException(ExitCode.NothingToGrade, $"{path}: this folder holds no submissions. Give the folder in which each of them is a file (.md, .ipynb, .zip, …) or a folder; links are not followed.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.UnreadableSubmission, $"{path}: cannot be read ({error.Message}). Check its permissions.");
        }
    }

    /// <summary>What stands in it but links, without a look at each: there may be a hundred thousand.</summary>
    private static FileSystemEnumerable<ClassItem> Items(string path) =>
        new(path, static (ref entry) => new(entry.FileName.ToString(), entry.IsDirectory), new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false });

    /// <summary>Reads a submission: a file, a folder, or the files of one student.</summary>
    /// <exception cref="GraderException">It cannot be read.</exception>
    public SubmissionFile Read(ClassSubmission submission, Converters converters)
    {
        if (submission.Files is [var only] && !Directory.Exists(PathOf(only)))
            return SubmissionFile.Read(PathOf(only), converters);
        var (entries, shown) = (Entries(submission), System.IO.Path.Combine(Path, submission.Name));
        // Students upload their folder as an archive, and platforms put that into a folder.
        var files = entries.Where(entry => !SubmissionEntry.IsOfNoStudent(entry.Path)).ToList();
        return files.Where(entry => SubmissionChoice.MayBeSubmission(entry.Name, converters.IsNamedFor)).ToList() is [{ Extension: FileSignature.Zip } archive]
            ? SubmissionFile.Of(archive.Name, System.IO.Path.Combine(shown, archive.Path), archive.Read(), converters)
            : SubmissionFile.Among(entries, shown, submission.Name, converters);
    }

    /// <summary>SHA-256 over what a result may depend on: the names of the files, and the bytes of those that may be read.</summary>
    public string InputOf(ClassSubmission submission, Converters converters)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in Guarded(() => WithAnswers(submission, Entries(submission))).OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(entry.Path + "\0"));
            if (SubmissionChoice.MayBeSubmission(entry.Name, converters.IsNamedFor) || entry.Extension is ".md" or ".markdown" or ".txt" or ".csv" or "")
                hash.AppendData(SHA256.HashData(GuardedBytes(entry.Read)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A message without the path of this folder, which is another on another machine.</summary>
    public string WithoutPath(string message)
    {
        var prefix = System.IO.Path.TrimEndingDirectorySeparator(Path) + System.IO.Path.DirectorySeparatorChar;
        return message.Replace(System.IO.Path.GetFullPath(prefix), "", StringComparison.Ordinal).Replace(prefix, "", StringComparison.Ordinal);
    }

    private string PathOf(ClassFile file) => System.IO.Path.Combine(Path, file.Name);

    private IReadOnlyList<SubmissionEntry> Entries(ClassSubmission submission) =>
        submission.Files is [var only] && Directory.Exists(PathOf(only))
            ? SubmissionFolder.Entries(PathOf(only))
            : [.. submission.Files.Items.Select(file => new SubmissionEntry(submission.Files.Count == 1 ? file.Name : file.UploadedAs, () => SubmissionFolder.ReadFile(PathOf(file), PathOf(file))))];

    /// <summary>A single file may have its answers beside it.</summary>
    private IEnumerable<SubmissionEntry> WithAnswers(ClassSubmission submission, IReadOnlyList<SubmissionEntry> entries)
    {
        if (submission.Files is not [var only] || Directory.Exists(PathOf(only)))
            return entries;
        var answers = System.IO.Path.GetFileNameWithoutExtension(only.Name) + ".answers.csv";
        var path = System.IO.Path.Combine(Path, answers);
        return File.Exists(path) ? entries.Append(new(answers, () => SubmissionFolder.ReadFile(path, path))) : entries;
    }

    /// <summary>What cannot be listed or read is so in the result, too; its hash says that and no more.</summary>
    private static IEnumerable<SubmissionEntry> Guarded(Func<IEnumerable<SubmissionEntry>> list)
    {
        try
        {
            return list();
        }
        catch (Exception error) when (error is GraderException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static byte[] GuardedBytes(Func<byte[]> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is GraderException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Metadata(string path)
    {
        var file = System.IO.Path.Combine(path, "submission_metadata.yml");
        return new FileInfo(file).Length <= MostMetadata ? File.ReadAllText(file) : throw new GraderException(ExitCode.WrongUsage, $"{file}: larger than {MostMetadata / 1024 / 1024} MiB. Take the results of tests out of it; only who submitted is read.");
    }
}
