using System.Numerics;

namespace Grader.Mathematics.Tests;

/// <summary>What formulas are at one point, in each arithmetic, and why they are nothing there: every judgement of equality rests on it.</summary>
[TestFixture]
public sealed class PointEvaluationTests
{
    private const int Bits = 128;

    private static readonly Dictionary<string, Rational> Values = new(StringComparer.Ordinal)
    {
        ["x"] = 2, ["y"] = 3, ["z"] = Rational.Of(-1, 2), ["a"] = 5, ["n"] = 4,
        ["x_1"] = 10, ["x_2"] = 20, ["x_3"] = 30, ["x_{1,1}"] = 1, ["x_11"] = 1, ["x_12"] = 2, ["x_21"] = 3, ["x_22"] = 4,
        ["unit of length"] = 7, ["unit of foo"] = 9,
    };

    private static Rational? ValueOf(string name) => Values.TryGetValue(name, out var value) ? value : null;

    private static Expression Read(string formula) => Formula.Read(formula).Expression!;

    private static Expression Sum(string body, string variable, Expression lower, Expression upper, BigOperator kind = BigOperator.Sum) => new BigOperation(kind, Read(body), variable, lower, upper);

    private static Number N(Rational value) => new(value);

    private static Call F(string function, params Expression[] arguments) => new(function, [.. arguments]);

    private static Expression Nested(int depth) => Enumerable.Range(0, depth).Aggregate((Expression)N(1), static (inner, _) => new Negation(inner));

    private static IEnumerable<TestCaseData<Expression, string>> Exact()
    {
        foreach (var (formula, expected) in ((string, string)[])
        [
            ("x + y", "5"), ("x - y", "-1"), ("xy", "6"), ("x/y", "2/3"), ("x/(y - 3)", "Undefined"), ("x/\\sqrt2", "Unsupported"), ("\\sqrt2/x", "Unsupported"), ("q", "Unsupported"), ("\\pi", "Unsupported"),
            ("0^0", "1"), ("0^2", "0"), ("0^{-1}", "Undefined"), ("0^{1/2}", "0"), ("0^{-1/2}", "Undefined"),
            ("4^{1/2}", "2"), ("(-4)^{1/2}", "Undefined"), ("(-8)^{1/3}", "-2"), ("8^{-2/3}", "0.25"), ("2^{1/2}", "Unsupported"), ("(4/9)^{3/2}", "8/27"), ("\\sqrt2^2", "Unsupported"), ("2^{\\sqrt2}", "Unsupported"),
            ("1^{10^{30}}", "1"), ("(-1)^{10^{30}}", "1"), ("(-1)^{10^{30} + 1}", "-1"), ("1^{-10^{30}}", "1"), ("2^{10^{30}}", "OverBudget"),
            ("|z|", "0.5"), ("\\lfloor z \\rfloor", "-1"), ("n!", "24"), ("\\binom{n}{x}", "6"), ("\\gcd(6, \\gcd(4, 10))", "2"), ("\\max(x, \\max(y, 1))", "3"), ("\\ln 0", "Undefined"), ("\\sin 0", "0"), ("\\sin 1", "Unsupported"),
            ("f(x)", "Unsupported"), ("x\\%", "0.02"),
        ])
        {
            yield return new(Read(formula), expected);
        }

        yield return new(new Power(N(2), N(Rational.Of(64, 64))), "2");
        yield return new(new Power(N(Rational.Pow(2, 64)), N(Rational.Of(1, 64))), "2");
        yield return new(new Power(N(Rational.Pow(2, 65)), N(Rational.Of(1, 65))), "Unsupported");
        // What is larger than 40,000 bits is not computed.
        yield return new(F("sign", new Power(N(3), N(20_000))), "1");
        yield return new(F("sign", new Power(N(3), N(20_001))), "OverBudget");
        yield return new(F("sign", new Power(N(Rational.Of(1, 3)), N(30_000))), "OverBudget");
        yield return new(F("sign", new Power(N(3), N(-20_000))), "1");
        foreach (var sign in (int[])[1, -1])
        {
            yield return new(F("sign", new Product([new Power(N(2), N(19_999 * sign)), new Power(N(2), N(20_000 * sign))])), "1");
            yield return new(F("sign", new Product([new Power(N(2), N(20_000 * sign)), new Power(N(2), N(20_000 * sign))])), "OverBudget");
        }

        // Sums and products that are written out.
        yield return new(Sum("i", "i", N(1), N(4)), "10");
        yield return new(Sum("i", "i", N(1), N(4), BigOperator.Product), "24");
        yield return new(Sum("i", "i", N(3), N(2)), "0");
        yield return new(Sum("i", "i", N(3), N(2), BigOperator.Product), "1");
        yield return new(Sum("i", "i", new Symbol("x"), new Symbol("n")), "9");
        yield return new(Sum("i", "i", N(Rational.Of(1, 2)), N(4)), "Unsupported");
        yield return new(Sum("i", "i", N(1), N(Rational.Of(9, 2))), "Unsupported");
        yield return new(Sum("q", "i", N(1), N(4)), "Unsupported");
        yield return new(Sum("1", "i", N(1), N(20_001)), "20001");
        yield return new(Sum("1", "i", N(1), N(20_002)), "Unsupported");
        yield return new(Sum("1", "i", N(15_000), N(15_010)), "11");
        yield return new(Sum("x_i", "i", N(1), N(3)), "60");
        yield return new(new BigOperation(BigOperator.Sum, Sum("x_i", "j", N(1), N(2)), "i", N(1), N(3)), "120");
        yield return new(new BigOperation(BigOperator.Sum, Sum("x_{ij}", "j", N(1), N(2)), "i", N(1), N(2)), "10");
        yield return new(new Sum([Sum("x", "x", N(1), N(4)), new Symbol("x")]), "12");
        // What no arithmetic computes.
        foreach (var name in (string[])["plusminus", "minusplus", "setbuilder", "union", "intersection", "setminus"])
            yield return new(F(name, N(1), N(2)), "Unsupported");
        yield return new(new Matrix([[N(1)]]), "Unsupported");
        yield return new(new Listing(ListingKind.Tuple, [N(3)]), "3");
        yield return new(F("cbrt", N(8)), "2");
        yield return new(F("root", N(32), N(5)), "2");
        yield return new(F("ratio", N(1), N(4)), "0.25");
        yield return new(F("ratio", N(1), N(0)), "Undefined");
        // Units are factors.
        yield return new(new Measured(N(3), "m"), "21");
        yield return new(new Measured(N(3), "km"), "21000");
        yield return new(new Measured(N(3), "foo"), "27");
        yield return new(new Measured(N(3), "kg"), "Unsupported");
        yield return new(new Measured(N(3), "bar baz"), "Unsupported");
        yield return new(new Measured(Read("\\sqrt2"), "m"), "Unsupported");
        yield return new(Nested(1_498), "1");
        yield return new(Nested(1_499), "-1");
        yield return new(Nested(1_500), "OverBudget");
        yield return new(new Sum([.. Enumerable.Repeat(Nested(2), 3_000)]), "3000");
    }

    [TestCaseSource(nameof(Exact))]
    public void Exact_values(Expression formula, string expected)
    {
        var status = new PointEvaluation<Rational>(new ExactEngine(ValueOf), new(100_000)).Evaluate(formula, out var value);
        Assert.That(status == PointStatus.Value ? value.ToString() : status.ToString(), Is.EqualTo(expected));
    }

    private static IEnumerable<TestCaseData<Expression, object>> Real()
    {
        foreach (var (formula, expected) in ((string, object)[])
        [
            ("\\sqrt2", Math.Sqrt(2)), ("x/\\sqrt2", Math.Sqrt(2)), ("e^x", Math.Exp(2)), ("\\pi", Math.PI), ("e", Math.E), ("q", PointStatus.Unsupported), ("\\infty", PointStatus.Unsupported),
            ("1/0", PointStatus.Undefined), ("1/(\\sqrt2 - \\sqrt2)", PointStatus.Unknown), ("\\sqrt{-1}", PointStatus.Undefined), ("\\sqrt{\\sqrt2 - \\sqrt2}", PointStatus.Unknown), ("\\sqrt0", 0.0),
            ("0^0", 1.0), ("0^{1/3}", 0.0), ("0^{\\sqrt2}", 0.0), ("0^{-\\sqrt2}", PointStatus.Undefined), ("0^{\\sqrt2 - \\sqrt2}", PointStatus.Undefined), ("\\pi^0", 1.0), ("\\pi^{-2}", Math.Pow(Math.PI, -2)), ("2^{\\sqrt2}", Math.Pow(2, Math.Sqrt(2))),
            ("(-2)^{\\sqrt2}", PointStatus.Undefined), ("(-8)^{1/3}", -2.0), ("(-8)^{2/3}", 4.0), ("(-8)^{1/999}", -Math.Pow(8, 1 / 999.0)), ("(-8)^{1/1001}", PointStatus.Undefined), ("(-8)^{1/4}", PointStatus.Undefined), ("2^{3/2}", Math.Pow(2, 1.5)), ("2^{-3/2}", Math.Pow(2, -1.5)),
            ("(2^{100000})^{500} (2^{100000})^{500} (2^{100000})^{500}", PointStatus.OverBudget), ("(2^{100000})^{100000}", PointStatus.OverBudget), ("1/(2^{100000})^{500}/(2^{100000})^{500}/(2^{100000})^{500}", PointStatus.OverBudget),
            ("|-\\sqrt2|", Math.Sqrt(2)), ("|\\sqrt2 - \\sqrt2|", 0.0), ("\\arcsin 2", PointStatus.Undefined), ("\\arccos 2", PointStatus.Undefined), ("\\arcsin(-1)", -Math.PI / 2), ("\\arcsin \\frac12", Math.PI / 6), ("\\arccos \\frac12", Math.PI / 3),
            ("arcosh(1/2)", PointStatus.Undefined), ("arcosh(-2)", PointStatus.Undefined), ("arcosh(-10^{50})", PointStatus.Undefined), ("arcosh(1)", 0.0), ("arcosh(2)", Math.Acosh(2)), ("arsinh(-2)", Math.Asinh(-2)), ("artanh(1/2)", Math.Atanh(0.5)), ("artanh(1)", PointStatus.Undefined),
            ("\\lfloor \\pi \\rfloor", 3.0), ("\\lceil \\pi \\rceil", 4.0), ("\\lfloor \\sqrt2^2 \\rfloor", PointStatus.Unknown), ("\\sqrt3 \\bmod 1", Math.Sqrt(3) - 1), ("\\sqrt3 \\bmod 0", PointStatus.Undefined),
            ("\\max(\\sqrt2, \\sqrt3, 1)", Math.Sqrt(3)), ("\\min(\\sqrt2, \\sqrt3, 3)", Math.Sqrt(2)), ("f(x)", PointStatus.Unsupported), ("\\ln(-1)", PointStatus.Undefined),
        ])
        {
            yield return new(Read(formula), expected);
        }

        yield return new(F("cbrt", N(2)), Math.Cbrt(2));
        yield return new(F("ratio", Read("\\sqrt2"), N(2)), Math.Sqrt(0.5));
        // The exponent is the bound name, so that powers of a negative number are real.
        yield return new(Sum("(-2)^i", "i", N(1), N(3)), -6.0);
        foreach (var unit in (string[])["°", "deg", "degree", "degrees"])
            yield return new(new Measured(N(180), unit), Math.PI);
        yield return new(new Measured(Read("\\sqrt2"), "%"), Math.Sqrt(2) / 100);
        yield return new(new Measured(Read("\\sqrt2"), "km"), 7000 * Math.Sqrt(2));
        yield return new(new Measured(Read("\\sqrt2"), "kg"), PointStatus.Unsupported);
        yield return new(new BigOperation(BigOperator.Integral, new Symbol("t"), "t", N(0), N(1)), PointStatus.Unsupported);
    }

    /// <summary>A ball holds the value, and is narrow: an arithmetic that loses digits tells nothing apart.</summary>
    [TestCaseSource(nameof(Real))]
    public void Real_values(Expression formula, object expected)
    {
        var budget = new PointBudget(1_000_000);
        var status = new PointEvaluation<Ball>(new BallEngine(ValueOf, Bits, budget), budget).Evaluate(formula, out var ball);
        if (expected is not double value)
        {
            Assert.That(status, Is.EqualTo(expected));
            return;
        }

        Assert.That(status, Is.EqualTo(PointStatus.Value));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(double.Parse(ball.ToText(), System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(value).Within(1e-5 * Math.Max(1e-6, Math.Abs(value))).Or.EqualTo(value).Within(1e-30));
        Assert.That(ball.Radius.IsZero || ball.Exponent + ball.Radius.GetBitLength() < (ball.ContainsZero ? 0 : ball.Magnitude) - Bits + 24, $"{ball}");
    }

    private static IEnumerable<TestCaseData<string, (int Middle, int Radius, int Exponent)[], string>> Wide()
    {
        yield return new("abs", [(1, 2, 0)], "0±3");
        yield return new("abs", [(-3, 2, 0)], "3±2");
        yield return new("abs", [(0, 0, 0)], "0±0");
        foreach (var name in (string[])["max", "min", "re", "conjugate"])
            yield return new(name, [(-3, 2, 0)], "-3±2");
        yield return new("sign", [(1, 2, 0)], "Unknown");
        yield return new("sign", [(-3, 2, 0)], "-1±0");
        yield return new("sign", [(0, 0, 0)], "0±0");
        yield return new("floor", [(1, 1, -1)], "Unknown");
        yield return new("floor", [(5, 1, -2)], "1±0");
        yield return new("ceil", [(6, 1, -2)], "2±0");
        yield return new("round", [(5, 1, -3)], "1±0");
        yield return new("floor", [(3, 0, 2)], "12±0");
        yield return new("floor", [(3, 0, 0)], "3±0");
        yield return new("floor", [(0, 0, 10_000)], "0±0");
        yield return new("floor", [(0, 0, 10_001)], "OverBudget");
        yield return new("max", [(10, 1, 0), (20, 1, 0)], "20±1");
        yield return new("min", [(10, 1, 0), (20, 1, 0)], "10±1");
        yield return new("max", [(20, 1, 0), (10, 1, 0)], "20±1");
        yield return new("erf", [(1, 0, 0)], "Unsupported");
        yield return new("hypot", [(1, 0, 0), (1, 0, 0)], "Unsupported");
    }

    [TestCaseSource(nameof(Wide))]
    public void Functions_of_numbers_known_badly(string function, (int Middle, int Radius, int Exponent)[] arguments, string expected)
    {
        var status = new BallEngine(ValueOf, Bits, new(1_000)).Function(function, [.. arguments.Select(static a => new Ball(a.Middle, a.Radius, a.Exponent))], out var ball);
        Assert.That(status == PointStatus.Value ? $"{ball.Middle * BigInteger.Pow(2, ball.Exponent)}±{ball.Radius * BigInteger.Pow(2, ball.Exponent)}" : status.ToString(), Is.EqualTo(expected));
    }

    /// <summary>The larger of two numbers that may be either may be anything that both may be.</summary>
    [Test]
    public void Extremes_hold_whatever_their_arguments_may_be([Values("max", "min")] string function)
    {
        var missed = from m in Enumerable.Range(-6, 13) from r in Enumerable.Range(0, 6) from other in Enumerable.Range(0, 6)
                     let ball = Extreme(function, (m, r), (1, other))
                     from x in Enumerable.Range(m - r, 2 * r + 1) from y in Enumerable.Range(1 - other, 2 * other + 1)
                     where BigInteger.Abs((function == "max" ? Math.Max(x, y) : Math.Min(x, y)) - ball.Middle) > ball.Radius
                     select $"{m}±{r} and 1±{other}: {ball.Middle}±{ball.Radius} for {x} and {y}";
        Assert.That(missed.Take(5), Is.Empty);
    }

    private static Ball Extreme(string function, (int Middle, int Radius) a, (int Middle, int Radius) b)
    {
        new BallEngine(ValueOf, Bits, new(1_000)).Function(function, [new(a.Middle, a.Radius, 0), new(b.Middle, b.Radius, 0)], out var ball);
        return ball;
    }

    [TestCase("i", 0, 1)]
    [TestCase("(1 + i)^2", 0, 2)]
    [TestCase("(2i)^{-1}", 0, -0.5)]
    [TestCase("i^0", 1, 0)]
    [TestCase("(-4)^{1/2}", 0, 2)]
    [TestCase("0^2", 0, 0)]
    [TestCase("0^{1/2}", 0, 0)]
    [TestCase("|3 + 4i|", 5, 0)]
    [TestCase(@"\sqrt{-4} x", 0, 4)]
    public void Complex_values(string formula, double real, double imaginary)
    {
        var status = new PointEvaluation<Complex>(new ComplexEngine(static name => ValueOf(name)!.Value.ToDouble()), new(1_000)).Evaluate(Read(formula), out var value);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(status, Is.EqualTo(PointStatus.Value));
        Assert.That(value, Is.EqualTo(new Complex(real, imaginary)));
    }

    [TestCase("0^{-1/2}", PointStatus.Undefined)]
    [TestCase("0^i", PointStatus.Undefined)]
    [TestCase("1/0", PointStatus.Undefined)]
    [TestCase(@"\infty", PointStatus.Unsupported)]
    [TestCase("f(x)", PointStatus.Unsupported)]
    [TestCase(@"\max(i, 2)", PointStatus.Unsupported)]
    [TestCase(@"\int_0^1 t dt", PointStatus.Unsupported)]
    [TestCase("10^{400}", PointStatus.Undefined)]
    public void Complex_values_that_are_none(string formula, object expected) =>
        Assert.That(new PointEvaluation<Complex>(new ComplexEngine(static name => ValueOf(name)!.Value.ToDouble()), new(1_000)).Evaluate(Read(formula), out _), Is.EqualTo(expected));

    [TestCase("conjugate", 1, -2)]
    [TestCase("bar", 1, -2)]
    [TestCase("re", 1, 0)]
    [TestCase("im", 2, 0)]
    public void Parts_of_complex_numbers(string function, double real, double imaginary)
    {
        new ComplexEngine(static _ => 0).Function(function, [new Complex(1, 2)], out var value);
        Assert.That(value, Is.EqualTo(new Complex(real, imaginary)));
    }

    /// <summary>For bounds of sums; a value that is no whole number, or too large a one, is no bound.</summary>
    [TestCase("-3", "-3")]
    [TestCase("x + 1", "3")]
    [TestCase("10^9", "1000000000")]
    [TestCase("10^9 + 1", "Unsupported")]
    [TestCase("-10^9", "-1000000000")]
    [TestCase("5/2", "Unsupported")]
    [TestCase("1 + i", "Unsupported")]
    [TestCase("2i", "Unsupported")]
    [TestCase("f(x)", "Unsupported")]
    public void Whole_numbers_among_complex_ones(string formula, string expected)
    {
        var engine = new ComplexEngine(static name => ValueOf(name)!.Value.ToDouble());
        var status = engine.Exact(Read(formula), new(engine, new(1_000)), out var value);
        Assert.That(status == PointStatus.Value ? value.ToString() : status.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Numbers_know_no_integrals() => Assert.Multiple(() =>
    {
        Check(new ExactEngine(ValueOf));
        Check(new BallEngine(ValueOf, Bits, new(1_000)));
        Check(new ComplexEngine(static _ => 0));
        Check(new FieldMatrixEngine(1, static _ => (1, 1), SymbolRoles.Of(), new(1_000)));

        static void Check<T>(IPointEngine<T> engine)
        {
            Assert.That(engine.Opaque("Integral", [], out _), Is.EqualTo(PointStatus.Unsupported));
            Assert.That(engine.Probe(0, out _), Is.EqualTo(PointStatus.Unsupported));
        }
    });

    // In the field, which holds for all functions: the first is the second and not the third.
    [TestCase("x + y", "y + x", "x - y")]
    [TestCase(@"\cos(-x)", @"\cos x", @"-\cos x")]
    [TestCase("|-x|", "|x|", "x")]
    [TestCase(@"\sin(-x)", @"-\sin x", @"\sin x")]
    [TestCase(@"\arctan(-x)", @"-\arctan x", @"\arctan x")]
    [TestCase(@"\arcsin(-x)", @"-\arcsin x", @"\arcsin x")]
    [TestCase(@"\max(x, y)", @"\max(y, x)", @"\min(x, y)")]
    [TestCase(@"\max(x, \max(y, z))", @"\max(\max(z, x), y)", @"\max(x, \min(y, z))")]
    [TestCase(@"\max(x, x)", "x", "y")]
    [TestCase(@"\min(x, x)", "x", "2x")]
    [TestCase(@"\min(x, \min(y, z))", @"\min(z, y, x)", @"\min(x, y)")]
    [TestCase(@"\gcd(x, \gcd(y, z))", @"\gcd(z, y, x)", @"\gcd(x, y)")]
    [TestCase(@"\gcd(x, x)", @"\gcd(x, x, x)", "x")]
    [TestCase("lcm(x, lcm(y, z))", "lcm(z, y, x)", "lcm(x, y)")]
    [TestCase("x^{3/1000}", "(x^{1/1000})^3", "x^{1/1000}")]
    [TestCase("(x - x)^0", "1", "0")]
    [TestCase("(x - x)^2", "0", "1")]
    [TestCase("f(x) + f(y)", "f(y) + f(x)", "f(x + y)")]
    [TestCase("f(x, y)", "f(x, y)", "f(y, x)")]
    public void In_the_field(string formula, string same, string other)
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(InField(Read(formula)), Is.EqualTo(InField(Read(same))));
        Assert.That(InField(Read(formula)), Is.Not.EqualTo(InField(Read(other))));
    }

    [TestCase("x/(y - y)", "Undefined")]
    [TestCase("(x - x)^{-1}", "Undefined")]
    [TestCase("(x - x)^y", "Unknown")]
    [TestCase(@"\infty", "Unsupported")]
    [TestCase(@"\pm x", "Unsupported")]
    public void Nothing_in_the_field(string formula, string expected) => Assert.That(InField(Read(formula)), Is.EqualTo(expected));

    [TestCase("plusminus")]
    [TestCase("minusplus")]
    [TestCase("setbuilder")]
    [TestCase("union")]
    [TestCase("intersection")]
    [TestCase("setminus")]
    public void What_is_no_number_is_none_in_the_field(string function) => Assert.That(InField(F(function, N(1), N(2))), Is.EqualTo("Unsupported"));

    [Test]
    public void Roots_of_high_order_are_unknown_in_the_field() => Assert.That(InField(Read("x^{3/1001}")), Is.Not.EqualTo(InField(Read("(x^{1/1001})^3"))));

    private static string InField(Expression formula)
    {
        var status = new PointEvaluation<ulong>(new FieldEngine(7, SymbolRoles.Of(), new(1_000)), new(1_000)).Evaluate(formula, out var value);
        return status == PointStatus.Value ? $"{value}" : $"{status}";
    }

    private static BigOperation Integral(string body, string variable, Expression? lower = null, Expression? upper = null) => Integral(Read(body), variable, lower, upper);

    private static BigOperation Integral(Expression body, string variable, Expression? lower = null, Expression? upper = null) => new(BigOperator.Integral, body, variable, lower, upper);

    private static IEnumerable<TestCaseData<Expression, Expression, bool>> Integrals()
    {
        var (zero, one) = (N(0), N(1));
        yield return new(Integral("t", "t", zero, one), Integral("s", "s", zero, one), true);
        yield return new(Integral("t", "t"), Integral("s", "s"), false);
        yield return new(Integral("t", "t"), Integral("t", "t"), true);
        yield return new(Integral("t", "t", zero, one), Integral("t^2", "t", zero, one), false);
        yield return new(Integral("t", "t", zero, one), Integral("t", "t", one, zero), false);
        yield return new(Integral("t", "t", zero), Integral("t", "t", null, zero), false);
        yield return new(Integral("t", "t", zero), Integral("t", "t"), false);
        yield return new(Integral("t", "t", zero), Integral("t", "t", zero, zero), false);
        yield return new(Integral("t", "t", zero, one), new BigOperation(BigOperator.Sum, Read("t"), "t", zero, new Symbol("q")), false);
        // The name is bound inside only.
        yield return new(new Sum([Integral("t", "t", zero, one), new Symbol("t")]), new Sum([Integral("s", "s", zero, one), new Symbol("t")]), true);
        yield return new(new Sum([Integral("t", "t", zero, one), new Symbol("t")]), new Sum([Integral("t", "t", zero, one), new Symbol("s")]), false);
        // Indices that are bound.
        yield return new(Integral("x_t", "t", zero, one), Integral("x_s", "s", zero, one), true);
        yield return new(Integral(Integral("x_t", "t", zero, one), "s", zero, one), Integral(Integral("x_s", "s", zero, one), "t", zero, one), true);
        yield return new(Integral(Integral("x_t", "t", zero, one), "s", zero, one), Integral(Integral("x_s", "t", zero, one), "s", zero, one), false);
    }

    [TestCaseSource(nameof(Integrals))]
    public void Integrals_in_the_field(Expression one, Expression other, bool same) => Assert.That(InField(one) == InField(other), Is.EqualTo(same), $"{one} and {other}: {InField(one)}");
}
