using CsCheck;

namespace Grader.Mathematics.Tests;

/// <summary>Random expressions, such as a reader of formulas can give.</summary>
internal static class Expressions
{
    private static readonly Gen<Expression> Leaf = Gen.Frequency(
        (3, Gen.Int[0, 30].Select(static n => (Expression)new Number(n))),
        (1, Gen.Int[1, 9999].Select(static n => (Expression)new Number(Rational.Of(n, 1000)))),
        (4, OneOf("x", "y", "z", "a", "w_1", "w_2", "x_11", "alpha", "theta", "y_hat", "X_tilde", "W'", "dL/dy_11", "pi").Select(static name => (Expression)new Symbol(name))));

    /// <summary>Scalars that grow no further than exact arithmetic follows.</summary>
    public static Gen<Expression> Scalar { get; } = OfDepth(4);

    public static Gen<Expression> Any { get; } = Gen.Frequency(
        (6, Scalar),
        (1, Gen.Select(OfDepth(2), OfDepth(2), static (a, b) => (Expression)new Relation([a, b], [RelationOperator.Equal]))),
        (1, Gen.Select(OfDepth(1), OfDepth(2), OfDepth(1), static (a, b, c) => (Expression)new Relation([a, b, c], [RelationOperator.Less, RelationOperator.LessOrEqual]))),
        (1, Gen.Select(OfDepth(1), OfDepth(1), OfDepth(1), OfDepth(1), static (a, b, c, d) => (Expression)new Matrix([[a, b], [c, d]]))),
        (1, Gen.Select(OfDepth(2), OfDepth(2), static (a, b) => (Expression)new Listing(ListingKind.Tuple, [a, b]))),
        (1, Gen.Select(OfDepth(2), OfDepth(2), static (a, b) => (Expression)new Listing(ListingKind.Set, [a, b]))),
        (1, Gen.Select(OfDepth(1), OfDepth(1), static (a, b) => (Expression)new Interval(a, b, ContainsLower: true, ContainsUpper: false))),
        (1, Gen.Select(OfDepth(1), OfDepth(2), static (a, b) => (Expression)new BigOperation(BigOperator.Sum, b, "i", new Number(1), a))));

    private static Gen<string> OneOf(params string[] names) => Gen.Int[0, names.Length - 1].Select(i => names[i]);

    private static Gen<Expression> OfDepth(int depth)
    {
        if (depth == 0)
            return Leaf;
        var part = OfDepth(depth - 1);
        return Gen.Frequency(
            (2, Leaf),
            (3, part.Array[2, 3].Select(static terms => (Expression)new Sum([.. terms]))),
            (3, part.Array[2, 3].Select(static factors => (Expression)new Product([.. factors]))),
            (2, Gen.Select(part, part, static (a, b) => (Expression)new Quotient(a, b))),
            (1, part.Select(static a => (Expression)new Negation(a))),
            (2, Gen.Select(part, Gen.Int[2, 5], static (a, n) => (Expression)new Power(a, new Number(n)))),
            (1, Gen.Select(OneOf("sqrt", "sin", "cos", "ln", "abs", "floor", "exp"), part, static (name, a) => (Expression)new Call(name, [a]))));
    }
}
