namespace Grader.Grading.Tests;

/// <summary>How people write a count of 1,509,949,440 multiply-adds, and near misses of each.</summary>
[TestFixture]
public sealed class CountNotationTests
{
    [TestCase("1509949440", "correct")]
    [TestCase("1,509,949,440", "correct")]
    [TestCase("1 509 949 440", "correct")]
    [TestCase("1{,}509{,}949{,}440", "correct")]
    [TestCase("1.5099e9", "correct")]
    [TestCase(@"1.5099 \times 10^9", "correct")]
    [TestCase("1.5099 × 10⁹", "correct")]
    [TestCase("1.50995 billion", "correct")]
    [TestCase("1,510 million", "correct")]
    [TestCase("1.510G", "correct")]
    [TestCase("1.510 GMACs", "correct")]
    [TestCase("1.510B", "correct")]
    [TestCase("301989888 + 1207959552", "correct")]
    [TestCase("1'509'949'440", "correct")]
    [TestCase("1’509’949’440", "correct")]
    [TestCase("1.509.949.440", "correct")]
    [TestCase("1.509.949.440,0", "correct")]
    [TestCase("1_509_949_440", "correct")]
    [TestCase("1.50995 Mrd", "correct")]
    [TestCase("1509.949 Mio.", "correct")]
    [TestCase("1.5099 E9", "correct")]
    [TestCase("1.509.949.404", "incorrect")]
    [TestCase("1'509'949'404", "incorrect")]
    [TestCase("1.5098 Mrd", "incorrect")]
    [TestCase("1,5099 Mrd", "correct")]
    [TestCase("1,50,99,49,440", "unreadable")]
    [TestCase("1509,949440", "unreadable")]
    [TestCase("1,509,949,44", "unreadable")]
    [TestCase("1.509.949.44", "unreadable")]
    [TestCase("1.51 billion", "needs-review")]
    [TestCase("1.5e9", "needs-review")]
    [TestCase("1.51 GMACs", "needs-review")]
    [TestCase("1509949440 MB", "needs-review")]
    [TestCase("1509949441", "incorrect")]
    [TestCase("1509949440.5", "incorrect")]
    [TestCase("1,509,949,404", "incorrect")]
    [TestCase("1.5098e9", "incorrect")]
    [TestCase("1.5099e8", "incorrect")]
    [TestCase("1.5099 million", "incorrect")]
    [TestCase("-1509949440", "incorrect")]
    [TestCase("301989888 + 1207959551", "incorrect")]
    public void Total_of_multiply_adds(string written, string verdict)
    {
        var inMath = Homework.Grade($"## Question 1\n\n### (b)\n\nTotal multiply-add operations: ${written}$\n").Check("1b.macs-total");
        var inProse = Homework.Grade($"## Question 1\n\n### (b)\n\nTotal multiply-add operations = {written}\n").Check("1b.macs-total");

        Assert.That((inMath.Verdict.Name(), inProse.Verdict.Name()), Is.EqualTo((verdict, verdict)), $"{inMath.Found?.Text}: {inMath.Message} / {inProse.Found?.Text}: {inProse.Message}");
    }

    [TestCase("0 %", "correct")]
    [TestCase(@"0\%", "correct")]
    [TestCase("0.0 %", "correct")]
    [TestCase("0", "correct")]
    [TestCase("1 %", "incorrect")]
    [TestCase("100 %", "incorrect")]
    public void Fall_of_memory_to_layer_2(string written, string verdict) =>
        Assert.That(Homework.Grade($"## Question 1\n\n### (c)\n\nThe memory of layer 2 falls by ${written}$.\n").Check("1c.memory-network").Verdict.Name(), Is.EqualTo(verdict));

    [TestCase("falls by 50 %", "correct")]
    [TestCase("falls by 50%", "correct")]
    [TestCase("falls by 0.5", "correct")]
    [TestCase("is halved", "correct")]
    [TestCase("falls by 50.0 percent", "correct")]
    [TestCase("falls by 49 %", "incorrect")]
    [TestCase("falls by 5 %", "incorrect")]
    [TestCase("falls by 0.05", "incorrect")]
    [TestCase("is not halved", "needs-review")]
    [TestCase("is doubled", "missing")]
    public void Fall_of_memory_to_layer_1(string said, string verdict) =>
        Assert.That(Homework.Grade($"## Question 1\n\n### (c)\n\nAfter layer 1 the memory {said}.\n").Check("1c.memory-layer1").Verdict.Name(), Is.EqualTo(verdict));

    [TestCase("32", "correct")]
    [TestCase("32 × 32", "correct")]
    [TestCase("32x32", "correct")]
    [TestCase("32 x 32 x 256", "correct")]
    [TestCase("(32, 32, 256)", "correct")]
    [TestCase(@"32 \times 32 \times 256", "correct")]
    [TestCase("31", "incorrect")]
    [TestCase("32 × 31", "incorrect")]
    [TestCase("31 × 31", "incorrect")]
    [TestCase("1024", "incorrect")]
    [TestCase("32 × 32 × 256 = 262144", "incorrect")]
    public void Output_of_layer_1(string written, string verdict)
    {
        var check = Homework.Grade($"## Question 1\n\n### (b)\n\nOutput dimension of layer 1: ${written}$\n").Check("1b.output-layer1");
        Assert.That(check.Verdict.Name(), Is.EqualTo(verdict), $"{check.Found?.Text}: {check.Message}");
    }
}
