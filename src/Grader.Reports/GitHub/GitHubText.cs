using System.Text;

namespace Grader.Reports;

/// <summary>Text on its way into a log that the GitHub runner reads. It obeys <c>::command</c> at the start of a line, after spaces too, and <c>##[command]</c> anywhere in one.</summary>
public static class GitHubText
{
    /// <summary>The message of a workflow command: one line of the log.</summary>
    public static string Data(string text) => Broken(Clean(text)).Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>A property of a workflow command.</summary>
    public static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    /// <summary>Lines for the log that hold no command; each of them begins with something else.</summary>
    public static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.AsSpan().TrimStart().StartsWith("::") ? "| " + Broken(line) : Broken(line)));

    private static string Broken(string text) => text.Replace("##[", "# #[", StringComparison.Ordinal);

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!TerminalText.IsHostile(rune.Value) || rune.Value is '\n')
                clean.Append(rune);
        }
        return clean.ToString();
    }
}
