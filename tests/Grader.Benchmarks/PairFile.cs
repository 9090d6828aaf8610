using System.Text.Json;
using Grader.Mathematics;

namespace Grader.Benchmarks;

/// <summary>Pairs to compare, a line each: <c>{"gold", "answer", "mode"?, "goldSyntax"?}</c>.</summary>
internal static class PairFile
{
    public static string Own { get; } = Path.Combine(AppContext.BaseDirectory, "pairs.jsonl");

    /// <summary>The file that <c>GRADER_PAIRS</c> names, or the project's own.</summary>
    public static string Chosen => Environment.GetEnvironmentVariable("GRADER_PAIRS") ?? Own;

    public static ComparisonRequest[] Read(string path) => [.. File.ReadLines(path).Where(static line => line.Length > 0).Select(Parse)];

    private static ComparisonRequest Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return new(Text("gold")!, Text("answer")!, Text("mode"), GoldSyntax: Text("goldSyntax"), Id: Text("id"));

        string? Text(string name) => document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
