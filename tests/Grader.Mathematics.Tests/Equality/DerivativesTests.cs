namespace Grader.Mathematics.Tests;

/// <summary>Derivatives that are carried out, and those that stay as they stand.</summary>
[TestFixture]
public sealed class DerivativesTests
{
    private static readonly Expression X = new Symbol("x");

    private static Call F(string function, params Expression[] arguments) => new(function, [.. arguments]);

    private static Call By(Expression formula, params Expression[] variables) => F("derivative", [formula, .. variables]);

    private static IEnumerable<TestCaseData<Expression, string>> Formulas()
    {
        yield return new(X, "1");
        yield return new(new Symbol("y"), "0");
        yield return new(new Negation(X), "-1");
        yield return new(new Sum([X, X, new Number(3)]), "2");
        yield return new(new Product([X, X]), "2x");
        yield return new(new Quotient(new Number(1), X), "-1/x^2");
        yield return new(new Power(X, new Number(3)), "3x^2");
        yield return new(new Power(new Number(2), X), @"2^x \ln 2");
        yield return new(new Power(new Symbol("e"), new Product([new Number(2), X])), "2e^{2x}");
        yield return new(new Power(X, X), @"x^x (\ln x + 1)");
        foreach (var (function, expected) in ((string, string)[])
        [
            ("sin", @"\cos x"), ("cos", @"-\sin x"), ("tan", @"1 + \tan^2 x"), ("exp", "e^x"), ("ln", "1/x"), ("log", "1/x"), ("sqrt", @"\frac{1}{2 \sqrt x}"), ("sinh", @"\cosh x"), ("cosh", @"\sinh x"), ("tanh", @"1 - \tanh^2 x"),
            ("asin", @"\frac{1}{\sqrt{1 - x^2}}"), ("acos", @"-\frac{1}{\sqrt{1 - x^2}}"), ("atan", @"\frac{1}{1 + x^2}"), ("sigmoid", "sigmoid(x)(1 - sigmoid(x))"),
        ])
        {
            yield return new(F(function, X), expected);
            yield return new(F(function, new Product([new Number(3), X])), $"3({expected.Replace("x", "(3x)", StringComparison.Ordinal).Replace("e(3x)p", "exp", StringComparison.Ordinal)})");
        }
    }

    [TestCaseSource(nameof(Formulas))]
    public void Carried_out(Expression formula, string expected)
    {
        var done = Derivatives.CarryOut(By(formula, X));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(Derivatives.Occur(done), Is.False);
        Assert.That(Equality.Decide(Formula.Read(expected).Expression!, done).Verdict, Is.EqualTo(EqualityVerdict.Equal), $"{done}");
    }

    [TestCase(1, "4x^3")]
    [TestCase(2, "12x^2")]
    [TestCase(4, "24")]
    [TestCase(5, "0")]
    public void Several_times(int times, string expected) =>
        Assert.That(Equality.Decide(Formula.Read(expected).Expression!, Derivatives.CarryOut(By(new Power(X, new Number(4)), X, new Number(times)))).Verdict, Is.EqualTo(EqualityVerdict.Equal));

    private static IEnumerable<Expression> Unknown()
    {
        yield return F("f", X);
        yield return new Negation(F("f", X));
        yield return new Sum([X, F("f", X)]);
        yield return new Product([X, F("f", X)]);
        yield return new Quotient(X, F("f", X));
        yield return new Power(F("f", X), new Number(2));
        yield return new Power(new Number(2), F("f", X));
        yield return F("sin", F("f", X));
        yield return F("max", X, new Number(1));
        yield return new BigOperation(BigOperator.Integral, new Symbol("x"), "t", null, null);
        yield return new Sum([.. Enumerable.Repeat(X, 4_001)]);
        yield return Enumerable.Range(0, 62).Aggregate(X, static (inner, _) => new Negation(inner));
    }

    [TestCaseSource(nameof(Unknown))]
    public void What_cannot_be_derived_stays(Expression formula) => Assert.That(Derivatives.CarryOut(By(formula, X)), Is.EqualTo(By(formula, X)));

    [Test]
    public void Inside_other_formulas() =>
        Assert.That(Equality.Decide(Formula.Read("3 + 2x").Expression!, Derivatives.CarryOut(new Sum([new Number(3), By(new Power(X, new Number(2)), X)]))).Verdict, Is.EqualTo(EqualityVerdict.Equal));

    [TestCase(60)]
    public void As_deep_as_formulas_are(int depth) =>
        Assert.That(Derivatives.Occur(Derivatives.CarryOut(By(Enumerable.Range(0, depth).Aggregate(X, static (inner, _) => new Negation(inner)), X))), Is.False);
}
