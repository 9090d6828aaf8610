using System.Collections.Frozen;
using System.Text;

namespace Grader.Mathematics.Tests;

/// <summary>Verdict, rule and witness of decisions: what a report says of them.</summary>
[TestFixture]
public sealed class DecisionTests
{
    private static readonly (string Gold, string Answer)[] Pairs =
    [
        ("x", "x"), ("x", "y"), ("x", "x + 0"), ("2", "3"), ("2", "1/0"), ("1/0", "2"), ("1/0", "1/0"), ("1/0", "2/0"), ("0.5", "1/2"), ("7", "7.0"),
        ("x^2", "x^3"), ("x + y", "y + x"), ("x + y", "x - y"), ("x/x", "1"), (@"\frac{1}{x}", @"\frac{1}{x+1}"), ("x_1 + x_2", "x_2 + x_1"), ("x_1 + x_2", "x_2 - x_1"), ("a b c d e f g", "a b c d e f"),
        ("(x-a)^{6000}", "(x-a)^{5999}"), ("2^{300}", "2^{301}"), ("2^{100}", "2^{100} + 1"), ("f(x)", "f(x) + 1"), ("f(x)", "f(y)"), ("f(x) + 0", "f(x)"), ("10^{400} x", "10^{401} x"),
        (@"\sin x", @"\cos x"), (@"\sin^2 x + \cos^2 x", "1"), (@"\sin 2x", @"2 \sin x \cos x"), (@"\sqrt{x^2}", "x"), (@"\ln(x^2)", @"2 \ln x"), (@"\sqrt{x}", @"\sqrt{-x}"), (@"\sqrt{-1-x^2}", @"\sqrt{-2-x^2}"), (@"\sqrt2", "1.4142"),
        (@"\sqrt{-2}", "1"), (@"\ln(-3)", @"\ln(-3) + 1"), ("|x + 50|", "x + 50"), (@"\max(x, -100)", "x"), (@"\max(x, -2500)", "x"), (@"\min(x, 30)", "x"), (@"\min(x, 1500)", "x"), (@"\lfloor x \rfloor", @"\lceil x \rceil"),
        (@"\lfloor \sin x + y \rfloor", @"\lfloor \sin x + y + 10^{-9} \rfloor"), (@"\int_0^1 x^x dx", "0.78"), (@"\int_0^1 x^x dx", "x"), ("9^{9^{9^9}}", "5"), ("9^{9^{9^9}}", "x"),
        ("n!", "n (n-1)!"), ("n!", "(n+1)!"), (@"\binom{n}{2}", @"\frac{n(n-1)}{2}"), (@"\binom{n}{2}", @"\frac{n(n+1)}{2}"), (@"\gcd(n, 6)", @"\gcd(n, 12)"),
        ("e^{ix}", @"\cos x + i \sin x"), ("e^{ix}", @"\cos x - i \sin x"), ("i^2", "-1"), ("i^2", "1"), ("(1+i)^2", "2i"), (@"\frac{d}{dx} x^3", "3x^2"), (@"\frac{d}{dx} x^3", "x^2"),
        (@"x \pm 1", @"1 \pm x"), (@"\pm 3", "3, -3"), (@"\pm 3", "3"), ("3, -3", @"\pm 3"), (@"\{3, -3\}", @"\pm 3"), (@"x = \pm 3", "x = 3, x = -3"), (@"x = \pm 3", "x = 3"), ("5", @"\pm 5"), (@"\pm 5", @"\pm 6"),
        ("1, 2", "1, 2"), ("1, 2", "2, 1"), ("(1, 2)", "(1, 2)"), ("(1, 2)", "(2, 1)"), ("(1, 2)", "[1, 2]"), ("(1, 2)", "[1, 3]"), ("1, 2", "(1, 2)"), ("1, 2", "(1, 3)"), (@"\{1, 2\}", @"\{2, 1\}"), (@"\{1, 2\}", "2, 1"), (@"\{1, 2\}", "(2, 1)"), (@"\{1, 2\}", "(1, 2)"),
        (@"\{1, 2, 2\}", @"\{1, 2\}"), (@"\{1, 2\}", @"\{1, 3\}"), (@"\{1\}", "1"), ("1, 2, 3", "1, 2"), ("1, 2", "1, 2, 3"), ("1, 1/0", "1, 1/0"), ("1, 2/0", "1, 1/0"), (@"\{1, 2/0\}", @"\{1, 1/0\}"), (@"\{1, 2\}", @"\{1, 2/0, 2\}"), ("(1, 2), (3, 4)", "(1, 2), (3, 4)"),
        ("(1, 2), (3, 4)", "(3, 4), (1, 2)"), ("1", "1, 2"), ("1, 2", "1"), ("(1, 2, 3)", "(1, 2, 3)"), ("(1, 2, 3)", "[1, 2, 3]"), ("(1, 2, 3)", "(3, 2, 1)"),
        (@"\begin{bmatrix} 1 & 2 \end{bmatrix}", "1, 2"), (@"\begin{bmatrix} 1 & 2 \end{bmatrix}", "1, 3"), ("1, 2", @"\begin{bmatrix} 1 & 2 \end{bmatrix}"), (@"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}", @"\begin{bmatrix} 1 & 2 \\ 3 & 5 \end{bmatrix}"),
        (@"\begin{bmatrix} 1 \\ 2 \end{bmatrix}", "3"), ("3", @"\begin{bmatrix} 1 \\ 2 \end{bmatrix}"), (@"x \begin{bmatrix} 1 \\ 2 \end{bmatrix}", @"\begin{bmatrix} x \\ 2x \end{bmatrix}"),
        ("x = 3", "3"), ("x = 3", "y = 3"), ("y = 2x", "2y = 4x"), ("y = 2x", "y = 3x"), ("x > 2", "2 < x"), ("x > 2", "x < 2"), ("x > 2", @"x \ge 2"), ("x > 2", @"(2, \infty)"), ("x = 1, y = 2", "y = 2, x = 1"), ("x = 1, y = 2", "x = 1"),
        (@"x + 1 = 2 \Rightarrow x = 1", "x = 1"), (@"x + 1 = 2 \Rightarrow x = 1", "1"), (@"2x = 4 \Rightarrow x = 2 \Rightarrow x^2 = 4", "x^2 = 4"), (@"x = 1 \Rightarrow y = 2 = 2", "y = 2"), (@"x = 2 \Rightarrow 5", "5"), (@"x = 2 \Rightarrow 5", "6"),
        ("A^T B", "B^T A"), ("A B", "B A"), ("A B + x", "x + A B"), ("(AB)^T", "B^T A^T"), (@"\infty", @"\infty"), (@"\infty", @"-\infty"), (@"\infty", "5"),
    ];

    private static readonly (string Name, EqualityOptions Options)[] Others =
    [
        ("without order", new() { ListOrder = false }),
        ("intervals", new() { PairsAreIntervals = true }),
        ("positive", new() { Positive = true }),
        ("same domain", new() { SameDomain = true }),
        ("bare values refused", new() { BareValue = false }),
        ("matrices", new() { MatrixNames = new HashSet<string>(StringComparer.Ordinal) { "A", "B" }.ToFrozenSet(StringComparer.Ordinal) }),
        ("few steps", new() { Steps = 20 }),
    ];

    [Test]
    public Task Of_pairs() => Verify(Table(Pairs, EqualityOptions.Default));

    /// <summary>Where an option changes what is decided, or why.</summary>
    [Test]
    public Task By_options()
    {
        var text = new StringBuilder();
        var usual = Pairs.ToDictionary(static pair => pair, static pair => Say(pair, EqualityOptions.Default));
        foreach (var (name, options) in Others)
            text.AppendLine(name).Append(Table([.. Pairs.Where(pair => Say(pair, options) != usual[pair])], options)).AppendLine();
        return Verify(text.ToString());
    }

    [Test]
    public void Of_pairs_the_other_way_round_is_the_same_verdict() => Assert.Multiple(() =>
    {
        foreach (var (gold, answer) in Pairs)
            Assert.That(Decide(answer, gold, EqualityOptions.Default).Verdict, Is.EqualTo(Decide(gold, answer, EqualityOptions.Default).Verdict), $"{gold} and {answer}");
    });

    [TestCase(11, EqualityVerdict.Equal)]
    [TestCase(14, EqualityVerdict.Undecided)]
    public void Nested_lists_are_followed_so_far(int depth, EqualityVerdict expected)
    {
        var (gold, answer) = (Nested("x + 1", depth), Nested("1 + x", depth));
        Assert.That(Equality.Decide(gold, answer).Verdict, Is.EqualTo(expected));

        static Expression Nested(string inner, int depth)
        {
            var expression = Formula.Read(inner).Expression!;
            for (var i = 1; i < depth; i++)
                expression = new Listing(ListingKind.Tuple, [expression, new Symbol("y")]);
            return expression;
        }
    }

    [TestCase(400, EqualityVerdict.Equal)]
    [TestCase(401, EqualityVerdict.Undecided)]
    public void Long_lists_are_compared_so_far(int count, EqualityVerdict expected)
    {
        var numbers = Enumerable.Range(0, count).Select(static number => (Expression)new Number(number)).ToSequence();
        Assert.That(Equality.Decide(new Listing(ListingKind.List, numbers), new Listing(ListingKind.Tuple, numbers)).Verdict, Is.EqualTo(expected));
    }

    private static string Table(IReadOnlyList<(string Gold, string Answer)> pairs, EqualityOptions options) =>
        string.Concat(pairs.Select(pair => $"{pair.Gold}  |  {pair.Answer}{Environment.NewLine}    {Say(pair, options)}{Environment.NewLine}"));

    private static string Say((string Gold, string Answer) pair, EqualityOptions options)
    {
        var decision = Decide(pair.Gold, pair.Answer, options);
        return $"{decision.Verdict} ({decision.Rule}){(decision.Witness is { } witness ? $": {witness}" : "")}";
    }

    private static Decision Decide(string gold, string answer, EqualityOptions options) => Equality.Decide(Formula.Read(gold).Expression!, Formula.Read(answer).Expression!, options);
}
