using Grader.Reference;

namespace Grader.Reports;

/// <summary>The handout as a page; its answer sheet is to be copied into the submission.</summary>
public static class HtmlHandoutWriter
{
    public static string Write(Handout handout)
    {
        var page = new HtmlPage();
        foreach (var question in handout.Questions)
        {
            page.Heading(2, $"Question {question.Question.Id}: {question.Question.Title}").Prose(question.Question.Text);
            if (question.Inputs.Count > 0)
                page.Preformatted(string.Join('\n', question.Inputs.Items.Select(AnswerSheet.Input)));
            foreach (var part in question.Question.Parts.Items.Where(part => part.Text.Length > 0))
                page.Heading(3, part.Id == question.Question.Id ? "The whole question" : part.Id).Prose(part.Text);
        }
        page.Heading(2, "Answer sheet").Paragraph("Copy this into your submission, and fill it in.");
        page.Preformatted(MarkdownText.Fence("answers", AnswerSheet.Lines(handout)));
        return page.Write(handout.Assignment.Title, handout.Assignment.Student.Length > 0 ? $"For {handout.Assignment.Student}" : "");
    }
}
