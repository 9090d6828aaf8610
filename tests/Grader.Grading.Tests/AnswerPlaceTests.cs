namespace Grader.Grading.Tests;

/// <summary>Parts answered in another's place, twice, out of order, and submissions that label only some of what they answer.</summary>
[TestFixture]
public sealed class AnswerPlaceTests
{
    private const string OnlyParts = "(a)\n\nThe parameters of layer 1 are 294912.\n";

    // In another's place: for a person, with the place.
    [TestCase("## Question 1\n\n### (a)\n\nThe output width of layer 1 is 32.\n\n### (b)\n\nMultiply-adds of layer 1: 301989888\n", "1b.output-layer1", Verdict.NeedsReview, 5)]
    [TestCase("## Question 1\n\n### (a)\n\nThe output width of layer 1 is 30.\n\n### (b)\n\nMultiply-adds of layer 1: 301989888\n", "1b.output-layer1", Verdict.NeedsReview, 5)]
    [TestCase("## Question 1\n\n### (a)\n\nThe output width of layer 1 is 32.\n\n### (b)\n\nMultiply-adds of layer 1: 301989888\n", "1a.parameters-layer1", Verdict.NeedsReview, 5)]
    [TestCase("## Question 1\n\n### (a)\n\nSize of the output of layer 1: 294912\n", "1a.parameters-layer1", Verdict.Correct, 5)]
    [TestCase("## Question 1\n\n### (a)\n\nSize of the output of layer 1: 294912\n", "1b.output-layer1", Verdict.Missing, 0)]
    [TestCase("## Question 1\n\nThe output width of layer 1 is 32.\n\n### (a)\n\nParameters of layer 1: 294912\n", "1b.output-layer1", Verdict.NeedsReview, 3)]
    [TestCase("## Question 2\n\n### (b)\n\nMeans: [13, 5, 0]\n", "2a.mean", Verdict.NeedsReview, 5)]
    // Where its own place says something, that is the answer, right or wrong.
    [TestCase("## Question 1\n\n### (a)\n\nThe output width of layer 1 is 32.\n\n### (b)\n\nThe output width of layer 1 is 31.\n", "1b.output-layer1", Verdict.Incorrect, 9)]
    [TestCase("## Question 1\n\n### (a)\n\nThe output width of layer 1 is 31.\n\n### (b)\n\nThe output width of layer 1 is 32.\n", "1b.output-layer1", Verdict.Correct, 9)]
    // What does not say all of what it is, stands in no other's place.
    [TestCase("## Question 1\n\n### (a)\n\nThe output width is 32.\n", "1b.output-layer1", Verdict.Missing, 0)]
    [TestCase("## Question 1\n\n### (a)\n\n32\n", "1b.output-layer1", Verdict.Missing, 0)]
    // Out of order.
    [TestCase("## Question 2\n\n### (a)\n\nMeans: [13, 5, 0]\n\n## Question 1\n\n### (b)\n\nThe output width of layer 1 is 32.\n\n### (a)\n\nParameters of layer 1: 294912\n", "1a.parameters-layer1", Verdict.Correct, 15)]
    // Twice: the later section counts.
    [TestCase("## Question 1\n\n### (a)\n\nParameters of layer 1: 5\n\n## Question 2\n\n## Question 1\n\n### (a)\n\nParameters of layer 1: 294912\n", "1a.parameters-layer1", Verdict.Correct, 13)]
    [TestCase("## Question 1\n\n### (a)\n\nParameters of layer 1: 294912\n\n## Question 2\n\n## Question 1\n\n### (a)\n\nParameters of layer 1: 5\n", "1a.parameters-layer1", Verdict.NeedsReview, 13)]
    [TestCase("## Question 1\n\n### (a)\n\nParameters of layer 1: 7\n\n## Question 2\n\n## Question 1\n\n### (a)\n\nParameters of layer 1: 5\n", "1a.parameters-layer1", Verdict.Incorrect, 13)]
    // A correction takes back what was said before it; without one there are two answers.
    [TestCase("## Question 1\n\n### (a)\n\nThe parameters of layer 1 are 5. Actually, the parameters of layer 1 are 294912.\n", "1a.parameters-layer1", Verdict.Correct, 5)]
    [TestCase("## Question 1\n\n### (a)\n\nThe parameters of layer 1 are 294912. Actually, the parameters of layer 1 are 5.\n", "1a.parameters-layer1", Verdict.NeedsReview, 5)]
    [TestCase("## Question 1\n\n### (a)\n\nThe parameters of layer 1 are 5. The parameters of layer 1 are 294912.\n", "1a.parameters-layer1", Verdict.NeedsReview, 5)]
    [TestCase("## Question 1\n\n### (a)\n\nThe parameters of layer 1 are 294912 or 5.\n", "1a.parameters-layer1", Verdict.NeedsReview, 5)]
    [TestCase("## Question 1\n\n### (a)\n\nThe parameters of layer 1 are 5 or 294912.\n", "1a.parameters-layer1", Verdict.NeedsReview, 5)]
    // The last answer is wrong, and the right one stands elsewhere in the part.
    [TestCase("## Question 1\n\n### (a)\n\nWe have 294912 of them.\n\nThe parameters of layer 1 are 5.\n", "1a.parameters-layer1", Verdict.NeedsReview, 7)]
    // Only question 2 is labelled: what stands before it is question 1.
    [TestCase("The parameters of layer 1 are 294912.\n\n## Question 2\n\n### (a)\n\nMeans: [13, 5, 0]\n", "1a.parameters-layer1", Verdict.Correct, 1)]
    [TestCase("The parameters of layer 1 are 294913.\n\n## Question 2\n\n### (a)\n\nMeans: [13, 5, 0]\n", "1a.parameters-layer1", Verdict.Incorrect, 1)]
    [TestCase("The parameters of layer 1 are 294912.\n\n## Question 2\n\n### (a)\n\nMeans: [13, 5, 0]\n", "2a.mean", Verdict.Correct, 7)]
    // What stands before question 1 is no question's.
    [TestCase("The parameters of layer 1 are 294912.\n\n## Question 1\n\n### (a)\n\nNothing yet.\n", "1a.parameters-layer1", Verdict.NeedsReview, 1)]
    // Questions are labelled, their parts are not.
    [TestCase("## Question 1\n\nThe parameters of layer 1 are 294912.\n\nThe output width of layer 1 is 32.\n\n## Question 2\n\nMeans: [13, 5, 0]\n", "1b.output-layer1", Verdict.Correct, 5)]
    [TestCase("## Question 1\n\nThe parameters of layer 1 are 294912.\n\nThe output width of layer 1 is 31.\n\n## Question 2\n\nMeans: [13, 5, 0]\n", "1b.output-layer1", Verdict.Incorrect, 5)]
    // Parts are labelled, and no question is.
    [TestCase(OnlyParts, "1a.parameters-layer1", Verdict.Correct, 3)]
    public void An_answer_is_taken_from_its_place(string text, string check, Verdict verdict, int line)
    {
        var grade = Homework.Grade(text).Check(check);
        Assert.That(grade.Verdict, Is.EqualTo(verdict), $"{grade.Found}: {grade.Message}");
        Assert.That(grade.Found?.Line ?? 0, Is.EqualTo(line), grade.Message);
    }

    [TestCase("(a)\n\nThe clusters are 1, 1, 2.\n\n(b)\n\nThe cost after iteration 1 is 5.\n", "1b.cost1", Verdict.Incorrect)]
    [TestCase("a)\n\nCost after iteration 1: 5\n", "1b.cost1", Verdict.NeedsReview)]
    public void The_only_question_needs_no_label(string text, string check, Verdict verdict)
    {
        var grade = Homework.Grade(Homework.Read(Path.Combine(Repository.Root, "cases", "kmeans")), text).Check(check);
        Assert.That(grade.Verdict, Is.EqualTo(verdict), $"{grade.Found}: {grade.Message}");
    }

    [Test]
    public void What_stands_in_anothers_place_is_pending_and_told_with_its_place()
    {
        var grade = Homework.Grade("## Question 1\n\n### (a)\n\nThe output width of layer 1 is 32.\n").Check("1b.output-layer1");
        Assert.That((grade.Points, grade.PendingPoints), Is.EqualTo((Mathematics.Rational.Zero, grade.MaxPoints)));
        Assert.That(grade.Message, Does.Contain("in 1a, line 5"));
    }
}
