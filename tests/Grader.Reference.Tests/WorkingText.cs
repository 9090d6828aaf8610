using System.Text;

namespace Grader.Reference.Tests;

/// <summary>Steps of a worked solution as lines, for snapshots.</summary>
internal static class WorkingText
{
    public static string Of(WorkedStep step)
    {
        var text = new StringBuilder();
        if (step.Entries.Count == 0)
            return text.Append("  ").Append(step).Append(step.Given ? "  (given)" : "").Append('\n').ToString();
        foreach (var entry in step.Entries)
            text.Append("  ").Append(entry).Append('\n');
        return text.ToString();
    }
}
