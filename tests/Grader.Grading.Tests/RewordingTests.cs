namespace Grader.Grading.Tests;

/// <summary>Numbers that the words around them make others: corrected in the same sentence, what remains for what is gone, a scale behind a formula.</summary>
[TestFixture]
public sealed class RewordingTests
{
    [TestCase("by 100%, no wait, by 0%", "needs-review")]
    [TestCase("by 100 %, I mean 0 %", "needs-review")]
    [TestCase("by 100 %, sorry, by 0 %", "needs-review")]
    [TestCase("by 100 % (or rather 0 %)", "needs-review")]
    [TestCase("by 100 % - wait, 0 %", "needs-review")]
    [TestCase("by 100 %, which I mean to explain below", "incorrect")]
    [TestCase("by 100 %", "incorrect")]
    [TestCase("by 0 %", "correct")]
    [TestCase("by 0 %, no wait, by 100 %", "needs-review")]
    [TestCase("to 100 %", "needs-review")]
    [TestCase("to only 100 %", "needs-review")]
    [TestCase("to 0 %", "needs-review")]
    [TestCase("to 75 %", "incorrect")]
    public void Memory_of_the_network_falls(string how, string verdict) => IsGraded("1c.memory-network", $"From the input to the output of layer 2 the memory falls {how}.", verdict);

    [TestCase("to 50 %", "correct")]
    [TestCase("by 50 %", "correct")]
    public void Memory_of_layer_1_falls(string how, string verdict) => IsGraded("1c.memory-layer1", $"From the input to the output of layer 1 the memory falls {how}.", verdict);

    [TestCase("about $1.51$ billion multiply-adds", "needs-review")]
    [TestCase("$1.510$ billion multiply-adds", "needs-review")]
    [TestCase("about 1.51 billion multiply-adds", "needs-review")]
    [TestCase("1.510 billion multiply-adds", "correct")]
    [TestCase("$1.52$ billion multiply-adds", "incorrect")]
    [TestCase("$1.51$ million multiply-adds", "incorrect")]
    [TestCase("$1509949440$ million multiply-adds", "needs-review")]
    [TestCase("$1509949440$ multiply-adds", "correct")]
    public void Both_layers_need(string count, string verdict) => IsGraded("1b.macs-total", $"Both layers together need {count}.", verdict);

    [TestCase("The means of M1, M2 and M3 are 13, 5 and 0; the variances are 1, 25 and 25.", "correct")]
    [TestCase("The means of M1, M2 and M3 are 13, 5 and 0, and the variances are 1, 25, 25.", "correct")]
    [TestCase("The means of M1, M2 and M3 are 13, 5 and 0; the variances are 1, 25 and 26.", "partial")]
    [TestCase("The means of M1, M2 and M3 are 1, 25 and 25; the variances are 13, 5 and 0.", "incorrect")]
    public void Variances_stand_behind_the_means(string text, string verdict) => IsGraded("2a.variance", text, verdict);

    private static void IsGraded(string check, string text, string verdict)
    {
        var grade = Homework.Grade($"## Question {check[0]}\n\n### ({check[1]})\n\n{text}\n").Check(check);
        Assert.That(grade.Verdict.Name(), Is.EqualTo(verdict), $"{grade.Found?.Text}: {grade.Message}");
    }
}
