namespace Grader.Classroom.Runs;

/// <summary>The lines of a file of any size, of which one is in memory at a time.</summary>
internal static class Lines
{
    private const int Chunk = 1 << 16;

    /// <returns>Each line that is ended by a line feed, without it, and its place. The bytes are valid until the next is asked for.</returns>
    public static IEnumerable<(long Offset, ReadOnlyMemory<byte> Line)> Of(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[Chunk];
        var (start, filled, offset) = (0, 0, 0L);
        while (true)
        {
            var end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n');
            if (end >= 0)
            {
                yield return (offset, buffer.AsMemory(start, end));
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
}
