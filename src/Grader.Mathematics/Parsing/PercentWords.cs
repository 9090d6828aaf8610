using System.Collections.Frozen;

namespace Grader.Mathematics;

/// <summary>The words by which a percent sign is spelled out, in the languages that answers are written in.</summary>
internal static class PercentWords
{
    private static readonly FrozenSet<string> All =
        FrozenSet.ToFrozenSet(["percent", "pct", "prozent", "procent", "per cent", "pour cent", "por ciento", "por cento", "per cento"], StringComparer.OrdinalIgnoreCase);

    public static bool Are(string words) => All.Contains(words);

    public static bool Are(string first, string second) => first.Length <= "pour".Length && All.Contains($"{first} {second}");

    /// <summary>Whether a text goes on with them.</summary>
    public static bool Start(ReadOnlySpan<char> text)
    {
        foreach (var words in All)
        {
            if (text.StartsWith(words, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
