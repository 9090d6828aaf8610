using System.Text;

namespace Grader.Reference.Tests;

/// <summary>Case files in memory.</summary>
internal sealed class MemoryCase : ICaseSource
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public MemoryCase(params ReadOnlySpan<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
            _files[path] = Encoding.UTF8.GetBytes(text);
    }

    public IReadOnlyList<string> Paths => [.. _files.Keys];

    public ReadOnlyMemory<byte>? Read(string path) => _files.TryGetValue(path, out var bytes) ? bytes : default(ReadOnlyMemory<byte>?);

    /// <summary>The files of <c>cases/NAME</c>.</summary>
    public static MemoryCase FromFolder(string name)
    {
        var files = new MemoryCase();
        var folder = Path.Combine(Repository.Root, "cases", name);
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            files._files[Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')] = File.ReadAllBytes(path);
        return files;
    }

    /// <summary>The same files but for one.</summary>
    public MemoryCase With(string path, string text)
    {
        var files = new MemoryCase();
        foreach (var (other, bytes) in _files)
            files._files[other] = bytes;
        files._files[path] = Encoding.UTF8.GetBytes(text);
        return files;
    }

    /// <summary>An assignment of one question, <c>q.json</c>, with the id 1.</summary>
    /// <param name="question">The members of the question besides id and title.</param>
    public static MemoryCase WithQuestion(string question, params ReadOnlySpan<(string Path, string Text)> files)
    {
        var source = new MemoryCase(files);
        source._files["assignment.json"] = """{ "format": 2, "id": "t", "title": "Test", "questions": ["q.json"] }"""u8.ToArray();
        source._files["q.json"] = Encoding.UTF8.GetBytes("{ \"id\": \"1\", \"title\": \"Q\",\n" + question + "\n}");
        return source;
    }

    /// <summary>The worksheet of an engine with these inputs.</summary>
    public static Worksheet Worksheet(string engine, params ReadOnlySpan<(string Path, string Text)> files)
    {
        var reading = CaseReader.Read(WithQuestion($$"""
            "engine": {{engine}},
            "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "choice", "ask": "?", "points": 1, "right": "yes", "choices": { "yes": ["yes"], "no": ["no"] } } ] } ]
            """, files));
        return reading.Assignment?.Questions[0].Worksheet ?? throw new AssertionException(string.Join('\n', reading.Problems));
    }
}
