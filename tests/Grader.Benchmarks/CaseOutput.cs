using Grader.Reference;

namespace Grader.Benchmarks;

/// <summary><c>cases/hw5</c> as it lies beside the program.</summary>
internal sealed class CaseOutput : ICaseSource
{
    public IReadOnlyList<string> Paths { get; } = [.. Directory.GetFiles(PathOf("")).Select(file => Path.GetFileName(file)!)];

    public ReadOnlyMemory<byte>? Read(string path) => File.Exists(PathOf(path)) ? File.ReadAllBytes(PathOf(path)) : default(ReadOnlyMemory<byte>?);

    public static string PathOf(string path) => Path.Combine(AppContext.BaseDirectory, "hw5", path);
}
