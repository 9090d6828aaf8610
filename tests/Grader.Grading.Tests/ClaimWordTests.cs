using Grader.Reference;

namespace Grader.Grading.Tests;

/// <summary>Each word of the lists by which claims in prose are judged, in a sentence that no other word of them decides.</summary>
[TestFixture]
public sealed class ClaimWordTests
{
    private const string Runs = "### (a)\n\nTraining accuracy: 72.31 %, test accuracy: 62.40 %.\n\n### (b)\n\nTraining accuracy: 81.40 %, test accuracy: 65.90 %.\n\n";

    [Test]
    public void Another_measure(
        [Values("loss", "losses", "error", "errors", "entropy", "perplexity", "gap", "difference", "differences", "margin", "overfitting", "underfitting", "variance", "speed", "memory")] string word) =>
        Assert.That(Message("4b.effect", $"{Runs}The training {word} rose and the test accuracy rose."), Does.StartWith("Training accuracy: no plain claim found"));

    [TestCase("All rose.")]
    [TestCase("Both rose.")]
    [TestCase("All of them rose.")]
    [TestCase("All these rose.")]
    [TestCase("All those rose.")]
    [TestCase("All the two rose.")]
    [TestCase("All values rose.")]
    [TestCase("All numbers rose.")]
    [TestCase("All measures rose.")]
    [TestCase("All figures rose.")]
    [TestCase("All results rose.")]
    [TestCase("All scores rose.")]
    [TestCase("All metrics rose.")]
    public void All_that_was_named_last(string claim)
    {
        Assert.That(VerdictOf("4b.effect", $"{Runs}Compare the accuracies. {claim}"), Is.EqualTo(Verdict.Correct));
        Assert.That(VerdictOf("4b.effect", $"{Runs}Compare the losses. {claim}"), Is.EqualTo(Verdict.NeedsReview));
        Assert.That(VerdictOf("4b.effect", $"{Runs}Compare the accuracies and the time. {claim}"), Is.EqualTo(Verdict.NeedsReview));
        Assert.That(VerdictOf("4b.effect", $"{Runs}Compare the accuracies and the times. {claim}"), Is.EqualTo(Verdict.NeedsReview));
    }

    [TestCase("All networks rose.")]
    [TestCase("All numbers of layers rose.")]
    [TestCase("All costs rose.")]
    public void All_of_other_things(string claim) =>
        Assert.That(VerdictOf("4b.effect", $"{Runs}Compare the accuracies. {claim}"), Is.EqualTo(Verdict.NeedsReview));

    [TestCase("75 s. The time increased", Verdict.Correct)]
    [TestCase("75 s. The times increased", Verdict.Correct)]
    [TestCase("75 s. The run increased", Verdict.Correct)]
    [TestCase("75 s. The runs increased", Verdict.Correct)]
    [TestCase("75 s. The runtime increased", Verdict.Correct)]
    [TestCase("75 s. The running increased", Verdict.Correct)]
    [TestCase("75 s. The minutes increased", Verdict.Correct)]
    [TestCase("75 s. The seconds increased", Verdict.Correct)]
    [TestCase("75 s. The duration increased", Verdict.Correct)]
    [TestCase("75 s. Training took more", Verdict.Correct)]
    [TestCase("75 s. Training takes more", Verdict.Correct)]
    [TestCase("75 s. The epochs take more", Verdict.Correct)]
    [TestCase("75 s. Training is longer", Verdict.Correct)]
    [TestCase("75 s. Training is slower", Verdict.Correct)]
    [TestCase("45 s. Training is shorter", Verdict.Correct)]
    [TestCase("45 s. Training is faster", Verdict.Correct)]
    [TestCase("45 s. Training is quicker", Verdict.Correct)]
    [TestCase("75 s. The accuracy increased", Verdict.NeedsReview)]
    [TestCase("75 s. The memory increased", Verdict.NeedsReview)]
    public void A_time(string said, Verdict expected) =>
        Assert.That(VerdictOf("4.time", $"### (a)\n\nIt took 60 s.\n\n### (b)\n\nIt took {said}.\n\n### (c)\n\nIt took 80 s."), Is.EqualTo(expected));

    [Test]
    public void A_count([Values("px", "pixel", "pixels", "parameters", "params", "weights", "values", "numbers", "units")] string word) =>
        Assert.That(VerdictOf("1b.output-layer1", $"### (b)\n\nOutput width of layer 1: 32 {word}"), Is.EqualTo(Verdict.Correct));

    [Test]
    public void A_count_of_operations([Values("operations", "ops", "mac", "MACs", "multiply-adds", "flop", "flops")] string word) =>
        Assert.That(VerdictOf("1b.macs-layer1", $"### (b)\n\nMACs of layer 1: 301989888 {word}"), Is.EqualTo(Verdict.Correct));

    [Test]
    public void No_count([Values("m", "bytes", "MB")] string word) =>
        Assert.That(VerdictOf("1b.output-layer1", $"### (b)\n\nOutput width of layer 1: 32 {word}"), Is.Not.EqualTo(Verdict.Correct));

    [Test]
    public void The_other_is_higher([Values("higher", "better", "larger", "greater", "above", "more", "exceeds", "bigger")] string word) =>
        Assert.That(Message("4a.gap", $"### (a)\n\n{Gap}: the test accuracy is {word}."), Does.Contain($"the one is “{word}”"));

    [Test]
    public void The_one_is_lower([Values("lower", "worse", "smaller", "below", "less", "poorer")] string word) =>
        Assert.That(Message("4a.gap", $"### (a)\n\n{Gap}: the training accuracy is {word}."), Does.Contain($"the one is “{word}”"));

    [Test]
    public void Between_the_measure_and_higher(
        [Values("accuracy", "accuracies", "acc", "set", "data", "performance", "score", "is", "was", "comes", "out", "lies", "turned", "to", "be", "by", "about", "around", "roughly", "a", "bit", "slightly", "much", "clearly", "even", "far", "still", "points", "percent", "pp", "percentage")] string word) =>
        Assert.That(Message("4a.gap", $"### (a)\n\n{Gap}: the test {word} higher."), Does.Contain("the one is “higher”"));

    [Test]
    public void Of_neither_is_it_said([Values("the test loss higher", "the test accuracy higher", "between training and test higher", "between test higher", "and test higher", "not test higher", "than test higher", "test it higher")] string said) =>
        Assert.That(Message("4a.gap", $"### (a)\n\n{Gap}: {said}."), said.Contains("accuracy", StringComparison.Ordinal) ? Does.Contain("the one is “higher”") : Does.Not.Contain("the one is “higher”"));

    [Test]
    public void A_word_that_denies(
        [Values("not", "never", "nobody", "no", "neither", "nor", "wrong", "false", "fails", "fail", "myth", "harmful", "ruin", "ruins", "unless", "cannot", "isn't", "doesn't", "don't", "won't", "only", "hardly", "whether", "needed")] string word)
    {
        Assert.That(Message("3b.relation", $"### (b)\n\nB {word} the transpose of A."), Does.Contain("seems to say the contrary"));
        Assert.That(VerdictOf("3b.relation", $"### (b)\n\nThis is long ago, and {word}, for reasons that I did see some time before: B is the transpose of A."), Is.EqualTo(Verdict.Correct));
    }

    [Test]
    public void A_word_that_makes_it_another_matrix(
        [Values("negative", "minus", "plus", "twice", "thrice", "double", "half", "times", "almost", "nearly", "similar", "like", "resembles", "resemble", "opposite", "square", "inverse", "adjugate", "determinant", "trace", "rank", "norm", "exponential", "pseudoinverse", "negated")] string word) =>
        Assert.That(Message("3b.relation", $"### (b)\n\nB is {word} the transpose of A."), Does.Contain("seems to say the contrary"));

    [Test]
    public void A_word_between([Values("of", "the", "a", "an", "its", "to", "that")] string word) =>
        Assert.That(Message("3b.relation", $"### (b)\n\nB is the negative {word} transpose of A."), Does.Contain("seems to say the contrary"));

    [TestCase("B is the transpose of A.")]
    [TestCase("B is simply the transpose of A.")]
    [TestCase("B is the negative, I thought, the transpose of A.")]
    public void No_other_matrix(string said) =>
        Assert.That(Message("3b.relation", $"### (b)\n\n{said}"), Does.Not.Contain("seems to say the contrary"));

    [Test]
    public void A_word_that_weakens(
        [Values("hardly", "barely", "scarcely", "rarely", "seldom", "never", "nearly", "almost", "partly", "partially", "only", "not", "isn't", "would", "could", "might", "may", "should", "if", "unless", "kaum", "fast", "nicht")] string word) =>
        Assert.That(VerdictOf("3c.possible", $"### (c)\n\nIt is {word} really possible."), Is.EqualTo(Verdict.NeedsReview));

    [Test]
    public void What_is_said_of_an_answer([Values("would", "is", "was", "isn't", "wouldn't", "seems", "sounds", "looks", "could", "cannot", "can't", "comes")] string word) =>
        Assert.That(Message("3c.possible", $"### (c)\n\nYes {word} odd."), Does.Contain("so that something is said of that answer"));

    [Test]
    public void No_thing([Values("padding", "zero", "bias", "biases", "stride", "strides", "dilation", "pooling", "flip", "flipping", "change", "changes", "extra", "additional", "further", "other", "activation")] string word) =>
        Assert.That(VerdictOf("3c.possible", $"### (c)\n\nYes, with the same kernel and no {word} here."), Is.EqualTo(Verdict.Correct));

    [Test]
    public void It_is_the_answer([Values("right", "correct", "true", "my", "our", "the", "it")] string word, [Values("is", "was")] string verb) =>
        Assert.That(VerdictOf("3c.possible", $"### (c)\n\nYes {verb} {word} one."), Is.EqualTo(Verdict.Correct));

    [Test]
    public void A_sentence_that_says_the_other_answer_alone([Values("it", "this", "that", "so it", "but it", "however it", "then it", "thus it", "and it", "or it", "perhaps it", "maybe it", "probably it")] string words)
    {
        Assert.That(VerdictOf("3c.possible", $"### (c)\n\nYes. {words} is not possible."), Is.EqualTo(Verdict.NeedsReview));
        Assert.That(VerdictOf("3c.possible", $"### (c)\n\nYes. {words} is not possible without padding."), Is.EqualTo(Verdict.Correct));
    }

    private const string Gap = "Training accuracy: 72.31 %, test accuracy: 62.40 %. The gap is 9.91 %";

    private static Verdict VerdictOf(string check, string text) => Grade(check, text).Verdict;

    private static string Message(string check, string text) => Grade(check, text).Message;

    private static CheckGrade Grade(string check, string text) => Homework.Grade(Homework.Assignment, $"## Question {check[0]}\n\n{text}\n").Check(check);
}
