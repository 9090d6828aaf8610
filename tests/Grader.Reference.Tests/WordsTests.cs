namespace Grader.Reference.Tests;

[TestFixture]
public sealed class WordsTests
{
    [TestCase("Layer 1", "layer 1")]
    [TestCase("Layer1:", "layer 1")]
    [TestCase("multi-add operations", "multi add operations")]
    [TestCase("Output dimension W'", "output dimension w'")]
    [TestCase("**Number** of `params`", "number of params")]
    [TestCase("Überblick 第1層", "überblick 第 1 層")]
    [TestCase("σ²", "σ 2")]
    [TestCase("δ₁₂ = 10²", "δ 12 10 2")]
    [TestCase("½ x", "x")]
    [TestCase("", "")]
    [TestCase(" -- ", "")]
    public void Splits_a_label_into_words(string label, string words) =>
        Assert.That(string.Join(' ', Words.Of(label)), Is.EqualTo(words));
}
