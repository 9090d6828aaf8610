namespace Grader.Mathematics.Tests;

/// <summary>Which rule decides, and what it says: a verdict that another rule would give by chance is not the same judgement.</summary>
[TestFixture]
public sealed class RuleTests
{
    private const string Integral = @"\int_0^x t dt";

    // Sets with names in them, and what is no set.
    [TestCase(@"[a, b] \cap [c, 2d]", @"[a, b] \cap [c, d + d]", "Equal: elements")]
    [TestCase(@"[a, b] \cap [c, d]", @"[a, b] \cap [c, e_1]", "Undecided: sets with names")]
    [TestCase(@"[a, b] \cup [c, d]", "[a, b]", "Undecided: sets with names")]
    [TestCase(@"[a, b] \cup [c, d]", "(a, b)", "Undecided: sets with names")]
    [TestCase(@"[a, b] \cup [c, d]", "(a, b, c)", "Different: kind")]
    [TestCase(@"[a, b] \cup [c, d]", @"\{a, b\}", "Undecided: sets with names")]
    [TestCase(@"[a, b] \cup [c, d]", "5", "Different: kind")]
    [TestCase("[a, b)", "5", "Different: kind")]
    [TestCase("[a, b)", "(a, b)", "Different: brackets")]
    [TestCase("[a, b)", "[a, b]", "Different: brackets")]
    [TestCase("(a, b]", "(a, b)", "Different: brackets")]
    [TestCase("(a, b]", "[a, b]", "Different: brackets")]
    [TestCase("[a, b)", "[a, b + b - b)", "Equal: elements")]
    [TestCase(@"\{a\} \cap \{f(1), a\}", @"\{a\}", "Equal: elements")]
    [TestCase(@"\{a, b\} \cap \{f(1), a\}", @"\{a\}", "Undecided: sets with names")]
    [TestCase(@"[0, 5) \cup [1, 3]", "[0, 5)", "Equal: intervals")]
    [TestCase(@"[0, 5) \cup [1, 3]", "[0, 5]", "Different: brackets, piece 1")]
    [TestCase(@"[0, 5] \cup [1, 3)", "[0, 5]", "Equal: intervals")]
    [TestCase(@"[0, 5) \cap [1, 5]", "[1, 5)", "Equal: intervals")]
    [TestCase(@"[0, 5) \cap [1, 5]", "[1, 5]", "Different: brackets, piece 1")]
    [TestCase(@"[0, 5] \cap [1, 5)", "[1, 5)", "Equal: intervals")]
    [TestCase(@"[0, 5] \cap [1, 5)", "[1, 5]", "Different: brackets, piece 1")]
    [TestCase(@"(0, 5] \cap [0, 4]", "(0, 4]", "Equal: intervals")]
    [TestCase(@"\mathbb{R}", @"(-\infty, \infty)", "Equal: intervals")]
    [TestCase(@"\mathbb{R} \setminus \{0\}", @"(-\infty, 0) \cup (0, \infty)", "Equal: intervals")]
    // Inequalities and equations, each and in chains.
    [TestCase("5 > 2x", @"x < \frac52", "Equal: intervals")]
    [TestCase("5 > 2x", "x < 5", "Different: ends of intervals, piece 1")]
    [TestCase("x - x < 1", "x < 1", "Different: points")]
    [TestCase("x^2 < 4", "[-2, 2)", "Undecided: inequalities that no rule solves")]
    [TestCase("x^2 < 4", "5", "Different: kind")]
    [TestCase("4", "x = 3 < 4", "Different: kind")]
    [TestCase("x < y", "x < y < z", "Undecided: inequalities that no rule solves")]
    [TestCase("x = y < z", "x = z", "Different: relations")]
    [TestCase("2x = 1, x = 2", "1, 3", "Different: kind")]
    [TestCase("2x > 1, x > 2y", "1, 3", "Undecided: inequalities that no rule solves")]
    [TestCase("2A = [[1, 2]]", "2A = 5", "Different: kind, an array and a number")]
    [TestCase("2A = [[1, 2]]", "2A = [[1, 2]] + [[0, 0]]", "Equal: same formula")]
    // Two doubts are no certainty.
    [TestCase($"({Integral}, {Integral})", @"(\frac{x^2}{2}, \frac{x^2}{2})", "Undecided: elements")]
    [TestCase($"[[{Integral}, 1]]", @"[[\frac{x^2}{2}, 2]]", "Different: entries, row 1, column 2: 1 and 2")]
    [TestCase($"[[{Integral}, 1]]", @"[[\frac{x^2}{2}, 1]]", "Undecided: entries")]
    [TestCase("[[1, 2], [3, 4]]", "[[1, 2]]", "Different: shape, 2x2 and 1x2")]
    [TestCase("[[1, 2], [3, 4]]", "(1, 2)", "Different: shape, 2x2 and 2")]
    [TestCase("x", "y", "Different: names, x and y")]
    // Infinite values.
    [TestCase(@"\sqrt2", @"\infty", "Different: infinity, the answer is infinite")]
    [TestCase(@"\infty", @"\sqrt2", "Different: infinity, the answer is finite")]
    [TestCase(@"\infty + x", @"\infty", "Undecided: infinity in a formula")]
    [TestCase(@"\infty", @"\infty + x", "Undecided: infinity in a formula")]
    [TestCase(@"(-\infty)(-\infty)", @"\infty", "Equal: infinity")]
    [TestCase(@"(-\infty)(-\infty)", @"-\infty", "Different: infinity, infinite with another sign")]
    [TestCase(@"\infty (-\infty)", @"-\infty", "Equal: infinity")]
    [TestCase(@"\infty \cdot 2", @"\infty", "Equal: infinity")]
    [TestCase(@"0 \cdot \infty", @"\infty", "Undecided: infinity in a formula")]
    [TestCase(@"\frac{\infty}{0}", @"\infty", "Undecided: infinity in a formula")]
    [TestCase(@"\infty - \infty", @"\infty", "Undecided: infinity in a formula")]
    public void Of_pairs(string gold, string answer, string expected) => Assert.That(Say(Formula.Read(gold).Expression!, Formula.Read(answer).Expression!), Does.StartWith(expected));

    private static string Say(Expression gold, Expression answer)
    {
        var decision = Equality.Decide(gold, answer);
        return $"{decision.Verdict}: {decision.Rule}{(decision.Witness is null ? "" : ", " + decision.Witness)}";
    }

    private static Listing List(int count, Func<int, Expression> element) => new(ListingKind.List, [.. Enumerable.Range(0, count).Select(element)]);

    [TestCase(400, "Different: length, 400 and 2 elements")]
    [TestCase(401, "Undecided: too many elements")]
    public void Of_long_lists(int count, string expected)
    {
        var (list, two) = (List(count, static i => new Number(i)), List(2, static i => new Number(i)));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(Say(list, two), Is.EqualTo(expected));
        Assert.That(Say(two, list), Does.StartWith(expected[..9]));
    }

    [TestCase(400, "Equal: relations")]
    [TestCase(401, "Undecided: too many elements")]
    public void Of_long_lists_of_relations(int count, string expected)
    {
        static Relation Equation(int value) => new([new Symbol("x"), new Number(value)], [RelationOperator.Equal]);
        var (list, one) = (List(count, static _ => Equation(1)), List(2, static _ => Equation(1)));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(Say(list, one), Is.EqualTo(expected));
        Assert.That(Say(one, list), Is.EqualTo(expected));
    }

    /// <summary>A list in a list in a list; what stands beside does not make it deeper.</summary>
    [TestCase(11, "Different: elements")]
    [TestCase(12, "Undecided: elements")]
    public void Of_nested_lists(int depth, string expected)
    {
        static Expression Nested(int depth, int last) => Enumerable.Range(0, depth).Aggregate((Expression)new Number(last), static (inner, _) => new Listing(ListingKind.Tuple, [inner, new Number(7)]));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(Say(Nested(depth, 1), Nested(depth, 2)), Does.StartWith(expected));
        Assert.That(Say(List(30, _ => Nested(depth - 1, 1)), List(30, _ => Nested(depth - 1, 2))), Does.StartWith(expected));
    }

    [Test]
    public void What_is_no_scalar_is_not_compared_as_one()
    {
        var matrix = new Matrix([[new Number(1)]]);
        Assert.That(new ScalarEquality(EqualityOptions.Default, new(1_000)).Decide(matrix, new Number(1)).Rule, Is.EqualTo("arrays among scalars"));
    }

    [Test]
    public void What_is_too_large_is_not_compared()
    {
        var large = new Sum([.. Enumerable.Repeat<Expression>(new Symbol("x"), 20_001)]);
        Assert.That(new ScalarEquality(EqualityOptions.Default, new(1_000)).Decide(large, new Number(1)).Rule, Is.EqualTo("formula too large"));
    }

    [TestCase("x", true)]
    [TestCase(@"\pi", false)]
    [TestCase("2x", false)]
    [TestCase("x + y", false)]
    [TestCase("AB", true)]
    [TestCase("Ab", false)]
    [TestCase("|AB|", true)]
    [TestCase("f(x)", true)]
    [TestCase("f(x, 2)", true)]
    [TestCase("f(2, \\frac{1}{2})", false)]
    [TestCase(@"\sin x", false)]
    [TestCase(@"\frac{AB}{CD}", true)]
    [TestCase(@"\frac{AB}{2}", false)]
    [TestCase(@"\frac{2}{AB}", false)]
    [TestCase("(x, y)", true)]
    [TestCase("(x, 2)", false)]
    [TestCase("[[a, b], [c, d]]", true)]
    [TestCase("[[a, b], [c, 2]]", false)]
    [TestCase("5", false)]
    public void What_a_name_is(string formula, bool expected) => Assert.That(Naming.IsName(Formula.Read(formula).Expression!), Is.EqualTo(expected));

    [Test]
    public void A_ratio_is_a_name_where_both_are([Values] bool first, [Values] bool second) =>
        Assert.That(Naming.IsName(new Call("ratio", [first ? new Symbol("x") : new Number(2), second ? new Symbol("y") : new Number(3)])), Is.EqualTo(first && second));
}
