using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading;

/// <summary>Grades one submission against one assignment.</summary>
public static class SubmissionGrader
{
    /// <param name="sha256">Of the submission's bytes, lower-case hexadecimal.</param>
    /// <param name="only">The id of the question that is reported alone; null for all. All are judged: a check may require one of another question.</param>
    public static GradeReport Grade(Assignment assignment, SubmissionDocument document, string sha256, string? only = null)
    {
        var questions = new List<QuestionGrade>();
        var mistakes = new List<MistakeFound>();
        foreach (var choice in AnswerChoice.Of(assignment, document))
        {
            questions.Add(new QuestionGrader(choice, assignment.Credit, document).Grade(out var found));
            mistakes.AddRange(found);
        }
        var graded = Requirements.Apply(assignment, questions.ToSequence()).Items.Where(question => only is null || question.Id == only).ToSequence();
        return new(
            assignment.Id,
            assignment.Title,
            new(document.Name, sha256),
            assignment.Sha256,
            Scoring.Total(graded, question => question.Points),
            Scoring.Total(graded, question => question.PendingPoints),
            Scoring.Total(graded, question => question.MaxPoints),
            graded.Items.Any(question => question.PendingPoints.Sign > 0),
            mistakes.Where(mistake => only is null || mistake.Question == only).ToSequence(),
            graded,
            document.Repairs.Items.Select(repair => new RepairMade(repair.Place.Line, repair.Place.Column, repair.Say) { In = CountedIn.Of(repair.Place) }).ToSequence())
        {
            Student = assignment.Student,
            AnswersReleased = assignment.ReleasesAnswers,
            Remarks = [.. document.Remarks.Items.Concat(UnknownRows(assignment, document)).Select(remark => new RemarkMade(remark.Place.Line, remark.Place.Column, remark.Say) { In = CountedIn.Of(remark.Place) })],
        };
    }

    /// <summary>Rows of answers whose id no check has: a slip of the pen there must not look like a missing answer.</summary>
    private static IEnumerable<Remark> UnknownRows(Assignment assignment, SubmissionDocument document)
    {
        var rows = document.Sections.Items.SelectMany(section => section.Statements.Items).Where(statement => statement.Check is not null).ToList();
        if (rows.Count == 0)
            return [];
        var known = assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).Select(check => check.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return rows.Where(row => !known.Contains(row.Check!)).DistinctBy(row => row.Check).Select(row => new Remark(row.Place, $"{assignment.Id} has no check “{row.Check}”, so this row answers none."));
    }

    /// <summary>The questions and parts an assignment asks for, as the reader of submissions wants them.</summary>
    public static Sequence<ExpectedPart> ExpectedParts(Assignment assignment)
    {
        var expected = new List<ExpectedPart>();
        foreach (var question in assignment.Questions)
        {
            expected.Add(new(question.Id, null, question.Labels.Items.Select(label => label.Text).ToSequence()));
            foreach (var part in question.Parts)
            {
                if (part.Id != question.Id && part.Id.StartsWith(question.Id, StringComparison.Ordinal))
                    expected.Add(new(question.Id, part.Id[question.Id.Length..], part.Labels.Items.Select(label => label.Text).ToSequence()));
            }
        }
        return expected.ToSequence();
    }
}
