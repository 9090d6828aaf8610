using System.Text;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>The summary of a step of GitHub Actions, in GitHub's Markdown: points a question, then each check that is not right. Pending points have a column of their own.</summary>
public static class GitHubSummaryWriter
{
    /// <summary>GitHub takes no more than 1 MiB a step; several submissions share it.</summary>
    private const int MostBytes = 256 * 1024;

    public static string Write(GradeReport report)
    {
        var text = new StringBuilder();
        MarkdownSummary.WriteHead(text, report);
        var open = report.Checks().Where(check => !check.Passes()).ToList();
        if (open.Count > 0)
            text.Append('\n').Append(MarkdownSummary.TableHead);
        var (shown, bytes) = (0, Encoding.UTF8.GetByteCount(text.ToString()));
        foreach (var row in open.Select(MarkdownSummary.Row))
        {
            bytes += Encoding.UTF8.GetByteCount(row);
            if (bytes > MostBytes)
                break;
            text.Append(row);
            shown++;
        }
        if (shown < open.Count)
            text.Append($"\nAnd {open.Count - shown} more.\n");
        return text.Append('\n').ToString();
    }
}
