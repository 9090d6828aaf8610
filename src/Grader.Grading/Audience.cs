using Grader.Mathematics;

namespace Grader.Grading;

/// <summary>For whom a report is made. What was read alone, with no verdict at all, is a <see cref="Receipt"/>, which is made before anything is judged.</summary>
public enum Audience
{
    /// <summary>All that is known.</summary>
    Instructor,

    /// <summary>Verdicts, feedback and what the student wrote; no right answer, unless the assignment releases them.</summary>
    Student,
}

/// <summary>Makes of a report what an audience may read of it.</summary>
public static class Audiences
{
    public static GradeReport For(this GradeReport report, Audience audience) =>
        audience == Audience.Instructor ? report
        : report.AnswersReleased ? report with { Audience = audience }
        : report with
        {
            Audience = audience,
            Mistakes = report.Mistakes.Items.Select(mistake => mistake with { Say = mistake.SayToStudent, Explains = mistake.ExplainsToStudent }).ToSequence(),
            Questions = report.Questions.Items.Select(question => question with
            {
                Explains = question.ExplainsToStudent,
                Parts = question.Parts.Items.Select(part => part with { Checks = part.Checks.Items.Select(WithoutAnswer).ToSequence() }).ToSequence(),
            }).ToSequence(),
        };

    private static CheckGrade WithoutAnswer(CheckGrade check) => check with
    {
        Expected = "",
        ExpectedValue = null,
        InBand = null,
        Message = check.Feedback,
        Found = check.IsGivenAway ? null : check.Found,
        FoundFormula = check.IsGivenAway ? null : check.FoundFormula,
        Value = check.IsGivenAway ? "" : check.Value,
    };
}
