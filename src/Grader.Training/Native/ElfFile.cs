using System.Buffers.Binary;

namespace Grader.Training.Native;

/// <summary>How long a Linux library is by its own head. The loader maps what is missing of a file that was cut off all the same, and the program ends without a word when it gets there.</summary>
internal static class ElfFile
{
    private const int HeaderLength = 64;
    private const int SegmentLength = 56;

    /// <summary>Where the last of segments and tables ends, in bytes, by the 64-bit little-endian ELF header (System V ABI, chapter 4).</summary>
    /// <returns>Null of a file that is no such library: what is wrong with it the loader tells.</returns>
    public static long? Length(Stream file)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.StartsWith((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
            return null;
        var segments = BinaryPrimitives.ReadInt64LittleEndian(header[0x20..]);
        var sections = BinaryPrimitives.ReadInt64LittleEndian(header[0x28..]);
        var segmentSize = BinaryPrimitives.ReadUInt16LittleEndian(header[0x36..]);
        var segmentCount = BinaryPrimitives.ReadUInt16LittleEndian(header[0x38..]);
        var sectionSize = BinaryPrimitives.ReadUInt16LittleEndian(header[0x3a..]);
        var sectionCount = BinaryPrimitives.ReadUInt16LittleEndian(header[0x3c..]);
        if (segments < 0 || sections < 0 || (segmentCount > 0 && segmentSize < SegmentLength))
            return null;
        var length = Math.Max(segments + (segmentSize * segmentCount), sections + (sectionSize * sectionCount));
        Span<byte> segment = stackalloc byte[SegmentLength];
        for (var index = 0; index < segmentCount; index++)
        {
            file.Position = segments + (index * segmentSize);
            if (file.ReadAtLeast(segment, SegmentLength, throwOnEndOfStream: false) < SegmentLength)
                break;
            length = Math.Max(length, BinaryPrimitives.ReadInt64LittleEndian(segment[0x08..]) + BinaryPrimitives.ReadInt64LittleEndian(segment[0x20..]));
        }

        return length;
    }
}
