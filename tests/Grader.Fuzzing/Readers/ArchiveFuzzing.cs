using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Grader.Cli;
using Grader.Cli.Intake;
using Grader.Fuzzing.Driving;

namespace Grader.Fuzzing.Readers;

/// <summary>Zip archives: what they hold is bounded and never leads out of them, whatever their headers say.</summary>
internal sealed class ArchiveFuzzing : IFuzzedReader
{
    // As the README says of any file, of an archive's entries, and of how far one may unpack.
    private const int MostOfAnyFile = 64 << 20;
    private const int MostEntries = 2000;
    private const int MostRatio = 200;
    private const int RatioFrom = 1 << 20;

    public string Name => "archive";

    public long MostBytes => 400_000_000;

    public IReadOnlyList<string> Pieces { get; } = ["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "PK\u0006\u0006", "PK\u0007\b", "../", "..\\", "/", "\\", ".md", "a.md", "\0", "\0\0\0\0", "\u0001\0", "\b\0", "__MACOSX/", ".git/", "answers.csv", "x.ipynb", "mimetype", "[Content_Types].xml", "C:", "\u007F\u007F"];

    public IEnumerable<byte[]> Seeds =>
    [
        Zip(("a.md", "W = 3")), Zip(("a/b.md", new string('x', 400)), ("a/answers.csv", "check,value\n")), Zip(("../../etc/a.md", "1")), Zip(("..\\a.md", "1"), ("/b.txt", "2"), ("c/", "")),
        Zip(("__MACOSX/._a.md", ""), ("a.ipynb", "{}"), ("README.md", "x")), Zip(), Zip(("a.md", new string('0', 2 << 20))), Zip(("[Content_Types].xml", ""), ("word/document.xml", "")), Zip(("mimetype", ""), ("content.xml", "")), Zip(("x.zip", ""), ("y.pdf", "")),
    ];

    public void Read(byte[] input, Traits traits, bool thorough)
    {
        IReadOnlyList<SubmissionEntry> entries;
        try
        {
            entries = SubmissionArchive.Entries(input, "x.zip");
        }
        catch (GraderException refused)
        {
            traits.Message("refused", refused.Message);
            return;
        }
        Promise.Hold(entries.Count <= MostEntries, "an archive has at most so many entries", () => $"{entries.Count}");
        traits.Count("entries", entries.Count);
        foreach (var entry in entries)
            Hold(input, entry, traits);
        traits.Add("document", SubmissionArchive.DocumentExtension(entries) ?? "none");
        try
        {
            var choice = SubmissionChoice.Among(entries, "x.zip", "archive", _ => false);
            Promise.Hold(entries.Contains(choice.Submission), "what is chosen stands in the archive");
            traits.Add("chosen", choice.Submission.Extension, $"{choice.AnswersFile is not null} {Math.Min(choice.SetAside.Count, 3)}");
        }
        catch (GraderException refused)
        {
            traits.Message("no choice", refused.Message);
        }
        if (thorough)
            Promise.Hold(SubmissionArchive.Entries(input, "x.zip").Select(entry => entry.Path).SequenceEqual(entries.Select(entry => entry.Path)), "the same archive holds the same twice");
    }

    private static void Hold(byte[] input, SubmissionEntry entry, Traits traits)
    {
        Promise.Hold(entry.Path.Length > 0 && entry.Path[0] != '/' && entry.Path[^1] != '/' && !entry.Path.Contains('\\'), "the path of an entry is relative, and of a file", () => entry.Path);
        traits.Add("path", entry.Extension.Length < 7 ? entry.Extension : "long", $"{Math.Min(entry.Depth, 4)}{SubmissionEntry.IsOfNoStudent(entry.Path)}");
        try
        {
            var bytes = entry.Read();
            Promise.Hold(bytes.Length <= MostOfAnyFile && (bytes.Length <= RatioFrom || bytes.Length <= (long)input.Length * MostRatio), "what an entry unpacks to is bounded", () => $"{bytes.Length} of {input.Length}");
            traits.Count("bytes", bytes.Length);
        }
        catch (GraderException refused)
        {
            traits.Message("entry refused", refused.Message);
        }
    }

    /// <summary>Makes the checksums of entries that are not compressed right again.</summary>
    public byte[] Mend(byte[] input)
    {
        var mended = (byte[])input.Clone();
        var sums = new Queue<uint>();
        for (var at = 0; Next(mended, at, "PK\u0003\u0004"u8) is >= 0 and var header; at = header + 4)
        {
            if (header + 30 > mended.Length)
                break;
            var local = mended.AsSpan(header);
            var start = 30 + BinaryPrimitives.ReadUInt16LittleEndian(local[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
            var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(local[18..]);
            if (BinaryPrimitives.ReadUInt16LittleEndian(local[8..]) == 0 && start + length <= local.Length)
                BinaryPrimitives.WriteUInt32LittleEndian(local[14..], Crc32.Of(local.Slice(start, (int)length)));
            sums.Enqueue(BinaryPrimitives.ReadUInt32LittleEndian(local[14..]));
        }
        for (var at = 0; Next(mended, at, "PK\u0001\u0002"u8) is >= 0 and var header && sums.TryDequeue(out var sum); at = header + 4)
        {
            if (header + 20 <= mended.Length)
                BinaryPrimitives.WriteUInt32LittleEndian(mended.AsSpan(header + 16), sum);
        }
        return mended;
    }

    private static int Next(byte[] bytes, int from, ReadOnlySpan<byte> mark) => bytes.AsSpan(from).IndexOf(mark) is >= 0 and var found ? from + found : -1;

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                var entry = archive.CreateEntry(name, text.Length > 100 ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }
}
