using Grader.Classroom.Review;

namespace Grader.Classroom.Tests;

/// <summary>What is decided together says the same; what may say something else stays apart.</summary>
[TestFixture]
public sealed class AnswerFormTests
{
    [TestCase("The accuracy falls.", "the accuracy falls")]
    [TestCase("The **accuracy** falls", "Accuracy falls!")]
    [TestCase("It falls; nothing else changes.", "it falls, nothing else changes")]
    [TestCase("It uses “running” averages", "it uses \"running\" averages")]
    [TestCase("so\n\n  wide\ta gap", "so wide a gap")]
    [TestCase("A line of prose\nis broken anywhere.", "A line of prose is broken anywhere.")]
    [TestCase("_Yes_, flipped", "Yes, flipped")]
    [TestCase("32 × 32", "32  ×  32")]
    [TestCase("No, it is not", "no, It is not")]
    [TestCase("(**mini-batch** statistics)", "(mini-batch statistics)")]
    public void One_form(string one, string other) => Assert.That(AnswerForm.Of(one), Is.EqualTo(AnswerForm.Of(other)));

    [TestCase("It is the transpose", "It is not the transpose")]
    [TestCase("Is it the transpose?", "Is it the transpose")]
    [TestCase("flipped, not shifted", "not flipped, shifted")]
    [TestCase("falls, no. Higher rate helps", "falls. No higher rate helps")]
    [TestCase("does it change? No; learning rate matters: not, batch size", "does it change? No learning rate matters, not batch size")]
    [TestCase("B = A'", "B = A")]
    [TestCase("B = A'.", "B = A.")]
    [TestCase("B = (A B)'", "B = (A B)")]
    [TestCase("AB'", "AB")]
    [TestCase("K''", "K'")]
    [TestCase("B = A*", "B = A")]
    [TestCase("A* and B*", "A and B")]
    [TestCase("k**2", "k 2")]
    [TestCase("k**2", "k2")]
    [TestCase("A != B", "A = B")]
    [TestCase("(n-1)!", "(n-1)")]
    [TestCase("3!", "3")]
    [TestCase("n!", "n")]
    [TestCase("B is A transposed", "B is a transposed")]
    [TestCase("A is larger", "is larger")]
    [TestCase("1.5", "15")]
    [TestCase("1,5", "1 5")]
    [TestCase(".5", "5")]
    [TestCase("2:1", "2 1")]
    [TestCase("1 : 2", "1, 2")]
    [TestCase("1, , 25", "1, 25,")]
    [TestCase("[w1, w3; w2]", "[w1; w3, w2]")]
    [TestCase("[1 2; 3 4]", "[1 2 3 4]")]
    [TestCase("1 2\n3 4", "1 2 3 4")]
    [TestCase("| a | 1 |\n| b | 2 |", "| a | 1 | | b | 2 |")]
    [TestCase("x_1 … x_4", "x_1, x_4")]
    [TestCase("x^2", "x2")]
    [TestCase("x²", "x2")]
    [TestCase("w * x", "w x")]
    [TestCase("a*b", "ab")]
    [TestCase("a _b_ c_", "a b c_ d")]
    [TestCase("2(a+b)", "2 a+b")]
    [TestCase("-(a+b)", "-a+b")]
    [TestCase("x-1", "x 1")]
    [TestCase("train-test", "train test")]
    [TestCase("~5", "5")]
    [TestCase("5'", "5\"")]
    [TestCase("5\"", "5")]
    [TestCase("W_1", "w_1")]
    [TestCase("A^T", "a^t")]
    [TestCase("XW", "xw")]
    [TestCase("4 MB", "4 Mb")]
    [TestCase("4 Mb", "4 mb")]
    [TestCase("≠ A", "= A")]
    [TestCase("doesn't", "does")]
    [TestCase("statistics are retained", "statistics are retrained")]
    [TestCase("trailing statistics", "training statistics")]
    [TestCase("this prevents it", "this presents it")]
    [TestCase("![](a.png)", "![](b.png)")]
    [TestCase("<b>yes</b>", "yes")]
    public void Two_forms(string one, string other) => Assert.That(AnswerForm.Of(one), Is.Not.EqualTo(AnswerForm.Of(other)));

    [TestCase("")]
    [TestCase("...")]
    [TestCase("\uD800 \uDC00", Description = "Lone surrogates.")]
    [TestCase("'''")]
    [TestCase("**_*")]
    [TestCase("\n\n\n")]
    public void Anything_has_a_form(string text) => Assert.That(() => AnswerForm.Of(text), Throws.Nothing);

    [Test]
    public void A_long_text_has_a_form_in_no_time()
    {
        foreach (var text in new[] { new string('*', 400_000), string.Concat(Enumerable.Repeat("*a ", 100_000)), string.Concat(Enumerable.Repeat("a. ", 100_000)), string.Concat(Enumerable.Repeat("a's", 100_000)) })
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            AnswerForm.Of(text);
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        }
    }
}
