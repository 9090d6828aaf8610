using System.IO.Compression;
using Grader.Reference;

namespace Grader.Cli.Gradescope;

/// <summary>The zip that Gradescope takes for an autograder: two scripts, the program, the assignment. Equal contents give equal bytes.</summary>
internal static class AutograderZip
{
    // The first moment that a zip can name.
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int RegularFile = 0x8000;
    private const int ForAll = 0x1ED; // rwxr-xr-x
    private const int ToRead = 0x1A4; // rw-r--r--

    public static byte[] Write(byte[] program, IEnumerable<CaseFile> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "run_autograder", Resource("run_autograder"), ForAll);
            Add(zip, "setup.sh", Resource("setup.sh"), ForAll);
            Add(zip, "grader", program, ForAll);
            foreach (var file in files)
                Add(zip, $"case/{file.Path}", file.Bytes.Span, ToRead);
        }
        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> bytes, int mode)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Moment;
        entry.ExternalAttributes = (RegularFile | mode) << 16;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static byte[] Resource(string name)
    {
        using var resource = typeof(AutograderZip).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
