using System.Collections.Frozen;

namespace Grader.Mathematics.Tests;

/// <summary>Formulas in names of matrices: which names are columns, rows or scalars is read from where they stand.</summary>
[TestFixture]
public sealed class NonCommutingEqualityTests
{
    private static Decision Decide(string gold, string answer, params string[] matrices) =>
        new NonCommutingEquality(new() { MatrixNames = matrices.ToFrozenSet(StringComparer.Ordinal) }, new(100_000)).Decide(Formula.Read(gold).Expression!, Formula.Read(answer).Expression!);

    [TestCase("AB", "AB", "Equal: random matrices")]
    [TestCase("AB", "BA", "Different: random matrices")]
    [TestCase("(AB)^T", "B^T A^T", "Equal: random matrices")]
    // Of other shapes, both ways.
    [TestCase("x x^T", "x^T x", "Different: shape, 3x3 and 1x1 for matrices of three rows")]
    [TestCase("A", "x", "Different: shape, 3x3 and 3x1 for matrices of three rows")]
    [TestCase("x^T", "A", "Different: shape, 1x3 and 3x3 for matrices of three rows")]
    // A divisor is a scalar, on whichever side it is one.
    [TestCase("A x/n", "A x n^{-1}", "Equal: random matrices")]
    [TestCase("A x n^{-1}", "A x/n", "Equal: random matrices")]
    [TestCase("A x/n", "A x n", "Different: random matrices")]
    [TestCase(@"\frac{1}{n} X^T (Xw - y)", @"X^T (Xw - y)/n", "Equal: random matrices")]
    // Greek letters are scalars where they are not transposed.
    [TestCase(@"\alpha A x", @"A x \alpha", "Equal: random matrices")]
    [TestCase(@"\theta^T x", @"x^T \theta", "Equal: random matrices")]
    [TestCase(@"\theta^T x \theta", @"\theta \theta^T x", "Equal: random matrices")]
    [TestCase(@"\theta_1 A + \theta^T \theta B", @"A \theta_1 + \theta^T \theta B", "Equal: random matrices")]
    [TestCase(@"x \theta^T", @"\theta^T x", "Different: shape, 3x3 and 1x1 for matrices of three rows")]
    [TestCase(@"A \pi x", @"\pi A x", "Equal: random matrices")]
    // Only names that are transposed are columns, where the shapes fit no other way.
    [TestCase("1 + b x^T x", "x^T x b + 1", "Equal: random matrices")]
    [TestCase("1 + b x^T x", "1 + x^T x", "Different: random matrices")]
    // Functions go entry by entry, and are not known.
    [TestCase(@"f(A) B", @"f(A) B", "Equal: random matrices")]
    [TestCase(@"f(A) B", @"B f(A)", "Undecided: unknown functions of matrices")]
    [TestCase("A + 1", "1 + A", "Undecided: shapes that do not fit")]
    public void Of_pairs(string gold, string answer, string expected)
    {
        var decision = Decide(gold, answer);
        Assert.That($"{decision.Verdict}: {decision.Rule}{(decision.Witness is null ? "" : ", " + decision.Witness)}", Is.EqualTo(expected));
    }

    [TestCase("w v", "w v", EqualityVerdict.Equal)]
    [TestCase("w v", "v w", EqualityVerdict.Different)]
    public void Named_matrices(string gold, string answer, EqualityVerdict expected) => Assert.That(Decide(gold, answer, "w", "v").Verdict, Is.EqualTo(expected));

    [Test]
    public void It_says_when_the_budget_is_spent() =>
        Assert.That(new NonCommutingEquality(EqualityOptions.Default, new(5)).Decide(Formula.Read("A B A B A B").Expression!, Formula.Read("B A B A B A").Expression!).Rule, Is.EqualTo("budget spent"));

    [Test]
    public void It_says_when_a_formula_is_too_large()
    {
        var large = new Sum([.. Enumerable.Repeat<Expression>(new Symbol("A"), 20_001)]);
        Assert.That(new NonCommutingEquality(EqualityOptions.Default, new(5)).Decide(large, large).Rule, Is.EqualTo("formula too large"));
    }
}
