namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class AnswerComparisonTests
{
    private static ComparisonVerdict Verdict(string gold, string answer, string? mode = null, ComparisonTolerance? tolerance = null, string? syntax = null) =>
        AnswerComparison.Compare(new(gold, answer, mode, tolerance, syntax)).Verdict;

    [TestCase("42", @"So we find \boxed{42}.")]
    [TestCase("42", @"First \boxed{41}, no: the result is \boxed{42}. Done.")]
    [TestCase("42", "After some work we get 6*7 = 42.")]
    [TestCase("42", "**Answer:** 42")]
    [TestCase("42", "The answer is 42 apples.")]
    [TestCase(@"5 \nu \odot L", @"$5_{} \nu \odot L$")]
    [TestCase("x + 1", "$x_{} + 1$")]
    [TestCase("42", @"We know $a = 1$. Hence the width is $\frac{84}{2}$.")]
    [TestCase("x^2", "Therefore, $f(x) = x^2$.")]
    [TestCase("1, 2", @"\boxed{1} and \boxed{2}")]
    [TestCase("1, 2", "The roots are $1$ and $2$.")]
    [TestCase("(2,3)", "The solution is $(x, y) = (2, 3)$.")]
    [TestCase("B", @"The answer is \textbf{(B)}.")]
    [TestCase("28%", @"$\boxed{28 percent}")]
    public void Compare_finds_the_answer_in_prose(string gold, string answer) => Assert.That(Verdict(gold, answer), Is.EqualTo(ComparisonVerdict.Equal));

    [TestCase("42", @"\boxed{42} is wrong, so it is \boxed{43}.")]
    [TestCase("42", "From 42 apples we take 2. The answer is 40.")]
    [TestCase("42", "We get 42 + x.")]
    [TestCase("42", "$42$ is the sum, and the product is $80$.")]
    public void Compare_a_right_number_elsewhere_is_no_answer(string gold, string answer) => Assert.That(Verdict(gold, answer), Is.Not.EqualTo(ComparisonVerdict.Equal));

    [TestCase("x**2 + 2*x", "x(x+2)", true)]
    [TestCase("Rational(3, 4)", "0.75", true)]
    [TestCase("2*x*2", "2x2", true)]
    [TestCase("Sum(x**k, (k, 0, n))", @"\sum_{j=0}^n x^j", true)]
    [TestCase("Interval(0, 1)", "[0,1]", true)]
    [TestCase("Interval(0, 1)", "[0,1)", false)]
    [TestCase("x**2", "x^3", false)]
    public void Compare_python_gold(string gold, string answer, bool equal) =>
        Assert.That(Verdict(gold, answer, "expression", syntax: "python") == ComparisonVerdict.Equal, Is.EqualTo(equal));

    [TestCase("sigfigs", "3", "3.14159", "3.14", true)]
    [TestCase("sigfigs", "3", "3.14159", "3.15", false)]
    [TestCase("decimals", "3", "0.12345", "0.123", true)]
    [TestCase("decimals", "3", "0.12345", "0.12", false)]
    [TestCase("relative", "0.02", "100", "102", true)]
    [TestCase("relative", "0.02", "100", "102.1", false)]
    [TestCase("relative", "0.02", "-100", "100", false)]
    [TestCase("absolute", "0.5", "100", "100.5", true)]
    [TestCase("absolute", "0.5", "100", "100.6", false)]
    [TestCase("absolute", "0.01", "(1, 2)", "(1.001, 1.999)", true)]
    [TestCase("absolute", "0.01", "(1, 2)", "(1.001, 2.2)", false)]
    [TestCase("absolute", "0.01", "[[1, 2], [3, 4]]", "[[1, 2], [3, 4.005]]", true)]
    [TestCase("absolute", "0.01", "[[1, 2], [3, 4]]", "[[1, 2, 3, 4]]", false)]
    [TestCase("relative", "0", @"\sqrt{2}", "1.4142", false)]
    public void Compare_within_a_tolerance(string type, string value, string gold, string answer, bool equal)
    {
        var bound = ((Number)Formula.Read(value).Expression!).Value;
        Assert.That(Verdict(gold, answer, type, new(type, bound)) == ComparisonVerdict.Equal, Is.EqualTo(equal));
    }

    [TestCase("sigfigs", 3, "2.50", true)]
    [TestCase("sigfigs", 3, "2.5", false)]
    [TestCase("sigfigs", 3, "2.500", false)]
    [TestCase("sigfigs", 3, "5/2", false)]
    [TestCase("decimals", 2, "2.50", true)]
    [TestCase("decimals", 2, "2.5", false)]
    public void Compare_digits_written_count_apart_from_accuracy(string type, int digits, string answer, bool equal) =>
        Assert.That(Verdict("2.5", answer, type, new(type, digits, digits)) == ComparisonVerdict.Equal, Is.EqualTo(equal));

    [TestCase(@"\frac13", "0.333", true)]
    [TestCase(@"\frac13", "0.33", false, Description = "two digits")]
    [TestCase(@"\frac13", "0.334", false)]
    [TestCase(@"\frac23", "0.666", false, Description = "cut off")]
    [TestCase("1234.5", "1234", false, Description = "written whole")]
    [TestCase("4.12310563", @"\sqrt{17}", true)]
    [TestCase("4.12310562", @"\sqrt{17}", false)]
    [TestCase("1000,99", "1000.99", true)]
    [TestCase("0,111", "0.111", true)]
    public void Compare_numbers_by_digits_written(string gold, string answer, bool equal) =>
        Assert.That(Verdict(gold, answer, "number") == ComparisonVerdict.Equal, Is.EqualTo(equal));

    [Test]
    public void Compare_formulas_are_exact_in_mode_expression() =>
        Assert.That(Verdict(@"\frac13", "0.333", "expression"), Is.EqualTo(ComparisonVerdict.Different));

    [Test]
    public void Compare_chain_reports_a_false_link()
    {
        var result = AnswerComparison.Compare(new("12", "2 + 2 = 5 = 12", "chain"));
        Assert.That(result.Verdict, Is.EqualTo(ComparisonVerdict.Equal));
        Assert.That(result.Message, Is.EqualTo("2 + 2 = 5 does not hold, at 9"));
    }

    [TestCase("nonsense", null)]
    [TestCase("sigfigs", "percent")]
    public void Compare_unknown_request_is_unreadable(string mode, string? tolerance)
    {
        var result = AnswerComparison.Compare(new("1", "1", mode, tolerance is null ? null : new(tolerance, 1)));
        Assert.That(result.Verdict, Is.EqualTo(ComparisonVerdict.Unreadable));
        Assert.That(result.Message, Does.Contain("is not known"));
    }

    [Test]
    public void Compare_a_readable_prefix_is_not_graded() =>
        Assert.That(Verdict("5", @"5 + \frac{"), Is.EqualTo(ComparisonVerdict.Unreadable));
}
