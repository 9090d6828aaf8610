namespace Grader.Grading.Tests;

/// <summary>Where the answer hides, one habit a row: the right answer is found there, and where the words say otherwise it is not.</summary>
[TestFixture]
public sealed class HidingAnswerTests
{
    [TestCase("parameters of layer 1\n= 3*3*128*256\n= 294912", "correct")]
    [TestCase("parameters of layer 1\n= 3*3*128*256\n= 294000", "incorrect")]
    [TestCase("parameters of layer 1 = 3*3*128*256\n                      = 294912", "correct")]
    [TestCase("Parameters of layer 1: $$\\begin{align} P_1 &= 3 \\cdot 3 \\cdot 128 \\cdot 256 \\\\ &= 294912 \\end{align}$$", "correct")]
    [TestCase("Parameters of layer 1: $$\\begin{align} P_1 &= 3 \\cdot 3 \\cdot 128 \\cdot 256 \\\\ &= 294921 \\end{align}$$", "incorrect")]
    [TestCase("Parameters, layer 1: 294912", "correct")]
    [TestCase("Layer 1 parameters → 294912", "correct")]
    [TestCase("Layer 1 parameters => 294912", "correct")]
    [TestCase("∴ parameters of layer 1 = 294912", "correct")]
    [TestCase("parameters of layer 1: 9 * 128 * 256 → 294912", "correct")]
    [TestCase("parameters of layer 1: 9 * 128 * 256 → 294912 → 12k", "needs-review")]
    [TestCase("Layer 1 has 294912 parameters while layer 2 has 1179648.", "correct")]
    [TestCase("Layer 1 has 1179648 parameters while layer 2 has 294912.", "incorrect")]
    [TestCase("Layer 1 and layer 2 have 294912 and 1179648 parameters, respectively.", "correct")]
    [TestCase("Layer 2 and layer 1 have 294912 and 1179648 parameters, respectively.", "incorrect")]
    [TestCase("Layer 1: k = 3, params = 294912. Layer 2: k = 3, params = 1179648.", "correct")]
    [TestCase("Layer 2: k = 3, params = 294912. Layer 1: k = 3, params = 1179648.", "needs-review")]
    [TestCase("[LOG] layer 1 params=294912 layer 2 params=1179648", "correct")]
    [TestCase("[LOG] layer 1 params=1179648 layer 2 params=294912", "incorrect")]
    [TestCase("294912 = 9 * 128 * 256 (parameters of layer 1)", "correct")]
    [TestCase("Parameters of layer 1: ~~295168~~ 294912", "correct")]
    [TestCase("Parameters of layer 1: ~~294912~~ 295168", "incorrect")]
    [TestCase("Parameters of layer 1: ~~$295168$~~ $294912$", "correct")]
    [TestCase("Parameters of layer 1: ~~$294912$~~ $295168$", "incorrect")]
    [TestCase("Parameters of layer 1: <del>295168</del> 294912", "correct")]
    [TestCase("Parameters of layer 1: <del>294912</del> 295168", "incorrect")]
    [TestCase("Parameters of layer 1: <s>294912</s> 295168", "incorrect")]
    [TestCase("Parameters of layer 1: <strike>$294912$</strike>", "missing")]
    [TestCase("Parameters of layer 1: 295168 <!-- 294912 -->", "incorrect")]
    [TestCase("<!-- Parameters of layer 1: 294912 -->", "missing")]
    [TestCase("Layer 1 has 294000 parameters. Actually, the answer is 294912.", "needs-review")]
    [TestCase("Layer 1 has 294912 parameters. Actually, the answer is 5.", "needs-review")]
    [TestCase("Layer 1 has 294912 parameters. Correction: 295168.", "needs-review")]
    [TestCase("Layer 1 has 294000 parameters. Correction: layer 1 has 294912 parameters.", "correct")]
    [TestCase("Layer 1 parameters: 294912 - no wait, 295168", "needs-review")]
    [TestCase("Parameters of layer 1: 294912 (no: 295168)", "needs-review")]
    [TestCase("Parameters of layer 1: 294912 (no bias)", "correct")]
    [TestCase("Parameters of layer 1: 294912 or 295168", "needs-review")]
    [TestCase("Parameters of layer 1: 295168 or 294912", "needs-review")]
    [TestCase("Parameters of layer 1: 294912, 295168 or 5", "needs-review")]
    [TestCase("I first thought layer 1 has 294912 parameters, but it has 295168.", "needs-review")]
    [TestCase("Layer 1 has 294912 more parameters than layer 2.", "needs-review")]
    [TestCase("Layer 1 has 294912 parameters, fewer than layer 2.", "correct")]
    [TestCase("parameters of layer 1 = 9 * 128 * 256 = 295k", "needs-review")]
    [TestCase("parameters of layer 1 = 9 * 128 * 256 = 294.91 m", "incorrect")]
    [TestCase("294912 ... parameters of layer 1\n1179648 ... parameters of layer 2", "correct")]
    [TestCase("1179648 ... parameters of layer 1\n294912 ... parameters of layer 2", "incorrect")]
    [TestCase("Layer 1 parameters: half of 294912", "needs-review")]
    [TestCase("Layer 1 has no parameters.", "unreadable")]
    [TestCase("The number of parameters of layer 1 is undefined.", "unreadable")]
    [TestCase("Parameters of layer 1: 294,91", "unreadable")]
    [TestCase("Parameters of layer 1: 294.912", "needs-review")]
    [TestCase("Parameters of layer 1: 294 912 1179648", "needs-review")]
    [TestCase("Parameters of layer 1 = **294912**<br>", "correct")]
    [TestCase("Parameters of layer 1 = **-294912**<br>", "incorrect")]
    [TestCase("Parameters of layer 1 = 9 * 128 * 256 = **2949120**<br>", "incorrect")]
    [TestCase("| quantity | value |\n|---|---|\n| parameters of layer 1 | 294912 (a guess) |", "needs-review")]
    [TestCase("| quantity | value |\n|---|---|\n| parameters of layer 1 | 294912 (no bias) |", "needs-review")]
    [TestCase("Parameters of layer 1:\n\n$$\\text{not }294912$$", "missing")]
    [TestCase("Parameters of layer 1 = perha\u200Bps 294912", "needs-review")]
    [TestCase("Parameters of layer 1 = 294912 \n \nThat of layer 2 = perhaps 1179648", "correct")]
    [TestCase("Parameters of layer 1:\n\n$$294912$$\n\nHomework, page 2", "correct")]
    public void Parameters_of_layer_1(string text, string verdict)
    {
        var check = Homework.Grade($"## Question 1\n\n### (a)\n\n{text}\n").Check("1a.parameters-layer1");
        Assert.That(check.Verdict.Name(), Is.EqualTo(verdict), $"{check.Found?.Text}: {check.Message}");
    }

    [TestCase("The memory after layer 1 is 50 % less than that of the input.", "correct")]
    [TestCase("The memory after layer 1 is 50 % less than that of layer 2.", "needs-review")]
    [TestCase("The memory after layer 1 falls by 50 %.", "correct")]
    [TestCase("The memory after layer 1 falls by 50 % or 49 %.", "needs-review")]
    [TestCase("The memory after layer 1 falls by 50 percent.", "correct")]
    [TestCase("The memory after layer 1 falls by 0.5 percent.", "incorrect")]
    [TestCase("The memory after layer 1 falls by 50 percent or 49 percent.", "needs-review")]
    public void Fall_of_memory_to_layer_1(string text, string verdict)
    {
        var check = Homework.Grade($"## Question 1\n\n### (c)\n\n{text}\n").Check("1c.memory-layer1");
        Assert.That(check.Verdict.Name(), Is.EqualTo(verdict), $"{check.Found?.Text}: {check.Message}");
    }
}
