namespace Grader.Grading.Tests;

/// <summary>A right value that its own sentence takes back is nobody's plain answer; each row was once accepted.</summary>
[TestFixture]
public sealed class DoubtTests
{
    [TestCase("1", "a", "Layer 2 parameters: 1179648 is wrong; it is 1180160.", "1a.parameters-layer2")]
    [TestCase("1", "b", "MACs layer 2: if there was no bias it would be 1207959552.", "1b.macs-layer2")]
    [TestCase("1", "b", "MACs of layer 1: more than 301989888", "1b.macs-layer1")]
    [TestCase("1", "b", "MACs of layer 1: at most 301989888", "1b.macs-layer1")]
    [TestCase("1", "b", "Layer 1 output width: anything but 32.", "1b.output-layer1")]
    [TestCase("1", "b", "Layer 2 output width: 32? maybe 30", "1b.output-layer2")]
    [TestCase("1", "b", "MACs total: I doubt it is 1509949440.", "1b.macs-total")]
    [TestCase("1", "b", "Total MACs: 1509949440 / 10", "1b.macs-total")]
    [TestCase("1", "c", "The memory after layer 1 is more than halved.", "1c.memory-layer1")]
    [TestCase("1", "c", "The memory to the output of layer 1 increases by 50 %.", "1c.memory-layer1")]
    [TestCase("2", "a", "The normalized values are not $\\begin{bmatrix} -1 & 1 & 1 & -1 \\\\ -1 & 1 & 1 & -1 \\\\ -1 & 1 & 1 & -1 \\end{bmatrix}$", "2a.normalized")]
    [TestCase("2", "a", "$\\hat Z = \\frac{1}{3} \\begin{bmatrix} -1 & 1 & 1 & -1 \\\\ -1 & 1 & 1 & -1 \\\\ -1 & 1 & 1 & -1 \\end{bmatrix}$", "2a.normalized")]
    [TestCase("2", "a", "$\\hat Z \\neq \\begin{bmatrix} -1 & 1 & 1 & -1 \\\\ -1 & 1 & 1 & -1 \\\\ -1 & 1 & 1 & -1 \\end{bmatrix}$", "2a.normalized")]
    [TestCase("2", "c", "In training the running mean and variance are used. At test time the mini-batch mean and variance are used.", "2c.statistics")]
    [TestCase("2", "c", "It is not true that training uses mini-batch statistics and test uses running averages; both use the same.", "2c.statistics")]
    [TestCase("2", "d", "The test accuracy falls. To increase the learning rate is harmful.", "2d.batch-size")]
    [TestCase("2", "d", "A lower batch size gives lower accuracy; with a larger batch the accuracy is better. A larger learning rate would ruin it.", "2d.batch-size")]
    [TestCase("3", "b", "B is the same as A. The transpose is not needed.", "3b.relation")]
    [TestCase("3", "b", "One may believe $B = A^T$, but in truth $B = A$.", "3b.relation")]
    [TestCase("3", "c", "A flipped kernel fails.", "3c.kernel")]
    [TestCase("3", "c", "Flipped kernel with no padding.", "3c.kernel")]
    [TestCase("3", "c", "The image is flipped, and the kernel stays as is.", "3c.kernel")]
    [TestCase("3", "c", "Whoever writes flipped kernel is wrong.", "3c.kernel")]
    [TestCase("3", "c", "It can be seen that it is no convolution.", "3c.possible")]
    [TestCase("3", "c", "Yes, I can see that no convolution does this.", "3c.possible")]
    [TestCase("4", "a", "Training accuracy: less than 73.9 %", "4a.train-accuracy")]
    [TestCase("4", "a", "The test accuracy might be 63.5 %.", "4a.test-accuracy")]
    [TestCase("1", "a", "If layer 1 had no bias, 294912.", "1a.parameters-layer1")]
    [TestCase("4", "c", "The test accuracy and training accuracy are 74.6 % and not 63.5 %, respectively.", "4c.train-accuracy")]
    [TestCase("4", "c", "The test accuracy and training accuracy are 63.5 %, or 74.6 % and 99 %, respectively.", "4c.train-accuracy")]
    [TestCase("4", "c", "The test accuracy and training accuracy are 63.5％, or 74.6％ and 99％, respectively.", "4c.train-accuracy")]
    [TestCase("4", "c", "The test accuracy and training accuracy are 63.5 %? and 74.6 %, respectively.", "4c.train-accuracy")]
    [TestCase("4", "c", "The training accuracy and test accuracy are 74.6 %? and 63.5 %, respectively.", "4c.test-accuracy")]
    [TestCase("4", "c", "<table>\n<tr><td>quantity</td><td>value</td></tr>\n<tr><td>final training accuracy</td><td>.746232 percent</td></tr>\n</table>", "4c.train-accuracy")]
    [TestCase("3", "a", "A^T = [w1 w2 w3 0 0 0 0 0; 0 w1 w2 w3 0 0 0 0; 0 0 0 0 w1 w2 w3 0; 0 0 0 0 0 w1 w2 w3]", "3a.matrix")]
    [TestCase("3", "a", "2A = [w1 w2 w3 0 0 0 0 0; 0 w1 w2 w3 0 0 0 0; 0 0 0 0 w1 w2 w3 0; 0 0 0 0 0 w1 w2 w3]", "3a.matrix")]
    [TestCase("3", "a", "-A = [w1 w2 w3 0 0 0 0 0; 0 w1 w2 w3 0 0 0 0; 0 0 0 0 w1 w2 w3 0; 0 0 0 0 0 w1 w2 w3]", "3a.matrix")]
    [TestCase("3", "a", "$A/2 = \\begin{bmatrix} w_1 & w_2 & w_3 & 0 & 0 & 0 & 0 & 0 \\\\ 0 & w_1 & w_2 & w_3 & 0 & 0 & 0 & 0 \\\\ 0 & 0 & 0 & 0 & w_1 & w_2 & w_3 & 0 \\\\ 0 & 0 & 0 & 0 & 0 & w_1 & w_2 & w_3 \\end{bmatrix}$", "3a.matrix")]
    [TestCase("3", "b", "B = A^T A", "3b.relation")]
    [TestCase("3", "b", "So we find B = A^T A.", "3b.relation")]
    [TestCase("2", "a", "Mean: 13, 5, 0. Standard deviation: 1, 25, 25.", "2a.variance")]
    [TestCase("2", "a", "std = [1, 25, 25]", "2a.variance")]
    [TestCase("1", "a", "Parameters of layer 1 = 294912 n", "1a.parameters-layer1")]
    [TestCase("1", "a", "The trainable parameters of layer 1, trainable parameters of layer 2 and trainable parameters of both layers together are 1179648, 294912 and 1474560, respectively.", "1a.parameters-layer1")]
    [TestCase("1", "a", "The trainable parameters of layer 1, trainable parameters of layer 2 and trainable parameters of both layers together are $1474560$, $1179648$ and $294912$, respectively.", "1a.parameters-total")]
    [TestCase("1", "a", "The parameters of both layers together are 294912.", "1a.parameters-layer1")]
    [TestCase("1", "c", "At the output of layer 1, the memory increases by: 50 %", "1c.memory-layer1")]
    [TestCase("1", "b", "MACs of layer 1: 301989888\n\nCorrected: 301990144", "1b.macs-layer1")]
    [TestCase("1", "b", "MACs of layer 1: 301989888. Corrected value: 301990144", "1b.macs-layer1")]
    public void What_is_taken_back_is_not_correct(string question, string part, string text, string check)
    {
        var grade = Homework.Grade($"## Question {question}\n\n### ({part})\n\n{text}\n").Check(check);
        Assert.That(grade.Verdict, Is.Not.EqualTo(Verdict.Correct).And.Not.EqualTo(Verdict.CarriedForward), $"{grade.Found?.Text}: {grade.Message}");
    }

    [TestCase("1", "a", "Layer 2 has no bias, so the parameters of layer 2 are 1179648.", "1a.parameters-layer2")]
    [TestCase("1", "b", "MACs of layer 1 (not counting the bias): 301989888", "1b.macs-layer1")]
    [TestCase("1", "c", "The memory after layer 1 is halved.", "1c.memory-layer1")]
    [TestCase("2", "a", "Means: 13, 5, 0. Variances: 1, 25, 25.", "2a.variance")]
    [TestCase("2", "c", "During training we use the batch mean and variance; at inference we use running averages.", "2c.statistics")]
    [TestCase("2", "d", "The test accuracy is lower. A larger learning rate recovers it.", "2d.batch-size")]
    [TestCase("3", "b", "$B = A^T$", "3b.relation")]
    [TestCase("3", "b", "B is the transpose of A.", "3b.relation")]
    [TestCase("3", "b", "A and B are alike, except that B is a transposed version of A.", "3b.relation")]
    [TestCase("3", "b", "They hold the same numbers, but B is a transpose of A.", "3b.relation")]
    [TestCase("3", "c", "Yes, it is possible.", "3c.possible")]
    [TestCase("3", "c", "With the flipped kernel and full padding.", "3c.kernel")]
    [TestCase("4", "a", "The test accuracy is 63.5 %, which is not bad.", "4a.test-accuracy")]
    [TestCase("3", "a", "A = [w1 w2 w3 0 0 0 0 0; 0 w1 w2 w3 0 0 0 0; 0 0 0 0 w1 w2 w3 0; 0 0 0 0 0 w1 w2 w3]", "3a.matrix")]
    [TestCase("4", "c", "The test accuracy and training accuracy are not great: 63.5 % and 74.6 %, respectively.", "4c.train-accuracy")]
    [TestCase("4", "c", "<table>\n<tr><td>quantity</td><td>value</td></tr>\n<tr><td>final training accuracy</td><td>.746232</td></tr>\n</table>", "4c.train-accuracy")]
    [TestCase("4", "c", "**Test**<br>\n\nAccuracy = 63.5 %<br>\n\n**Training**<br>\n\nAccuracy = 74.6 %<br>", "4c.train-accuracy")]
    [TestCase("4", "c", "**Training**<BR />\n\nAccuracy = 74.6 %", "4c.train-accuracy")]
    [TestCase("2", "a", "σ² = [1, 25, 25]", "2a.variance")]
    [TestCase("2", "a", "$\\sigma^2 = (1, 25, 25)$", "2a.variance")]
    [TestCase("2", "a", "$\\mu^T = (13, 5, 0)$", "2a.mean")]
    [TestCase("1", "a", "Parameters: a. layer 1: 294912 b. layer 2: 1179648", "1a.parameters-layer1")]
    [TestCase("1", "a", "Layer 1 has 294912 parameters, a number that I checked.", "1a.parameters-layer1")]
    [TestCase("1", "a", "The trainable parameters of layer 1, trainable parameters of layer 2 and trainable parameters of both layers together are 294912, 1179648 and 1474560, respectively.", "1a.parameters-layer1")]
    [TestCase("1", "a", "The trainable parameters of layer 1 and trainable parameters of layer 2 are *294912* and *1179648*, respectively.", "1a.parameters-layer1")]
    [TestCase("1", "a", "Layer 1 has *294912* parameters *(3 · 3 · 128 · 256)*.", "1a.parameters-layer1")]
    [TestCase("1", "a", "The trainable parameters of layer 1, trainable parameters of layer 2 and trainable parameters of both layers together are $294912$, $1179648$ and $1474560$, respectively.", "1a.parameters-layer2")]
    [TestCase("1", "a", "The trainable parameters of layer 1, trainable parameters of layer 2 and trainable parameters of both layers together are $294912$, $1179648$ and $1474560$, respectively.", "1a.parameters-total")]
    [TestCase("1", "a", "**Altogether**\n\nParameters = 1474560\n\n**Second layer**\n\nParameters = 1179648\n\n**First layer**\n\nParameters = 294912", "1a.parameters-layer1")]
    [TestCase("1", "c", "The fall in memory from the input to the output of layer 1 is 50 %; the fall in memory to the output of layer 2 is 0 %.", "1c.memory-layer1")]
    [TestCase("1", "b", "MACs of layer 1: 301989888\n\nCorrected second moment of layer 2 = 7.5", "1b.macs-layer1")]
    public void What_is_said_plainly_is_correct(string question, string part, string text, string check)
    {
        var grade = Homework.Grade($"## Question {question}\n\n### ({part})\n\n{text}\n").Check(check);
        Assert.That(grade.Verdict, Is.EqualTo(Verdict.Correct), $"{grade.Found?.Text}: {grade.Message}");
    }

    [Test]
    public void All_right_values_in_an_appendix_make_no_wrong_answer_right()
    {
        var wrong = Homework.Sample("full-marks.md").Replace("= 294912$", "= 294000$").Replace("+ 1 = 32$$", "+ 1 = 30$$").Replace("= 50\\%$", "= 20\\%$");
        var report = Homework.Grade(wrong + "\n## Appendix\n\nParameters of layer 1 = 294912. Output width of layer 1 = 32. Fall of memory of layer 1 = 50 %.\n");
        Assert.That(new[] { "1a.parameters-layer1", "1b.output-layer1", "1c.memory-layer1" }.Select(id => report.Check(id).Verdict), Has.None.EqualTo(Verdict.Correct));
    }

    [Test]
    public void A_submission_without_labels_is_read_by_what_it_says()
    {
        var report = Homework.Grade("Layer 1 has 294912 parameters and layer 2 has 1179648 parameters, in total 1474560 parameters.\n\nThe output width of layer 1 is 32.\n");
        Assert.That(new[] { "1a.parameters-layer1", "1a.parameters-layer2", "1a.parameters-total", "1b.output-layer1" }.Select(id => report.Check(id).Verdict), Is.All.EqualTo(Verdict.Correct));
    }

    [TestCase("1,", 5000)]
    [TestCase("1 or ", 2000)]
    [TestCase("|1", 2000)]
    [TestCase("Layer 1 parameters: 294912\n\n", 2000)]
    [CancelAfter(60_000)]
    public void A_long_list_ends(string piece, int times, CancellationToken cancellation)
    {
        var text = "## Question 1\n\n### (a)\n\n" + string.Concat(Enumerable.Repeat(piece, times));
        var graded = Task.Run(() => Homework.Grade(text), cancellation);
        Assert.That(graded.Wait(60_000, cancellation), Is.True);
    }
}
