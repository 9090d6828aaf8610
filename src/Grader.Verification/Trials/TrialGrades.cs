using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Verification;

/// <summary>Grades texts as <c>grader check</c> does.</summary>
internal sealed class TrialGrades(Assignment assignment)
{
    private readonly Sequence<ExpectedPart> _expected = SubmissionGrader.ExpectedParts(assignment);

    /// <returns>In the order of the assignment.</returns>
    public IEnumerable<CheckGrade> Of(string text) => SubmissionGrader.Grade(assignment, SubmissionReader.Read("submission.md", text, _expected), "").Checks();

    public CheckGrade Of(string text, string check) => Of(text).First(grade => grade.Id == check);
}
