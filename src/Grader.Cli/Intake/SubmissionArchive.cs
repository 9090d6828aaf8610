using System.IO.Compression;

namespace Grader.Cli.Intake;

/// <summary>
/// The files of a zip archive. Nothing of it is written to disk, so its names lead nowhere; what is read of it is bounded in number, size and ratio, and held against its
/// checksum, whatever its headers say.
/// </summary>
internal sealed class SubmissionArchive
{
    private const int MostEntries = 2000;
    private const long MostUnpacked = 1L << 30;
    private const int MostRatio = 200;
    private const int RatioFrom = 1 << 20;
    private const int UnixTypeMask = 0xF000;
    private const int UnixLink = 0xA000;

    private readonly byte[] _bytes;
    private readonly string _shown;

    private SubmissionArchive(byte[] bytes, string shown) => (_bytes, _shown) = (bytes, shown);

    /// <exception cref="GraderException">It is no zip, is damaged, or unpacks to too much.</exception>
    public static IReadOnlyList<SubmissionEntry> Entries(byte[] bytes, string shown) => new SubmissionArchive(bytes, shown).Entries();

    /// <summary>The extension of the document that a zip is, by the names in it: Word, PowerPoint and OpenDocument files are zips. Null for an archive of files.</summary>
    public static string? DocumentExtension(IReadOnlyList<SubmissionEntry> entries)
    {
        var names = entries.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        if (names.Contains("[Content_Types].xml"))
            return names.Contains("word/document.xml") ? ".docx" : names.Any(name => name.StartsWith("ppt/", StringComparison.Ordinal)) ? ".pptx" : ".xlsx";
        return names.Contains("mimetype") && names.Contains("content.xml") ? ".odt" : null;
    }

    private List<SubmissionEntry> Entries()
    {
        // Counted before the directory is read: a directory of a million entries is never built.
        if (_bytes.AsSpan().Count("PK\u0001\u0002"u8) > MostEntries)
            throw Refused($"it holds more than {MostEntries} files. Leave out what is not the submission.");
        return Guarded(() =>
        {
            using var archive = Open();
            if (archive.Entries.Sum(entry => Math.Max(0, (decimal)entry.Length)) > MostUnpacked)
                throw Refused($"it unpacks to more than {MostUnpacked >> 30} GiB. Leave out what is not the submission.");
            var entries = new List<SubmissionEntry>(archive.Entries.Count);
            for (var i = 0; i < archive.Entries.Count; i++)
            {
                var (index, entry) = (i, archive.Entries[i]);
                var path = entry.FullName.Replace('\\', '/').TrimStart('/');
                if (path.Length > 0 && path[^1] != '/' && ((entry.ExternalAttributes >> 16) & UnixTypeMask) != UnixLink)
                    entries.Add(new(path, () => Unpack(index)));
            }
            return entries;
        });
    }

    private byte[] Unpack(int index) => Guarded(() =>
    {
        using var archive = Open();
        var entry = archive.Entries[index];
        if (entry.IsEncrypted)
            throw Refused($"{entry.FullName} in it is encrypted. Hand in an archive without a password.");
        using var stream = entry.Open();
        var shown = $"{_shown}: {entry.FullName}";
        var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        var packed = Math.Clamp(entry.CompressedLength, 1, _bytes.Length);
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > RatioFrom && buffer.Length > packed * MostRatio)
                throw Refused($"{entry.FullName} in it unpacks to more than {MostRatio} times its size. No written submission does.");
            if (buffer.Length > BoundedBytes.MostOfAnyFile)
                throw BoundedBytes.TooLarge(shown, BoundedBytes.MostOfAnyFile);
        }
        // A header that says less than there is would cut the text short, silently.
        var bytes = buffer.ToArray();
        return bytes.Length == entry.Length && Crc32.Of(bytes) == entry.Crc32 ? bytes : throw Damaged();
    });

    private ZipArchive Open() => new(new MemoryStream(_bytes, writable: false), ZipArchiveMode.Read);

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw Damaged();
        }
    }

    private GraderException Damaged() => Refused("it is damaged, or no zip that can be read. Pack it again, with the usual compression.");

    private GraderException Refused(string why) => new(ExitCode.UnreadableSubmission, $"{_shown}: this archive cannot be read: {why}");
}
