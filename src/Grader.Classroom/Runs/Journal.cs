using System.Security.Cryptography;
using System.Text.Json;
using Grader.Reports;

namespace Grader.Classroom.Runs;

/// <summary>
/// A run that is under way: a line for each submission that is begun, and one for each result, in the order in which that happens: <c>CHECKSUM JSON</c>. Lines are only added; after a kill at any moment the last may
/// be torn, and is cut off. In memory is where the results stand, and no more. Safe on any thread.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const int ChecksumLength = 16;
    private static readonly byte[] Begun = "{\"begun\":"u8.ToArray();

    private readonly Lock _gate = new();
    private readonly FileStream _stream;
    private readonly Dictionary<string, LinePlace> _places = new(StringComparer.Ordinal);

    private readonly HashSet<string> _interrupted = new(StringComparer.Ordinal);

    private Journal(FileStream stream) => _stream = stream;

    public int Count => _places.Count;

    /// <summary>What was begun and not done when the process before this one ended, of whatever.</summary>
    public IReadOnlySet<string> Interrupted => _interrupted;

    /// <summary>Opens one, or begins it; what was torn is cut off.</summary>
    public static Journal Open(string path)
    {
        // Without a buffer: what a full disk has refused is not to be written once more where the file is closed.
        var journal = new Journal(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));
        journal.ReadAll();
        return journal;
    }

    public bool Has(string name) => _places.ContainsKey(name);

    /// <summary>Says that a submission is being graded.</summary>
    public void Begin(string name)
    {
        lock (_gate)
            Append(JsonText.Line(json =>
            {
                json.WriteStartObject();
                JsonText.Write(json, "begun", name);
                json.WriteEndObject();
            }));
    }

    /// <summary>Adds a result. Safe in the file, as far as this process goes, when it returns.</summary>
    /// <param name="name">Of the submission.</param>
    public void Add(string name, ReadOnlySpan<byte> line)
    {
        lock (_gate)
            _places[name] = Append(line);
    }

    private LinePlace Append(ReadOnlySpan<byte> line)
    {
        var start = _stream.Position;
        var record = new byte[ChecksumLength + 1 + line.Length + 1];
        WriteChecksum(line, record);
        record[ChecksumLength] = (byte)' ';
        line.CopyTo(record.AsSpan(ChecksumLength + 1));
        record[^1] = (byte)'\n';
        _stream.Write(record);
        return new(start + ChecksumLength + 1, line.Length);
    }

    /// <summary>Forgets a result, so that it is graded again; another is added then.</summary>
    public void Forget(string name) => _places.Remove(name);

    /// <summary>A result's line.</summary>
    public byte[] LineOf(string name)
    {
        var end = _stream.Position;
        var line = Lines.At(_stream, _places[name]);
        _stream.Position = end;
        return line;
    }

    /// <summary>The heads of the results, in the order of the submissions' names.</summary>
    public IEnumerable<ResultSummary> Heads() => Names().Select(name => ResultLine.Read(LineOf(name)));

    /// <summary>The results as lines, in the order of the submissions' names.</summary>
    public void CopyTo(Stream results)
    {
        foreach (var name in Names())
        {
            results.Write(LineOf(name));
            results.WriteByte((byte)'\n');
        }
    }

    public void Dispose() => _stream.Dispose();

    private IEnumerable<string> Names() => _places.Keys.Order(StringComparer.Ordinal);

    private void ReadAll()
    {
        var whole = 0L;
        foreach (var (place, line) in Lines.Of(_stream))
        {
            if (!IsWhole(line.Span))
                break;
            try
            {
                Read(line[(ChecksumLength + 1)..], new(place.Offset + ChecksumLength + 1, place.Length - ChecksumLength - 1));
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
            {
                break;
            }
            whole = place.Offset + place.Length + 1;
        }
        _stream.SetLength(whole);
        _stream.Position = whole;
    }

    private void Read(ReadOnlyMemory<byte> line, LinePlace place)
    {
        if (line.Span.StartsWith(Begun))
        {
            using var json = JsonDocument.Parse(line);
            _interrupted.Add(JsonMembers.Text(json.RootElement, "begun"));
            return;
        }
        var name = ResultLine.Read(line.Span).Name;
        _interrupted.Remove(name);
        _places[name] = place;
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
