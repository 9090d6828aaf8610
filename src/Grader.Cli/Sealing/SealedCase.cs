using Grader.Reference;

namespace Grader.Cli.Sealing;

/// <summary>A sealed assignment, opened in memory; nothing of it is written to disk.</summary>
internal sealed class SealedCase : ICaseSource
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _files;

    public SealedCase(IReadOnlyList<CaseFile> files)
    {
        _files = files.ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        Paths = [.. files.Select(file => file.Path).Where(path => !path.Contains('/', StringComparison.Ordinal))];
    }

    public IReadOnlyList<string> Paths { get; }

    public ReadOnlyMemory<byte>? Read(string path) => CasePath.Of(path) is { } name && _files.TryGetValue(name, out var bytes) ? bytes : null;

    /// <param name="keyFile">Null for the key of the environment.</param>
    /// <param name="shown">The file, for messages.</param>
    /// <exception cref="GraderException">It cannot be read, is no sealed assignment, is damaged, or the key is missing or another's.</exception>
    public static SealedCase Open(string file, string? keyFile, string shown)
    {
        var contents = SealedFile.Open(Read(file, shown), SealKey.Given(keyFile), shown);
        try
        {
            return new(PackedCase.Unpack(contents));
        }
        catch (InvalidDataException)
        {
            throw SealedFile.Refused(shown, "what is sealed is no assignment that this program reads. Seal the assignment anew.");
        }
    }

    private static byte[] Read(string file, string shown)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var beginning = new byte[8];
            var count = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
            // What does not begin as a sealed file is not read on: it may be large, or a pipe.
            if (!SealedFile.Begins(beginning.AsSpan(0, count)))
                return beginning[..count];
            using var whole = new MemoryStream();
            whole.Write(beginning);
            var chunk = new byte[64 * 1024];
            while ((count = stream.Read(chunk)) > 0)
            {
                whole.Write(chunk, 0, count);
                if (whole.Length > SealedFile.MostBytesOfFile)
                    throw SealedFile.Refused(shown, $"larger than {SealedFile.MostBytesOfFile >> 20} MiB, which no sealed assignment is.");
            }
            return whole.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SealedFile.Refused(shown, $"cannot be read ({error.Message.TrimEnd('.')}). Check its permissions.");
        }
    }
}
