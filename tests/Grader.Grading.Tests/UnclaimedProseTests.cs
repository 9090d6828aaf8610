namespace Grader.Grading.Tests;

/// <summary>Words that a choice or a rubric looks for, in sentences that do not say them in the student's own name; and near misses, which do.</summary>
[TestFixture]
public sealed class UnclaimedProseTests
{
    [TestCase("3b.relation", "Some say B is the transpose of A.")]
    [TestCase("3b.relation", "My friend says that B is the transpose of A.")]
    [TestCase("3b.relation", "One might think that B is the transpose of A, but that is false.")]
    [TestCase("3b.relation", "Many people believe that B is the transpose of A.")]
    [TestCase("3b.relation", "A and B have nothing to do with a transpose.")]
    [TestCase("3b.relation", "It is wrong that, as far as the lecture and the book go, B is in each case the transpose of A.")]
    [TestCase("3b.relation", "It\u00A0is\u00A0not\u00A0true\u00A0that\u00A0B\u00A0is\u00A0the\u00A0transpose\u00A0of\u00A0A.")]
    [TestCase("3b.relation", "Is B the transpose of A?")]
    [TestCase("3b.relation", "Could B be the transpose of A? I have no idea.")]
    [TestCase("3b.relation", "I am not sure whether B is the transpose of A.")]
    [TestCase("3b.relation", "B is the transpose of A. That is wrong.")]
    [TestCase("3b.relation", "B is the transpose of A. Not really.")]
    [TestCase("3b.relation", "Perhaps B is the transpose of A.")]
    [TestCase("3b.relation", "I heard that B is the transpose of A.")]
    [TestCase("3b.relation", "For some layers B is the transpose of A, but not for this one.")]
    [TestCase("3b.relation", "> B is the transpose of A.\n\nI disagree with this.")]
    [TestCase("3c.possible", "Is it possible? Not really.")]
    [TestCase("3c.possible", "Is it possible? I do not know.")]
    [TestCase("3c.possible", "It is possible for some layers but not for this one.")]
    [TestCase("3c.possible", "I am not sure whether it is possible.")]
    [TestCase("3c.possible", "Some say that it is possible.")]
    [TestCase("3c.possible", "Maybe yes.")]
    [TestCase("3c.possible", "My classmate thinks it is possible.")]
    [TestCase("3c.possible", "It is possible. On the contrary!")]
    [TestCase("3c.possible", "One could think that it is possible.")]
    [TestCase("3c.possible", "Yes, it is possible, but that is not true here.")]
    [TestCase("3c.possible", "Yes, the forward pass is a convolution, but the backward pass is not.")]
    [TestCase("3c.possible", "The answer \"yes\" is tempting but wrong.")]
    [TestCase("3c.possible", "\"Yes\" is what the book says; I disagree.")]
    [TestCase("3c.possible", "Yes for stride 1 forward, but in the backward direction it does not work.")]
    [TestCase("3c.possible", "It would be possible if the kernel were square.")]
    [TestCase("3c.possible", "Hardly possible.")]
    [TestCase("3c.possible", "Yes would be wrong.")]
    [TestCase("3c.kernel", "Some claim that the kernel is flipped and fully padded.")]
    [TestCase("3c.kernel", "I wonder if the kernel is flipped.")]
    [TestCase("3c.kernel", "Which kernel? The flipped kernel?")]
    [TestCase("2d.batch-size", "Some say the test accuracy drops; many believe a higher learning rate recovers it.")]
    [TestCase("3b.relation", "B is minus the transpose of A.")]
    [TestCase("3b.relation", "B is the negative of the transpose of A.")]
    [TestCase("3b.relation", "B is almost the transpose of A.")]
    [TestCase("3b.relation", "B looks like the transpose of A but has its kernel flipped.")]
    [TestCase("3b.relation", "B is A plus its transpose.")]
    [TestCase("3b.relation", "$B = A^T$ holds only for symmetric A; here $B = A^{-1}$.")]
    [TestCase("3b.relation", "At first I thought $B = A^T$, but the result is $B = A$.")]
    [TestCase("3b.relation", "$B = A^T$. So $B = A$.")]
    [TestCase("3c.kernel", "Yes, with the flipped kernel (w3, w1, w2) and full padding.")]
    [TestCase("3c.kernel", "With the flipped kernel $(w_2, w_3, w_1)$ and full padding.")]
    public void What_is_not_claimed_is_not_correct(string check, string text)
    {
        var grade = Grade(check, text);
        Assert.That(grade.Verdict, Is.EqualTo(Verdict.NeedsReview), $"{grade.Found?.Text}: {grade.Message}");
    }

    [TestCase("3b.relation", "B is the transpose of A.")]
    [TestCase("3b.relation", "How do A and B relate? B is the transpose of A.")]
    [TestCase("3b.relation", "As the lecture says, B is the transpose of A.")]
    [TestCase("3b.relation", "Some entries are zero, and B is the transpose of A.")]
    [TestCase("3b.relation", "My result: B is the transpose of A.")]
    [TestCase("3b.relation", "My friend and I find that B is the transpose of A.")]
    [TestCase("3b.relation", "We see that B is the transpose of A. It is not symmetric.")]
    [TestCase("3b.relation", "B is the transpose of A, so the rows of the one are the columns of the other.")]
    [TestCase("3b.relation", "According to the chain rule, B is the transpose of A (see Goodfellow et al.).")]
    [TestCase("3b.relation", "> B is the transpose of A.")]
    [TestCase("3c.possible", "Is it possible? Yes.")]
    [TestCase("3c.possible", "Can it be written as a convolution? It is possible.")]
    [TestCase("3c.possible", "Yes, it is possible, and we know how.")]
    [TestCase("3c.possible", "Some say that it is impossible. Yes, it is possible, with full padding.")]
    [TestCase("3c.possible", "It is possible if we pad with two zeros on each side.")]
    [TestCase("3c.possible", "Yes, but the kernel is not the same: it is flipped.")]
    [TestCase("3c.possible", "Yes is the right answer.")]
    [TestCase("3c.possible", "The answer is \"yes\".")]
    [TestCase("3c.possible", "Yes, and it would work with any kernel.")]
    [TestCase("3c.kernel", "The kernel is flipped, and the padding is full, not valid.")]
    [TestCase("3c.kernel", "We use the flipped kernel, as many libraries do.")]
    [TestCase("2d.batch-size", "The test accuracy drops, as some papers report (Goyal et al., 2017); a higher learning rate recovers it.")]
    [TestCase("2d.batch-size", "According to the paper, the test accuracy is lower. Increasing the learning rate recovers it.")]
    [TestCase("3b.relation", "$B = A^T$ holds for every kernel.")]
    [TestCase("3b.relation", "The gradient is the transpose of A times the gradient of the output, so B is the transpose of A.")]
    [TestCase("3b.relation", "B is exactly the transpose of A.")]
    [TestCase("3c.kernel", "Yes, with the kernel (w1, w2, w3) flipped to (w3, w2, w1), and full padding.")]
    [TestCase("3c.kernel", "Yes, the gradient is convolved with the flipped kernel and padding 2.")]
    [TestCase("3c.kernel", "Yes, a convolution with the transposed matrix.")]
    [TestCase("2c.statistics", "Training uses the mean and variance of each mini-batch; at test time running averages collected during training are used.")]
    [TestCase("2d.batch-size", "The test accuracy drops; increasing the learning rate recovers it.")]
    [TestCase("3c.kernel", "Yes, with the flipped kernel (w3, w2, w1) and full padding.")]
    [TestCase("3c.kernel", "The kernel (w1, w2, w3) is flipped, and the padding is full.")]
    public void What_is_claimed_is_correct(string check, string text)
    {
        var grade = Grade(check, text);
        Assert.That(grade.Verdict, Is.EqualTo(Verdict.Correct), $"{grade.Found?.Text}: {grade.Message}");
    }

    [TestCase("Is it possible? No.")]
    [TestCase("Some say yes, it is possible. No, it is not a convolution.")]
    public void A_wrong_choice_is_incorrect(string text) => Assert.That(Grade("3c.possible", text).Verdict, Is.EqualTo(Verdict.Incorrect));

    [TestCase("Batch norm: some say the training accuracy rose and the test accuracy rose.")]
    [TestCase("My friend thinks the training accuracy rose with batch norm, and so did the test accuracy.")]
    [TestCase("Did the training accuracy rise? Did the test accuracy rise?")]
    public void A_change_that_is_not_claimed_is_for_a_person(string text)
    {
        var grade = Homework.Grade($"## Question 4\n\n### (a)\n\nTraining accuracy: 72.7 %, test accuracy: 62.1 %.\n\n### (b)\n\nTraining accuracy: 81.4 %, test accuracy: 65.3 %.\n\n{text}\n").Check("4b.effect");
        Assert.That(grade.Verdict, Is.EqualTo(Verdict.NeedsReview), $"{grade.Found?.Text}: {grade.Message}");
    }

    private static CheckGrade Grade(string check, string text) => Homework.Grade($"## Question {check[0]}\n\n### ({check[1]})\n\n{text}\n").Check(check);
}
