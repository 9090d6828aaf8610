using System.Text.Json;

namespace Grader.Classroom.Runs;

/// <summary>Reads the results of a finished run where they stand: one is in memory at a time.</summary>
public sealed class RunResults : IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;

    private RunResults(string path, FileStream stream) => (_path, _stream) = (path, stream);

    /// <exception cref="ClassroomException">They are not there.</exception>
    internal static RunResults Open(string run)
    {
        var path = Path.Combine(run, RunFolder.Results);
        try
        {
            return new(path, Stream(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClassroomException(ClassroomFault.Outside, $"{path}: cannot be read ({error.Message.TrimEnd('.')}). A finished run has this file; grade anew with --restart.");
        }
    }

    /// <summary>All heads, in order.</summary>
    /// <exception cref="ClassroomException">They are not there, or a line is no result.</exception>
    public static IEnumerable<ResultSummary> Heads(string run) => Lines(run).Select(line => line.Summary);

    /// <summary>All results, in order; the bytes are valid until the next is asked for.</summary>
    /// <exception cref="ClassroomException">They are not there, or a line is no result.</exception>
    public static IEnumerable<(ResultSummary Summary, ReadOnlyMemory<byte> Line)> Lines(string run)
    {
        using var results = Open(run);
        foreach (var (_, summary, line) in results.All())
            yield return (summary, line);
    }

    /// <summary>All results, in order; the bytes are valid until the next is asked for. One at a place may be read in between.</summary>
    /// <exception cref="ClassroomException">A line is no result.</exception>
    internal IEnumerable<(LinePlace Place, ResultSummary Summary, ReadOnlyMemory<byte> Line)> All()
    {
        using var stream = Stream(_path);
        var (number, end, last) = (0, 0L, "");
        foreach (var (place, line) in Runs.Lines.Of(stream))
        {
            number++;
            end = place.Offset + place.Length + 1;
            ResultSummary summary;
            try
            {
                summary = ResultLine.Read(line.Span);
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                throw Damaged(number, $"this line is no result ({error.Message.TrimEnd('.')})");
            }
            if (number > 1 && string.CompareOrdinal(last, summary.Name) >= 0)
                throw Damaged(number, $"{summary.Name} stands behind {last}, and lines are in the order of the names, each once");
            last = summary.Name;
            yield return (place, summary, line);
        }
        if (end < stream.Length)
            throw Damaged(number + 1, "this line has no end");
    }

    internal byte[] At(LinePlace place) => Runs.Lines.At(_stream, place);

    public void Dispose() => _stream.Dispose();

    private ClassroomException Damaged(int line, string what) => new(ClassroomFault.Outside, $"{_path}:{line}: {what}. The file was changed or damaged; grade anew with --restart.");

    private static FileStream Stream(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
}
