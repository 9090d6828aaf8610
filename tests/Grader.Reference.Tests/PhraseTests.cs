namespace Grader.Reference.Tests;

public sealed class PhraseTests
{
    [TestCase("layer 1", "for layer 1 we get", 1, 2)]
    [TestCase("Layer 1", "FOR LAYER 1", 1, 2)]
    [TestCase("layer 1", "layer 12", 2, 0)]
    [TestCase("layer 1", "layer", 1, 0)]
    [TestCase("increas*", "we increased it", 1, 1)]
    [TestCase("increas*", "an increas", 1, 1)]
    [TestCase("increas*", "an increa", 2, 0)]
    [TestCase("increas*|raise* ... learning_rate|lr", "increasing the learning rate helps", 0, 4)]
    [TestCase("increas*|raise* ... learning_rate|lr", "raise LR", 0, 2)]
    [TestCase("a ... b", "a b", 0, 2)]
    [TestCase("a ... b", "a 1 2 3 4 5 6 7 8 b", 0, 10)]
    [TestCase("a ... b", "a 1 2 3 4 5 6 7 8 9 b", 11, 0)]
    [TestCase("a ... b", "a 1 2 3 4 5 6 7 8 9 a b", 10, 2)]
    [TestCase("a ... b", "a b b", 0, 2)]
    [TestCase("a … b", "a x b", 0, 3)]
    [TestCase("a b|b_c d", "a b c d", 0, 4)]
    [TestCase("a b|b_c c", "a b c", 0, 3)]
    [TestCase("mini-batch", "the mini-batch", 1, 2)]
    [TestCase("layer1", "of Layer 1:", 1, 2)]
    [TestCase("layer 1", "of Layer1:", 1, 2)]
    [TestCase("layer 1", "of Layer 11:", 3, 0)]
    [TestCase("M1", "| M1 |", 0, 2)]
    [TestCase("M1", "| M2 |", 2, 0)]
    [TestCase("a^t", "B = A^T", 1, 2)]
    [TestCase("mini-batch", "the mini batch", 1, 2)]
    [TestCase("mini-batch*", "the mini batches", 1, 2)]
    [TestCase("größe", "die Größe", 1, 1)]
    [TestCase("точность", "ТОЧНОСТЬ модели", 0, 1)]
    [TestCase("解答", "解答 1", 0, 1)]
    [TestCase("x", "", 0, 0)]
    public void Find_gives_the_first_and_shortest_match(string phrase, string words, int start, int length)
    {
        Assert.That(Parse(phrase).Find(Words(words)), Is.EqualTo((length == 0 ? Words(words).Length : start, length)));
        Assert.That(Parse(phrase).Find(Reference.Words.Of(words)), Is.EqualTo(Parse(phrase).Find(Words(words))), "what rules a phrase out before words are compared changes no answer");
    }

    [Test]
    public void Find_begins_where_it_is_told()
    {
        var phrase = Parse("a");
        string[] words = ["a", "b", "a"];
        Assert.Multiple(() =>
        {
            Assert.That(phrase.Find(words, 1), Is.EqualTo((2, 1)));
            Assert.That(phrase.Find(words, 3).Length, Is.Zero);
            Assert.That(phrase.Find(words, -5), Is.EqualTo((0, 1)));
        });
    }

    [TestCase("", "a phrase needs at least one word")]
    [TestCase("   ", "a phrase needs at least one word")]
    [TestCase("... a", "`...` stands between two words, once")]
    [TestCase("a ...", "`...` stands between two words, not at the end")]
    [TestCase("a ... ... b", "`...` stands between two words, once")]
    [TestCase("a...b", "`...` stands alone, with spaces around it")]
    [TestCase("a||b", "`|` stands between two alternatives, and one of them is empty")]
    [TestCase("|a", "`|` stands between two alternatives, and one of them is empty")]
    [TestCase("a__b", "`_` joins two words, and one of them is empty")]
    [TestCase("_a", "`_` joins two words, and one of them is empty")]
    [TestCase("*", "`*` stands at the end of a word, after at least one letter")]
    [TestCase("a*b", "`*` stands at the end of a word, after at least one letter")]
    [TestCase("a ... b ... c ... d ... e ... f ... g ... h", "a phrase spans at most 63 words, its gaps of up to 8 included")]
    public void Parse_says_what_is_wrong(string phrase, string expected)
    {
        var parsed = Phrase.Parse(phrase, out var problem);
        Assert.Multiple(() =>
        {
            Assert.That(parsed, Is.Null);
            Assert.That(problem, Is.EqualTo(expected));
        });
    }

    [TestCase("a|b", "a|b", true)]
    [TestCase("a|b", "b|a", false)]
    public void Phrases_are_equal_by_text(string left, string right, bool equal)
    {
        Assert.That(Parse(left).Equals(Parse(right)), Is.EqualTo(equal));
    }

    [Test, CancelAfter(120_000)]
    public void Find_is_not_slowed_by_hostile_words()
    {
        var phrase = Parse("a* ... a* ... a* ... a* ... a* ... a* ... b");
        var words = Enumerable.Repeat("aaaa", 100_000).ToArray();
        Assert.That(phrase.Find(words).Length, Is.Zero);
    }

    private static Phrase Parse(string text) => Phrase.Parse(text, out var problem) ?? throw new AssertionException(problem!);

    private static string[] Words(string text) => [.. Reference.Words.Of(text)];
}
