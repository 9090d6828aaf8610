namespace Grader.Mathematics.Tests;

/// <summary>Laws of matrices, at random ones over the prime field: capitals are 3 by 3, x and y columns, other names scalars.</summary>
[TestFixture]
public sealed class FieldMatrixTests
{
    private static (int Rows, int Columns) ShapeOf(string name) => char.IsUpper(name[0]) ? (3, 3) : name is "x" or "y" ? (3, 1) : (1, 1);

    private static string At(string formula)
    {
        var engine = new FieldMatrixEngine(11, ShapeOf, SymbolRoles.Of(), new(10_000));
        var status = new PointEvaluation<FieldMatrix>(engine, new(10_000)).Evaluate(Formula.Read(formula).Expression!, out var value);
        return status == PointStatus.Value ? $"{value.Rows}x{value.Columns}: {string.Join(' ', value.Entries)}" : $"{status}";
    }

    [TestCase("A + B", "B + A", "A - B")]
    [TestCase("A(BC)", "(AB)C", "A(CB)")]
    [TestCase("A(B + C)", "AB + AC", "BA + CA")]
    [TestCase("(AB)^T", "B^T A^T", "A^T B^T")]
    [TestCase("(AB)^{-1}", "B^{-1} A^{-1}", "A^{-1} B^{-1}")]
    [TestCase("A A^{-1}", "I", "A")]
    [TestCase("A^{-2} A^2", "I", "-I")]
    [TestCase("A^3", "AAA", "A^2")]
    [TestCase("A^0", "I", "A")]
    [TestCase("(A - A)^0", "I", "A - A")]
    [TestCase(@"\mathrm{tr}(AB)", @"\mathrm{tr}(BA)", @"\mathrm{tr}(A) \mathrm{tr}(B)")]
    [TestCase(@"\mathrm{tr}(A^T)", @"\mathrm{tr}(A)", @"\mathrm{tr}(A^2)")]
    [TestCase(@"\det(AB)", @"\det(A) \det(B)", @"\det(A) + \det(B)")]
    [TestCase(@"\det(A^T)", @"\det A", @"-\det A")]
    [TestCase(@"A \odot B", @"B \odot A", "AB")]
    [TestCase(@"x \odot y", @"y \odot x", "x^T y")]
    [TestCase("x^T y", "y^T x", "x y^T")]
    [TestCase("aAx", "Aax", "Ax")]
    [TestCase("Ax/a", "a^{-1} A x", "aAx")]
    [TestCase(@"\sin(-A)", @"-\sin(A)", @"\sin(B)")]
    public void Laws(string formula, string same, string other)
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(At(formula), Does.Contain(':').And.EqualTo(At(same)));
        Assert.That(At(formula), Is.Not.EqualTo(At(other)));
    }

    [TestCase("A + a", "Unsupported")]
    [TestCase("A + x", "Unsupported")]
    [TestCase("xA", "Unsupported")]
    [TestCase("xy", "Unsupported")]
    [TestCase("A/B", "Unsupported")]
    [TestCase("A/(a - a)", "Undefined")]
    [TestCase("(A - A)^{-1}", "Undefined")]
    [TestCase("A^a", "Unsupported")]
    [TestCase("x^2", "Unsupported")]
    [TestCase("A^{51}", "Unsupported")]
    [TestCase("A^{-51}", "Unsupported")]
    [TestCase(@"A \odot x", "Unsupported")]
    [TestCase(@"x \odot x^T", "Unsupported")]
    [TestCase(@"\infty", "Unsupported")]
    [TestCase("f(A, B)", "Unsupported")]
    public void No_values(string formula, string expected) => Assert.That(At(formula), Is.EqualTo(expected));

    [TestCase("A^{50}")]
    [TestCase("A^{-50}")]
    public void Powers_of_up_to_fifty(string formula) => Assert.That(At(formula), Does.StartWith("3x3: "));

    [TestCase("3", "3")]
    [TestCase("a", "Unsupported")]
    public void Exponents_are_numbers_as_they_stand(string formula, string expected)
    {
        var engine = new FieldMatrixEngine(11, ShapeOf, SymbolRoles.Of(), new(10_000));
        var status = engine.Exact(Formula.Read(formula).Expression!, new(engine, new(10_000)), out var value);
        Assert.That(status == PointStatus.Value ? value.ToString() : status.ToString(), Is.EqualTo(expected));
    }
}
