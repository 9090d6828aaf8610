using System.Text;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>A receipt for a terminal: per check what was read and where, or that nothing was.</summary>
public static class ReceiptTextWriter
{
    private const int IdWidth = 24;
    private const int Indent = 6;
    private const int MostShown = 3;

    public static string Write(Receipt receipt)
    {
        var text = new StringBuilder();
        text.Append(Clean(receipt.Submission.Name)).Append("  ").Append(Clean(receipt.Assignment)).Append(": ").Append(Clean(receipt.Title));
        if (receipt.Student.Length > 0)
            text.Append("  (the variant of ").Append(Clean(receipt.Student)).Append(')');
        text.Append("\nWhat was read of it. Nothing is judged here.\n");
        foreach (var question in receipt.Questions)
        {
            text.Append("\nQuestion ").Append(Clean(question.Id)).Append("  ").Append(Clean(question.Title)).Append('\n');
            foreach (var check in question.Checks)
                WriteCheck(text, check);
        }
        text.Append('\n');
        foreach (var image in receipt.Images)
            text.Append($"{TextReportWriter.At(image.In, image.Line, image.Column)}: an image; it cannot be read\n");
        foreach (var formula in receipt.Unread)
            TextReportWriter.Wrap(text, $"{TextReportWriter.At(formula.Found.In, formula.Found.Line, formula.Found.Column)}: not read: {TextReportWriter.Shorten(Clean(formula.Found.Text))}; {Clean(formula.Why)}", 0);
        foreach (var remark in receipt.Remarks)
            TextReportWriter.Wrap(text, remark.Line > 0 ? $"{TextReportWriter.At(remark.In, remark.Line, remark.Column)}: {Clean(remark.Say)}" : Clean(remark.Say), 0);
        foreach (var repair in receipt.Repairs)
            TextReportWriter.Wrap(text, $"{TextReportWriter.At(repair.In, repair.Line, repair.Column)}: mended: {Clean(repair.Say)}", 0);
        var checks = receipt.Questions.Items.SelectMany(question => question.Checks.Items).ToList();
        text.Append($"Something was read for {checks.Count(check => check.Read.Count > 0)} of {checks.Count} answers.\n");
        return text.ToString();
    }

    private static void WriteCheck(StringBuilder text, ReceiptCheck check)
    {
        text.Append("  ").Append(Clean(check.Id).PadRight(IdWidth)).Append(' ').Append(Clean(check.Ask)).Append('\n');
        foreach (var found in check.Read.Items.Take(MostShown))
            TextReportWriter.Wrap(text, $"{TextReportWriter.At(found.In, found.Line, found.Column)}: read {TextReportWriter.Shorten(Clean(found.Text))}", Indent);
        if (check.Read.Count > MostShown)
            text.Append(' ', Indent).Append($"and {check.Read.Count - MostShown} more, to line {check.Read[^1].EndLine}\n");
        if (check.Note.Length > 0)
            TextReportWriter.Wrap(text, Clean(check.Note), Indent);
    }

    private static string Clean(string text) => TerminalText.Clean(text);
}
