using Grader.Mathematics;

namespace Grader.Submissions.Tests;

/// <summary>How students write, one habit a row: what is read last of the document, with its label; and a near miss, of which something else or nothing is read.</summary>
public sealed class HabitTests
{
    [TestCase("Total parameters = 1,474,560", "Total parameters: 1474560")]
    [TestCase("Total parameters = 1 474 560", "Total parameters: 1474560")]
    [TestCase("Total parameters = 1\u2009474\u2009560", "Total parameters: 1474560")]
    [TestCase("Total parameters = $1{,}474{,}560$", "Total parameters: 1474560")]
    [TestCase("Total parameters = $1\\,474\\,560$", "Total parameters: 1474560")]
    [TestCase("Total parameters ≈ 1.47M", "Total parameters: 1470000")]
    [TestCase("The layer has 1.5 million parameters.", "layer parameters: 1500000")]
    [TestCase("Total = 1.47e6", "Total: 1470000")]
    [TestCase("Total = 1.47×10^6", "Total: 1470000")]
    [TestCase("Total = $1.47 \\times 10^{6}$", "Total: 1470000")]
    [TestCase("Total = 1.47x10^6", "Total: 1470000")]
    [TestCase("Total is 1.47×10^6 weights.", "Total weights: 1470000")]
    [TestCase("Die Genauigkeit ist 0,9183 und 76,5 %.", "genauigkeit: 76.5%")]
    [TestCase("accuracy = .8252", "accuracy: 0.8252")]
    [TestCase("accuracy = 40.", "accuracy: 40")]
    [TestCase("accuracy = 0.20971993245122775", "accuracy: 0.20971993245122775")]
    [TestCase("The accuracy is 76.62 %.", "accuracy: 76.62%")]
    [TestCase("The accuracy is 76.62\\%.", "accuracy: 76.62%")]
    [TestCase("accuracy $\\approx 61.7\\%$", "accuracy: 61.7%")]
    [TestCase("accuracy ≒ 61.7%", "accuracy: 61.7%")]
    [TestCase("accuracy ~ 61.7%", "accuracy: 61.7%")]
    [TestCase("The accuracy is **0.85**.", "accuracy: 0.85")]
    [TestCase("The count is `784`.", "count: 784")]
    [TestCase("$F_1 = \\underline{0.641}$", "F_1: 0.641")]
    [TestCase("$W' = \\boxed{32}$", "W': 32")]
    [TestCase("Layer 1 has 288 weights.", "Layer 1 weights: 288")]
    [TestCase("memory = 30.5 MB", "memory: 30.5 MB")]
    [TestCase("precision = 7/9", "precision: 7/9")]
    [TestCase("precision = $\\frac{7}{9}$", "precision: 7/9")]
    [TestCase("recall = 200/(200+70) = 0.7407", "recall: 0.7407")]
    [TestCase("beta = −10", "beta: -10")]
    [TestCase("beta = –10", "beta: -10")]
    [TestCase("x = (-0.5)", "x: -0.5")]
    [TestCase("The output is 32x32x16.", "The output: 32*32*16")]
    [TestCase("The output is 32×32×16.", "The output: 32*32*16")]
    [TestCase("The output is (32, 32, 16).", "The output: (32, 32, 16)")]
    [TestCase("Output shape: [16, 32, 32]", "Output shape: [16, 32, 32]")]
    public void Read_numbers(string text, string last) => Assert.That(Last(text), Is.EqualTo(last).IgnoreCase);

    [TestCase("macs = 3*3*128 = 1152", "macs: 1152")]
    [TestCase("macs = 3\\*3\\*128 = 1152", "macs: 1152")]
    [TestCase("macs = 3×3·128", "macs: 3*3*128")]
    [TestCase("macs = 3 ∗ 3 ∗ 128", "macs: 3*3*128")]
    [TestCase("macs = 3x3x128", "macs: 3*3*128")]
    [TestCase("macs = 3²·128", "macs: 3^2*128")]
    [TestCase("W' = ⌊63/2⌋ + 1", "W': floor(63/2) + 1")]
    [TestCase("W' = floor(63/2) + 1", "W': floor(63/2) + 1")]
    [TestCase("$W' = \\lfloor 63/2 \\rfloor + 1$", "W': floor(63/2) + 1")]
    [TestCase("H = log2(8) = 3", "H: 3")]
    [TestCase("H = ld 8", "H: log2(8)")]
    [TestCase("y = e⁻ᶻ", "y: e^(-z)")]
    public void Read_operators(string text, string last) => Assert.That(Last(text), Is.EqualTo(last).IgnoreCase);

    [TestCase("$A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$")]
    [TestCase("$A = \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}$")]
    [TestCase("$A = \\left[\\begin{matrix} 1 & 2 \\\\ 3 & 4 \\end{matrix}\\right]$")]
    [TestCase("$A = \\left(\\begin{array}{cc} 1 & 2 \\\\ 3 & 4 \\end{array}\\right)$")]
    [TestCase("$A = \\matrix{ 1 & 2 \\cr 3 & 4 }$")]
    [TestCase("$A = \\left( \\matrix{ 1 & 2 \\\\ 3 & 4 } \\right)$")]
    [TestCase("$A = \\bpmat 1 & 2 \\\\ 3 & 4 \\epmat$")]
    [TestCase("A = [[1, 2], [3, 4]]")]
    [TestCase("A = [[1 2]\n [3 4]]")]
    [TestCase("A = np.array([[1, 2], [3, 4]])")]
    [TestCase("A = tensor([[1., 2.],\n        [3., 4.]])")]
    [TestCase("A = [1 2; 3 4]")]
    [TestCase("\\begin{equation}\nA = \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}\n\\end{equation}")]
    [TestCase("$$\n\\begin{aligned}\nA &= \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}\n\\end{aligned}\n$$")]
    public void Read_matrices(string text) => Assert.That(Last(text), Is.EqualTo("a: [[1, 2], [3, 4]]"));

    [TestCase("macs\n= 3 * 3\n= 9", "macs: 9")]
    [TestCase("$$\n\\begin{gathered}\na = 1 \\\\\nb = 2\n\\end{gathered}\n$$", "b: 2")]
    [TestCase("macs: 9", "macs: 9")]
    [TestCase("- macs: 9", "macs: 9")]
    [TestCase("Epoch 12/12 - loss: 0.71 - val_acc: 0.6414", "val_acc: 0.6414")]
    [TestCase("loss=0.71, acc=0.6414", "acc: 0.6414")]
    [TestCase("3*3 → 9", "3*3: 9")]
    [TestCase("3*3 => 9", "3*3: 9")]
    [TestCase("∴ W' = 32", "W': 32")]
    [TestCase("So, in total we get 1474560 parameters.", "in total parameters: 1474560")]
    [TestCase("1474560 = 294912 + 1179648", "1474560: 294912 + 1179648")]
    [TestCase("The training accuracy is 64.14% while it took 5 s.", "took: 5 s")]
    [TestCase("The width is 21. Actually, the width is 32.", "width: 32")]
    [TestCase("W = 64, and W' = 32.", "W': 32")]
    [TestCase("The width W' is 32.", "width W': 32")]
    public void Read_where_the_answer_hides(string text, string last) => Assert.That(Last(text), Is.EqualTo(last).IgnoreCase);

    [TestCase("$$W' = 32 \\tag{7}$$")]
    [TestCase("$$W' = 32 \\label{eq:w}$$")]
    [TestCase("W'&nbsp;=&nbsp;32")]
    [TestCase("W'&#160;=&#x202F;32")]
    [TestCase("W'&#8239;&#61;&#x20;32")]
    [TestCase("W' = 32<br>")]
    [TestCase("W' = 32  \n")]
    [TestCase("> W' = 32")]
    [TestCase("1. W' = 32")]
    [TestCase("$W' = 32$.")]
    [TestCase("$$W' = 32.$$")]
    [TestCase("\\\\[W' = 32\\\\]")]
    [TestCase("\\[ W' = 32 \\]")]
    [TestCase("[ W' = 32 ]")]
    [TestCase("**$W' = 32$**")]
    [TestCase("_W'_ = _32_")]
    [TestCase("$W'$ = $32$")]
    [TestCase("$W' =$ 32")]
    [TestCase("**W' = 32**")]
    [TestCase("W' = **32**")]
    [TestCase("`W' = 32`")]
    [TestCase("<div align=\"center\">W' = 32</div>")]
    [TestCase("Ｗ′＝３２")]
    [TestCase("𝑊′ = 32")]
    [TestCase("W\u200B' = 3\u200B2")]
    [TestCase("\uFEFFW' = 32")]
    [TestCase("$\\displaystyle W' = 32$")]
    [TestCase("$\\mathbf{W'} = 32$")]
    [TestCase("$W' = 32 \\text{ pixels}$")]
    [TestCase("$W'\\;=\\;32$")]
    [TestCase("```\nW' = 32\n```")]
    public void Read_delimiters_and_noise(string text) => Assert.That(Last(text), Is.EqualTo("w': 32"));

    [TestCase("$number\\ of\\ weights = 9$", "number of weights: 9")]
    [TestCase("$\\text{weights} = 9$", "weights: 9")]
    [TestCase("$\\mathrm{weights} = 9$", "weights: 9")]
    [TestCase("$\\text{weights of layer } 1 = 9$", "weights of layer 1: 9")]
    [TestCase("The weights are: $9$", "The weights: 9")]
    public void Read_labels_inside_formulas(string text, string last) => Assert.That(Last(text), Is.EqualTo(last).IgnoreCase);

    /// <summary>The last value stated: a formula's last member with its label or left side, a number with its label.</summary>
    private static string Last(string text)
    {
        var stated = new List<(int At, string Text)>();
        foreach (var statement in SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(section => section.Statements.Items))
        {
            if (statement is FormulaStatement { Members.Count: > 0 } formula)
            {
                var label = formula.Label.Length > 0 ? formula.Label : formula.Members[0].Expression.ToString();
                stated.Add((formula.Place.Start, $"{label.ToLowerInvariant()}: {Print(formula.Members[^1].Expression)}"));
            }
            else if (statement is SentenceStatement sentence)
            {
                foreach (var number in sentence.Numbers)
                    stated.Add((number.Place.Start, $"{number.Label}: {Print(number.Expression)}"));
            }
        }
        return stated.Count == 0 ? "nothing" : stated.MaxBy(item => item.At).Text;
    }

    private static string Print(Expression expression) => expression.ToString().Replace("\\text{ ", "", StringComparison.Ordinal).Replace("s}", "s", StringComparison.Ordinal).Replace("521s", "521 s", StringComparison.Ordinal).Replace("5s", "5 s", StringComparison.Ordinal);
}
