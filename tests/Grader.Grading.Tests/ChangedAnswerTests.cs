namespace Grader.Grading.Tests;

/// <summary>One changed number in the sample with full marks turns exactly the checks concerned.</summary>
[TestFixture]
public sealed class ChangedAnswerTests
{
    private static readonly string Original = Homework.Sample("full-marks.md");

    [TestCase(@"256 = 294912$", @"256 = 294922$", "1a.parameters-layer1=incorrect")]
    [TestCase(@"512 = 1179648$", @"512 = 1179684$", "1a.parameters-layer2=incorrect")]
    [TestCase(@"= 1474560$", @"= 1474460$", "1a.parameters-total=incorrect")]
    [TestCase(@"{2} \right\rfloor + 1 = 32$$", @"{2} \right\rfloor + 1 = 31$$", "1b.output-layer1=incorrect")]
    [TestCase(@"{1} \right\rfloor + 1 = 32$$", @"{1} \right\rfloor + 1 = 33$$", "1b.output-layer2=incorrect")]
    [TestCase(@"301{,}989{,}888$", @"301{,}989{,}889$", "1b.macs-layer1=incorrect")]
    [TestCase(@"1{,}207{,}959{,}552$", @"1{,}207{,}959{,}552{,}000$", "1b.macs-layer2=incorrect")]
    [TestCase(@"1{,}509{,}949{,}440$", @"1{,}509{,}949{,}404$", "1b.macs-total=incorrect")]
    [TestCase(@"/524288 = 0\%$", @"/524288 = 5\%$", "1c.memory-network=incorrect")]
    [TestCase(@"/524288 = 50\%$", @"/524288 = 25\%$", "1c.memory-layer1=incorrect")]
    [TestCase(@"| 12 | 13 | 1 |", @"| 12 | 14 | 1 |", "2a.mean=partial")]
    [TestCase(@"| 5 | 25 |", @"| 5 | 20 |", "2a.variance=partial")]
    [TestCase(@"\hat{Z} = \begin{bmatrix} -1 & 1", @"\hat{Z} = \begin{bmatrix} 1 & 1", "2a.normalized=partial")]
    [TestCase(@"9 & 11 & 11 & 9 \end", @"9 & 11 & 12 & 9 \end", "2b.output=partial")]
    [TestCase(@"A = \begin{bmatrix} w_1 & w_2 & w_3 & 0", @"A = \begin{bmatrix} w_1 & w_3 & w_2 & 0", "3a.matrix=partial")]
    [TestCase(@"B = \begin{bmatrix} w_1 & 0", @"B = \begin{bmatrix} w_1 & w_1", "3b.gradient=partial")]
    [TestCase(@"B is the transpose of A", @"B is the inverse of A", "3b.relation=needs-review")]
    [TestCase(@"Yes, the backward pass is", @"No, the backward pass is not", "3c.possible=incorrect")]
    [TestCase(@"74.12%", @"54.12%", "4a.train-accuracy=needs-review 4a.gap=incorrect")]
    [TestCase(@"64.92%", @"62.92%", "4b.effect=partial")]
    [TestCase(@"10.27 points", @"11.27 points", "4a.gap=incorrect")]
    [TestCase(@"65.81%", @"64.12%", "4c.effect=partial")]
    [TestCase(@"7 minutes and 3 seconds", @"5 minutes and 3 seconds", "4.time=needs-review")]
    public void A_changed_answer_turns_exactly(string old, string changed, string turned)
    {
        var first = Original.IndexOf(old, StringComparison.Ordinal);
        Assert.That(first, Is.Not.Negative, $"the sample does not hold “{old}”");
        var text = Original[..first] + changed + Original[(first + old.Length)..];

        var now = Homework.Grade(text).Checks().Where(check => check.Verdict != Verdict.Correct).Select(check => $"{check.Id}={check.Verdict.Name()}");

        Assert.That(string.Join(' ', now), Is.EqualTo(turned));
    }
}
