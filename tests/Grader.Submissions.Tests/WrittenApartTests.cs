namespace Grader.Submissions.Tests;

/// <summary>Environments, units and brackets that stand apart from what they belong to, and answers under the words of another: what is read, and what nearly the same is not.</summary>
public sealed class WrittenApartTests
{
    [TestCase("$W = \\left[ \\begin { array }  { rrr } -1 & 1 & 2 \\\\ 3 & 4 & 5 \\end { array } \\right]$", "[] W = [[-1, 1, 2], [3, 4, 5]]")]
    [TestCase("$\\begin{array} {cc} 1 & 2 \\\\ 3 & 4\\end{array}$", "[] [[1, 2], [3, 4]]")]
    [TestCase("$\\begin{array}[t]{cc} 1 & 2 \\\\ 3 & 4\\end{array}$", "[] [[1, 2], [3, 4]]")]
    [TestCase("\\begin { equation }\nx = 5\n\\end { equation }", "[] x = 5")]
    [TestCase("$\\begin { bmatrix } {c} & 2 \\\\ 3 & 4\\end { bmatrix }$", "[] [[c, 2], [3, 4]]", Description = "braces that are no columns' specification")]
    [TestCase("Total weights = 1.4746\nmillion", "[Total weights] = 1474600")]
    [TestCase("> Total weights = 1.4746\n> million", "[Total weights] = 1474600")]
    [TestCase("Total weights = 1.4746\n\nmillion", "[Total weights] = 1.4746", Description = "another paragraph")]
    [TestCase("Rate of A: $50\\text{ \\%}$", "[Rate of A] 50%")]
    [TestCase("Rate of A: $\\underline{0}\\text{ \\%}$", "[Rate of A] 0%")]
    [TestCase("So we get $63.48\\%$ for the final test accuracy.", "[the final test accuracy] 63.48%")]
    [TestCase("So we get $63.48\\%$ for all but the test accuracy while the rest is unknown.", "[we get] 63.48%", Description = "more than the value is said")]
    [TestCase("entropy = -1/3 log2(1/3) - 2/3 log2(2/3) = 0.9183", "[entropy] = -1/3*log2(1/3) - 2/3*log2(2/3) = 0.9183")]
    [TestCase("\\\\[\n\\\\begin{bmatrix} -1 & 1 \\\\\\\\ 9 & 11 \\\\end{bmatrix}\n\\\\]", "[] [[-1, 1], [9, 11]]")]
    [TestCase("Output width:\n\n[ 32 ]", "[] 32")]
    [TestCase("Output width:\n\n[ 3 ]", "", Description = "it may cite")]
    [TestCase("$A = \\left[\\matrix{ 1 & 2 \\cr 3 & 4 }\\right]$", "[] A = [[1, 2], [3, 4]]")]
    [TestCase("$A = 2\\left[\\matrix{ 1 & 2 \\cr 3 & 4 }\\right]$", "[] A = 2*[[1, 2], [3, 4]]", Description = "a number before the brackets stays")]
    [TestCase("Total = \\\\(294\\\\,912\\\\)", "[Total] = 294912")]
    [TestCase("Total&nbsp;=&nbsp;$3 \\cdot 128&nbsp;=&nbsp;384$", "[Total] = 3*128 = 384")]
    [TestCase("So we get $10.35\\%$ for the difference between training and test accuracy.", "[the difference between training and test accuracy] 10.35%")]
    [TestCase("So we get $10.35\\%$ for the training and test accuracy.", "[we get] 10.35%", Description = "one number of two")]
    [TestCase("The width of layer 1 and depth of layer 2 are $32$ and $16$, respectively.", "[width of layer 1] 32; [depth of layer 2] 16")]
    [TestCase("The training, test and mean accuracy are $\\boxed{76}$, $64$ and $70$, respectively.", "[training accuracy] 76; [test accuracy] 64; [mean accuracy] 70")]
    public void Read_puts_together_what_belongs_together(string text, string formulas) =>
        Assert.That(string.Join("; ", Statements(text).OfType<FormulaStatement>().Select(static formula => $"[{formula.Label}]{string.Concat(formula.Members.Items.Select(DocumentDump.Member))}")).Replace("]  ", "] ", StringComparison.Ordinal), Is.EqualTo(formulas));

    [TestCase("Parameters of layer 1:\n\n$$294912$$\n\n∴ parameters of layer 2 = $1179648$", "Parameters of layer 1:; ")]
    [TestCase("For layer 1:\n\n$$294912$$\n\nmultiply-adds = $5$", "For layer 1:; For layer 1:")]
    [TestCase("Step 1 of layer 1:\n\nvalue of step 2 = 5", "Step 1 of layer 1:")]
    [TestCase("**Layer 2**\n\nparameters = 5\n\n**Altogether**\n\nparameters = 6", "Layer 2; Altogether")]
    [TestCase("**Altogether**\n\nparameters = 6\n\n**Layer 2**\n\nparameters = 5", "Altogether; Layer 2")]
    [TestCase("**Layer1**\n\nparameters = 5\n\n**Layer2**\n\nparameters = 6", "Layer1; Layer2")]
    [TestCase("Layer1\n\nparameters = 5\n\nLayer2\n\nparameters = 6", "Layer1; Layer2")]
    [TestCase("**Layer 2**\n\nparameters = 5\n\n**Weights altogether**\n\nparameters = 6", "Layer 2; Weights altogether")]
    [TestCase("For layer 2:\n\n**Weights**\n\nn = 5\n\n**Bias**\n\nn = 6", "Weights|For layer 2:; Bias|For layer 2:")]
    [TestCase("**Layer 2**\n\nparameters = 5\n\n**Now all is said.**\n\nparameters = 6", "Layer 2; Layer 2", Description = "a sentence in bold")]
    [TestCase("**Layer 2**\n\nparameters = 5\n\n**Layer** 3\n\nparameters = 6", "Layer 2; Layer 3", Description = "not all of it bold")]
    public void Read_keeps_no_words_of_another(string text, string contexts) =>
        Assert.That(string.Join("; ", Statements(text).OfType<FormulaStatement>().Select(static formula => string.Join('|', formula.Context.Items))), Is.EqualTo(contexts));

    private static IEnumerable<Statement> Statements(string text) => SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(static section => section.Statements.Items);
}
