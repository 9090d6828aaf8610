using Grader.Grading;
using Grader.Mathematics;

namespace Grader.Reports.Tests;

/// <summary>Reports in which one text stands wherever a student's or a case file's can.</summary>
internal static class HostileReports
{
    /// <summary>The submission's text too, as a cell of its own name and in the middle of another.</summary>
    public static RunContext RunOf(RunContext run, string text) =>
        run with { Text = [new(text.Length > 1 << 16 ? "" : text, 0, 1, text), new("b", text.Length, 1, $"a\n{text}\r\n{text}")] };

    /// <summary>In all places at once; a text too long for a name or a case file, where a student can write it.</summary>
    public static GradeReport Everywhere(string text)
    {
        var reports = Of(text).ToList();
        return reports.Count == 1 ? reports[0] : reports[^1] with { Submission = reports[1].Submission, Student = text };
    }

    /// <summary>The same text wherever text can stand: what the student wrote, the file's name and what was beside it, the case's words, each message.</summary>
    public static IEnumerable<GradeReport> Of(string text)
    {
        var report = SampleReport.With(text);
        yield return report;
        // No name and no case file is as long as that.
        if (text.Length > 1 << 16)
            yield break;
        yield return report with { Submission = report.Submission with { Name = text, File = text, AnswersFile = text, ConvertedBy = text }, Student = text };
        yield return report with
        {
            Assignment = text,
            Title = text,
            Mistakes = report.Mistakes.Items.Select(mistake => mistake with { Id = text, Say = text, Explains = text, Where = [text] }).ToSequence(),
            Remarks = [new(1, 1, text), new(0, 0, text)],
            Repairs = [new(1, 1, text)],
            Questions = report.Questions.Items.Select(question => question with
            {
                Id = text,
                Title = text,
                Explains = text,
                Conventions = [new(text, text, text)],
                Relabellings = [new("a", text, [new(text, text)])],
                Parts = question.Parts.Items.Select(part => part with
                {
                    Checks = part.Checks.Items.Select(check => check with { Id = text, Ask = text, FoundFormula = new Sum([new Symbol(text), new Measured(new Number(1), text), new Call(text, [new Number(2)])]), ExpectedValue = new Symbolic(new Symbol(text)), Expected = text, Message = text, Found = new(text, 1, 1, 1, 2) { In = new(0, 0, 0, text, text) }, Mistakes = [text], CarriedFrom = [text] }).ToSequence(),
                }).ToSequence(),
            }).ToSequence(),
        };
    }
}
