using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>A check that requires another earns nothing where that one earned nothing, and waits where that one waits.</summary>
[TestFixture]
public sealed class RequirementTests
{
    /// <summary>2a.kernel requires 1a.possible and 1a.matrix; 1a.last requires 2a.kernel, which stands in a later question.</summary>
    private static readonly Assignment Assignment = MemoryAssignment.Read(
        ("assignment.json", """{ "format": 1, "id": "t", "title": "Test", "questions": ["q1.json", "q2.json"] }"""),
        ("q1.json", """
            { "id": "1", "title": "First", "inputs": { "n": 4, "M": [[1, 2], [3, 4]] }, "parts": [ { "id": "1a", "checks": [
              { "id": "1a.possible", "kind": "choice", "ask": "is it possible", "points": 1, "right": "yes", "choices": { "yes": ["yes"], "no": ["no"] } },
              { "id": "1a.matrix", "kind": "matrix", "ask": "matrix", "points": 2, "quantity": "M", "credit": "rows" },
              { "id": "1a.last", "kind": "number", "ask": "last", "points": 1, "quantity": "n", "requires": ["2a.kernel"] },
            ] } ] }
            """),
        ("q2.json", """
            { "id": "2", "title": "Second", "inputs": { "k": 7 }, "parts": [ { "id": "2a", "checks": [
              { "id": "2a.kernel", "kind": "number", "ask": "kernel", "points": 3, "quantity": "k", "requires": ["1a.possible", "1a.matrix"] },
              { "id": "2a.free", "kind": "number", "ask": "free", "points": 1, "quantity": "k" },
            ] } ] }
            """));

    [TestCase("yes", "[[1, 2], [3, 4]]", "7", "4", "1+0 2+0 1+0 3+0 1+0", TestName = "All required are right")]
    [TestCase("no", "[[1, 2], [3, 4]]", "7", "4", "0+0 2+0 0+0 0+0 1+0", TestName = "One that earned nothing takes the points of those that require it, and of those that require these")]
    [TestCase("yes", "[[1, 2], [3, 5]]", "7", "4", "1+0 1+0 1+0 3+0 1+0", TestName = "One that earned some of its points has earned some")]
    [TestCase("yes", "[[1, 3], [3, 5]]", "7", "4", "1+0 0+0 0+0 0+0 1+0", TestName = "One that earned none of several parts has earned none")]
    [TestCase("perhaps", "[[1, 2], [3, 4]]", "7", "4", "0+1 2+0 0+1 0+3 1+0", TestName = "One that is for a person makes the points of the others wait")]
    [TestCase("perhaps", "[[1, 3], [3, 5]]", "7", "4", "0+1 0+0 0+0 0+0 1+0", TestName = "One that is lost decides before one that waits")]
    [TestCase("perhaps", "[[1, 2], [3, 4]]", "8", "4", "0+1 2+0 0+0 0+0 1+0", TestName = "What has no points has none to wait for, and takes those that require it")]
    [TestCase("no", "[[1, 2], [3, 4]]", "7", "5", "0+0 2+0 0+0 0+0 1+0", TestName = "A wrong answer loses nothing twice")]
    public void Points_are(string possible, string matrix, string kernel, string last, string points)
    {
        var report = Grade(possible, matrix, kernel, last);
        Assert.That(string.Join(' ', report.Checks().Select(check => $"{check.Points}+{check.PendingPoints}")), Is.EqualTo(points), string.Join('\n', report.Checks().Select(check => $"{check.Verdict} {check.Message}")));
        Assert.That(report.Points, Is.EqualTo(Sum(report.Checks().Select(check => check.Points))).And.EqualTo(Sum(report.Questions.Items.Select(question => question.Points))));
        Assert.That(report.PendingPoints, Is.EqualTo(Sum(report.Checks().Select(check => check.PendingPoints))).And.EqualTo(Sum(report.Questions.Items.SelectMany(question => question.Parts.Items).Select(part => part.PendingPoints))));
    }

    [Test]
    public void The_verdict_stays_and_the_message_says_why()
    {
        var (lost, open) = (Grade("no", "[[1, 2], [3, 4]]", "7", "4"), Grade("perhaps", "[[1, 2], [3, 4]]", "7", "4"));
        Assert.Multiple(() =>
        {
            Assert.That(lost.Check("2a.kernel").Verdict, Is.EqualTo(Verdict.Correct));
            Assert.That(lost.Check("2a.kernel").Message, Is.EqualTo("Agrees with the key. It earns no points, since 1a.possible (is it possible) earned none."));
            Assert.That(open.Check("1a.last").Message, Is.EqualTo("Agrees with the key. Its points wait for those of 2a.kernel (kernel)."));
            Assert.That(Reports.TextReportWriter.Write(lost), Does.Contain("earns no points"));
        });
    }

    [Test]
    public void A_question_graded_alone_still_knows_what_it_requires_of_another()
    {
        var report = Grade("no", "[[1, 2], [3, 4]]", "7", "4", "2");
        Assert.That(report.Questions.Items.Select(question => question.Id), Is.EqualTo(new[] { "2" }));
        Assert.That($"{report.Points} of {report.MaxPoints}", Is.EqualTo("1 of 4"));
    }

    private static GradeReport Grade(string possible, string matrix, string kernel, string last, string? only = null)
    {
        var text = $"```answers\n1a.possible: {possible}\n1a.matrix: {matrix}\n1a.last: {last}\n2a.kernel: {kernel}\n2a.free: 7\n```\n";
        return SubmissionGrader.Grade(Assignment, Submissions.SubmissionReader.Read("submission.md", text, SubmissionGrader.ExpectedParts(Assignment)), "", only);
    }

    private static Rational Sum(IEnumerable<Rational> points) => points.Aggregate(Rational.Zero, (sum, next) => sum + next);
}
