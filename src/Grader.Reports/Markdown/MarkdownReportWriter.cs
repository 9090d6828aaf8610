using System.Text;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>The report for a comment on a pull or merge request: the summary, then a table a question with all its checks, what had to be mended, and what is to know.</summary>
public static class MarkdownReportWriter
{
    /// <summary>A comment on GitHub has at most 65536 characters.</summary>
    private const int Most = 60_000;

    public static string Write(GradeReport report)
    {
        var text = new StringBuilder();
        MarkdownSummary.WriteHead(text, report);
        var omitted = 0;
        foreach (var question in report.Questions)
        {
            if (text.Length < Most)
                WriteQuestion(text, question, ref omitted);
            else
                omitted += question.Parts.Items.Sum(part => part.Checks.Count);
        }
        if (omitted > 0)
            text.Append($"\nAnd {omitted} more checks.\n");
        WriteList(text, "To know of it:", report.Remarks.Items.Select(remark => CheckLines.Placed(remark.In, remark.Line, remark.Column, remark.Say)));
        WriteList(text, "Mended to read it:", report.Repairs.Items.Select(repair => CheckLines.Placed(repair.In, repair.Line, repair.Column, repair.Say)));
        text.Append("\nOf ").Append(MarkdownSummary.Cell(report.Submission.Name));
        if (report.Student.Length > 0)
            text.Append(", the variant of ").Append(MarkdownSummary.Cell(report.Student));
        if (report.Submission.ConvertedBy.Length > 0)
            text.Append(", converted to text by ").Append(MarkdownSummary.Cell(report.Submission.ConvertedBy));
        if (report.Submission.AnswersFile.Length > 0)
            text.Append(", with the answers in ").Append(MarkdownSummary.Cell(report.Submission.AnswersFile));
        return text.Append(".\n").ToString();
    }

    private static void WriteQuestion(StringBuilder text, QuestionGrade question, ref int omitted)
    {
        text.Append($"\n#### Question {MarkdownSummary.Cell(question.Id)}: {MarkdownSummary.Cell(question.Title)}\n\n");
        foreach (var said in CheckLines.JudgedBy(question))
            text.Append(MarkdownSummary.Cell(said)).Append("\n\n");
        text.Append(MarkdownSummary.TableHead);
        foreach (var row in question.Parts.Items.SelectMany(part => part.Checks.Items).Select(MarkdownSummary.Row))
        {
            if (omitted > 0 || text.Length + row.Length > Most)
                omitted++;
            else
                text.Append(row);
        }
    }

    private static void WriteList(StringBuilder text, string head, IEnumerable<string> items)
    {
        const int MostItems = 10;
        var all = items.ToList();
        if (all.Count == 0)
            return;
        text.Append('\n').Append(head).Append("\n\n");
        foreach (var item in all.Take(MostItems))
            text.Append("- ").Append(MarkdownSummary.Cell(item)).Append('\n');
        if (all.Count > MostItems)
            text.Append($"- and {all.Count - MostItems} more\n");
    }
}
