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
    public void Read_puts_together_what_belongs_together(string text, string formulas) =>
        Assert.That(string.Join("; ", Statements(text).OfType<FormulaStatement>().Select(static formula => $"[{formula.Label}]{string.Concat(formula.Members.Items.Select(DocumentDump.Member))}")).Replace("]  ", "] ", StringComparison.Ordinal), Is.EqualTo(formulas));

    [TestCase("Parameters of layer 1:\n\n$$294912$$\n\n∴ parameters of layer 2 = $1179648$", "Parameters of layer 1:; ")]
    [TestCase("For layer 1:\n\n$$294912$$\n\nmultiply-adds = $5$", "For layer 1:; For layer 1:")]
    [TestCase("Step 1 of layer 1:\n\nvalue of step 2 = 5", "Step 1 of layer 1:")]
    [TestCase("**Layer 2**\n\nparameters = 5\n\n**Altogether**\n\nparameters = 6", "Layer 2; Altogether")]
    [TestCase("**Layer 2**\n\nparameters = 5\n\n**Weights altogether**\n\nparameters = 6", "Layer 2; Layer 2", Description = "more than that")]
    public void Read_keeps_no_words_of_another(string text, string contexts) =>
        Assert.That(string.Join("; ", Statements(text).OfType<FormulaStatement>().Select(static formula => string.Join('|', formula.Context.Items))), Is.EqualTo(contexts));

    private static IEnumerable<Statement> Statements(string text) => SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(static section => section.Statements.Items);
}
