namespace Grader.Mathematics;

/// <summary>Linear inequalities in one name as sets of real numbers.</summary>
internal static class Inequalities
{
    /// <summary>The name and the numbers that satisfy every link; null where a link is not linear in one name with numbers that are exact.</summary>
    public static (string? Variable, List<Piece> Pieces)? Solve(Relation relation)
    {
        var roles = SymbolRoles.Of(relation);
        if (roles.Names is not [var variable] || roles.IsTooLarge)
            return null;
        Expression? set = null;
        for (var i = 0; i < relation.Operators.Count; i++)
        {
            if (SolveLink(relation.Members[i], relation.Operators[i], relation.Members[i + 1], variable) is not { } part)
                return null;
            set = set is null ? part : new Call("intersection", [set, part]);
        }

        return set is not null && RealSets.PiecesOf(set) is { } pieces ? (variable, pieces) : null;
    }

    private static Expression? SolveLink(Expression left, RelationOperator relation, Expression right, string variable)
    {
        var difference = new Sum([left, new Negation(right)]);
        // x ≤ √2: the bound may be any number where the name stands alone.
        if (left is Symbol && SymbolRoles.Of(right).Names.Count == 0)
            return Bounded(right, relation, 1);
        if (right is Symbol && SymbolRoles.Of(left).Names.Count == 0)
            return Bounded(left, relation, -1);
        if (At(difference, variable, 0) is not { } zero || At(difference, variable, 1) is not { } one || At(difference, variable, 2) is not { } two || At(difference, variable, Rational.Of(-17, 3)) is not { } check)
            return null;
        var slope = one - zero;
        if (slope.IsZero || two - one != slope || check != zero - slope * Rational.Of(17, 3))
            return null;
        return Bounded(Values.FromRational(-zero / slope), relation, slope.Sign);
    }

    private static Expression? Bounded(Expression bound, RelationOperator relation, int sign)
    {
        var below = relation is RelationOperator.Less or RelationOperator.LessOrEqual;
        var closed = relation is RelationOperator.LessOrEqual or RelationOperator.GreaterOrEqual;
        if (relation == RelationOperator.NotEqual)
            return new Call("setminus", [new Symbol("Reals"), new Listing(ListingKind.Set, [bound])]);
        if (!below && relation is not (RelationOperator.Greater or RelationOperator.GreaterOrEqual))
            return null;
        return below == sign > 0
            ? new Interval(new Negation(Constants.Infinity), bound, false, closed)
            : new Interval(bound, Constants.Infinity, closed, false);
    }

    private static Rational? At(Expression expression, string variable, Rational value) =>
        ExactEngine.ValueOf(expression, name => name == variable ? value : null, new(5_000));
}
