using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Tests;

/// <summary>What is explained of the choice of answers is the choice that grades.</summary>
[TestFixture]
public sealed class ChoiceExplainerTests
{
    private static IEnumerable<string> Samples => Directory.GetFiles(Path.Combine(Repository.Root, "cases"), "*.md", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "submissions")
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Samples))]
    public void What_is_taken_is_what_is_graded(string sample)
    {
        var assignment = Homework.Read(Path.Combine(Repository.Root, Path.GetDirectoryName(Path.GetDirectoryName(sample))!));
        var text = File.ReadAllText(Path.Combine(Repository.Root, sample));
        var graded = Homework.Grade(assignment, text).Checks().ToDictionary(check => check.Id);
        var explained = Explain(assignment, text);
        Assert.That(explained.Checks.Items.Select(check => check.Id), Is.EqualTo(graded.Keys));
        foreach (var check in explained.Checks.Items.Where(check => check.Kind is "number" or "vector" or "matrix" or "own" or "band"))
        {
            var taken = check.Candidates.Items.Where(candidate => candidate.Standing == Standing.Taken).ToList();
            if (taken is [var one])
                Assert.That(graded[check.Id].Found, Is.EqualTo(one.Found), check.Id);
            else
                Assert.That((taken.Count, graded[check.Id].Verdict is Verdict.Missing or Verdict.NeedsReview, check.Why.Length > 0), Is.EqualTo((0, true, true)), check.Id);
            Assert.That(check.Candidates.Items.Select(candidate => candidate.Reason), Has.None.Empty);
        }
    }

    [TestCase("## Question 1\n\n### (b)\n\nOutput width of layer 1: 21\n\nOutput width of layer 1: 32\n", "1b.output-layer1", 7, Standing.Taken, "the last of 2 with the same claim")]
    [TestCase("## Question 1\n\n### (b)\n\nOutput width of layer 1: 21\n\nOutput width of layer 1: 32\n", "1b.output-layer1", 5, Standing.Rival, "said later")]
    [TestCase("## Question 1\n\n### (b)\n\nOutput width of layer 1: 21\n\nOutput width of layer 1: 32\n", "1b.output-layer2", 7, Standing.PassedOver, "nothing says “layer")]
    [TestCase("## Question 1\n\n### (b)\n\nMultiply-adds of layer 1: 301989888\n\nOutput width of layer 1: 32\n", "1b.output-layer1", 5, Standing.PassedOver, "in its label says that it is another's")]
    [TestCase("## Question 1\n\n### (a)\n\nParameters of layer 1: 5\n\n## Question 2\n\n## Question 1\n\n### (a)\n\nParameters of layer 1: 6\n", "1a.parameters-layer1", 5, Standing.PassedOver, "answered anew in line 13")]
    [TestCase("## Question 1\n\n### (a)\n\nThe parameters of layer 1 are 5.\n\nActually, the parameters of layer 1 are 6.\n", "1a.parameters-layer1", 5, Standing.PassedOver, "line 7 corrects it")]
    [TestCase("```answers\n1b.output-layer1: 32\n```\n", "1b.output-layer1", 2, Standing.Taken, "declared by the check's id")]
    [TestCase("## Question 3\n\n### (c)\n\nYes, it is.\n", "3c.possible", 5, Standing.Taken, "says “yes”")]
    public void A_candidate_is_explained(string text, string check, int line, Standing standing, string reason)
    {
        var candidate = Explain(Homework.Assignment, text).Checks.Items.Single(item => item.Id == check).Candidates.Items.Single(item => item.Found.Line == line);
        Assert.That(candidate.Standing, Is.EqualTo(standing), candidate.Reason);
        Assert.That(candidate.Reason, Does.Contain(reason));
    }

    [TestCase("## Question 1\n\n### (a)\n\nThe output width of layer 1 is 32.\n", "1b.output-layer1", "part 1b has no text; what answers this seems to stand in 1a, line 5")]
    [TestCase("## Question 1\n\n### (b)\n\nNo idea.\n", "1b.output-layer1", "nothing of the kind that is asked stands there")]
    [TestCase("## Question 1\n\n### (b)\n\nWe get 32 and 33 and 34.\n", "1b.output-layer1", "nothing says that one of the 3 that stand there is it")]
    public void Nothing_taken_is_explained(string text, string check, string why) =>
        Assert.That(Explain(Homework.Assignment, text).Checks.Items.Single(item => item.Id == check).Why, Is.EqualTo(why));

    private static ChoiceReport Explain(Assignment assignment, string text) =>
        ChoiceExplainer.Explain(assignment, SubmissionReader.Read("submission.md", text, SubmissionGrader.ExpectedParts(assignment)), "");
}
