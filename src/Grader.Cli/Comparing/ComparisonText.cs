using System.Text;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Cli.Comparing;

/// <summary>The result of one comparison, for a terminal.</summary>
internal static class ComparisonText
{
    public static string Write(ComparisonResult result)
    {
        var text = new StringBuilder();
        text.Append(result.Verdict.ToString().ToLowerInvariant()).Append(" (").Append(TerminalText.Clean(result.Rule)).Append(")\n");
        if (result.Witness is { } witness)
            text.Append("  ").Append(TerminalText.Clean(witness)).Append('\n');
        if (result.Message is { } message)
            text.Append("  ").Append(TerminalText.Clean(message)).Append('\n');
        return text.ToString();
    }
}
