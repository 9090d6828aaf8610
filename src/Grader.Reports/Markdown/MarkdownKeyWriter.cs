using System.Text;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports;

/// <summary>
/// The answer key in Markdown: per check the working (formula, substitution, value) and then the answer, in the fenced block <c>answers</c> that the reader of submissions
/// takes an answer from, or as sentences where words are asked for. Given to <c>grader check</c>, it gets full marks.
/// </summary>
public static class MarkdownKeyWriter
{
    /// <summary>An array with more entries is told by its size.</summary>
    private const int MostEntries = 200;

    public static string Write(AnswerKey key)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownText.Escape(key.Assignment.Title)).Append(": answer key\n");
        if (key.Assignment.Student.Length > 0)
            text.Append("\nThe variant of ").Append(MarkdownText.Escape(key.Assignment.Student)).Append(".\n");
        foreach (var question in key.Questions)
            WriteQuestion(text, question);
        return text.ToString();
    }

    private static void WriteQuestion(StringBuilder text, KeyQuestion question)
    {
        text.Append("\n## Question ").Append(question.Question.Id).Append(": ").Append(MarkdownText.Escape(question.Question.Title)).Append('\n');
        foreach (var convention in ConventionText.Of(question.Question.Worksheet.Conventions))
            text.Append('\n').Append(MarkdownText.Escape(convention)).Append('\n');
        if (question.Mistakes.Count > 0)
            WriteMistakes(text, question.Mistakes);
        foreach (var part in question.Parts)
        {
            text.Append("\n### ").Append(part.Part.Id == question.Question.Id ? $"Question {part.Part.Id}" : part.Part.Id).Append('\n');
            foreach (var check in part.Checks)
                WriteCheck(text, check);
        }
    }

    private static void WriteCheck(StringBuilder text, KeyCheck check)
    {
        // Its id comes first, so that no word of what is asked is taken for the label of a part.
        text.Append("\n#### ").Append(MarkdownText.Escape(check.Check.Id)).Append(": ").Append(MarkdownText.Escape(check.Check.Ask)).Append(" (").Append(PointsFormat.Counted(check.Check.Points)).Append(")\n\n");
        foreach (var step in check.Steps)
            WriteStep(text, step);
        if (check.Check is BandCheck band)
            text.Append("- ").Append(BandText.Of(band)).Append('\n');
        if (check.Steps.Count > 0 || check.Check is BandCheck)
            text.Append('\n');
        if (check.IsProse || check.Check.ModelAnswer.Length > 0)
            text.Append(((TextAnswer)check.Answer).Markdown.Trim()).Append('\n');
        if (check.Answer is ValueAnswer { IsExample: true })
            text.Append("Everyone's own; for instance:\n\n");
        if (!check.IsProse)
            text.Append(check.Check.ModelAnswer.Length > 0 ? "\n" : "").Append(MarkdownText.Fence("answers", check.Rows.Items.Select(row => $"{row.Label}: {row.Value}")));
    }

    private static void WriteStep(StringBuilder text, WorkedStep step)
    {
        text.Append("- ").Append(step.Heading.Length > 0 ? MarkdownText.Escape(step.Heading) + ": " : "");
        if (step.Value is Tensor { Entries.Count: > MostEntries } large)
        {
            text.Append(MarkdownText.Code(step.Quantity.Name)).Append(", ").AppendJoin(" × ", large.Shape.Items).Append(" values\n");
            return;
        }
        text.Append(Formula(step.Chain)).Append('\n');
        foreach (var entry in step.Entries)
            text.Append("  - ").Append(Formula(entry.Chain)).Append('\n');
    }

    private static void WriteMistakes(StringBuilder text, Sequence<KeyMistake> mistakes)
    {
        text.Append("\nKnown mistakes, and the answers that they give:\n\n");
        foreach (var mistake in mistakes)
        {
            text.Append("- ").Append(MarkdownText.Code(mistake.Mistake.Id)).Append(": ").Append(MarkdownText.Escape(mistake.Mistake.Say)).Append('\n');
            foreach (var made in mistake.Cases)
                text.Append("  - ").Append(made.Where.Length > 0 ? MarkdownText.Escape(made.Where) + ": " : "").AppendJoin(", ", made.Answers.Items.Select(Answer)).Append('\n');
        }
    }

    private static string Answer(MistakenAnswer answer) => $"{MarkdownText.Code(answer.Check)} {(answer.Answer is { } value ? MarkdownText.Escape(value.Text) : "no value")}";

    private static string Formula(Expression expression) => $"${LatexPrinter.Print(expression)}$";
}
