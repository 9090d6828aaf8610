using System.Text;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>How answers were chosen, for a terminal: per check each candidate with its score, what speaks for it and what became of it.</summary>
public static class ChoiceTextWriter
{
    private const int Indent = 6;
    private const int MostOfOtherKinds = 6;
    private const int MostShown = 40;

    public static string Write(ChoiceReport report)
    {
        var text = new StringBuilder();
        text.Append(Clean(report.Submission.Name)).Append("  ").Append(Clean(report.Assignment)).Append(": ").Append(Clean(report.Title)).Append('\n');
        text.Append("How each answer was chosen: > taken, = the same claim but said earlier, . passed over. Nothing is judged here.\n");
        foreach (var question in report.Checks.Items.GroupBy(check => check.Question, StringComparer.Ordinal))
        {
            text.Append("\nQuestion ").Append(Clean(question.Key)).Append('\n');
            foreach (var check in question)
                WriteCheck(text, check);
        }
        return text.ToString();
    }

    private static void WriteCheck(StringBuilder text, CheckChoice check)
    {
        text.Append("\n  ").Append(Clean(check.Id)).Append("  ").Append(check.Kind).Append(": ").Append(Clean(check.Ask)).Append('\n');
        var ofKind = check.Candidates.Items.Where(candidate => candidate.IsOfKind).ToList();
        foreach (var candidate in ofKind.Take(MostShown))
            WriteCandidate(text, candidate);
        if (ofKind.Count > MostShown)
            text.Append($"    and {ofKind.Count - MostShown} more\n");
        var others = check.Candidates.Items.Where(candidate => !candidate.IsOfKind).ToList();
        if (others.Count > 0)
            TextReportWriter.Wrap(text, $"of another kind or place: {string.Join(", ", others.Take(MostOfOtherKinds).Select(other => $"{At(other.Found)} {Short(other.Found.Text)}"))}{(others.Count > MostOfOtherKinds ? $" and {others.Count - MostOfOtherKinds} more" : "")}", 4);
        if (check.Why.Length > 0)
            TextReportWriter.Wrap(text, $"nothing taken: {Clean(check.Why)}.", 4);
    }

    private static void WriteCandidate(StringBuilder text, Candidate candidate)
    {
        var mark = candidate.Standing switch { Standing.Taken => '>', Standing.Rival => '=', _ => '.' };
        text.Append("    ").Append(mark).Append(' ').Append(At(candidate.Found).PadRight(8)).Append(' ').Append(Short(candidate.Found.Text));
        if (candidate.Score is { } score)
            text.Append("  score ").Append(score);
        text.Append('\n');
        if (candidate.Words.Length > 0)
            TextReportWriter.Wrap(text, Clean(candidate.Words), Indent + 2);
        TextReportWriter.Wrap(text, Clean(candidate.Reason), Indent + 2);
    }

    private static string At(Found found) => TextReportWriter.At(found.In, found.Line, found.Column);

    private static string Short(string text)
    {
        const int Longest = 60;
        var clean = Clean(text);
        return CheckLines.Cut(clean, Longest);
    }

    private static string Clean(string text) => TerminalText.Clean(text);
}
