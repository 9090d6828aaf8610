using System.Text;
using Grader.Reference;

namespace Grader.Fuzzing.Readers;

/// <summary>Files of a case in one input: each begins with a line <c>==== q1.json</c>.</summary>
internal sealed class FileBundle : ICaseSource
{
    private const string Mark = "==== ";

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public FileBundle(ReadOnlySpan<byte> input)
    {
        var mark = Encoding.UTF8.GetBytes(Mark);
        while (input.IndexOf(mark) is >= 0 and var start)
        {
            input = input[(start + mark.Length)..];
            var line = input.IndexOf((byte)'\n');
            if (line < 0)
                return;
            var name = Encoding.UTF8.GetString(input[..line]);
            input = input[(line + 1)..];
            var end = input.IndexOf(mark);
            if (name.Length > 0)
                _files.TryAdd(name, input[..(end < 0 ? input.Length : end)].ToArray());
        }
    }

    public FileBundle(IEnumerable<(string Path, byte[] Bytes)> files)
    {
        foreach (var (path, bytes) in files)
            _files[path] = bytes;
    }

    public IReadOnlyList<string> Paths => [.. _files.Keys];

    public ReadOnlyMemory<byte>? Read(string path) => _files.TryGetValue(path, out var bytes) ? bytes : default(ReadOnlyMemory<byte>?);

    public byte[] Input => [.. _files.SelectMany(file => Encoding.UTF8.GetBytes($"{Mark}{file.Key}\n").Concat(file.Value))];
}
