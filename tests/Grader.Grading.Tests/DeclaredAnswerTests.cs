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

    [TestCase("1b.macs-layer1: 301989888", "Multiply-adds of layer 1: 3", Verdict.NeedsReview)]
    [TestCase("1b.macs-layer1: 3", "Multiply-adds of layer 1: 301989888", Verdict.NeedsReview)]
    [TestCase("1b.macs-layer1: 301989888", "Multiply-adds of layer 1: 301,989,888", Verdict.Correct)]
    [TestCase("1b.macs-layer1: 301989888", "Multiply-adds of layer 1: 9 * 128 * 256 * 32 * 32 = 301989888", Verdict.Correct)]
    [TestCase("1b.macs-layer1: 301989888", "Multiply-adds of layer 1: 302M", Verdict.Correct)]
    [TestCase("1b.macs-layer1: 301989888", "Multiply-adds of layer 1: 303M", Verdict.NeedsReview)]
    [TestCase("1b.macs-layer1: 5", "Multiply-adds of layer 1: 5", Verdict.Incorrect)]
    [TestCase("1b.macs-layer1: 301989888", "Multiply-adds of layer 1: 7\n\nMultiply-adds of layer 1: 301989888", Verdict.Correct)]
    [TestCase("1b.macs-layer1: 301989888", "Multiply-adds of layer 2: 3", Verdict.Correct)]
    [TestCase("1b.macs-layer1: 301989888", "The kernel has 9 entries, so it is long.", Verdict.Correct)]
    [TestCase("1b.macs-layer1: 301989888", "See the picture.", Verdict.Correct)]
    [TestCase("1b.macs-layer2: 3", "Multiply-adds of layer 1: 301989888", Verdict.Correct)]
    public void A_row_stands_unless_the_part_says_otherwise(string row, string prose, Verdict verdict)
    {
        var graded = Homework.Grade($"## Question 1\n\n### (b)\n\n{prose}\n\n```answers\n{row}\n```\n").Check("1b.macs-layer1");
        Assert.That(graded.Verdict, Is.EqualTo(verdict), graded.Message);
    }

    [TestCase("2a.mean: 13, 5, 0", "Mean: 13, 5, 1", Verdict.NeedsReview)]
    [TestCase("2a.mean: 13, 5, 0", "Mean: 13, 5, 0", Verdict.Correct)]
    [TestCase("2a.normalized: [[-1,1,1,-1],[-1,1,1,-1],[-1,1,1,-1]]", "Normalized:\n\n$$\\begin{bmatrix} -1 & 1 & 1 & -1 \\\\ -1 & 1 & 1 & -1 \\\\ -1 & 1 & 1 & 1 \\end{bmatrix}$$", Verdict.NeedsReview)]
    [TestCase("2a.normalized: [[-1,1,1,-1],[-1,1,1,-1],[-1,1,1,-1]]", "Normalized:\n\n$$\\begin{bmatrix} -1 & 1 & 1 & -1 \\\\ -1 & 1 & 1 & -1 \\\\ -1 & 1 & 1 & -1 \\end{bmatrix}$$", Verdict.Correct)]
    [TestCase("2a.normalized: [[-1,1,1,-1],[-1,1,1,-1],[-1,1,1,-1]]", "$$A = \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}$$", Verdict.Correct)]
    public void An_array_stands_unless_the_part_says_otherwise(string row, string prose, Verdict verdict) => AssertVerdict("Question 2", "(a)", row, prose, verdict);

    [TestCase("3c.possible: yes", "No, it is impossible.", Verdict.NeedsReview)]
    [TestCase("3c.possible: yes", "Yes, it is possible.", Verdict.Correct)]
    [TestCase("3c.possible: no", "Yes, it is possible.", Verdict.NeedsReview)]
    [TestCase("3c.possible: no", "No, it is impossible.", Verdict.Incorrect)]
    [TestCase("3c.possible: yes", "The kernel is drawn below.", Verdict.Correct)]
    [TestCase("3c.kernel: With the flipped kernel [[w_3, w_2, w_1]] and full padding, channel by channel.", "", Verdict.Correct)]
    [TestCase("3c.kernel: With the flipped kernel [[w_1, w_2, w_3]] and full padding, channel by channel.", "", Verdict.NeedsReview)]
    [TestCase("3c.kernel: With the flipped kernel and full padding, channel by channel.", "$$[[w_1, w_2, w_3]]$$", Verdict.NeedsReview)]
    [TestCase("3c.kernel: With the flipped kernel and full padding, channel by channel.", "$$[[w_3, w_2, w_1]]$$", Verdict.Correct)]
    [TestCase("3c.kernel: With the flipped kernel and full padding, channel by channel.", "", Verdict.Correct)]
    public void A_claim_in_words_stands_unless_the_part_says_otherwise(string row, string prose, Verdict verdict) => AssertVerdict("Question 3", "(c)", row, prose, verdict);

    [TestCase("3b.relation: here B = A^T", Verdict.Correct)]
    [TestCase("3b.relation: here B = A", Verdict.NeedsReview)]
    public void An_equation_among_the_words_of_a_row_is_read(string row, Verdict verdict) => AssertVerdict("Question 3", "(b)", row, "", verdict);

    [TestCase("4a.train-accuracy: 74 %", "Training accuracy: 75 %", Verdict.NeedsReview)]
    [TestCase("4a.train-accuracy: 74 %", "Training accuracy: 0.74", Verdict.Correct)]
    [TestCase("4a.train-accuracy: 74.12", "Training accuracy: 74.12 %", Verdict.Correct)]
    [TestCase("4a.train-accuracy: 74 %", "Testing accuracy: 65 %", Verdict.Correct)]
    public void A_figure_stands_unless_the_part_says_otherwise(string row, string prose, Verdict verdict) => AssertVerdict("Question 4", "(a)", row, prose, verdict);

    [TestCase("4a.gap: 10 %", "The gap is 12 %.", Verdict.NeedsReview)]
    [TestCase("4a.gap: 10 %", "The gap is 10 %.", Verdict.Correct)]
    public void A_difference_stands_unless_the_part_says_otherwise(string row, string prose, Verdict verdict) => AssertVerdict("Question 4", "(a)", $"4a.train-accuracy: 74 %\n4a.test-accuracy: 64 %\n{row}", prose, verdict);

    [Test]
    public void Both_places_are_told()
    {
        var graded = Homework.Grade("## Question 1\n\n### (b)\n\nMultiply-adds of layer 1: 3\n\n```answers\n1b.macs-layer1: 301989888\n```\n").Check("1b.macs-layer1");
        Assert.That((graded.Found!.Line, graded.Message), Is.EqualTo((8, "Two different final answers: “301989888” here and “3” in line 5.")));
    }

    [Test]
    public void A_row_leaves_what_the_text_says_of_its_check_to_no_other_check()
    {
        var graded = Homework.Grade("## Question 1\n\n### (b)\n\nMultiply-adds of layer 1: 301989888\n\n1207959552\n\n```answers\n1b.macs-layer1: 301989888\n1b.macs-total: 1509949440\n1b.output-layer1: 32\n1b.output-layer2: 32\n```\n");
        Assert.That(graded.Check("1b.macs-layer2").Verdict, Is.EqualTo(Verdict.Correct));
    }

    private static void AssertVerdict(string question, string part, string rows, string prose, Verdict verdict)
    {
        var check = rows.Split('\n')[^1].Split(':')[0];
        var graded = Homework.Grade($"## {question}\n\n### {part}\n\n{prose}\n\n```answers\n{rows}\n```\n").Check(check);
        Assert.That(graded.Verdict, Is.EqualTo(verdict), graded.Message);
    }

    [Test]
    public void Rows_do_not_make_the_rest_of_an_unlabelled_submission_missing()
    {
        var graded = Homework.Grade("The first layer has 294912 trainable parameters.\n\n```answers\n1b.macs-layer1: 301989888\n```\n").Check("1a.parameters-layer1");
        Assert.That(graded.Verdict, Is.EqualTo(Verdict.Correct), graded.Message);
    }
}
