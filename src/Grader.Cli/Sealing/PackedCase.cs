using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Grader.Reference;

namespace Grader.Cli.Sealing;

/// <summary>
/// An assignment's files in one piece: for each, in ordinal order, length and bytes of its path and of itself (lengths big-endian), and all of it deflated. It is opened in
/// memory alone, so its paths lead nowhere on disk.
/// </summary>
internal static class PackedCase
{
    private const int MostUnpacked = SealedFile.MostBytes;
    private const int MostFiles = 4096;

    public static byte[] Pack(IEnumerable<CaseFile> files)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            foreach (var file in files)
            {
                Write(deflate, Encoding.UTF8.GetBytes(file.Path));
                Write(deflate, file.Bytes.Span);
            }
        }
        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">It is damaged, unpacks to too much, or holds a path that no assignment's file has.</exception>
    public static IReadOnlyList<CaseFile> Unpack(byte[] packed)
    {
        var bytes = Inflate(packed).AsMemory();
        var files = new List<CaseFile>();
        var before = "";
        while (!bytes.IsEmpty)
        {
            var path = Decode(Take(ref bytes).Span);
            if (files.Count == MostFiles || CasePath.Of(path) != path || string.CompareOrdinal(before, path) >= 0)
                throw new InvalidDataException();
            files.Add(new(path, Take(ref bytes)));
            before = path;
        }
        return files;
    }

    private static string Decode(ReadOnlySpan<byte> path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(path);
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var inflate = new DeflateStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = inflate.Read(chunk)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MostUnpacked)
                throw new InvalidDataException();
        }
        return buffer.ToArray();
    }

    private static void Write(Stream stream, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        stream.Write(length);
        stream.Write(bytes);
    }

    private static ReadOnlyMemory<byte> Take(ref Memory<byte> bytes)
    {
        if (bytes.Length < 4 || BinaryPrimitives.ReadInt32BigEndian(bytes.Span) is var length && (length < 0 || length > bytes.Length - 4))
            throw new InvalidDataException();
        var taken = bytes.Slice(4, length);
        bytes = bytes[(4 + length)..];
        return taken;
    }
}
