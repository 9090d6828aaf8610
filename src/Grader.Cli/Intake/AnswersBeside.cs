namespace Grader.Cli.Intake;

/// <summary>The file of answers beside a submission: <c>NAME.answers.csv</c>, in a folder or an archive <c>answers.csv</c> too.</summary>
/// <param name="Bytes">Empty where it cannot be read: an empty file is told in the report.</param>
internal sealed record AnswersBeside(string Name, byte[] Bytes)
{
    private const int MostBytes = 1024 * 1024;

    /// <param name="submission">Path of a submission on disk.</param>
    public static AnswersBeside? Of(string submission)
    {
        var path = Path.Combine(Path.GetDirectoryName(submission) ?? "", Path.GetFileNameWithoutExtension(submission) + ".answers.csv");
        if (!File.Exists(path))
            return null;
        return new(Path.GetFileName(path), Guarded(() =>
        {
            using var stream = File.OpenRead(path);
            return BoundedBytes.Read(stream, path, MostBytes);
        }));
    }

    public static AnswersBeside? Of(SubmissionEntry? entry) => entry is null ? null : new(entry.Name, Guarded(entry.Read));

    /// <summary>A file beside the submission never costs the submission its result.</summary>
    private static byte[] Guarded(Func<byte[]> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is GraderException or IOException or UnauthorizedAccessException)
        {
            StandardError.WriteLine(error.Message);
            return [];
        }
    }
}
