using System.Reflection;
using System.Text;

namespace Grader.Mathematics.Tests;

/// <summary>Known identities, each with a near miss: the first is equal to the second, and different from the third.</summary>
[TestFixture]
public sealed class IdentityTests
{
    // Functions, each by others.
    [TestCase(@"\tan x", @"\frac{\sin x}{\cos x}", @"\frac{\cos x}{\sin x}")]
    [TestCase(@"\cot x", @"\frac{1}{\tan x}", @"\tan x")]
    [TestCase(@"\cot x", @"\frac{\cos x}{\sin x}", @"\frac{\sin x}{\cos x}")]
    [TestCase(@"\sec x", @"\frac{1}{\cos x}", @"\frac{1}{\sin x}")]
    [TestCase(@"\csc x", @"\frac{1}{\sin x}", @"\frac{1}{\cos x}")]
    [TestCase(@"1 + \tan^2 x", @"\sec^2 x", @"\csc^2 x")]
    [TestCase(@"\sinh x", @"\frac{e^x - e^{-x}}{2}", @"\frac{e^x + e^{-x}}{2}")]
    [TestCase(@"\cosh x", @"\frac{e^x + e^{-x}}{2}", @"\frac{e^x - e^{-x}}{2}")]
    [TestCase(@"\cosh^2 x - \sinh^2 x", "1", "-1")]
    [TestCase(@"\tanh x", @"\frac{\sinh x}{\cosh x}", @"\frac{\cosh x}{\sinh x}")]
    [TestCase(@"\tanh x", "2 sigmoid(2x) - 1", "2 sigmoid(2x) + 1")]
    [TestCase(@"\coth x", @"\frac{1}{\tanh x}", @"\tanh x")]
    [TestCase("sech(x)", @"\frac{1}{\cosh x}", @"\frac{1}{\sinh x}")]
    [TestCase("csch(x)", @"\frac{1}{\sinh x}", @"\frac{1}{\cosh x}")]
    [TestCase("arcsec(3)", @"\arccos \frac13", @"\arcsin \frac13")]
    [TestCase("arccsc(3)", @"\arcsin \frac13", @"\arccos \frac13")]
    [TestCase("sigmoid(x)", @"\frac{1}{1 + e^{-x}}", @"\frac{1}{1 + e^x}")]
    [TestCase("sigmoid(x)", @"\frac{e^x}{1 + e^x}", @"\frac{e^x}{1 - e^x}")]
    [TestCase("sigmoid(-x)", "1 - sigmoid(x)", "sigmoid(x) - 1")]
    [TestCase("relu(x)", @"\max(0, x)", @"\min(0, x)")]
    [TestCase("relu(x) - relu(-x)", "x", "|x|")]
    [TestCase(@"\log x", @"\ln x", @"\ln 2x")]
    [TestCase(@"\log_b x", @"\frac{\ln x}{\ln b}", @"\frac{\ln b}{\ln x}")]
    [TestCase(@"\log_2 x", @"\frac{\ln x}{\ln 2}", @"\frac{\ln x}{\ln 10}")]
    [TestCase("log2(x)", @"\log_2 x", @"\log_{10} x")]
    [TestCase("log10(x)", @"\frac{\ln x}{\ln 10}", @"\frac{\ln x}{\ln 2}")]
    [TestCase(@"\log_2 8", "3", "2")]
    [TestCase(@"\|x\|", "|x|", "x")]
    [TestCase("e^x e^y", "exp(x + y)", "e^x + e^y")]
    // Values of functions.
    [TestCase(@"\arcsin \frac12", @"\frac{\pi}{6}", @"\frac{\pi}{3}")]
    [TestCase(@"\arcsin 1", @"\frac{\pi}{2}", @"-\frac{\pi}{2}")]
    [TestCase(@"\arcsin(-1)", @"-\frac{\pi}{2}", @"\frac{\pi}{2}")]
    [TestCase(@"\arccos \frac12", @"\frac{\pi}{3}", @"\frac{\pi}{6}")]
    [TestCase(@"\arccos(-1)", @"\pi", "0")]
    [TestCase(@"\arccos 0", @"\frac{\pi}{2}", @"\pi")]
    [TestCase(@"\arctan 1", @"\frac{\pi}{4}", @"\frac{\pi}{3}")]
    [TestCase(@"\arctan \frac12 + \arctan \frac13", @"\frac{\pi}{4}", @"\frac{\pi}{4} + 10^{-20}")]
    [TestCase("arccot(x)", @"\frac{\pi}{2} - \arctan x", @"\arctan x")]
    [TestCase("arsinh(x)", @"\ln(x + \sqrt{x^2 + 1})", @"\ln(x + \sqrt{x^2 + 2})")]
    [TestCase("arsinh(0)", "0", "1")]
    [TestCase("arcosh(2)", @"\ln(2 + \sqrt3)", @"\ln(2 - \sqrt3)")]
    [TestCase("arcosh(1)", "0", "1")]
    [TestCase(@"artanh(\frac12)", @"\frac12 \ln 3", @"\ln 3")]
    [TestCase(@"\ln e", "1", "0")]
    [TestCase(@"e^{\ln 5}", "5", "6")]
    [TestCase(@"\cos(x + 2\pi)", @"\cos x", @"\sin x")]
    [TestCase(@"\sin(x + \pi)", @"-\sin x", @"\sin x")]
    [TestCase(@"\sin \frac{\pi}{3}", @"\frac{\sqrt3}{2}", @"\frac12")]
    // Steps and signs.
    [TestCase("|x|", @"\sqrt{x^2}", "x")]
    [TestCase(@"sign(\sqrt2 - 2)", "-1", "1")]
    [TestCase(@"|\sqrt2 - 2|", @"2 - \sqrt2", @"\sqrt2 - 2")]
    [TestCase(@"\max(x, y)", @"\frac{x + y + |x - y|}{2}", @"\frac{x + y - |x - y|}{2}")]
    [TestCase(@"\min(x, y)", @"\frac{x + y - |x - y|}{2}", @"\frac{x + y + |x - y|}{2}")]
    [TestCase(@"\max(x, y, z)", @"\max(z, \max(y, x))", @"\max(x, y)")]
    [TestCase(@"\max(\sqrt2, \sqrt3, 1)", @"\sqrt3", @"\sqrt2")]
    [TestCase(@"\min(\sqrt2, \sqrt3, 2)", @"\sqrt2", @"\sqrt3")]
    [TestCase(@"\max(\sqrt2)", @"\sqrt2", @"-\sqrt2")]
    [TestCase(@"\lfloor \pi \rfloor", "3", "4")]
    [TestCase(@"\lfloor -\pi \rfloor", "-4", "-3")]
    [TestCase(@"\lfloor 10^{20} \pi \rfloor", "314159265358979323846", "314159265358979323847")]
    [TestCase(@"\lceil \pi \rceil", "4", "3")]
    [TestCase("round(e)", "3", "2")]
    [TestCase(@"\pi \bmod 1", @"\pi - 3", @"\pi")]
    // Roots and powers.
    [TestCase(@"\sqrt8", @"2\sqrt2", @"2\sqrt3")]
    [TestCase("5", "|3 + 4i|", @"|3 + \sqrt{-15}|")]
    [TestCase("-4", "4i^2", @"\sqrt{-2} \sqrt{-9}")]
    [TestCase(@"x^{3/2}", @"x \sqrt x", "x^2")]
    [TestCase(@"x^{-1/2}", @"\frac{1}{\sqrt x}", @"\sqrt x")]
    [TestCase(@"\sqrt[3]{-8}", "-2", "2")]
    [TestCase(@"\sqrt[3]{-2}", @"-\sqrt[3]{2}", @"\sqrt[3]{2}")]
    [TestCase(@"(-2)^{2/3}", @"\sqrt[3]{4}", @"-\sqrt[3]{4}")]
    [TestCase(@"2^{\sqrt2} 2^{-\sqrt2}", "1", "2")]
    [TestCase(@"0^{\sqrt2}", "0", "1")]
    [TestCase(@"\sqrt0 + \sqrt2", @"\sqrt2", @"\sqrt2 + 1")]
    [TestCase(@"\pi^{-2}", @"\frac{1}{\pi^2}", @"\pi^2")]
    [TestCase(@"\sqrt2^{7}", @"8\sqrt2", @"16\sqrt2")]
    [TestCase(@"\frac{1}{\sqrt2 - 1}", @"\sqrt2 + 1", @"\sqrt2 - 1")]
    // Sums and products written out.
    [TestCase(@"\sum_{k=1}^{4} k x", "10x", "9x")]
    [TestCase(@"\prod_{k=1}^{4} k x", "24x^4", "24x^3")]
    [TestCase(@"\sum_{k=1}^{n} k", @"\sum_{j=1}^{n} j", @"\sum_{k=1}^{n} k^2")]
    [TestCase(@"\sum_{k=1}^{3} \sqrt k", @"1 + \sqrt2 + \sqrt3", @"1 + \sqrt2")]
    // Complex values.
    [TestCase(@"e^{i\pi/2}", "i", "-i")]
    [TestCase("|3 + 4i|", "5", "7")]
    [TestCase(@"\operatorname{Re}(e^{i x})", @"\cos x", @"\sin x")]
    [TestCase(@"\operatorname{Im}(e^{i x})", @"\sin x", @"\cos x")]
    [TestCase(@"\arg(i)", @"\frac{\pi}{2}", @"\pi")]
    [TestCase(@"\overline{e^{ix}}", "e^{-ix}", "e^{ix}")]
    [TestCase("i^i", @"e^{-\pi/2}", @"e^{\pi/2}")]
    [TestCase(@"\cos(ix)", @"\cosh x", @"\sinh x")]
    [TestCase(@"\sin(ix)", @"i \sinh x", @"\sinh x")]
    [TestCase(@"\sqrt{i}", @"e^{i\pi/4}", @"e^{i\pi/2}")]
    [TestCase(@"(1 + i)^{-2}", @"-\frac{i}{2}", @"\frac{i}{2}")]
    public void Of_functions(string one, string same, string other) => Judge(one, same, other);

    [TestCase(@"\sin x", @"\cos x", @"-\cos x")]
    [TestCase(@"\cos x", @"-\sin x", @"\sin x")]
    [TestCase(@"\tan x", @"\sec^2 x", @"\csc^2 x")]
    [TestCase("exp(2x)", "2 exp(2x)", "exp(2x)")]
    [TestCase("e^{x^2}", "2x e^{x^2}", "x^2 e^{x^2}")]
    [TestCase(@"\ln x", @"\frac1x", @"\ln x")]
    [TestCase(@"\sqrt x", @"\frac{1}{2\sqrt x}", @"\frac{1}{\sqrt x}")]
    [TestCase(@"\sinh x", @"\cosh x", @"-\cosh x")]
    [TestCase(@"\cosh x", @"\sinh x", @"-\sinh x")]
    [TestCase(@"\tanh x", @"1 - \tanh^2 x", @"1 + \tanh^2 x")]
    [TestCase(@"\arcsin x", @"\frac{1}{\sqrt{1 - x^2}}", @"-\frac{1}{\sqrt{1 - x^2}}")]
    [TestCase(@"\arccos x", @"-\frac{1}{\sqrt{1 - x^2}}", @"\frac{1}{\sqrt{1 - x^2}}")]
    [TestCase(@"\arctan x", @"\frac{1}{1 + x^2}", @"\frac{1}{1 - x^2}")]
    [TestCase("sigmoid(x)", "sigmoid(x) (1 - sigmoid(x))", "sigmoid(x) (1 + sigmoid(x))")]
    [TestCase("-x^3", "-3x^2", "3x^2")]
    [TestCase("x^n", "n x^{n-1}", "n x^n")]
    [TestCase("a^x", @"a^x \ln a", "x a^{x-1}")]
    [TestCase("x^x", @"x^x (\ln x + 1)", @"x^x \ln x")]
    [TestCase(@"x \sin x", @"\sin x + x \cos x", @"\cos x")]
    [TestCase(@"\frac{x}{1 + x}", @"\frac{1}{(1 + x)^2}", @"\frac{x}{(1 + x)^2}")]
    [TestCase(@"x^2 + 3x + c", "2x + 3", "2x + 3 + c")]
    [TestCase("5", "0", "5")]
    [TestCase("y^2", "0", "2y")]
    [TestCase(@"\sin(\cos x)", @"-\sin x \cos(\cos x)", @"\cos(\cos x)")]
    public void Of_derivatives(string function, string derivative, string other)
    {
        Judge(Derivative(function), derivative, other);
        Judge($@"\frac{{\partial}}{{\partial x}} \left({function}\right)", derivative, other);
    }

    [TestCase(@"\frac{d^2}{dx^2} x^3", "6x", "3x^2")]
    [TestCase(@"\frac{d^3}{dx^3} x^3", "6", "0")]
    [TestCase(@"\frac{d^2}{dx^2} \sin x", @"-\sin x", @"\sin x")]
    [TestCase(@"1 + \frac{d}{dx} x^2", "1 + 2x", "2x")]
    [TestCase(@"\frac{d}{dx} x^2", @"\frac{d}{dx} (x^2 + 1)", @"\frac{d}{dx} x^3")]
    public void Of_derivatives_in_formulas(string one, string same, string other) => Judge(one, same, other);

    // Matrices with entries.
    [TestCase("-[[1, 2], [3, 4]]", "[[-1, -2], [-3, -4]]", "[[-1, -2], [-3, 4]]")]
    [TestCase("[[1, 2], [3, 4]] + [[x, 0], [0, x]]", "[[1+x, 2], [3, 4+x]]", "[[1+x, 2+x], [3+x, 4+x]]")]
    [TestCase("[[1, 2], [3, 4]] [[0, 1], [1, 0]]", "[[2, 1], [4, 3]]", "[[3, 4], [1, 2]]")]
    [TestCase("[[1, 2, 3], [4, 5, 6]] [[1], [0], [2]]", "[[7], [16]]", "[[7], [17]]")]
    [TestCase("2 [[1, 2], [3, 4]]", "[[1, 2], [3, 4]] 2", "[[2, 2], [3, 4]]")]
    [TestCase(@"\frac{[[2, 4], [6, 8]]}{2}", "[[1, 2], [3, 4]]", "[[1, 2], [3, 8]]")]
    [TestCase("[[1, 1], [0, 1]]^3", "[[1, 3], [0, 1]]", "[[1, 1], [0, 1]]")]
    [TestCase("[[1, 2, 3], [4, 5, 6]]^T", "[[1, 4], [2, 5], [3, 6]]", "[[1, 2], [3, 4], [5, 6]]")]
    [TestCase(@"[[1, 2], [3, 4]] \odot [[a, b], [c, d]]", "[[a, 2b], [3c, 4d]]", "[[a + 2c, b + 2d], [3a + 4c, 3b + 4d]]")]
    [TestCase(@"\det [[a, b], [c, d]]", "ad - bc", "ad + bc")]
    [TestCase(@"\det [[2, 0, 1], [1, 3, 2], [1, 1, 4]]", "18", "20")]
    [TestCase(@"\det [[7]]", "7", "-7")]
    [TestCase(@"\operatorname{tr} [[a, b], [c, d]]", "a + d", "b + c")]
    [TestCase("[1, 2, 3]", "[[1], [2], [3]]", "[[1], [2], [4]]")]
    [TestCase("(1, 2, 3)", "[[1, 2, 3]]", "[[1, 3, 2]]")]
    [TestCase("2 (1, 2)", "(2, 4)", "(2, 2)")]
    [TestCase("(1, 2) + (3, 4)", "(4, 6)", "(4, 5)")]
    [TestCase("[[1, 2], [3, 4]] (5, 6)", "(17, 39)", "(23, 34)")]
    [TestCase("[[5]]", "5", "6")]
    // Names of matrices.
    [TestCase("(A + B^T)^2", "A^2 + A B^T + B^T A + (B^T)^2", "A^2 + 2 A B^T + (B^T)^2")]
    [TestCase("A^{-1} A B", "B", "A")]
    [TestCase("(A B)^{-1} + A^T", "B^{-1} A^{-1} + A^T", "A^{-1} B^{-1} + A^T")]
    [TestCase(@"\operatorname{tr}(A^T B)", @"\operatorname{tr}(B^T A)", @"\operatorname{tr}(A B)")]
    [TestCase(@"\det(A^T B)", @"\det(A) \det(B)", @"\det(A) + \det(B)")]
    [TestCase(@"A^T \odot B", @"B \odot A^T", @"A \odot B^T")]
    [TestCase(@"x^T A x", @"x^T A^T x", @"x^T A^2 x")]
    [TestCase(@"\frac{A^T + A}{2}", @"\frac12 A + \frac12 A^T", @"A^T + \frac{A}{2}")]
    [TestCase("-(A^T - B)", "B - A^T", "A^T - B")]
    [TestCase("A^T I", "A^T", "A")]
    [TestCase(@"(A^T)^3", "(A^3)^T", "A^3")]
    [TestCase(@"\lambda A^T", @"A^T \lambda", @"\lambda A")]
    public void Of_arrays(string one, string same, string other) => Judge(one, same, other);

    // Sets of numbers.
    [TestCase(@"[1, 3] \cup [2, 5]", "[1, 5]", "[1, 3]")]
    [TestCase(@"(1, 5) \cap [2, 7]", "[2, 5)", "(2, 5)")]
    [TestCase(@"[0, 5] \setminus (1, 2)", @"[0, 1] \cup [2, 5]", @"[0, 1) \cup (2, 5]")]
    [TestCase(@"\mathbb{R} \setminus \{0\}", @"(-\infty, 0) \cup (0, \infty)", @"(-\infty, \infty)")]
    [TestCase(@"\mathbb{R} \setminus (0, 1]", @"(-\infty, 0] \cup (1, \infty)", @"(-\infty, 0) \cup [1, \infty)")]
    [TestCase(@"\mathbb{R} \setminus \mathbb{R}", @"\emptyset", @"\mathbb{R}")]
    [TestCase(@"\{1, 2\} \cup \{3\}", @"\{3, 2, 1\}", @"\{1, 2\}")]
    [TestCase(@"\{1, 2\} \cap \{2, 3\}", @"\{2\}", @"\{1\}")]
    [TestCase(@"\{1, 2\} \setminus \{2, 3\}", @"\{1\}", @"\{2\}")]
    [TestCase(@"\{a, b\} \cup \{c\}", @"\{c, a, b\}", @"\{a, b\}")]
    [TestCase(@"\{a, b\} \cap \{b, c\}", @"\{b\}", @"\{a\}")]
    [TestCase(@"\{a, b\} \setminus \{b\}", @"\{a\}", @"\{b\}")]
    [TestCase(@"\{a\} \cap \{b\}", @"\emptyset", @"\{a\}")]
    [TestCase(@"(\sqrt2, \pi] \cup \{1\}", @"\{1\} \cup (\sqrt2, \pi]", @"\{1\} \cup [\sqrt2, \pi]")]
    [TestCase(@"[a, b)", @"[a, b)", "(a, b)")]
    [TestCase(@"x \in (1, 3)", "1 < x < 3", @"1 \le x < 3")]
    [TestCase(@"x \in [2, \infty)", @"x \ge 2", "x > 2")]
    [TestCase("2x + 1 > 5", "x > 2", "x > 3")]
    [TestCase("1 - x > 0", "x < 1", "x > 1")]
    [TestCase(@"x \ne 2", @"\mathbb{R} \setminus \{2\}", @"\mathbb{R}")]
    [TestCase(@"x < 1, x > 3", @"(-\infty, 1) \cup (3, \infty)", "(1, 3)")]
    [TestCase(@"x > 1, x < 3", @"(1, 3)", @"[1, 3)")]
    [TestCase(@"x \le \sqrt2", @"(-\infty, \sqrt2]", @"(-\infty, \sqrt3]")]
    [TestCase(@"\frac{x}{2} \ge -\frac32", @"x \ge -3", @"x \le -3")]
    // Relations.
    [TestCase("y = 2x + 1", "2x - y + 1 = 0", "2x + y + 1 = 0")]
    [TestCase("xy = 1", @"y = \frac1x", "y = x")]
    [TestCase(@"\sqrt2 x = y", @"2x = \sqrt2 y", @"2x = \sqrt3 y")]
    [TestCase(@"\sin x = y", @"2 \sin x = 2y", @"2 \sin x = y")]
    [TestCase("x < y", "y > x", "x > y")]
    [TestCase("2x < 2y", "x - y < 0", "x - y > 0")]
    [TestCase(@"x \le y", @"2y \ge 2x", @"x \ge y")]
    [TestCase("f(x) = x + 1", "f(n) = n + 1", "f(n) = n + 2")]
    [TestCase("x = 1, y = 2", "1, 2", "2, 1")]
    [TestCase("x = 1, x = 2", "2, 1", "1, 3")]
    [TestCase("3 = x", "3", "4")]
    [TestCase("x + y = 3, x - y = 1", "2x = 4, y = 1", "x = 2, y = 2")]
    [TestCase(@"x \approx 3", "x = 3", "x = 4")]
    [TestCase(@"x = \pm 2", "2, -2", "2, 3")]
    [TestCase(@"1 \pm \sqrt2", @"1 + \sqrt2, 1 - \sqrt2", @"1 + \sqrt2, 1 + \sqrt3")]
    [TestCase(@"a \mp b", "a - b, a + b", "a - b, a - 2b")]
    [TestCase(@"\frac{\infty}{2}", @"\infty", @"-\infty")]
    [TestCase(@"-\infty", @"-2 \infty", @"2 \infty")]
    public void Of_sets_and_relations(string one, string same, string other) => Judge(one, same, other);

    // Right and wrong look alike to every rule: a person decides.
    [TestCase("sign(x) |x|", "x")]
    [TestCase(@"\int_0^x t dt", @"\int_1^x t dt")]
    [TestCase(@"\int_0^x t dt", @"\frac{x^2}{2}")]
    [TestCase(@"|3 + \sqrt{-16}|", "5")]
    [TestCase(@"\sqrt{-2} \sqrt{-8}", "-4")]
    [TestCase(@"x \le y", "x < y")]
    [TestCase("[[1, 2], [3, 4]] [[1, 2, 3]]", "[[1, 2], [3, 4]]")]
    [TestCase("[[1, 2], [3, 4]] + [[1, 2]]", "[[1, 2], [3, 4]]")]
    [TestCase(@"[[1, 2], [3, 4]] \odot [[1, 2]]", "[[1, 2], [3, 4]]")]
    [TestCase(@"\frac{[[1, 2], [3, 4]]}{[[1, 2], [3, 4]]}", "[[1, 0], [0, 1]]")]
    [TestCase(@"\det [[1, 2, 3], [4, 5, 6]]", "0")]
    [TestCase("[[1, 2], [3]]", "[[1, 2], [3, 4]]")]
    [TestCase("2^{[[1, 2], [3, 4]]}", "[[2, 4], [8, 16]]")]
    public void A_doubt_is_undecided(string one, string other) => Assert.Multiple(() =>
    {
        Assert.That(Decide(one, other).Verdict, Is.EqualTo(EqualityVerdict.Undecided));
        Assert.That(Decide(other, one).Verdict, Is.EqualTo(EqualityVerdict.Undecided));
    });

    /// <summary>What a report says of every row above: the rule, and where the near miss differs.</summary>
    [Test]
    public Task Rules_and_witnesses()
    {
        var text = new StringBuilder();
        foreach (var (method, row) in typeof(IdentityTests).GetMethods().SelectMany(static method => method.GetCustomAttributes<TestCaseAttribute>().Select(row => (method.Name, Row: row.Arguments.Cast<string>().ToList()))))
        {
            var one = method == nameof(Of_derivatives) ? Derivative(row[0]) : row[0];
            foreach (var answer in row[1..])
                text.AppendLine($"{one}  |  {answer}").AppendLine($"    {Say(one, answer)}").AppendLine($"    {Say(answer, one)}");
        }

        return Verify(text.ToString());
    }

    private static string Derivative(string function) => $@"\frac{{d}}{{dx}} \left({function}\right)";

    private static string Say(string gold, string answer) => Decide(gold, answer) is var decision && decision.Witness is { } witness ? $"{decision.Verdict} ({decision.Rule}): {witness}" : $"{decision.Verdict} ({decision.Rule})";

    private static void Judge(string one, string same, string other) => Assert.Multiple(() =>
    {
        Assert.That(Decide(one, same).Verdict, Is.EqualTo(EqualityVerdict.Equal), $"{one} and {same}");
        Assert.That(Decide(same, one).Verdict, Is.EqualTo(EqualityVerdict.Equal), $"{same} and {one}");
        Assert.That(Decide(one, other).Verdict, Is.EqualTo(EqualityVerdict.Different), $"{one} and {other}");
        Assert.That(Decide(other, one).Verdict, Is.EqualTo(EqualityVerdict.Different), $"{other} and {one}");
    });

    private static Decision Decide(string gold, string answer) => Equality.Decide(Formula.Read(gold).Expression!, Formula.Read(answer).Expression!);
}
