using CsCheck;

namespace Grader.Mathematics.Tests;

[TestFixture]
public sealed class PropertyTests
{
    [Test]
    public void Ascii_is_read_back_as_it_was() =>
        Expressions.Any.Hold(static expression => Formula.Read(AsciiPrinter.Print(expression)).Expression == expression, 10_000, AsciiPrinter.Print);

    [Test]
    public void Latex_is_read_back_as_it_was() =>
        Expressions.Any.Hold(static expression => Formula.Read(LatexPrinter.Print(expression)).Expression == expression, 10_000, LatexPrinter.Print);

    [Test]
    public void MathML_is_well_formed() =>
        Expressions.Any.Hold(static expression => System.Xml.Linq.XElement.Parse(MathMLPrinter.Print(expression)).Name.LocalName == "math", 5_000);

    [Test]
    public void Equality_is_reflexive() =>
        Expressions.Scalar.Hold(static expression => Equality.Decide(expression, Formula.Read(expression.ToString()).Expression!).Verdict != EqualityVerdict.Different, 10_000, AsciiPrinter.Print);

    [Test]
    public void Equality_is_symmetric() =>
        Gen.Select(Expressions.Scalar, Expressions.Scalar).Hold(static pair => !Contradict(Equality.Decide(pair.Item1, pair.Item2).Verdict, Equality.Decide(pair.Item2, pair.Item1).Verdict), 5_000);

    private static bool Contradict(EqualityVerdict one, EqualityVerdict other) => one != other && one != EqualityVerdict.Undecided && other != EqualityVerdict.Undecided;

    [Test]
    public void Reordered_and_expanded_formulas_are_equal() =>
        Gen.Select(Expressions.Scalar, Expressions.Scalar, Expressions.Scalar).Hold(
            static drawn =>
            {
                var (a, b, c) = drawn;
                return Equality.Decide(new Product([a, new Sum([b, c])]), new Sum([new Product([c, a]), new Product([b, a])])).Verdict != EqualityVerdict.Different;
            },
            3_000);

    /// <summary>What a change of one operator, number or name gives is never called equal unless values at points of its own contradict it nowhere.</summary>
    [Test]
    public void Changed_formula_is_not_equal() =>
        Gen.Select(Expressions.Scalar, Gen.Int[0, 1000]).Hold(
            static drawn =>
            {
                var (expression, seed) = drawn;
                var changed = Mutations.ChangeOne(expression, seed);
                return Equality.Decide(expression, changed, new() { SameDomain = true }).Verdict != EqualityVerdict.Equal || AgreeAtAPoint(expression, changed);
            },
            10_000);

    private static bool AgreeAtAPoint(Expression one, Expression other)
    {
        // A sine of π is noise in doubles, and zero to the balls that decide.
        if (one.ToString().Contains("pi") || other.ToString().Contains("pi"))
            return true;
        // So is the sine of a large number.
        if (!HasNames(one) && !HasNames(other))
            return true;
        foreach (var shift in (int[])[3, 7, 12])
        {
            var left = Evaluator.Evaluate(one, name => name == "pi" ? null : new Exact(Rational.Of(shift + name.Sum(static c => c), 17)));
            var right = Evaluator.Evaluate(other, name => name == "pi" ? null : new Exact(Rational.Of(shift + name.Sum(static c => c), 17)));
            if (left.Value is Exact a && right.Value is Exact b && a != b)
                return false;
            if (left.Value is Exact or Approximate && right.Value is Exact or Approximate && Math.Abs(Real(left.Value) - Real(right.Value)) > 1e-9 + 1e-6 * Math.Abs(Real(left.Value)))
                return false;
        }

        return true;
    }

    private static bool HasNames(Expression expression) => expression is Symbol || Children.Of(expression).Items.Any(HasNames);

    private static double Real(Value? value) => value switch { Exact exact => exact.Number.ToDouble(), Approximate approximate => approximate.Number, _ => double.NaN };
}
