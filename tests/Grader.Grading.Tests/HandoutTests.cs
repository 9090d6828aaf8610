using Grader.Reference;
using Grader.Reports;

namespace Grader.Grading.Tests;

/// <summary>The handout of every assignment, given to the grader as a submission: as it is, and filled in.</summary>
[TestFixture]
public sealed class HandoutTests
{
    [TestCaseSource(typeof(AnswerKeyTests), nameof(AnswerKeyTests.Assignments))]
    public void Empty_it_is_missing_throughout(string folder)
    {
        foreach (var student in AnswerKeyTests.Students)
        {
            var assignment = Homework.Read(Path.Combine(Repository.Root, "cases", folder), student);
            var text = MarkdownHandoutWriter.Write(Handout.Of(assignment));
            var taken = Homework.Grade(assignment, text).Checks().Where(check => check.Verdict != Verdict.Missing).Select(check => $"{check.Id}: {check.Verdict.Name()}: {check.Message} Found {check.Found}");
            Assert.That(taken, Is.Empty, text);
        }
    }

    [TestCaseSource(typeof(AnswerKeyTests), nameof(AnswerKeyTests.Assignments))]
    public void Filled_in_with_the_key_it_gets_full_marks(string folder)
    {
        foreach (var student in AnswerKeyTests.Students)
        {
            var assignment = Homework.Read(Path.Combine(Repository.Root, "cases", folder), student);
            var text = MarkdownHandoutWriter.Write(Handout.Of(assignment));
            foreach (var row in AnswerKey.Of(assignment).Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).SelectMany(check => check.Rows.Items))
            {
                Assert.That(text, Does.Contain($"\n{row.Label}:\n"));
                text = text.Replace($"\n{row.Label}:\n", $"\n{row.Label}: {row.Value}\n", StringComparison.Ordinal);
            }

            var notCorrect = Homework.Grade(assignment, text).Checks().Where(check => check.Verdict != Verdict.Correct).Select(check => $"{check.Id}: {check.Verdict.Name()}: {check.Message} Found {check.Found}");
            Assert.That(notCorrect, Is.Empty, text);
        }
    }

    [Test]
    public void An_answer_behind_the_copied_question_counts()
    {
        const string question = "How many trainable parameters has each layer, and how many have both together?";
        Assert.That(Homework.Sample("full-marks.md"), Does.Not.Contain(question));
        var graded = Homework.Grade($"## Question 1\n\n### 1a\n\n> {question}\n\nLayer 1 has 294912 trainable parameters.\n");
        Assert.That(graded.Check("1a.parameters-layer1").Verdict, Is.EqualTo(Verdict.Correct));
    }

    /// <summary>A matrix that the question asks for, or that gives one away, is no input.</summary>
    [TestCase("hw5", "[[")]
    [TestCase("kinds/convolution-matrix", "[[w")]
    public void It_gives_no_answer_away(string folder, string sign)
    {
        var text = MarkdownHandoutWriter.Write(Handout.Of(Homework.Read(Path.Combine(Repository.Root, "cases", folder))));
        Assert.That(text.Replace("a matrix [[1, 2], [3, 4]]", "", StringComparison.Ordinal), Does.Not.Contain(sign));
    }
}
