using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Grader.Classroom.Runs;

/// <summary>
/// The results of a run that is under way, in the order in which they were done: a line each, <c>CHECKSUM JSON</c>. Lines are only added; after a kill at any moment the last may be torn, and is cut off.
/// In memory are the heads of the results alone.
/// </summary>
public sealed class Journal : IDisposable
{
    private const int ChecksumLength = 16;

    private readonly FileStream _stream;
    private readonly SortedDictionary<string, JournalEntry> _entries = new(StringComparer.Ordinal);

    private Journal(FileStream stream) => _stream = stream;

    /// <summary>By name of the submission, in their order.</summary>
    public IReadOnlyDictionary<string, JournalEntry> Entries => _entries;

    /// <summary>Opens one, or begins it; what was torn is cut off.</summary>
    public static Journal Open(string path)
    {
        var journal = new Journal(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16));
        journal.ReadAll();
        return journal;
    }

    /// <summary>Adds a result. Safe in the file, as far as this process goes, when it returns.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        var summary = ResultLine.Read(line);
        var start = _stream.Position;
        var record = new byte[ChecksumLength + 1 + line.Length + 1];
        WriteChecksum(line, record);
        record[ChecksumLength] = (byte)' ';
        line.CopyTo(record.AsSpan(ChecksumLength + 1));
        record[^1] = (byte)'\n';
        _stream.Write(record);
        _stream.Flush();
        _entries[summary.Name] = new(summary, start + ChecksumLength + 1, line.Length);
    }

    /// <summary>Forgets a result, so that it is graded again; another is added then.</summary>
    public void Forget(string name) => _entries.Remove(name);

    /// <summary>A result's line.</summary>
    public byte[] LineOf(JournalEntry entry)
    {
        var end = _stream.Position;
        var line = Line(entry);
        _stream.Position = end;
        return line;
    }

    /// <summary>The results as lines, in the order of the submissions' names.</summary>
    public void CopyTo(Stream results)
    {
        var end = _stream.Position;
        foreach (var entry in _entries.Values)
        {
            results.Write(Line(entry));
            results.WriteByte((byte)'\n');
        }
        _stream.Position = end;
    }

    public void Dispose() => _stream.Dispose();

    private byte[] Line(JournalEntry entry)
    {
        var line = new byte[entry.Length];
        _stream.Position = entry.Offset;
        _stream.ReadExactly(line);
        return line;
    }

    private void ReadAll()
    {
        var whole = 0L;
        foreach (var (offset, line) in Lines.Of(_stream))
        {
            if (!IsWhole(line.Span))
                break;
            ResultSummary summary;
            try
            {
                summary = ResultLine.Read(line.Span[(ChecksumLength + 1)..]);
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                break;
            }
            _entries[summary.Name] = new(summary, offset + ChecksumLength + 1, line.Length - ChecksumLength - 1);
            whole = offset + line.Length + 1;
        }
        _stream.SetLength(whole);
        _stream.Position = whole;
    }

    private static bool IsWhole(ReadOnlySpan<byte> record)
    {
        if (record.Length <= ChecksumLength || record[ChecksumLength] != (byte)' ')
            return false;
        Span<byte> checksum = stackalloc byte[ChecksumLength];
        WriteChecksum(record[(ChecksumLength + 1)..], checksum);
        return record[..ChecksumLength].SequenceEqual(checksum);
    }

    private static void WriteChecksum(ReadOnlySpan<byte> line, Span<byte> checksum)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(line, hash);
        Convert.TryToHexStringLower(hash[..(ChecksumLength / 2)], checksum, out _);
    }
}

/// <summary>Where a result stands in a journal.</summary>
/// <param name="Offset">Of the JSON's first byte.</param>
public sealed record JournalEntry(ResultSummary Summary, long Offset, int Length);
