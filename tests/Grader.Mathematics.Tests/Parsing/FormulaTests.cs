namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class FormulaTests
{
    // Numbers and operators
    [TestCase(@"3 \times 3 \times 128 \times 256", "3*3*128*256")]
    [TestCase("(3×3×128×256) x 21 x 21", "(3*3*128*256)*21*21")]
    [TestCase(@"(64 - 3 + 2 \* 1)/(2 + 1)", "(64 - 3 + 2*1)/(2 + 1)")]
    [TestCase(@"64\*64\*128", "64*64*128")]
    [TestCase("5x5x3", "5*5*3")]
    [TestCase("１２＋３", "12 + 3")]
    [TestCase("−5 – 3", "-5 - 3")]
    [TestCase("1,509,949,440", "1509949440")]
    [TestCase("1 509 949 440", "1509949440")]
    [TestCase("1 509 949", "1509949")]
    [TestCase(@"1{,}474{,}560", "1474560")]
    [TestCase(@"1 { , } 474 { , } 560", "1474560")]
    [TestCase(@"1{ , }474{, }560", "1474560")]
    [TestCase("1.47M", "1470000")]
    [TestCase("1.47×10^6", "1470000")]
    [TestCase(@"1.47 \times 10^{-2}", "0.0147")]
    [TestCase("1.5099e9", "1509900000")]
    [TestCase(".8252", "0.8252")]
    [TestCase(@"3\frac{1}{2}", "3 + 1/2")]
    [TestCase("2x", "2*x")]
    [TestCase("1/2x", "1/(2*x)")]
    [TestCase("1/2 x", "1/2*x")]
    [TestCase("2 ** 3", "2^3")]
    [TestCase("x² + e⁻ᶻ", "x^2 + e^(-z)")]
    [TestCase("-x^2", "-x^2")]
    [TestCase("2^3^2", "2^(3^2)")]
    [TestCase(@"y + 3\mod 2 / 4", "y + modulo(3, 2)/4")]
    // Commands
    [TestCase(@"\frac12", "1/2")]
    [TestCase(@"\dfrac94\pi", "9/4*pi")]
    [TestCase(@"\sqrt[3]{x} + \sqrt2", "root(x, 3) + sqrt(2)")]
    [TestCase(@"\binom{n}{k} + {n \choose 2}", "binomial(n, k) + binomial(n, 2)")]
    [TestCase(@"\log_2 8 + \ln xy", "log(8, 2) + ln(x*y)")]
    [TestCase(@"\sin^2 x \cos x", "sin(x)^2*cos(x)")]
    [TestCase(@"\sin^{-1} x + \arctan(y)", "asin(x) + atan(y)")]
    [TestCase(@"||x|| + |x - y|", "abs(abs(x)) + abs(x - y)")]
    [TestCase(@"\lfloor x \rfloor + ⌈y⌉", "floor(x) + ceil(y)")]
    [TestCase(@"x!!!", "((x!)!)!")]
    [TestCase(@"\left( \frac{a}{b} \right)^{2}", "(a/b)^2")]
    [TestCase(@"\\frac{1}{2}", "1/2")]
    // Names
    [TestCase(@"w_1 + w_{1} + w₁ + w1", "w_1 + w_1 + w_1 + w_1")]
    [TestCase(@"\tilde X \hat{y}", "X_tilde*y_hat")]
    [TestCase("vec(Y)", "vec(Y)")]
    [TestCase("W'", "W'")]
    [TestCase("𝑁 + α", "N + alpha")]
    [TestCase(@"\frac{\partial L}{\partial y_{11}}", "dL/dy_11")]
    [TestCase("∂L/∂z2", "dL/dz_2")]
    [TestCase(@"W^{[1]} x + b^{[1]}", "W^[1]*x + b^[1]")]
    [TestCase(@"\text{Output width}", "\"Output width\"")]
    [TestCase("f(x) + g(x, y)", "f(x) + g(x, y)")]
    [TestCase("a(b + c)", "a*(b + c)")]
    // Arrays
    [TestCase(@"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}^{\top}", "[[1, 2], [3, 4]]^T")]
    [TestCase(@"\begin{matrix} 1 & 2 & 3 \\ 4 & 5 \end{matrix}", "[[1, 2, 3], [4, 5]]")]
    [TestCase("[[1,2],[3,4]]", "[[1, 2], [3, 4]]")]
    [TestCase("[[ 0.7 -0.7]\n [ 1.  2.]]", "[[0.7, -0.7], [1, 2]]")]
    [TestCase("[x_{11}, x_{12}]^T", "transpose([x_11, x_12])")]
    [TestCase("[1 + 2; 3]", "[[1 + 2], [3]]")]
    // Sets and relations
    [TestCase(@"\{1, 2\} \cup {3,4}", "union(\\{1, 2\\}, {3, 4})", Description = "sets")]
    [TestCase("(a, b]", "(a, b]")]
    [TestCase("]a, b[", "]a, b[")]
    [TestCase(@"(-\infty, 2)", "(-infinity, 2)")]
    [TestCase(@"0 < x \le 1", "0 < x <= 1")]
    [TestCase(@"1 \pm \sqrt5", "plusminus(1, sqrt(5))")]
    [TestCase("x = 1 or x = 2", "[x = 1, x = 2]")]
    // Units
    [TestCase("76.62%", "76.62%")]
    [TestCase(@"28 percent", "28%")]
    [TestCase("30.5 MB", "30.5 MB")]
    [TestCase(@"5\text{ cm}", "5 cm")]
    [TestCase(@"90^\circ", "90°")]
    // Sums and the like
    [TestCase(@"\mu = \frac{1}{m} \sum_{i=1}^{m} z_i", @"mu = 1/m*(\sum_{i = 1}^{m} (z_i))")]
    [TestCase(@"\int_0^7 dx", @"\int_{0}^{7} (1) dx")]
    [TestCase(@"\lim_{x \to 3^{-}} a", @"\lim_{x \to 3^{-}} (a)")]
    public void Read_notation_prints_as(string text, string expected)
    {
        var reading = Formula.Read(text);
        Assert.That(reading.Error, Is.Null);
        Assert.That(AsciiPrinter.Print(reading.Expression!), Is.EqualTo(expected.Replace("\\{1, 2\\}", "{1, 2}")));
    }

    [TestCase("3 +", 3)]
    [TestCase("(1 + 2", 6)]
    [TestCase("1 + 2)", 5)]
    [TestCase("3 4 +", 2)]
    [TestCase(@"\frac{1}", 8)]
    [TestCase(@"\unknown{x}", 0)]
    [TestCase(@"\begin{bmatrix} 1 & \\ 2 & 3 \end{bmatrix}", 20)]
    [TestCase("[1, 2", 5)]
    [TestCase("{1, 2", 5)]
    [TestCase("|x", 2)]
    [TestCase("x_", 2)]
    [TestCase("2 ^", 3)]
    [TestCase("", 0)]
    [TestCase("= ", 2)]
    [TestCase("a ¤ b", 2)]
    [TestCase("0.5.3", 3)]
    [TestCase("1e999999999", 0)]
    [TestCase("\"\"", 1)]
    public void Read_broken_formula_says_where(string text, int position)
    {
        var reading = Formula.Read(text);
        Assert.That(reading.Expression, Is.Null);
        Assert.That(reading.Error!.Position, Is.EqualTo(position), reading.Error.ToString());
    }

    [TestCase("$ x + 1 $")]
    [TestCase("$$x+1$$")]
    [TestCase(@"\(x + 1\)")]
    [TestCase(@"\[ x + 1 \]")]
    [TestCase(@"\displaystyle x + 1 .")]
    [TestCase(@"\begin{align*} x + 1 \end{align*}")]
    [TestCase(@"\boxed{x+1}")]
    public void Read_delimiters_mean_nothing(string text) =>
        Assert.That(Formula.Read(text).Expression, Is.EqualTo(Formula.Read("x + 1").Expression));

    [Test]
    public void Read_chain_gives_members_with_their_places()
    {
        const string Text = "$\\frac{524288-51200}{524288} \\times 100 = 90.23\\%$";
        var members = Formula.Read(Text).Members;
        Assert.That(members.Items.Select(member => Text.Substring(member.Start, member.Length)), Is.EqualTo([@"\frac{524288-51200}{524288} \times 100", @"90.23\%"]));
        Assert.That(members.Items.Select(member => member.Operator), Is.EqualTo(new RelationOperator?[] { null, RelationOperator.Equal }));
    }

    [Test]
    public void Read_chain_that_starts_with_a_relation_keeps_it()
    {
        var members = Formula.Read("= (3×3) x 21 ≈ 189").Members;
        Assert.That(members.Items.Select(member => member.Operator), Is.EqualTo(new RelationOperator?[] { RelationOperator.Equal, RelationOperator.Approximately }));
    }

    [Test]
    public void Read_folded_text_gives_places_in_the_text_given()
    {
        const string Text = "𝑁𝑁 = ５";
        var member = Formula.Read(Text).Members[1];
        Assert.That(Text.Substring(member.Start, member.Length), Is.EqualTo("５"));
    }

    [Test]
    public void Read_accent_over_a_bracket_is_repaired_and_said()
    {
        var reading = Formula.Read(@"\tilde{[}1, 2\tilde{]}");
        Assert.That(reading.Expression!.ToString(), Is.EqualTo("[1, 2]"));
        Assert.That(reading.Repairs, Has.Count.EqualTo(2));
    }

    [TestCase("1474560", 7, 0, true)]
    [TestCase("1,474,560", 7, 0, true)]
    [TestCase("1500", 4, 0, true)]
    [TestCase("0.0120", 3, -4, false)]
    [TestCase("1.47M", 3, 4, false)]
    [TestCase("1.5099e9", 5, 5, false)]
    [TestCase(@"1.47 \times 10^{6}", 3, 4, false)]
    [TestCase("76.62", 4, -2, false)]
    [TestCase("0", 0, 0, true)]
    public void Read_number_keeps_how_it_was_written(string text, int digits, int lastExponent, bool whole)
    {
        var written = ((Number)Formula.Read(text).Expression!).Written!;
        Assert.That((written.SignificantDigits, written.LastDigitExponent, written.Whole), Is.EqualTo((digits, lastExponent, whole)));
        Assert.That(written.Text, Is.EqualTo(text));
    }

    [Test]
    public void Read_decimal_comma_is_an_option()
    {
        Assert.That(Formula.Read("0,9183", new(DecimalComma: true)).Expression, Is.EqualTo(new Number(Rational.Of(9183, 10000))));
        Assert.That(Formula.Read("1.234,5", new(DecimalComma: true)).Expression, Is.EqualTo(new Number(Rational.Of(12345, 10))));
        Assert.That(Formula.Read("0,9183").Expression, Is.InstanceOf<Listing>());
    }
}
