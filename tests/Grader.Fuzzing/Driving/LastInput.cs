using System.IO.MemoryMappedFiles;

namespace Grader.Fuzzing.Driving;

/// <summary>The input being read, in a file that outlives the process: a stack that overflows, or a reading that never ends, leaves it there.</summary>
internal sealed class LastInput : IDisposable
{
    private const int Room = 64 * 1024;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public LastInput(string reader, int job)
    {
        FilePath = Path.Combine(Path.GetTempPath(), $"grader-fuzzing-{reader}-{Environment.ProcessId}-{job}.last");
        _file = MemoryMappedFile.CreateFromFile(FilePath, FileMode.Create, null, Room);
        _view = _file.CreateViewAccessor();
    }

    /// <summary>Four bytes of length, then the input.</summary>
    public string FilePath { get; }

    public void Note(byte[] input)
    {
        var length = Math.Min(input.Length, Room - sizeof(int));
        _view.Write(0, length);
        _view.WriteArray(sizeof(int), input, 0, length);
    }

    /// <summary>The file goes too: the input was read to its end.</summary>
    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
        File.Delete(FilePath);
    }
}
