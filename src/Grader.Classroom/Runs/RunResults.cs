using System.Text.Json;

namespace Grader.Classroom.Runs;

/// <summary>Reads the results of a finished run.</summary>
public static class RunResults
{
    /// <summary>All heads, in order.</summary>
    /// <exception cref="ClassroomException">They are not there, or a line is no result.</exception>
    public static IEnumerable<ResultSummary> Heads(string run) => Lines(run).Select(line => line.Summary);

    /// <summary>All results, one in memory at a time.</summary>
    /// <exception cref="ClassroomException">They are not there, or a line is no result.</exception>
    public static IEnumerable<(ResultSummary Summary, ReadOnlyMemory<byte> Line)> Lines(string run)
    {
        var path = Path.Combine(run, RunFolder.Results);
        using var stream = Open(path);
        var number = 0;
        foreach (var (_, line) in Runs.Lines.Of(stream))
        {
            number++;
            ResultSummary summary;
            try
            {
                summary = ResultLine.Read(line.Span);
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                throw new ClassroomException(ClassroomFault.Outside, $"{path}:{number}: this line is no result ({error.Message.TrimEnd('.')}). The file was changed or damaged; grade anew with --restart.");
            }
            yield return (summary, line);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClassroomException(ClassroomFault.Outside, $"{path}: cannot be read ({error.Message.TrimEnd('.')}). A finished run has this file; grade anew with --restart.");
        }
    }
}
