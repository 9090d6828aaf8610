using Grader.Classroom.Review;

namespace Grader.Classroom.Tests;

/// <summary>What is decided together says the same; what may say something else stays apart.</summary>
[TestFixture]
public sealed class AnswerFormTests
{
    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal);

    [TestCase("The accuracy falls.", "the accuracy falls")]
    [TestCase("The **accuracy** falls", "Accuracy falls!")]
    [TestCase("mini-batch statistics", "Mini batch statistics;")]
    [TestCase("It uses “running” averages", "it uses 'running' averages")]
    [TestCase("So $B = A^T$ holds.", "so B = A^T holds")]
    [TestCase("a\n\n  wide\tgap", "a wide gap")]
    [TestCase("x − 1", "x - 1")]
    [TestCase("doesn’t", "doesn't")]
    [TestCase("_Yes_, flipped", "yes flipped")]
    [TestCase("32 × 32 .", "32 × 32")]
    public void One_form(string one, string other) => Assert.That(AnswerForm.Of(one), Is.EqualTo(AnswerForm.Of(other)));

    [TestCase("It is the transpose", "It is not the transpose")]
    [TestCase("Is it the transpose?", "Is it the transpose")]
    [TestCase("flipped, not shifted", "not flipped, shifted")]
    [TestCase("B = A'", "B = A")]
    [TestCase("B is A transposed", "B is a transposed")]
    [TestCase("A is larger", "is larger")]
    [TestCase("1.5", "15")]
    [TestCase("1,5", "1 5")]
    [TestCase(".5", "5")]
    [TestCase("2:1", "2 1")]
    [TestCase("3!", "3")]
    [TestCase("x^2", "x2")]
    [TestCase("x²", "x2")]
    [TestCase("w_1", "w 1")]
    [TestCase("w * x", "w x")]
    [TestCase("a*b", "ab")]
    [TestCase("2(a+b)", "2 a+b")]
    [TestCase("-(a+b)", "-a+b")]
    [TestCase("x-1", "x 1")]
    [TestCase("~5", "5")]
    [TestCase("w' x", "w x")]
    [TestCase("≠ A", "= A")]
    [TestCase("doesn't", "does")]
    public void Two_forms(string one, string other) => Assert.That(AnswerForm.Of(one), Is.Not.EqualTo(AnswerForm.Of(other)));

    [TestCase("raise the learnig rate", "raise the learning rate")]
    [TestCase("raise the leanring rate", "raise the learning rate")]
    [TestCase("acccuracy falls", "accuracy falls")]
    [TestCase("statostics of the batch", "statistics of the batch")]
    public void A_slip_of_the_pen_is_one(string one, string other) => Assert.That(AnswerForm.DiffersBySlips(AnswerForm.Of(one), AnswerForm.Of(other), Nothing));

    [TestCase("it is trained", "it is untrained", Description = "A word that denies the other.")]
    [TestCase("the increase", "the decrease")]
    [TestCase("training", "trainings")]
    [TestCase("increased", "increases")]
    [TestCase("lower", "tower")]
    [TestCase("it falls", "it fails")]
    [TestCase("123456789", "123456780")]
    [TestCase("convex problem", "convex problem twice")]
    [TestCase("learning rate", "learned rate")]
    [TestCase("it underfits today", "it overfits today")]
    public void Another_word_is_no_slip(string one, string other) => Assert.That(AnswerForm.DiffersBySlips(AnswerForm.Of(one), AnswerForm.Of(other), Nothing), Is.False);

    [Test]
    public void Words_that_several_write_are_no_slips_of_each_other()
    {
        var common = new HashSet<string>(["stationary", "stationery"], StringComparer.Ordinal);
        Assert.That(AnswerForm.DiffersBySlips("stationary point", "stationery point", Nothing));
        Assert.That(AnswerForm.DiffersBySlips("stationary point", "stationery point", common), Is.False);
    }

    [TestCase("")]
    [TestCase("...")]
    [TestCase("\uD800 \uDC00", Description = "Lone surrogates.")]
    [TestCase("'''")]
    [TestCase("_")]
    public void Anything_has_a_form(string text) => Assert.That(() => AnswerForm.Of(text), Throws.Nothing);

    [Test]
    public void A_form_is_its_own_form()
    {
        foreach (var text in new[] { "The **accuracy** falls: 1.5 %, isn't it?", "$w_1 * x_2$ (A')", "mini-batch; x - 1 and y-2!" })
            Assert.That(AnswerForm.Of(AnswerForm.Of(text)), Is.EqualTo(AnswerForm.Of(text)));
    }
}
