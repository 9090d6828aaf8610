using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports;

/// <summary>The answer key as a page, its formulas in MathML.</summary>
public static class HtmlKeyWriter
{
    /// <summary>An array with more entries is told by its size.</summary>
    private const int MostEntries = 200;

    public static string Write(AnswerKey key)
    {
        var page = new HtmlPage();
        foreach (var question in key.Questions)
        {
            page.Heading(2, $"Question {question.Question.Id}: {question.Question.Title}");
            page.Prose(question.Question.Text);
            foreach (var convention in ConventionText.Of(question.Question.Worksheet.Conventions))
                page.Prose(convention);
            if (question.Mistakes.Count > 0)
                WriteMistakes(page, question.Mistakes);
            foreach (var part in question.Parts)
            {
                page.Heading(3, part.Part.Id == question.Question.Id ? "The whole question" : part.Part.Id).Prose(part.Part.Text);
                foreach (var check in part.Checks)
                    WriteCheck(page, check);
            }
        }
        return page.Write($"{key.Assignment.Title}: answer key", key.Assignment.Student.Length > 0 ? $"The variant of {key.Assignment.Student}" : "");
    }

    private static void WriteCheck(HtmlPage page, KeyCheck check)
    {
        page.Heading(4, check.Check.Ask, $"{check.Check.Id}, {PointsFormat.Counted(check.Check.Points)}");
        if (check.Steps.Count > 0)
            page.Inside("ul", "working", () => WriteSteps(page, check.Steps));
        page.Inside("div", "answer", () =>
        {
            if (check.Answer is ValueAnswer { Percent: false, Value: not Tensor { Entries.Count: > MostEntries } } value)
                page.Inside("p", "", () => page.Math(value.Unit.Length > 0 ? new Measured(KeyText.Expression(value.Value), value.Unit) : KeyText.Expression(value.Value)));
            else if (check.Answer is TextAnswer text)
                page.Prose(text.Markdown);
            else
                page.Paragraph(((ValueAnswer)check.Answer).Text);
            if (check.Check is BandCheck band)
                page.Paragraph($"({BandText.Of(band)})");
        });
    }

    private static void WriteSteps(HtmlPage page, Sequence<WorkedStep> steps)
    {
        foreach (var step in steps)
        {
            page.Inside("li", "", () =>
            {
                if (step.Heading.Length > 0)
                    page.Text(step.Heading + ": ");
                if (step.Value is Tensor { Entries.Count: > MostEntries } large)
                {
                    page.Code(step.Quantity.Name).Text($", {string.Join(" × ", large.Shape)} values");
                    return;
                }
                page.Math(step.Chain);
                if (step.Entries.Count > 0)
                    page.Inside("ul", "working", () => WriteEntries(page, step.Entries));
            });
        }
    }

    private static void WriteEntries(HtmlPage page, Sequence<WorkedEntry> entries)
    {
        foreach (var entry in entries)
            page.Inside("li", "", () => page.Math(entry.Chain));
    }

    private static void WriteMistakes(HtmlPage page, Sequence<KeyMistake> mistakes)
    {
        page.Heading(3, "Known mistakes, and the answers that they give");
        page.Inside("ul", "", () =>
        {
            foreach (var mistake in mistakes)
            {
                page.Inside("li", "", () => page.Code(mistake.Mistake.Id).Text(": " + mistake.Mistake.Say).Inside("ul", "", () =>
                {
                    foreach (var made in mistake.Cases)
                        page.Inside("li", "", () => WriteMade(page, made));
                }));
            }
        });
    }

    private static void WriteMade(HtmlPage page, KeyMistakeCase made)
    {
        if (made.Where.Length > 0)
            page.Text(made.Where + ": ");
        for (var i = 0; i < made.Answers.Count; i++)
            page.Text(i > 0 ? ", " : "").Code(made.Answers[i].Check).Text(" " + (made.Answers[i].Answer?.Text ?? "no value"));
    }
}
