namespace Grader.Cli.Intake;

/// <summary>What a file is that is no text, told by its first bytes.</summary>
/// <param name="Extension">Under which a converter for it is named: <c>.pdf</c>.</param>
/// <param name="What">For messages: <c>a PDF</c>.</param>
internal sealed record FileSignature(string Extension, string What)
{
    public const string Zip = ".zip";

    private static readonly (byte[] Start, FileSignature Signature)[] Known =
    [
        ("%PDF"u8.ToArray(), new(".pdf", "a PDF")),
        ("PK\u0003\u0004"u8.ToArray(), new(Zip, "a zip archive (or a Word document)")),
        ("PK\u0005\u0006"u8.ToArray(), new(Zip, "an empty zip archive")),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], new(".png", "a PNG image")),
        ([0xFF, 0xD8, 0xFF], new(".jpg", "a JPEG image")),
        ([0x1F, 0x8B], new(".gz", "a gzip archive")),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], new(".elf", "a program")),
        ([0xD0, 0xCF, 0x11, 0xE0], new(".doc", "an old Word document")),
        ("{\\rtf"u8.ToArray(), new(".rtf", "a rich text document")),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], new(".7z", "a 7z archive")),
        ("Rar!"u8.ToArray(), new(".rar", "a RAR archive")),
    ];

    /// <returns>Null for what may be text.</returns>
    public static FileSignature? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, signature) in Known)
        {
            if (bytes.StartsWith(start))
                return signature;
        }
        return null;
    }
}
