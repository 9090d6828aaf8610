using Grader.Reference;
using Grader.Reports;

namespace Grader.Grading.Tests;

/// <summary>The key of every assignment, given to the grader as a submission.</summary>
[TestFixture]
public sealed class AnswerKeyTests
{
    internal static readonly string[] Students = ["", "ada", "student-2", "Ὑπατία", "4711"];

    public static IEnumerable<string> Assignments => Directory.GetFiles(Path.Combine(Repository.Root, "cases"), "assignment.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.Combine(Repository.Root, "cases"), Path.GetDirectoryName(file)!).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Assignments))]
    public void The_key_in_Markdown_gets_full_marks(string folder)
    {
        foreach (var student in Students)
        {
            var assignment = Homework.Read(Path.Combine(Repository.Root, "cases", folder), student);
            foreach (var key in new[] { AnswerKey.Of(assignment), AnswerKey.Of(assignment).WithMistakes() })
            {
                var text = MarkdownKeyWriter.Write(key);
                var report = Homework.Grade(assignment, text);
                var notCorrect = report.Checks().Where(check => check.Verdict != Verdict.Correct).Select(check => $"{check.Id}: {check.Verdict.Name()}: {check.Message} Found {check.Found}, expected {check.Expected}");
                Assert.That(notCorrect, Is.Empty, text);
                Assert.That(report.Points, Is.EqualTo(report.MaxPoints));
            }
        }
    }

    [TestCaseSource(nameof(Assignments))]
    public void A_key_with_one_answer_changed_does_not(string folder)
    {
        var assignment = Homework.Read(Path.Combine(Repository.Root, "cases", folder));
        var key = AnswerKey.Of(assignment);
        var text = MarkdownKeyWriter.Write(key);
        foreach (var check in key.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).Where(check => !check.IsProse && check.Check is not OrderCheck))
        {
            var row = $"\n{check.Rows[0].Label}: {check.Rows[0].Value}\n";
            Assert.That(text, Does.Contain(row));
            var changed = Homework.Grade(assignment, text.Replace(row, $"\n{check.Rows[0].Label}: 98765.25\n", StringComparison.Ordinal)).Check(check.Check.Id);
            Assert.That(changed.Verdict, Is.Not.EqualTo(Verdict.Correct), changed.Message);
            Assert.That(changed.Points, Is.EqualTo(Mathematics.Rational.Zero), check.Check.Id);
        }
    }
}
