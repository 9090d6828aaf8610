namespace Grader.Mathematics.Tests;

/// <summary>Operations on arrays of formulas, carried out: what comes out, and what is said where nothing does.</summary>
[TestFixture]
public sealed class ArraysTests
{
    private static readonly Expression Ragged = new Matrix([[new Number(1)], [new Number(1), new Number(2)]]);
    private static readonly Expression Row = List(3, 4);
    private static readonly Expression Square = Of([1, 2], [3, 4]);

    private static Listing List(params int[] values) => new(ListingKind.Tuple, [.. values.Select(static value => (Expression)new Number(value))]);

    private static Matrix Of(params int[][] rows) => new([.. rows.Select(static row => (Sequence<Expression>)[.. row.Select(static value => (Expression)new Number(value))])]);

    private static Call F(string function, params Expression[] arguments) => new(function, [.. arguments]);

    private static Matrix Zeros(int rows, int columns) => Of([.. Enumerable.Repeat(new int[columns], rows)]);

    private static IEnumerable<TestCaseData<Expression, string>> Operations()
    {
        yield return new(Square, "2x2: 1 2 3 4");
        yield return new(Row, "2: 3 4");
        yield return new(new Listing(ListingKind.List, [new Number(1), new Number(2)]), "2: 1 2");
        yield return new(new Listing(ListingKind.Set, [new Number(1), new Number(2)]), "scalar ?");
        yield return new(new Number(5), "scalar 5");
        yield return new(new Negation(Square), "2x2: -1 -2 -3 -4");
        yield return new(new Negation(new Number(5)), "scalar -5");
        yield return new(new Sum([Square, Square, Square]), "2x2: 3 6 9 12");
        yield return new(new Sum([new Number(1), new Number(2)]), "scalar 3");
        yield return new(new Sum([Row, Row]), "2: 6 8");
        yield return new(new Sum([Row, Of([1], [2])]), "2x1: 4 6");
        yield return new(new Sum([Of([1], [2]), Row]), "2x1: 4 6");
        yield return new(new Sum([Row, Of([1, 2])]), "shapes that do not match");
        yield return new(new Sum([new Number(1), Square]), "shapes that do not match");
        yield return new(new Sum([Square, new Number(1)]), "shapes that do not match");
        yield return new(new Sum([Square, Of([1, 2, 3], [4, 5, 6])]), "shapes that do not match");
        yield return new(new Product([new Number(2), Square]), "2x2: 2 4 6 8");
        yield return new(new Product([Square, new Number(2)]), "2x2: 2 4 6 8");
        yield return new(new Product([new Number(2), new Number(3)]), "scalar 6");
        yield return new(new Product([Square, Square]), "2x2: 7 10 15 22");
        yield return new(new Product([Row, Square]), "2: 15 22");
        yield return new(new Product([Square, Row]), "2: 11 25");
        yield return new(new Product([Row, Row]), "scalar 25");
        yield return new(new Product([Of([1], [2]), Of([3, 4, 5])]), "2x3: 3 4 5 6 8 10");
        yield return new(new Product([Of([3, 4, 5]), Of([1], [2], [3])]), "1x1: 26");
        yield return new(new Product([Of([1, 2, 3], [4, 5, 6]), Of([1, 0], [0, 1], [1, 1])]), "2x2: 4 5 10 11");
        yield return new(new Product([Square, List(1, 2, 3)]), "shapes that do not match");
        yield return new(new Product([Of([1, 2, 3]), Square]), "shapes that do not match");
        yield return new(new Quotient(Square, new Number(2)), "2x2: 0.5 1 1.5 2");
        yield return new(new Quotient(new Number(6), new Number(2)), "scalar 3");
        yield return new(new Quotient(new Number(6), Square), "division by an array");
        yield return new(new Power(Square, new Number(1)), "2x2: 1 2 3 4");
        yield return new(new Power(Square, new Number(3)), "2x2: 37 54 81 118");
        yield return new(new Power(Of([1, 1], [0, 1]), new Number(19)), "2x2: 1 19 0 1");
        foreach (var times in (int[])[-1, 0, 20])
            yield return new(new Power(Square, new Number(times)), "an operation on arrays that is not known");
        yield return new(new Power(Square, new Number(Rational.Of(1, 2))), "an operation on arrays that is not known");
        yield return new(F("transpose", Of([1, 2, 3], [4, 5, 6])), "3x2: 1 4 2 5 3 6");
        yield return new(F("transpose", Row), "2x1: 3 4");
        yield return new(F("transpose", new Number(5)), "scalar 5");
        yield return new(F("hadamard", Square, Square), "2x2: 1 4 9 16");
        yield return new(F("hadamard", Row, Row), "2: 9 16");
        yield return new(F("hadamard", Square, new Number(2)), "shapes that do not match");
        yield return new(F("hadamard", new Number(2), Square), "shapes that do not match");
        yield return new(F("hadamard", Square, Of([1, 2])), "shapes that do not match");
        yield return new(F("hadamard", Square, Of([1], [2])), "shapes that do not match");
        yield return new(F("det", Square), "scalar -2");
        yield return new(F("det", Of([2, 0, 1], [1, 3, 2], [1, 1, 4])), "scalar 18");
        yield return new(F("det", Of([7])), "scalar 7");
        yield return new(F("trace", Square), "scalar 5");
        yield return new(F("trace", Of([2, 0, 1], [1, 3, 2], [1, 1, 4])), "scalar 9");
        yield return new(F("trace", Of([1, 2, 3])), "a determinant of this shape");
        yield return new(F("det", Of([1, 0, 0, 0, 0], [0, 2, 0, 0, 0], [0, 0, 3, 0, 0], [0, 0, 0, 4, 0], [0, 0, 0, 0, 5])), "scalar 120");
        yield return new(F("det", Zeros(6, 6)), "a determinant of this shape");
        yield return new(F("det", Row), "an operation on arrays that is not known");
        yield return new(F("kronecker", Square, Square), "an operation on arrays that is not known");
        // The first thing that is wrong inside is said.
        yield return new(Ragged, "rows of different lengths");
        yield return new(new Matrix([[]]), "rows of different lengths");
        foreach (var outer in (Expression[])
        [
            new Negation(Ragged), new Sum([Ragged, Square]), new Sum([Square, Ragged]), new Product([Ragged, Square]), new Product([Square, Ragged]), new Quotient(Ragged, new Number(2)), new Quotient(new Number(2), Ragged),
            new Power(Ragged, new Number(2)), F("transpose", Ragged), F("hadamard", Ragged, Square), F("hadamard", Square, Ragged), F("det", Ragged), F("trace", Ragged),
        ])
        {
            yield return new(outer, "rows of different lengths");
        }

        // As much as is carried out, and no more.
        yield return new(Zeros(40, 101), "too many entries");
        yield return new(List(new int[4_001]), "too many entries");
        yield return new(F("trace", new Product([Zeros(40, 26), Zeros(26, 40)])), "shapes that do not match");
        yield return new(Nested(100), "scalar ?");
        yield return new(Nested(101), "nested too deeply");
    }

    private static Expression Nested(int depth) => Enumerable.Range(0, depth).Aggregate((Expression)new Symbol("x"), static (inner, _) => new Negation(inner));

    [TestCaseSource(nameof(Operations))]
    public void Carried_out(Expression formula, string expected)
    {
        var done = Arrays.TryExpand(formula, out var array, out var scalar, out var problem);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(done ? array is null ? "scalar " + Value(scalar) : $"{array.Rows}{(array.Columns is { } columns ? "x" + columns : "")}: {string.Join(' ', array.Entries.Select(Value))}" : problem, Is.EqualTo(expected));
        Assert.That(problem.Length, done ? Is.Zero : Is.Positive);
    }

    private static string Value(Expression entry) => new PointEvaluation<Rational>(new ExactEngine(static _ => null), new(10_000)).Evaluate(entry, out var value) == PointStatus.Value ? value.ToString() : "?";

    [TestCase(4_000)]
    public void The_largest_array(int entries) => Assert.That(Arrays.TryExpand(List(new int[entries]), out _, out _, out _));

    [Test]
    public void The_largest_matrix() => Assert.That(Arrays.TryExpand(Zeros(40, 100), out _, out _, out _));

    [TestCase(40, 25, 40, true)]
    [TestCase(40, 26, 40, false)]
    public void The_largest_product(int rows, int inner, int columns, bool done) => Assert.That(Arrays.TryExpand(new Product([Zeros(rows, inner), Zeros(inner, columns)]), out _, out _, out _), Is.EqualTo(done));

    private static IEnumerable<TestCaseData<Expression, bool>> Formulas()
    {
        var x = new Symbol("x");
        foreach (var name in (string[])["transpose", "hadamard", "kronecker", "trace", "det", "vec"])
            yield return new(F(name, x), true);
        yield return new(F("sin", x), false);
        yield return new(Square, true);
        yield return new(new Negation(Square), true);
        yield return new(F("sin", Square), true);
        yield return new(Row, false);
        yield return new(new Sum([Row, x]), true);
        yield return new(new Sum([new Listing(ListingKind.Tuple, [x]), x]), false);
        yield return new(new Sum([new Listing(ListingKind.Set, [x, x]), x]), false);
        yield return new(F("f", Row), false);
        yield return new(new Listing(ListingKind.Tuple, [Square, Square]), false);
        yield return new(new Relation([x, Square], [RelationOperator.Equal]), false);
        yield return new(Enumerable.Range(0, 190).Aggregate<int, Expression>(Square, static (inner, _) => new Negation(inner)), true);
        yield return new(Enumerable.Range(0, 210).Aggregate<int, Expression>(Square, static (inner, _) => new Negation(inner)), false);
    }

    [TestCaseSource(nameof(Formulas))]
    public void Where_arrays_occur(Expression formula, bool expected) => Assert.That(Arrays.Occur(formula), Is.EqualTo(expected));
}
