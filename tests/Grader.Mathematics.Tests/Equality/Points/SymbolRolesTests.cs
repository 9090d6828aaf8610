using System.Globalization;

namespace Grader.Mathematics.Tests;

/// <summary>Which names a formula has and what its parts ask of the arithmetic: this decides which rules may judge it.</summary>
[TestFixture]
public sealed class SymbolRolesTests
{
    private static readonly Expression N = new Symbol("n");
    private static readonly Expression X = new Symbol("x");

    private static Number Whole(int value) => new(value);

    private static IEnumerable<TestCaseData<Expression, string>> Formulas()
    {
        yield return new(X, "x");
        yield return new(new Sum([X, new Negation(new Symbol("y")), X]), "x y");
        yield return new(new Quotient(X, new Symbol("y")), "x y");
        yield return new(new Symbol("pi"), "functions");
        yield return new(new Power(X, Whole(2)), "x");
        yield return new(new Power(X, new Number(Rational.Of(1, 2))), "x functions");
        yield return new(new Power(X, N), "x n:whole functions");
        yield return new(new Measured(Whole(90), "°"), "functions");
        yield return new(new Measured(X, "m"), "x");
        yield return new(new Sum([new Call("sin", [X]), new Measured(Whole(90), "°")]), "x functions");
        yield return new(new BigOperation(BigOperator.Sum, X, "i", Whole(1), Whole(3)), "x functions");
        yield return new(new BigOperation(BigOperator.Sum, new Product([new Symbol("i"), X]), "i", N, new Symbol("m")), "n:small m:small x functions");
        yield return new(new BigOperation(BigOperator.Product, new Symbol("i"), "i", N, new Symbol("m")), "n:small m:small functions");
        yield return new(new BigOperation(BigOperator.Integral, new Symbol("t"), "t", N, new Symbol("m")), "n m functions");
        yield return new(new BigOperation(BigOperator.Integral, new Symbol("t"), "t", null, null), "functions");
        yield return new(new Sum([new BigOperation(BigOperator.Sum, new Symbol("i"), "i", Whole(1), Whole(3)), new Symbol("i")]), "i functions");
        yield return new(new Matrix([[X, new Symbol("y")]]), "x y arrays");
        yield return new(new Listing(ListingKind.Tuple, [X]), "x");
        yield return new(new Listing(ListingKind.Tuple, [X, new Symbol("y")]), "x y arrays");
        yield return new(new Listing(ListingKind.Tuple, [new Listing(ListingKind.Tuple, [X, X]), X]), "x arrays");
        yield return new(new Interval(X, new Symbol("y"), ContainsLower: true, ContainsUpper: false), "x y");
        yield return new(new Relation([X, new Symbol("y")], [RelationOperator.Less]), "x y");
        foreach (var name in (string[])["transpose", "hadamard", "kronecker", "det", "trace", "vec"])
        {
            yield return new(new Call(name, [X]), "x functions arrays");
            yield return new(new Call(name, [new Call(name, [X])]), "x functions arrays");
        }

        foreach (var name in (string[])["sin", "abs", "gcdx"])
            yield return new(new Call(name, [X]), "x functions");
        yield return new(new Call("sign", [X]), "x functions steps");
        foreach (var name in (string[])["floor", "ceil", "round", "modulo"])
            yield return new(new Call(name, [X]), "x functions steps whole functions");
        foreach (var name in (string[])["gcd", "lcm"])
            yield return new(new Call(name, [X]), "x functions whole functions");
        foreach (var name in (string[])["factorial", "binomial"])
        {
            yield return new(new Call(name, [N]), "n:small functions whole functions");
            yield return new(new Call(name, [new Power(Whole(2), N)]), "n:small functions whole functions");
            yield return new(new Call(name, [new Call("exp", [N])]), "n:small functions whole functions");
        }

        yield return new(new Call("exp", [N]), "n:whole functions");
        yield return new(new Product([N, new Power(Whole(2), N)]), "n:whole functions");
        yield return new(new Product([new Call("factorial", [N]), new Power(Whole(2), N)]), "n:small functions whole functions");
        yield return new(new Product([new Power(Whole(2), N), new Call("factorial", [N])]), "n:small functions whole functions");
    }

    [TestCaseSource(nameof(Formulas))]
    public void Of_formulas(Expression formula, string expected) => Assert.That(Describe(SymbolRoles.Of(formula)), Is.EqualTo(expected));

    private static string Describe(SymbolRoles roles)
    {
        var parts = roles.Names.Select(name => name + Kind(roles, name)).ToList();
        if (roles.HasFunctions)
            parts.Add("functions");
        if (roles.HasArrays)
            parts.Add("arrays");
        if (roles.HasSteps)
            parts.Add("steps");
        if (roles.HasWholeFunctions)
            parts.Add("whole functions");
        if (roles.IsTooLarge)
            parts.Add("too large");
        Assert.That(roles.HasWhole, Is.EqualTo(parts.Exists(static part => part.Contains(':', StringComparison.Ordinal))));
        return string.Join(' ', parts);
    }

    /// <summary>Small whole numbers have one digit, so that their factorials can be computed.</summary>
    private static string Kind(SymbolRoles roles, string name)
    {
        var values = Enumerable.Range(0, 200).Select(seed => roles.WholeValue(name, (ulong)seed)).ToList();
        if (values.TrueForAll(static value => value is null))
            return "";
        Assert.That(values, Has.All.Matches<Rational?>(static value => value is { IsInteger: true, Sign: > 0 }), name);
        return values.TrueForAll(static value => value <= 9) ? ":small" : values.TrueForAll(static value => value >= 3) ? ":whole" : ":?";
    }

    [TestCase(19_999, ExpectedResult = false)]
    [TestCase(20_000, ExpectedResult = true)]
    public bool Of_many_terms_it_gives_up(int terms) => SymbolRoles.Of(new Sum([.. Enumerable.Repeat(X, terms)])).IsTooLarge;

    [TestCase(1_499, ExpectedResult = "x")]
    [TestCase(1_500, ExpectedResult = "too large")]
    public string Of_deep_formulas_it_gives_up(int depth) => Describe(SymbolRoles.Of(Enumerable.Range(0, depth).Aggregate(X, static (inner, _) => new Negation(inner))));

    [Test]
    public void Depth_is_that_of_one_branch() =>
        Assert.That(SymbolRoles.Of(new Sum([.. Enumerable.Range(0, 3_000).Select(static i => new Negation(new Symbol("x" + i.ToString(CultureInfo.InvariantCulture))))])).Names, Has.Count.EqualTo(3_000));
}
