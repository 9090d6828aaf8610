namespace Grader.Mathematics;

/// <summary>Systems of linear equations: the same solutions, the same reduced form.</summary>
internal static class LinearSystems
{
    private const int MaximumNames = 12;

    /// <summary>The decision where both sides are systems of linear equations with exact coefficients; null elsewhere.</summary>
    public static Decision? Decide(Sequence<Expression> gold, Sequence<Expression> answer)
    {
        var roles = SymbolRoles.Of([.. gold, .. answer]);
        if (roles.Names.Count is 0 or > MaximumNames || roles.IsTooLarge || gold.Count + answer.Count > 24)
            return null;
        if (Reduced(gold, roles.Names) is not { } left || Reduced(answer, roles.Names) is not { } right)
            return null;
        return left.SequenceEqual(right) ? Decision.Equal("linear system") : Decision.Different("linear system");
    }

    private static List<Rational>? Reduced(Sequence<Expression> relations, List<string> names)
    {
        var rows = new Rational[relations.Count, names.Count + 1];
        for (var row = 0; row < relations.Count; row++)
        {
            if (relations[row] is not Relation { Operators: [RelationOperator.Equal], Members: [var left, var right] } || !Coefficients(new Sum([left, new Negation(right)]), names, rows, row))
                return null;
        }

        var rank = Elimination.Reduce(rows, names.Count + 1);
        // A list without a common solution is no system but several answers: x = 1 or x = −2.
        if (rank > 0 && Enumerable.Range(0, names.Count).All(column => rows[rank - 1, column].IsZero))
            return null;
        var flat = new List<Rational>();
        for (var i = 0; i < rank; i++)
        {
            for (var j = 0; j <= names.Count; j++)
                flat.Add(rows[i, j]);
        }

        return flat;
    }

    private static bool Coefficients(Expression difference, List<string> names, Rational[,] rows, int row)
    {
        if (At(_ => Rational.Zero) is not { } constant)
            return false;
        rows[row, names.Count] = constant;
        for (var i = 0; i < names.Count; i++)
        {
            var at = names[i];
            if (At(name => name == at ? 1 : 0) is not { } value)
                return false;
            rows[row, i] = value - constant;
        }

        // A product of names would pass at the unit points, not at this one.
        if (At(name => 3 + 2 * names.IndexOf(name)) is not { } check)
            return false;
        var expected = constant;
        for (var i = 0; i < names.Count; i++)
            expected += rows[row, i] * (3 + 2 * i);
        return check == expected;

        Rational? At(Func<string, Rational> value) => ExactEngine.ValueOf(difference, name => value(name), new(5_000));
    }
}
