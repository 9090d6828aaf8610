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
        var number = 0;
        foreach (var (place, line) in Runs.Lines.Of(stream))
        {
            number++;
            ResultSummary summary;
            try
            {
                summary = ResultLine.Read(line.Span);
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                throw new ClassroomException(ClassroomFault.Outside, $"{_path}:{number}: this line is no result ({error.Message.TrimEnd('.')}). The file was changed or damaged; grade anew with --restart.");
            }
            yield return (place, summary, line);
        }
    }

    internal byte[] At(LinePlace place) => Runs.Lines.At(_stream, place);

    public void Dispose() => _stream.Dispose();

    private static FileStream Stream(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
}
