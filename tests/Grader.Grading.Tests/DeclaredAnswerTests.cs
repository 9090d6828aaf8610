namespace Grader.Grading.Tests;

/// <summary>Answers in a fenced block <c>answers</c>, by the ids of checks.</summary>
[TestFixture]
public sealed class DeclaredAnswerTests
{
    [TestCase("1b.macs-layer1: 301989888", "1b.macs-layer1", Verdict.Correct)]
    [TestCase("1B.MACS-LAYER1: 301,989,888", "1b.macs-layer1", Verdict.Correct)]
    [TestCase("1b.macs-layer1: 301989889", "1b.macs-layer1", Verdict.Incorrect)]
    [TestCase("1b.macs-layer1: 301989888?", "1b.macs-layer1", Verdict.NeedsReview)]
    [TestCase("1b.macs-layer1: many", "1b.macs-layer1", Verdict.Unreadable)]
    [TestCase("1b.macs-layer1:", "1b.macs-layer1", Verdict.Missing)]
    [TestCase("1b.macs-layer1: 301989888\n1b.macs-layer1: 3", "1b.macs-layer1", Verdict.NeedsReview)]
    [TestCase("1b.macs-layer1: 301989888\n1b.macs-layer2: maybe 3", "1b.macs-layer1", Verdict.Correct)]
    [TestCase("1b.macs-layer2: 301989888", "1b.macs-layer1", Verdict.Missing)]
    [TestCase("1c.memory-layer1: halved", "1c.memory-layer1", Verdict.Correct)]
    [TestCase("2a.mean: 13, 5, 0", "2a.mean", Verdict.Correct)]
    [TestCase("2a.mean: 13, 5, 1", "2a.mean", Verdict.Partial)]
    [TestCase("3b.relation: B = A^T", "3b.relation", Verdict.Correct)]
    [TestCase("3b.relation: A = B", "3b.relation", Verdict.NeedsReview)]
    [TestCase("3c.possible: no", "3c.possible", Verdict.Incorrect)]
    [TestCase("4a.train-accuracy: 74 %", "4a.train-accuracy", Verdict.Correct)]
    [TestCase("4a.train-accuracy: 99 %", "4a.train-accuracy", Verdict.NeedsReview)]
    public void A_row_is_judged_by_its_check(string rows, string check, Verdict verdict)
    {
        var graded = Homework.Grade($"# Homework\n\n```answers\n{rows}\n```\n").Check(check);
        Assert.That(graded.Verdict, Is.EqualTo(verdict), graded.Message);
    }

    [TestCase("1b.macs-layer1: 301989888", "3", Verdict.Correct)]
    [TestCase("1b.macs-layer1: 3", "301989888", Verdict.Incorrect)]
    [TestCase("1b.macs-layer2: 3", "301989888", Verdict.Correct)]
    public void A_row_goes_before_what_the_part_says(string row, string prose, Verdict verdict)
    {
        var graded = Homework.Grade($"## Question 1\n\n### (b)\n\nMultiply-adds of layer 1: {prose}\n\n```answers\n{row}\n```\n").Check("1b.macs-layer1");
        Assert.That(graded.Verdict, Is.EqualTo(verdict), graded.Message);
    }

    [Test]
    public void Rows_do_not_make_the_rest_of_an_unlabelled_submission_missing()
    {
        var graded = Homework.Grade("The first layer has 294912 trainable parameters.\n\n```answers\n1b.macs-layer1: 301989888\n```\n").Check("1a.parameters-layer1");
        Assert.That(graded.Verdict, Is.EqualTo(Verdict.Correct), graded.Message);
    }
}
