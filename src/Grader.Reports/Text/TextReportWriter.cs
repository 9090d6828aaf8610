using System.Text;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports;

/// <summary>The report as plain text, the same wherever it is read: per question what was read, where, what was expected, why, and the points. For a screen: <see cref="TerminalReportWriter"/>.</summary>
public static class TextReportWriter
{
    private const int Width = 100;
    private const int Indent = 6;
    private const int LongestShown = 160;
    private const int LongestStep = 400;
    internal const int MostShown = 10;

    /// <param name="worked">What to show the working of; null for nothing.</param>
    public static string Write(GradeReport report, AnswerKey? worked = null)
    {
        var text = new StringBuilder();
        text.Append(Clean(report.Submission.Name)).Append("  ").Append(Clean(report.Assignment)).Append(": ").Append(Clean(report.Title));
        if (report.Student.Length > 0)
            text.Append("  (the variant of ").Append(Clean(report.Student)).Append(')');
        text.Append('\n');
        foreach (var said in Sources(report.Submission))
            Wrap(text, Clean(said), 2);
        foreach (var question in report.Questions)
            WriteQuestion(text, question, worked);
        text.Append('\n');
        if (report.Remarks.Count > 0)
            WriteRemarks(text, report.Remarks);
        if (report.Repairs.Count > 0)
            WriteRepairs(text, report.Repairs);
        text.Append("Total: ").Append(Points(report.Points, report.PendingPoints, report.MaxPoints)).Append('\n');
        WriteCounts(text, report);
        return text.ToString();
    }

    private static void WriteQuestion(StringBuilder text, QuestionGrade question, AnswerKey? worked)
    {
        text.Append("\nQuestion ").Append(Clean(question.Id)).Append("  ").Append(Clean(question.Title)).Append("  ").Append(Points(question.Points, question.PendingPoints, question.MaxPoints)).Append('\n');
        if (question.Explains.Length > 0)
            Wrap(text, Clean(question.Explains), 2);
        foreach (var said in CheckLines.JudgedBy(question))
            Wrap(text, Clean(said), 2);
        foreach (var check in question.Parts.Items.SelectMany(part => part.Checks.Items))
        {
            WriteCheck(text, check);
            WriteWorking(text, [.. Working(worked, check)]);
        }
    }

    private static void WriteWorking(StringBuilder text, IReadOnlyList<string> steps)
    {
        if (steps.Count == 0)
            return;
        Wrap(text, "Worked solution:", Indent);
        foreach (var step in steps)
            Wrap(text, Clean(step), Indent + 2);
    }

    private static void WriteCheck(StringBuilder text, CheckGrade check)
    {
        text.Append("  ").Append(Mark(check.Verdict)).Append(' ').Append(Clean(check.Id).PadRight(24)).Append(' ').Append(check.Verdict.Name().PadRight(15)).Append(' ');
        text.Append(PointsOf(check)).Append('\n');
        Wrap(text, Clean(Reading(check)), Indent);
        if (SaysWhy(check))
            Wrap(text, Clean(check.Message), Indent);
    }

    /// <summary>Which file was read, and how it became text; not yet cleaned.</summary>
    internal static IEnumerable<string> Sources(SubmissionIdentity submission)
    {
        if (submission.File.Length > 0)
            yield return $"Read: {submission.File}";
        if (submission.ConvertedBy.Length > 0)
            yield return $"Converted to text by {submission.ConvertedBy}; places count in that text.";
        if (submission.AnswersFile.Length > 0)
            yield return $"With the answers in {submission.AnswersFile}.";
    }

    /// <summary><c>1.8333/2 (+0.1667 pending)</c>.</summary>
    internal static string PointsOf(CheckGrade check) =>
        $"{PointsFormat.Text(check.Points)}/{PointsFormat.Text(check.MaxPoints)}" + (check.PendingPoints.Sign > 0 ? $" (+{PointsFormat.Text(check.PendingPoints)} pending)" : "");

    /// <summary><c>43:49: read 21; expected 32</c>.</summary>
    internal static string Reading(CheckGrade check) =>
        (check.Found is { } found ? $"{At(found.In, found.Line, found.Column)}: read {Shorten(Clean(found.Text))}" : $"{Clean(check.Ask)}: nothing read")
        + (SaysExpected(check) ? $"; expected {Shorten(Clean(check.Expected))}" : "");

    internal static bool SaysExpected(CheckGrade check) => check.Verdict != Verdict.Correct && check.Expected.Length > 0;

    internal static bool SaysWhy(CheckGrade check) => check.Verdict != Verdict.Correct || check.Points != check.MaxPoints || check.Message.Contains("Note:", StringComparison.Ordinal);

    /// <summary>What leads to a check's right answer, a line a step, and a model answer where words are asked for; not yet cleaned.</summary>
    internal static IEnumerable<string> Working(AnswerKey? worked, CheckGrade check)
    {
        if (worked?.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).FirstOrDefault(item => item.Check.Id == check.Id) is not { } explained)
            yield break;
        foreach (var step in explained.Steps)
        {
            yield return CheckLines.Cut((step.Heading.Length > 0 ? step.Heading + ": " : "") + step, LongestStep);
            foreach (var entry in step.Entries)
                yield return CheckLines.Cut($"  {entry}", LongestStep);
        }
        if (explained.Check is BandCheck band)
            yield return BandText.Of(band);
        if (explained.Answer is TextAnswer model)
            yield return model.Markdown;
        if (explained.Answer is ValueAnswer { IsExample: true })
            yield return "Everyone's own; this is for instance.";
    }

    private static void WriteRepairs(StringBuilder text, Sequence<RepairMade> repairs)
    {
        text.Append("Mended to read it:\n");
        foreach (var repair in repairs.Items.Take(MostShown))
            Wrap(text, $"{At(repair.In, repair.Line, repair.Column)}: {Clean(repair.Say)}", 2);
        if (repairs.Count > MostShown)
            text.Append("  and ").Append(repairs.Count - MostShown).Append(" more\n");
        text.Append('\n');
    }

    private static void WriteRemarks(StringBuilder text, Sequence<RemarkMade> remarks)
    {
        text.Append("To know of it:\n");
        foreach (var remark in remarks.Items.Take(MostShown))
            Wrap(text, remark.Line > 0 ? $"{At(remark.In, remark.Line, remark.Column)}: {Clean(remark.Say)}" : Clean(remark.Say), 2);
        if (remarks.Count > MostShown)
            text.Append("  and ").Append(remarks.Count - MostShown).Append(" more\n");
        text.Append('\n');
    }

    internal static string At(CountedIn? frame, int line, int column) => frame is null ? $"{line}:{column}" : $"{Clean(frame.Say)}, line {line}, column {column}";

    private static void WriteCounts(StringBuilder text, GradeReport report)
    {
        text.Append(report.Checks().Count()).Append(" checks: ").AppendJoin(", ", Counts(report).Select(item => $"{item.Count} {item.Verdict.Name()}")).Append('\n');
    }

    internal static IEnumerable<(Verdict Verdict, int Count)> Counts(GradeReport report)
    {
        var checks = report.Checks().ToList();
        return Enum.GetValues<Verdict>().Select(verdict => (Verdict: verdict, Count: checks.Count(check => check.Verdict == verdict))).Where(item => item.Count > 0);
    }

    internal static char Mark(Verdict verdict) => verdict switch
    {
        Verdict.Correct => '+',
        Verdict.CarriedForward => '>',
        Verdict.Partial => '~',
        Verdict.Incorrect => 'x',
        Verdict.Missing => '-',
        _ => '?',
    };

    internal static string Points(Rational points, Rational pending, Rational max) =>
        $"{PointsFormat.Text(points)} of {PointsFormat.Text(max)} points" + (pending.Sign > 0 ? $", {PointsFormat.Text(pending)} pending" : "");

    private static string Clean(string text) => TerminalText.Clean(text);

    internal static string Shorten(string text) => CheckLines.Cut(text, LongestShown);

    internal static void Wrap(StringBuilder text, string paragraph, int indent)
    {
        var column = 0;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
            }
            if (column == 0)
            {
                text.Append(' ', indent);
                column = indent;
            }
            else
            {
                text.Append(' ');
                column++;
            }
            text.Append(word);
            column += word.Length;
        }
        text.Append('\n');
    }
}
