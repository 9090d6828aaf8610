namespace Grader.Grading.Tests;

/// <summary>A number that counts one of several, another amount or a step on the way is no answer where all is asked; and near misses.</summary>
[TestFixture]
public sealed class PortionTests
{
    [TestCase("1a.parameters-layer1", "Layer 1 uses 294912 parameters per output pixel.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters per kernel.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters for every channel.")]
    [TestCase("1a.parameters-layer2", "Layer 2 has 1179648 parameters per filter.")]
    [TestCase("1a.parameters-layer1", "Per kernel, layer 1 has 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 non-trainable parameters.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 frozen parameters and 0 trainable parameters.")]
    [TestCase("1a.parameters-layer1", "Layer 1 saves 294912 parameters compared with a dense layer.")]
    [TestCase("1a.parameters-layer1", "Layer 1 needs another 294912 parameters for the momentum of Adam.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 weights and 256 biases, i.e. 295168 trainable parameters.")]
    [TestCase("1b.macs-layer1", "Layer 1 MACs: 301989888 kMACs")]
    [TestCase("1b.macs-layer1", "Layer 1: 301989888 MACs per channel, so 77309411328 MACs.")]
    [TestCase("1c.memory-layer1", "Layer 1: memory falls by a factor of 50.")]
    [TestCase("1c.memory-layer1", "The memory of layer 1 falls by 50 MB.")]
    [TestCase("1c.memory-layer1", "Layer 1 increases the memory by 50 %.")]
    [TestCase("2a.variance", "Variance times 4: (1, 25, 25)")]
    [TestCase("2a.variance", "M1: mean 1, variance 13. M2: mean 25, variance 5. M3: mean 25, variance 0.")]
    [TestCase("2b.output", "Output minus β: [[-1, 1, 1, -1], [-11, -9, -9, -11], [9, 11, 11, 9]]")]
    [TestCase("3b.gradient", "$B^{2} = \\begin{bmatrix} w_1 & 0 & 0 & 0 \\\\ w_2 & w_1 & 0 & 0 \\\\ w_3 & w_2 & 0 & 0 \\\\ 0 & w_3 & 0 & 0 \\\\ 0 & 0 & w_1 & 0 \\\\ 0 & 0 & w_2 & w_1 \\\\ 0 & 0 & w_3 & w_2 \\\\ 0 & 0 & 0 & w_3 \\end{bmatrix}$")]
    [TestCase("1a.parameters-layer1", "Layer 1: 294912 parameters × 4 = 1179648 parameters.")]
    [TestCase("1a.parameters-layer1", "Layer 1: 294912 parameters *4 = 1179648 parameters.")]
    public void What_is_another_amount_is_not_correct(string check, string text)
    {
        var grade = Grade(check, text);
        Assert.That(grade.Verdict, Is.AnyOf(Verdict.NeedsReview, Verdict.Incorrect, Verdict.Missing, Verdict.Partial), $"{grade.Found?.Text}: {grade.Message}");
    }

    [TestCase("1b.macs-layer1", "Layer 1 multiply-adds: 301,989,888 = 32 · 32 · 256 · 1152")]
    [TestCase("1b.macs-layer1", "Layer 1: 301989888 MACs per image.")]
    [TestCase("1b.macs-layer1", "Layer 1 takes 301989888 MACs, i.e. about 302 million.")]
    [TestCase("1a.parameters-layer1", "Layer 1: 3·3·128 = 1152 weights per kernel, so 1152·256 = 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "Layer 1 has 294912 parameters, each a weight.")]
    [TestCase("1c.memory-layer1", "Layer 1: memory falls by 50 %.")]
    [TestCase("2a.variance", "M1: mean 13, variance 1. M2: mean 5, variance 25. M3: mean 0, variance 25.")]
    [TestCase("2a.mean", "M1: mean 13, variance 1. M2: mean 5, variance 25. M3: mean 0, variance 25.")]
    [TestCase("2a.variance", "M1: mean 13 and variance 1\nM2: mean 5 and variance 25\nM3: mean 0 and variance 25")]
    [TestCase("2a.variance", "M1: mean = 13, variance = 1\nM2: mean = 5, variance = 25\nM3: mean = 0, variance = 25")]
    [TestCase("2a.mean", "M1: mean = 13, variance = 1\nM2: mean = 5, variance = 25\nM3: mean = 0, variance = 25")]
    [TestCase("2a.variance", "- M1: μ = 13, σ² = 1\n- M2: μ = 5, σ² = 25\n- M3: μ = 0, σ² = 25")]
    [TestCase("1b.macs-layer1", "Layer 1: 301989888 MACs, 3 × 3 × 128 for each output.")]
    public void What_is_all_is_correct(string check, string text)
    {
        var grade = Grade(check, text);
        Assert.That(grade.Verdict, Is.EqualTo(Verdict.Correct), $"{grade.Found?.Text}: {grade.Message}");
    }

    [TestCase("1b.macs-layer1", "Layer 1 multiply-adds: 32 · 32 · 256 · 1152 = 301,989,888 ≈ 3.02 · 10^8")]
    [TestCase("1a.parameters-layer1", "One kernel of layer 1 has 1152 weights; layer 1 has 294912 weights.")]
    [TestCase("1a.parameters-layer1", "Layer 1: 1152 weights per kernel × 256 kernels = 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "Each of the 256 filters of layer 1 holds 3·3·128 = 1152 weights, which makes 1152 · 256 = 294912 parameters.")]
    [TestCase("1a.parameters-layer1", "Trainable parameters in layers 1 and 2 are 294,912 and 1,179,648, respectively.")]
    [TestCase("1a.parameters-layer2", "Trainable parameters in layers 1 and 2 are 294,912 and 1,179,648, respectively.")]
    [TestCase("1a.parameters-layer1", "The parameters of layers 2 and 1 are 1179648 and 294912, respectively.")]
    [TestCase("1a.parameters-layer1", "Parameters of the layers 1 and 2: 294,912 and 1,179,648.")]
    public void What_is_a_step_on_the_way_is_not_incorrect(string check, string text)
    {
        var grade = Grade(check, text);
        Assert.That(grade.Verdict, Is.AnyOf(Verdict.Correct, Verdict.NeedsReview), $"{grade.Found?.Text}: {grade.Message}");
    }

    [TestCase("1a.parameters-layer1", "Layer 1 has 1152 parameters.")]
    [TestCase("1b.macs-layer1", "Layer 1 multiply-adds: 32 · 32 · 256 · 1153 = 302,252,032")]
    public void What_is_wrong_is_incorrect(string check, string text) => Assert.That(Grade(check, text).Verdict, Is.EqualTo(Verdict.Incorrect));

    private static CheckGrade Grade(string check, string text) => Homework.Grade($"## Question {check[0]}\n\n### ({check[1]})\n\n{text}\n").Check(check);
}
