namespace Grader.Classroom.Runs;

/// <summary>The lines of a file of any size, of which one is in memory at a time.</summary>
internal static class Lines
{
    private const int Chunk = 1 << 16;

    /// <returns>Each line that is ended by a line feed, without it, and its place. The bytes are valid until the next is asked for.</returns>
    public static IEnumerable<(LinePlace Place, ReadOnlyMemory<byte> Line)> Of(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[Chunk];
        var (start, filled, offset) = (0, 0, 0L);
        while (true)
        {
            var end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n');
            if (end >= 0)
            {
                yield return (new(offset, end), buffer.AsMemory(start, end));
                start += end + 1;
                offset += end + 1;
                continue;
            }
            if (start > 0)
                buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (start, filled) = (0, filled - start);
            if (filled == buffer.Length)
                Array.Resize(ref buffer, 2 * buffer.Length);
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
                yield break;
            filled += read;
        }
    }

    /// <summary>One line; where the stream stands afterwards is left open.</summary>
    public static byte[] At(Stream stream, LinePlace place)
    {
        var line = new byte[place.Length];
        stream.Position = place.Offset;
        stream.ReadExactly(line);
        return line;
    }
}

/// <summary>Where a line stands in a file.</summary>
/// <param name="Offset">Of its first byte.</param>
/// <param name="Length">In bytes, without the line end.</param>
internal readonly record struct LinePlace(long Offset, int Length);
