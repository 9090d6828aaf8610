namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class EqualityTests
{
    private static Expression Read(string text) => Formula.Read(text).Expression!;

    private static Decision Decide(string gold, string answer, EqualityOptions? options = null) => Equality.Decide(Read(gold), Read(answer), options);

    [TestCase("x + 1", "1 + x", "random points")]
    [TestCase("0.5", @"\frac12", "exact value")]
    [TestCase(@"\sqrt{3 + 2\sqrt2}", @"1 + \sqrt2", "real points")]
    [TestCase(@"\sin(\pi)", "0", "real points")]
    [TestCase(@"e^{i\pi}", "-1", "complex points")]
    [TestCase("(1+i)^2", "2i", "random points")]
    [TestCase("(n+1)!", "(n+1) n!", "exact points")]
    [TestCase("y = 2x", "2y = 4x", "equation up to scale")]
    [TestCase("(x+y+z)^{200}", "(z+y+x)^{200}", "random points")]
    [TestCase("(AB)^T", "B^T A^T", "random matrices")]
    [TestCase("x + y = 3, x - y = 1", "x = 2, y = 1", "linear system")]
    public void Decide_equal_by_rule(string gold, string answer, string rule)
    {
        var decision = Decide(gold, answer);
        Assert.That((decision.Verdict, decision.Rule), Is.EqualTo((EqualityVerdict.Equal, rule)));
    }

    [TestCase("x^2", "x^3")]
    [TestCase("2", "3")]
    [TestCase(@"\sqrt2", "1.41421356237309504880168872420969807857")]
    [TestCase(@"\sin x", @"\cos x")]
    public void Decide_different_has_a_witness(string gold, string answer)
    {
        var decision = Decide(gold, answer);
        Assert.That(decision.Verdict, Is.EqualTo(EqualityVerdict.Different));
        Assert.That(decision.Witness, Is.Not.Null.And.Not.Empty);
    }

    // Checkers that compare doubles, floors or prefixes accept these.
    [TestCase(@"\frac{1}{2^{99}}", @"\frac{1}{2^{98}}")]
    [TestCase("(x-a)^{6000}", "(x-a)^{5999}")]
    [TestCase("0", @"\sin(10^{-200})")]
    [TestCase("x", "x + 10^{-300}")]
    [TestCase("10^{1000}", "10^{1000} + 1")]
    [TestCase(@"\ln(1 + 10^{-40})", "10^{-40}")]
    [TestCase("|x + 50|", "x + 50")]
    [TestCase(@"\sqrt{(x+50)^2}", "x + 50")]
    [TestCase(@"\max(x, -100)", "x")]
    [TestCase(@"\min(x, 1500)", "x")]
    [TestCase(@"\min(y, 1500)", "y")]
    [TestCase(@"\max(x, -2500)", "x")]
    [TestCase(@"\max(y, -2500)", "y")]
    [TestCase(@"\lfloor x \rfloor", "x")]
    [TestCase(@"\lfloor x \rfloor", @"\lfloor x + 10^{-6} \rfloor")]
    [TestCase(@"\lfloor x \rfloor", @"\lceil x \rceil")]
    public void Decide_tiny_differences_are_differences(string gold, string answer) =>
        Assert.That(Decide(gold, answer).Verdict, Is.EqualTo(EqualityVerdict.Different));

    [TestCase("9^{9^{9^9}}", "5")]
    [TestCase("100000000!", "5")]
    [TestCase(@"\frac{1}{0}", @"\frac{1}{0}")]
    [TestCase(@"\int_0^1 x^x dx", "0.78")]
    [TestCase(@"\lfloor \sin x + y \rfloor", @"\lfloor \sin x + y + 10^{-9} \rfloor")]
    public void Decide_doubt_is_undecided(string gold, string answer) =>
        Assert.That(Decide(gold, answer).Verdict, Is.EqualTo(EqualityVerdict.Undecided));

    [Test]
    public void Decide_matrices_say_which_entries_differ()
    {
        var decision = Decide("[[1, 2, 3], [4, 5, 6]]", "[[1, 0, 3], [4, 5, 7]]");
        Assert.That(decision.Verdict, Is.EqualTo(EqualityVerdict.Different));
        Assert.That(decision.Entries.Items.Select(entry => (entry.Row, entry.Column)), Is.EqualTo([(1, 2), (2, 3)]));
        Assert.That(decision.Witness, Is.EqualTo("row 1, column 2: 2 and 0"));
    }

    [Test]
    public void Decide_shapes_come_first() =>
        Assert.That(Decide("[[1, 2]]", "[[1], [2]]") is { Verdict: EqualityVerdict.Different, Rule: "shape" });

    [Test]
    public void Decide_positive_names_is_an_option()
    {
        Assert.That(Decide(@"\sqrt{x^2}", "x").Verdict, Is.EqualTo(EqualityVerdict.Different));
        Assert.That(Decide(@"\sqrt{x^2}", "x", new() { Positive = true }).Verdict, Is.EqualTo(EqualityVerdict.Equal));
    }

    [Test]
    public void Decide_same_domain_is_an_option()
    {
        Assert.That(Decide(@"\ln(x^2)", @"2\ln x").Verdict, Is.EqualTo(EqualityVerdict.Equal));
        Assert.That(Decide(@"\ln(x^2)", @"2\ln x", new() { SameDomain = true }).Verdict, Is.EqualTo(EqualityVerdict.Undecided));
    }

    [Test]
    public void Decide_bare_value_is_an_option()
    {
        Assert.That(Decide("x = 3", "3").Verdict, Is.EqualTo(EqualityVerdict.Equal));
        Assert.That(Decide("x = 3", "3", new() { BareValue = false }).Verdict, Is.EqualTo(EqualityVerdict.Different));
    }

    [Test]
    public void Decide_matrix_names_do_not_commute()
    {
        Assert.That(Decide("AB", "BA").Verdict, Is.EqualTo(EqualityVerdict.Equal));
        Assert.That(Decide("AB", "BA", new() { MatrixNames = ["A", "B"] }).Verdict, Is.EqualTo(EqualityVerdict.Different));
    }
}
