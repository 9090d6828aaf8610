namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class NumeralReaderTests
{
    [TestCase("1,474,560 weights", "1474560", 9)]
    [TestCase("1 474 560", "1474560", 9)]
    [TestCase("1 474 560 B", "1474560", 9)]
    [TestCase("1.47M.", "1470000", 5)]
    [TestCase("248K", "248000", 4)]
    [TestCase("248k", "248000", 4)]
    [TestCase("1.5 billion FLOP", "1500000000", 11)]
    [TestCase("1.47×10^6", "1470000", 9)]
    [TestCase("−5", "-5", 2)]
    [TestCase("76.62 %", "76.62%", 7)]
    [TestCase("76.62\\%", "76.62%", 7)]
    [TestCase(".8252", "0.8252", 5)]
    [TestCase("40. The", "40", 2)]
    [TestCase("3.5x", "3.5", 3)]
    [TestCase("12,34", "12", 2)]
    [TestCase("1,234,56", "1", 1)]
    public void TryRead_reads_the_longest_number(string text, string expected, int length)
    {
        Assert.That(NumeralReader.TryRead(text, 0, FormulaOptions.Student, out var number, out var read), Is.True);
        Assert.That((number.ToString(), read), Is.EqualTo((expected, length)));
    }

    [TestCase("x")]
    [TestCase("-x")]
    [TestCase(".")]
    [TestCase("")]
    [TestCase("%5")]
    public void TryRead_finds_no_number(string text) =>
        Assert.That(NumeralReader.TryRead(text, 0, FormulaOptions.Student, out _, out _), Is.False);

    [Test]
    public void TryRead_decimal_comma() =>
        Assert.That(NumeralReader.TryRead("0,9183", 0, new(DecimalComma: true), out var number, out _) ? number.ToString() : null, Is.EqualTo("0.9183"));
}
