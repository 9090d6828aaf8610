namespace Grader.Grading.Tests;

/// <summary>A right value that stands in the part, but that the student does not claim as the answer, is not correct; and near misses, which are.</summary>
[TestFixture]
public sealed class UnclaimedAnswerTests
{
    [TestCase("1a.parameters-layer1", "My neighbour says layer 1 has 294912 parameters; I got 294000 for layer 1.")]
    [TestCase("1a.parameters-layer1", "My friend's solution: layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "According to ChatGPT, layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer2", "A classmate claims that layer 2 has 1179648 parameters.")]
    [TestCase("1a.parameters-total", "Wikipedia says the total number of parameters is 1474560.")]
    [TestCase("1a.parameters-total", "The sample solution gives 1474560 parameters in total.")]
    [TestCase("1a.parameters-total", "It is said that the total number of parameters is 1474560.")]
    [TestCase("1b.macs-layer1", "MACs of layer 1, as in [3]: 301989888")]
    [TestCase("1b.macs-layer2", "Expected: layer 2 takes 1207959552 multiply-adds.")]
    [TestCase("1b.macs-total", "Someone else got 1509949440 MACs in total.")]
    [TestCase("1b.output-layer1", "The output width of layer 1 is 32, says my tutor.")]
    [TestCase("1b.output-layer2", "I read that the output width of layer 2 is 32.")]
    [TestCase("4a.test-accuracy", "The paper reports a test accuracy of 63.5 %.")]
    [TestCase("4a.test-accuracy", "The test accuracy of my friend was 63.5 %, mine 10 %.")]
    [TestCase("4a.test-accuracy", "In the literature, the test accuracy is 63.5 %.")]
    [TestCase("4a.test-accuracy", "According to LeCun, the test accuracy is 63.5 %.")]
    [TestCase("4a.test-accuracy", "LeCun et al. report a test accuracy of 63.5 %.")]
    [TestCase("4a.test-accuracy", "The tutorial gets a test accuracy of 64 %.")]
    [TestCase("4a.test-accuracy", "Published results: test accuracy 63.5 %.")]
    [TestCase("4a.test-accuracy", "Expected test accuracy: 63.5 %")]
    [TestCase("4a.test-accuracy", "The test accuracy should be about 64 %.")]
    [TestCase("4a.test-accuracy", "Test accuracy as in [3]: 63.5 %")]
    [TestCase("4a.test-accuracy", "Test accuracy: 63.5 % [3]")]
    [TestCase("4a.test-accuracy", "The test accuracy is 63.5 % (LeCun, 1998).")]
    [TestCase("4a.test-accuracy", "Test accuracy of a baseline from the web: 63.5 %")]
    [TestCase("4a.test-accuracy", "The state of the art is a test accuracy of 63.5 %.")]
    [TestCase("4a.test-accuracy", "Test accuracy (paper): 63.5 %")]
    [TestCase("4a.test-accuracy", "Target test accuracy: 63.5 %")]
    [TestCase("4a.test-accuracy", "I hope the test accuracy is 63.5 %.")]
    [TestCase("4a.test-accuracy", "PyTorch's documentation lists a test accuracy of 63.5 %.")]
    [TestCase("4a.train-accuracy", "We expect a training accuracy of 73.9 %.")]
    [TestCase("4a.train-accuracy", "The training accuracy is usually around 73.9 %.")]
    [TestCase("4a.train-accuracy", "Training accuracy in the paper: 73.9 %")]
    [TestCase("4a.train-accuracy", "The training accuracy is 73.9 % in the original paper.")]
    [TestCase("4a.train-accuracy", "We copied a training accuracy of 73.9 % from the internet.")]
    [TestCase("4a.train-accuracy", "| | paper |\n|---|---|\n| training accuracy | 73.9 % |")]
    [TestCase("4a.train-accuracy", "| measure | expected |\n|---|---|\n| training accuracy | 73.9 % |")]
    public void What_others_say_is_not(string check, string text) => IsNotCorrect(check, text);

    [TestCase("1a.parameters-layer1", "Our paper-and-pencil result for the parameters of layer 1 is 294912.")]
    [TestCase("1a.parameters-layer1", "On paper we get 294912 parameters for layer 1.")]
    [TestCase("1a.parameters-layer1", "As expected, layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "As we expected, layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "The neighbour pixels give 9 products; layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "According to the formula, layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "By the formula in the book, layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "My friend and I get 294912 parameters for layer 1.")]
    [TestCase("1a.parameters-layer1", "I get 294912 parameters for layer 1, as in the book.")]
    [TestCase("1a.parameters-layer2", "So layer 2 should have 1179648 parameters.")]
    [TestCase("1b.output-layer1", "According to PyTorch, the output width of layer 1 is 32.")]
    [TestCase("4a.test-accuracy", "We report a test accuracy of 64.1 %.")]
    [TestCase("4a.test-accuracy", "Using the code from the tutorial, we get a test accuracy of 63.5 %.")]
    [TestCase("4a.test-accuracy", "I got a test accuracy of 63.5 %, while the paper has 70 %.")]
    [TestCase("4a.test-accuracy", "The test accuracy is 63.5 %, similar to the paper.")]
    [TestCase("4a.test-accuracy", "Our network reaches a test accuracy of 63.5 %, which is close to published results.")]
    [TestCase("4a.test-accuracy", "After 12 epochs the test accuracy is 63.5 %, which is not as good as in the paper.")]
    [TestCase("4a.test-accuracy", "Final test accuracy: 63.5 % (random guessing: 10 %)")]
    [TestCase("4a.test-accuracy", "The model has a test accuracy of 63.5 %, see the notebook on GitHub.")]
    [TestCase("4a.test-accuracy", "The baseline has a test accuracy of 63.5 %.")]
    [TestCase("4a.test-accuracy", "It can be seen that the test accuracy is 63.5 %.")]
    [TestCase("4a.test-accuracy", "My friend got a test accuracy of 10 %, I got a test accuracy of 63.5 %.")]
    [TestCase("4a.test-accuracy", "While the paper reports 70 %, the test accuracy is 63.5 %.")]
    [TestCase("4a.test-accuracy", "| | paper | ours |\n|---|---|---|\n| test accuracy | 70 % | 63.5 % |")]
    public void What_the_student_says_is(string check, string text) => IsCorrect(check, text);

    [TestCase("1a.parameters-layer1", "> Layer 1 has 294912 parameters.\n\nI disagree with this: it has 0.")]
    [TestCase("1a.parameters-layer1", "> Layer 1 has 294912 parameters.\n\nThis is wrong.")]
    [TestCase("1a.parameters-layer1", "> Layer 1 has 294912 parameters.\n\nNo. The bias is missing.")]
    [TestCase("1a.parameters-layer2", "The following is not correct:\n\n> Layer 2 has 1179648 parameters.")]
    [TestCase("1a.parameters-total", "> In total there are 1474560 parameters.\n\nHowever, this forgets the bias.")]
    [TestCase("1b.output-layer1", "> The output width of layer 1 is 32.\n>\n> It follows from the padding.\n\nI doubt it.")]
    [TestCase("1b.output-layer2", "> The output width of layer 2 is 32.\n\nI got another width.")]
    [TestCase("1b.macs-layer1", "> MACs of layer 1: 301989888\n\nThat cannot be: it contradicts part (a).")]
    [TestCase("1b.macs-layer2", "> Layer 2 takes 1207959552 multiply-adds.\n\nThis claim is mistaken.")]
    [TestCase("4a.test-accuracy", "> The test accuracy is 63.5 %.\n\nI don't believe that.")]
    public void What_is_quoted_and_disputed_is_not(string check, string text) => IsNotCorrect(check, text);

    [TestCase("1a.parameters-layer1", "> Layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "> How many parameters are there?\n\nLayer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "> Layer 1 has 294912 parameters.\n\nLayer 2 has 1179648 parameters.")]
    [TestCase("1b.output-layer1", "> The output width of layer 1 is 32.\n\nThe stride is 1.")]
    [TestCase("4a.test-accuracy", "> The test accuracy is 63.5 %.\n\nThe training took 8 minutes.")]
    public void What_is_only_quoted_is(string check, string text) => IsCorrect(check, text);

    [TestCase("1a.parameters-total", "Nobody should claim the total number of parameters is 1474560.")]
    [TestCase("1a.parameters-total", "It would be wrong to say that the total number of parameters is 1474560.")]
    [TestCase("1a.parameters-total", "It is a mistake to think that the total number of parameters is 1474560.")]
    [TestCase("1a.parameters-total", "I doubt that the total number of parameters is 1474560.")]
    [TestCase("1a.parameters-layer1", "One should not say that layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "I don't think that layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "It is a common misconception that layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer2", "No one believes that layer 2 has 1179648 parameters.")]
    [TestCase("1a.parameters-layer2", "It is impossible that layer 2 has 1179648 parameters.")]
    [TestCase("1b.macs-layer1", "MACs of layer 1: 301989888 is nonsense.")]
    [TestCase("1b.macs-layer2", "I disagree that layer 2 takes 1207959552 multiply-adds.")]
    [TestCase("1b.macs-total", "It is not the case that there are 1509949440 MACs in total.")]
    [TestCase("1b.output-layer1", "It is unlikely that the output width of layer 1 is 32.")]
    [TestCase("1b.output-layer2", "We deny that the output width of layer 2 is 32.")]
    [TestCase("4a.test-accuracy", "A test accuracy of 63.5 % is far from what came out.")]
    [TestCase("1a.parameters-layer1", "I refuse to believe that layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "Layer 1 parameters: 294912, but I forgot the bias, so 295168")]
    [TestCase("1a.parameters-layer1", "At first I had 294912 parameters for layer 1 but the right one is 295168.")]
    [TestCase("1a.parameters-layer1", "I am not sure, layer 1 has 294912 parameters.")]
    public void What_is_denied_is_not(string check, string text) => IsNotCorrect(check, text);

    [TestCase("1a.parameters-layer1", "Nobody counts a bias here, so layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "It would be a mistake to count a bias, therefore layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters, since it would be a mistake to count a bias.")]
    [TestCase("1a.parameters-layer1", "I do not think that there is a bias, so layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "After correcting my mistake, layer 1 has 294912 parameters.")]
    [TestCase("1b.output-layer1", "The output width of layer 1 is 32, and it is impossible to get less with this padding.")]
    [TestCase("4a.test-accuracy", "The bias-corrected optimizer gives a test accuracy of 63.5 %.")]
    [TestCase("4a.test-accuracy", "The test accuracy is 63.5 %, bias-corrected.")]
    public void What_only_sounds_denied_is(string check, string text) => IsCorrect(check, text);

    [TestCase("1a.parameters-layer2", "Does layer 2 have 1179648 parameters? I do not know.")]
    [TestCase("1a.parameters-layer2", "Has layer 2 really 1179648 parameters?")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters, right?")]
    [TestCase("1a.parameters-layer1", "How can layer 1 have 294912 parameters?")]
    [TestCase("1a.parameters-total", "Are there 1474560 parameters in total?")]
    [TestCase("1a.parameters-total", "I wonder if the total number of parameters is 1474560.")]
    [TestCase("1b.output-layer1", "Is the output width of layer 1 really 32 here?")]
    [TestCase("1b.output-layer2", "Whether the output width of layer 2 is 32, I cannot say.")]
    [TestCase("1b.macs-layer1", "MACs of layer 1: 301989888 or not?")]
    [TestCase("1b.macs-total", "I don't know whether there are 1509949440 MACs in total.")]
    [TestCase("4a.test-accuracy", "Is a test accuracy of 63.5 % good?")]
    public void What_is_asked_is_not(string check, string text) => IsNotCorrect(check, text);

    [TestCase("1a.parameters-layer1", "Why? Because layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "How many parameters does layer 1 have? Layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "How many parameters does layer 1 have?\n294912")]
    [TestCase("1b.output-layer1", "Is the output width of layer 1 30 or 32? The output width of layer 1 is 32.")]
    [TestCase("1a.parameters-layer1", "Layer 1 parameters: 294912\nLayer 2 parameters: ?")]
    public void What_is_asked_and_answered_is(string check, string text) => IsCorrect(check, text);

    [TestCase("1a.parameters-layer1", "Layer 1 parameters: 294912, off by a factor of ten.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters, which is off by two.")]
    [TestCase("1a.parameters-layer2", "Layer 2 parameters: 1179648 (ten times too many).")]
    [TestCase("1a.parameters-layer2", "Layer 2 parameters: 1179648 is too small.")]
    [TestCase("1a.parameters-total", "Total parameters: 1474560, an order of magnitude too small.")]
    [TestCase("1b.macs-layer1", "MACs of layer 1: 301989888, give or take.")]
    [TestCase("1b.macs-layer2", "MACs of layer 2: 1207959552, an overestimate.")]
    [TestCase("1b.macs-total", "MACs in total: 1509949440, too large by the bias.")]
    [TestCase("1b.output-layer1", "Output width layer 1: 32 px minus 1")]
    [TestCase("1b.output-layer1", "Output width layer 1: 32 plus two")]
    [TestCase("1b.output-layer1", "Output width of layer 1: 32 divided by 2")]
    [TestCase("1b.output-layer2", "Output width of layer 2: 32 pixels times 4")]
    [TestCase("1b.output-layer2", "The output width of layer 2 is 32 squared.")]
    [TestCase("1b.output-layer2", "Output width of layer 2: 64 minus 32")]
    [TestCase("1b.output-layer1", "Output width layer 1: 32 less 1")]
    [TestCase("1b.output-layer1", "Output width layer 1: 32, minus 1 for the border")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 weights plus 256 biases.")]
    [TestCase("1a.parameters-layer1", "Layer 1 parameters: the square root of 294912")]
    public void What_is_reckoned_with_further_is_not(string check, string text) => IsNotCorrect(check, text);

    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters, four times fewer than layer 2.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters, too many for a small device.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 3 * 3 * 128 * 256 = 294912 parameters, times 4 bytes is 1.18 MB.")]
    [TestCase("1b.output-layer1", "The output width of layer 1 is 32, half of the input's 64.")]
    public void What_is_compared_is(string check, string text) => IsCorrect(check, text);

    [TestCase("1b.output-layer2", "Layer 2 output width = 32 if padding is 1, but padding is 0 here so 30.")]
    [TestCase("1b.output-layer2", "Layer 2 output width = 32 if padding is 1. But padding is not 1.")]
    [TestCase("1b.output-layer2", "If padding is 1, the output width of layer 2 is 32, but here there is no padding.")]
    [TestCase("1b.output-layer2", "The output width of layer 2 is 32 with padding 1, otherwise 30.")]
    [TestCase("1b.output-layer1", "Output width of layer 1: 32 if there is padding, else 30")]
    [TestCase("1b.output-layer1", "The output width of layer 1 is 32 only if we pad, but we do not.")]
    [TestCase("1b.output-layer1", "The output width of layer 1 is 32 assuming stride 2, however the stride is not 2.")]
    [TestCase("1b.output-layer1", "The output width of layer 1 is 32 when padding is 1; here it is 0, so 30.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters if we ignore the bias, but we do not ignore it.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters without bias, but in our case there is one.")]
    [TestCase("1a.parameters-layer2", "Provided there is no bias, layer 2 has 1179648 parameters, but there is one, so 1180160.")]
    public void What_holds_of_another_case_is_not(string check, string text) => IsNotCorrect(check, text);

    [TestCase("1b.output-layer2", "If we pad by 1, the output width of layer 2 stays 32.")]
    [TestCase("1b.output-layer2", "If we pad by 1, the output width of layer 2 stays 32. Here the padding is 1.")]
    [TestCase("1b.output-layer1", "The output width of layer 1 is 32 if the stride is 2.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters but layer 2 has 1179648 parameters.")]
    [TestCase("1a.parameters-layer1", "If the bias is ignored, layer 1 has 294912 parameters.")]
    public void What_holds_of_this_case_is(string check, string text) => IsCorrect(check, text);

    [TestCase("parameters (thousands)", "294912", "needs-review")]
    [TestCase("parameters (in thousands)", "294912", "needs-review")]
    [TestCase("parameters, in thousands", "294912", "needs-review")]
    [TestCase("parameters in millions", "294912", "needs-review")]
    [TestCase("parameters (×10³)", "294912", "needs-review")]
    [TestCase("parameters × 10^3", "294912", "needs-review")]
    [TestCase("parameters ($\\times 10^3$)", "294912", "needs-review")]
    [TestCase("parameters (k)", "294912", "needs-review")]
    [TestCase("parameters [M]", "294912", "needs-review")]
    [TestCase("parameters (m)", "294912", "needs-review")]
    [TestCase("thousands of parameters", "294912", "needs-review")]
    [TestCase("parameters (thousands)", "294.912", "correct")]
    [TestCase("parameters (in thousands)", "294.912", "correct")]
    [TestCase("parameters (×10³)", "294.912", "correct")]
    [TestCase("parameters (k)", "294.912", "correct")]
    [TestCase("parameters [M]", "0.294912", "correct")]
    [TestCase("parameters in millions", "0.294912", "correct")]
    [TestCase("parameters (thousands)", "294.913", "incorrect")]
    [TestCase("parameters (k = 3)", "294912", "correct")]
    [TestCase("parameters (trainable)", "294912", "correct")]
    [TestCase("parameters", "294912", "correct")]
    public void A_head_scales_its_cells(string head, string cell, string verdict)
    {
        IsGraded(Grade("1a.parameters-layer1", $"| layer | {head} |\n|---|---|\n| layer 1 | {cell} |\n| layer 2 | 5 |"), verdict);
        if (!head.Contains('=', StringComparison.Ordinal))
            IsGraded(Grade("1a.parameters-layer1", $"| | layer 1 | layer 2 |\n|---|---|---|\n| {head} | {cell} | 5 |"), verdict);
    }

    [TestCase("Parameters of layer 1 (in thousands): 294912", "needs-review")]
    [TestCase("Parameters of layer 1 (k): 294912", "needs-review")]
    [TestCase("Parameters of layer 1 in millions: 294912", "needs-review")]
    [TestCase("Parameters of layer 1 in thousands: 294.912", "needs-review")]
    [TestCase("Parameters of layer 1 in thousands: 295.913", "incorrect")]
    public void Words_scale_what_follows(string text, string verdict) => IsGraded(Grade("1a.parameters-layer1", text), verdict);

    [TestCase("1c.memory-layer1", "Layer 1 memory: the size is halved in each direction.", "needs-review")]
    [TestCase("1c.memory-layer1", "The memory after layer 1 is halved along both axes.", "needs-review")]
    [TestCase("1c.memory-layer1", "The memory after layer 1 is halved per side.", "needs-review")]
    [TestCase("1c.memory-layer1", "The memory after layer 1 is halved in both dimensions.", "needs-review")]
    [TestCase("1c.memory-layer1", "The memory at layer 1 falls by a factor of 50%.", "needs-review")]
    [TestCase("1c.memory-layer1", "The memory at layer 1 falls by a factor of 2.", "needs-review")]
    [TestCase("1c.memory-layer1", "Memory of layer 1 is not halved.", "needs-review")]
    [TestCase("1c.memory-layer1", "The memory after layer 1 is more than halved.", "needs-review")]
    [TestCase("1c.memory-layer1", "The memory after layer 1 is almost halved.", "needs-review")]
    [TestCase("1c.memory-layer1", "The memory after layer 1 is not halved, it falls by 25 %.", "incorrect")]
    [TestCase("1c.memory-layer1", "The memory after layer 1 is halved.", "correct")]
    [TestCase("1c.memory-layer1", "The memory after layer 1 is halved, since each side is a half and there are twice as many channels.", "correct")]
    [TestCase("1c.memory-network", "The memory from the input to the output of layer 2 is not halved.", "needs-review")]
    public void A_fall_in_words(string check, string text, string verdict) => IsGraded(Grade(check, text), verdict);

    private static CheckGrade Grade(string check, string text) => Homework.Grade($"## Question {check[0]}\n\n### ({check[1]})\n\n{text}\n").Check(check);

    private static void IsGraded(CheckGrade grade, string verdict) => Assert.That(grade.Verdict.Name(), Is.EqualTo(verdict), $"{grade.Found?.Text}: {grade.Message}");

    private static void IsCorrect(string check, string text) => IsGraded(Grade(check, text), "correct");

    private static void IsNotCorrect(string check, string text)
    {
        var grade = Grade(check, text);
        Assert.That(grade.Verdict, Is.AnyOf(Verdict.NeedsReview, Verdict.Incorrect), $"{grade.Found?.Text}: {grade.Message}");
    }
}
