using System.Security.Cryptography;
using System.Text;

namespace Grader.Cli.Files;

/// <summary>The text of a submission, from a file, a folder that holds one, or standard input.</summary>
/// <param name="Name">File name without its folder, for the report.</param>
/// <param name="Sha256">Over the bytes, lower-case hexadecimal.</param>
internal sealed record SubmissionFile(string Name, string Text, string Sha256)
{
    private const int MaximumBytes = 8 * 1024 * 1024;

    private static readonly string[] Extensions = [".md", ".markdown", ".txt", ".qmd", ".rmd"];

    private static readonly (byte[] Magic, string What)[] Binaries =
    [
        ("%PDF"u8.ToArray(), "a PDF"),
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive (or a Word document)"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
    ];

    /// <exception cref="GraderException">The file is not there, is too large, or is no text.</exception>
    public static SubmissionFile Read(string path)
    {
        if (path == "-")
            return Decode("standard-input.md", path, ReadBounded(Console.OpenStandardInput(), "standard input"));
        if (Directory.Exists(path))
            path = OnlyFileIn(path);
        if (!File.Exists(path))
            throw new GraderException(ExitCode.UnreadableSubmission, $"{path}: there is no such file. Give the path of a Markdown file, or - for standard input.");
        try
        {
            using var stream = File.OpenRead(path);
            return Decode(Path.GetFileName(path), path, ReadBounded(stream, path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.UnreadableSubmission, $"{path}: cannot be read ({error.Message}). Check its permissions.");
        }
    }

    private static string OnlyFileIn(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).ToList();
        return files.Count switch
        {
            0 => throw new GraderException(ExitCode.NothingToGrade, $"{folder}: this folder holds no submission ({string.Join(", ", Extensions)}). Give the file itself."),
            1 => files[0],
            _ => throw new GraderException(ExitCode.WrongUsage, $"{folder}: this folder holds {files.Count} submissions ({Path.GetFileName(files[0])}, {Path.GetFileName(files[1])} …). Give the files themselves: grader check {Path.Combine(folder, "*.md")}"),
        };
    }

    private static byte[] ReadBounded(Stream stream, string path)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MaximumBytes)
                throw new GraderException(ExitCode.UnreadableSubmission, $"{path}: larger than {MaximumBytes / 1024 / 1024} MiB, so hardly a written submission. Take out embedded images and data, or link them.");
        }
        return buffer.ToArray();
    }

    private static SubmissionFile Decode(string name, string path, byte[] bytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        foreach (var (magic, what) in Binaries)
        {
            if (bytes.AsSpan().StartsWith(magic))
                throw new GraderException(ExitCode.UnreadableSubmission, $"{path}: this is {what}, not text. Convert it to Markdown first.");
        }
        try
        {
            if (bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble))
                return new(name, new UnicodeEncoding(false, true, true).GetString(bytes, 2, bytes.Length - 2), sha256);
            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
            var text = new UTF8Encoding(false, true).GetString(bytes, start, bytes.Length - start);
            var zero = text.IndexOf('\0');
            if (zero >= 0)
                throw new GraderException(ExitCode.UnreadableSubmission, $"{path}:{LineOf(bytes, Encoding.UTF8.GetByteCount(text.AsSpan(0, zero)))}: a zero byte stands here, so this is no text. Save the file as UTF-8 text.");
            return new(name, text, sha256);
        }
        catch (DecoderFallbackException error)
        {
            var offset = Math.Max(0, error.Index);
            var shown = error.BytesUnknown is [var first, ..] ? $" (byte 0x{first:X2})" : "";
            throw new GraderException(ExitCode.UnreadableSubmission, $"{path}:{LineOf(bytes, offset)}: not valid UTF-8{shown}. Save the file as UTF-8; most editors offer it under “Save with encoding”.");
        }
    }

    private static int LineOf(byte[] bytes, int offset) => 1 + bytes.AsSpan(0, Math.Min(offset, bytes.Length)).Count((byte)'\n');
}
