using System.Text;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports;

/// <summary>The handout in Markdown: a student writes into the file, and gives it to be checked as it is.</summary>
public static class MarkdownHandoutWriter
{
    public static string Write(Handout handout)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownText.Escape(handout.Assignment.Title)).Append('\n');
        if (handout.Assignment.Student.Length > 0)
            text.Append("\nFor ").Append(MarkdownText.Escape(handout.Assignment.Student)).Append('\n');
        foreach (var question in handout.Questions)
            WriteQuestion(text, question);
        text.Append("\n## Answer sheet\n\n").Append(MarkdownText.Fence("answers", AnswerSheet.Lines(handout)));
        return text.ToString();
    }

    private static void WriteQuestion(StringBuilder text, HandoutQuestion question)
    {
        text.Append("\n## Question ").Append(question.Question.Id).Append(": ").Append(MarkdownText.Escape(question.Question.Title)).Append('\n');
        if (question.Question.Text.Length > 0)
            text.Append('\n').Append(question.Question.Text.Trim()).Append('\n');
        // A reader of submissions passes over a block of this kind: inputs are no answers.
        if (question.Inputs.Count > 0)
            text.Append('\n').Append(MarkdownText.Fence("inputs", question.Inputs.Items.Select(input => AnswerSheet.Input(input))));
        foreach (var part in question.Question.Parts.Items.Where(part => part.Text.Length > 0))
            text.Append("\n### ").Append(part.Id == question.Question.Id ? $"Question {part.Id}" : part.Id).Append("\n\n").Append(part.Text.Trim()).Append('\n');
    }
}
