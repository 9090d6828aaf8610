using System.Text;
using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>The report for a terminal: per question what was read, where, what was expected, why, and the points.</summary>
public static class TextReportWriter
{
    private const int Width = 100;
    private const int Indent = 6;
    private const int MostShown = 10;

    public static string Write(GradeReport report)
    {
        var text = new StringBuilder();
        text.Append(Clean(report.Submission.Name)).Append("  ").Append(Clean(report.Assignment)).Append(": ").Append(Clean(report.Title));
        if (report.Student.Length > 0)
            text.Append("  (the variant of ").Append(Clean(report.Student)).Append(')');
        text.Append('\n');
        if (report.Submission.File.Length > 0)
            Wrap(text, $"Read: {Clean(report.Submission.File)}", 2);
        if (report.Submission.ConvertedBy.Length > 0)
            Wrap(text, $"Converted to text by {Clean(report.Submission.ConvertedBy)}; places count in that text.", 2);
        if (report.Submission.AnswersFile.Length > 0)
            Wrap(text, $"With the answers in {Clean(report.Submission.AnswersFile)}.", 2);
        foreach (var question in report.Questions)
            WriteQuestion(text, question);
        text.Append('\n');
        if (report.Remarks.Count > 0)
            WriteRemarks(text, report.Remarks);
        if (report.Repairs.Count > 0)
            WriteRepairs(text, report.Repairs);
        text.Append("Total: ").Append(Points(report.Points, report.PendingPoints, report.MaxPoints)).Append('\n');
        WriteCounts(text, report);
        return text.ToString();
    }

    private static void WriteQuestion(StringBuilder text, QuestionGrade question)
    {
        text.Append("\nQuestion ").Append(Clean(question.Id)).Append("  ").Append(Clean(question.Title)).Append("  ").Append(Points(question.Points, question.PendingPoints, question.MaxPoints)).Append('\n');
        if (question.Explains.Length > 0)
            Wrap(text, Clean(question.Explains), 2);
        foreach (var said in CheckLines.JudgedBy(question))
            Wrap(text, Clean(said), 2);
        foreach (var check in question.Parts.Items.SelectMany(part => part.Checks.Items))
            WriteCheck(text, check);
    }

    private static void WriteCheck(StringBuilder text, CheckGrade check)
    {
        text.Append("  ").Append(Mark(check.Verdict)).Append(' ').Append(Clean(check.Id).PadRight(24)).Append(' ').Append(check.Verdict.Name().PadRight(15)).Append(' ');
        text.Append($"{PointsFormat.Text(check.Points)}/{PointsFormat.Text(check.MaxPoints)}");
        if (check.PendingPoints.Sign > 0)
            text.Append(" (+").Append(PointsFormat.Text(check.PendingPoints)).Append(" pending)");
        text.Append('\n');

        var read = check.Found is { } found ? $"{At(found.In, found.Line, found.Column)}: read {Shorten(Clean(found.Text))}" : $"{Clean(check.Ask)}: nothing read";
        if (check.Verdict != Verdict.Correct && check.Expected.Length > 0)
            read += $"; expected {Shorten(Clean(check.Expected))}";
        Wrap(text, read, Indent);
        if (check.Verdict != Verdict.Correct || check.Points != check.MaxPoints || check.Message.Contains("Note:", StringComparison.Ordinal))
            Wrap(text, Clean(check.Message), Indent);
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
        var checks = report.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).ToList();
        var counts = Enum.GetValues<Verdict>().Select(verdict => (Verdict: verdict, Count: checks.Count(check => check.Verdict == verdict))).Where(item => item.Count > 0);
        text.Append(checks.Count).Append(" checks: ").AppendJoin(", ", counts.Select(item => $"{item.Count} {item.Verdict.Name()}")).Append('\n');
    }

    private static char Mark(Verdict verdict) => verdict switch
    {
        Verdict.Correct => '+',
        Verdict.CarriedForward => '>',
        Verdict.Partial => '~',
        Verdict.Incorrect => 'x',
        Verdict.Missing => '-',
        _ => '?',
    };

    private static string Points(Rational points, Rational pending, Rational max) =>
        $"{PointsFormat.Text(points)} of {PointsFormat.Text(max)} points" + (pending.Sign > 0 ? $", {PointsFormat.Text(pending)} pending" : "");

    private static string Clean(string text) => TerminalText.Clean(text);

    internal static string Shorten(string text)
    {
        const int Longest = 160;
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest), "…");
    }

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
