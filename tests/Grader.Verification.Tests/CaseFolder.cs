using Grader.Reference;

namespace Grader.Verification.Tests;

/// <summary>A folder of <c>cases</c> on disk.</summary>
internal sealed class CaseFolder(string folder) : ICaseSource
{
    public IReadOnlyList<string> Paths { get; } = [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    public ReadOnlyMemory<byte>? Read(string path) => File.Exists(Path.Combine(folder, path)) ? File.ReadAllBytes(Path.Combine(folder, path)) : default(ReadOnlyMemory<byte>?);

    public static Assignment Assignment(string folder) => CaseReader.Read(new CaseFolder(folder)).Assignment ?? throw new InvalidOperationException($"{folder} has problems");

    /// <summary>The texts of its sample submissions, by name.</summary>
    public static IEnumerable<string> Samples(string folder)
    {
        var samples = Path.Combine(folder, "submissions");
        return Directory.Exists(samples) ? Directory.GetFiles(samples, "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText) : [];
    }
}
