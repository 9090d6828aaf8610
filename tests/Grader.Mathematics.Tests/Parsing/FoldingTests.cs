namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class FoldingTests
{
    [TestCase("（１＋２）", "(1+2)")]
    [TestCase("𝑁𝐖𝟙", "NW1")]
    [TestCase("−5–6", "-5-6")]
    [TestCase("a\u00A0b\u2009c", "a b c")]
    [TestCase("a\u200Bb", "ab")]
    [TestCase("𝛼", "α")]
    [TestCase("plain x", "plain x")]
    public void Fold_replaces_look_alikes(string text, string expected) => Assert.That(Folding.Fold(text).Text, Is.EqualTo(expected));

    [Test]
    public void OriginalOffset_points_into_the_original()
    {
        var folded = Folding.Fold("a\u200B𝑁b");
        Assert.That(folded.Text, Is.EqualTo("aNb"));
        Assert.That(Enumerable.Range(0, 4).Select(folded.OriginalOffset), Is.EqualTo([0, 2, 4, 5]));
    }

    [Test]
    public void Fold_of_plain_text_changes_nothing() => Assert.That(Folding.Fold("x + 1").Changed, Is.False);
}
