namespace Grader.Grading.Tests;

/// <summary>What is said of the student's own run: figures that are not the final ones, differences of the other sign, orders of times that do not hold; and near misses, which are right.</summary>
[TestFixture]
public sealed class RunClaimTests
{
    [TestCase("The test accuracy peaked at 62.4 % in epoch 7 and ended at 48.1 %.")]
    [TestCase("The test accuracy peaked at 62.4 %.")]
    [TestCase("The test accuracy reached 62.4 % at its best and 40.3 % at the end.")]
    [TestCase("The test accuracy was 62.4 % before and is 48.1 % after training ended.")]
    [TestCase("Test accuracy: 62.4 % on a subset of 1000 images; on the whole test set 55 %.")]
    [TestCase("The test accuracy at epoch 5 was 62.4 %, at the end 51 %.")]
    [TestCase("The test accuracy was 62.4 %. At the end it was 48.1 %.")]
    [TestCase("The test accuracy rose to 62.4 %, then collapsed to 10 %.")]
    [TestCase("The best test accuracy was 62.4 %.")]
    [TestCase("The highest accuracy on the test set so far: 62.4 %.")]
    [TestCase("On a subset of the test set the accuracy is 62.4 %.")]
    [TestCase("The test accuracy was 62.4 % at first.")]
    public void An_earlier_best_or_partial_figure_is_for_a_person(string text) => Expect("4a.test-accuracy", $"### (a)\n\n{text}\n", Verdict.NeedsReview);

    [TestCase("The test accuracy rose from 41.0 % to 62.4 %.")]
    [TestCase("The test accuracy ended at 62.4 %.")]
    [TestCase("At the end the test accuracy was 62.4 %.")]
    [TestCase("The test accuracy is 62.4 %, while the training accuracy ended at 72.3 %.")]
    [TestCase("The test accuracy is 62.4 %, at the end of training.")]
    [TestCase("The test accuracy is 62.4 %, which took 12 minutes in the end.")]
    [TestCase("The test accuracy is 62.4 % on 10000 images.")]
    [TestCase("The test accuracy is 62.4 %, after a drop to a loss of 1.1.")]
    [TestCase("The final test accuracy is 62.4 %.")]
    public void The_final_figure_is_correct(string text) => Expect("4a.test-accuracy", $"### (a)\n\n{text}\n", Verdict.Correct);

    [TestCase("The gap is −9.91 % (training is worse than test).")]
    [TestCase("The gap is −9.91 %.")]
    [TestCase("The test accuracy is higher, with a gap of 9.91 %.")]
    [TestCase("The difference is 9.91 %: the training accuracy is lower.")]
    [TestCase("The gap to the paper is 9.91 %.")]
    [TestCase("The gap between (a) and the paper is 9.91 %.")]
    [TestCase("The difference in loss is 9.91 %.")]
    public void Another_difference_is_for_a_person(string text) => Expect("4a.gap", Gap(text), Verdict.NeedsReview);

    [TestCase("The gap is 9.91 %.")]
    [TestCase("The difference between test and training accuracy is −9.91 %.")]
    [TestCase("The training accuracy is higher, with a gap of 9.91 %.")]
    [TestCase("The test accuracy is lower, with a gap of 9.91 %.")]
    [TestCase("The gap between the two is 9.91 %, higher than I expected.")]
    [TestCase("The gap between training and test accuracy is 9.91 %.")]
    [TestCase("The gap to the test accuracy is 9.91 %.")]
    public void The_difference_of_the_two_is_correct(string text) => Expect("4a.gap", Gap(text), Verdict.Correct);

    [TestCase("8:41", "9:36, longer than (a)", "9:20, the longest of all")]
    [TestCase("60 s, the longest", "75 s, longer than (a)", "80 s, longer than (b)")]
    [TestCase("60 s", "75 s, longer than (a)", "70 s, the slowest run")]
    [TestCase("60 s", "75 s, longer than (a)", "80 s, shorter than (b)")]
    [TestCase("60 s", "75 s, longer than (a)", "80 s. (b) was the slowest")]
    [TestCase("60 s", "75 s, longer than (a)", "70 s, longer than (b)")]
    public void A_false_order_beside_a_true_one_is_for_a_person(string a, string b, string c) => Expect("4.time", Times(a, b, c), Verdict.NeedsReview);

    [TestCase("60 s, the shortest", "75 s, longer than (a)", "80 s, longer than (b)")]
    [TestCase("60 s", "75 s, longer than (a)", "80 s, the longest of all")]
    [TestCase("60 s", "75 s", "80 s, the slowest run")]
    [TestCase("60 s", "75 s, longer than (a)", "70 s, shorter than (b) but longer than (a)")]
    [TestCase("60 s", "75 s, longer than (a)", "80 s. (a) was the fastest and (c) the slowest")]
    public void An_order_that_holds_is_correct(string a, string b, string c) => Expect("4.time", Times(a, b, c), Verdict.Correct);

    [Test]
    public void A_false_order_alone_is_incorrect() => Expect("4.time", Times("60 s", "75 s, shorter than (a)", "80 s"), Verdict.Incorrect);

    [TestCase("Without BN both training and test accuracy are higher.")]
    [TestCase("Removing batch norm increased training and test accuracy.")]
    [TestCase("A larger batch would increase training accuracy and test accuracy.")]
    [TestCase("The paper claims that BN raises training and test accuracy; my results contradict this.")]
    [TestCase("BN raises training and test accuracy. My results do not confirm this.")]
    [TestCase("Training loss increased, test loss increased.")]
    [TestCase("The gap between training and test accuracy widened.")]
    [TestCase("Batch norm doubled the training accuracy and the test accuracy.")]
    [TestCase("BN raised the training accuracy by 3.5 points and the test accuracy by 9.09 points.")]
    [TestCase("Both losses were small. Both went up.")]
    [TestCase("Training loss increased and test loss increased too; accuracy of both fell.")]
    public void A_change_of_something_else_is_for_a_person(string text) => Expect("4b.effect", Effect(text), Verdict.NeedsReview);

    [TestCase("Both accuracies rose.")]
    [TestCase("Batch normalisation increased both accuracies.")]
    [TestCase("With BN both accuracies are higher than in (a).")]
    [TestCase("With BN the training accuracy is higher and so is the test accuracy.")]
    [TestCase("BN raised training accuracy from 72.31 % to 81.40 % and test accuracy from 62.40 % to 65.90 %.")]
    [TestCase("BN raised the training accuracy by 9.09 points and the test accuracy by 3.5 points.")]
    [TestCase("Compared to the network without BN, the training accuracy and the test accuracy rose.")]
    [TestCase("Training and test loss fell, and both accuracies rose.")]
    public void A_plain_change_is_correct(string text) => Expect("4b.effect", Effect(text), Verdict.Correct);

    [TestCase("Both accuracies fell.")]
    public void A_plain_change_that_is_not_so_is_incorrect(string text) => Expect("4b.effect", Effect(text), Verdict.Incorrect);

    private static string Effect(string text) => $"### (a)\n\nTraining accuracy: 72.31 %, test accuracy: 62.40 %.\n\n### (b)\n\nTraining accuracy: 81.40 %, test accuracy: 65.90 %.\n\n{text}\n";

    private static string Gap(string text) => $"### (a)\n\nTraining accuracy: 72.31 %, test accuracy: 62.40 %. {text}\n";

    private static string Times(string a, string b, string c) => $"### (a)\n\nIt took {a}.\n\n### (b)\n\nIt took {b}.\n\n### (c)\n\nIt took {c}.\n";

    private static void Expect(string check, string text, Verdict verdict)
    {
        var grade = Homework.Grade($"## Question 4\n\n{text}").Check(check);
        Assert.That(grade.Verdict, Is.EqualTo(verdict), $"{grade.Found?.Text}: {grade.Message}");
    }
}
