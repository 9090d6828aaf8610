namespace Grader.Mathematics;

/// <summary>
/// Systems of equations that are not linear. Two may have the same solutions however different their equations are, so that only a point that solves one and not the other tells them
/// apart: of a system that defines each of its names once, y = x², z = x, such points are computed.
/// </summary>
internal static class Systems
{
    private const int Points = 4;

    /// <summary>Whether one relation speaks of several names, so that the relations mean something together and not each by itself. Several y = … are several answers.</summary>
    public static bool Are(Sequence<Expression> gold, Sequence<Expression> answer) =>
        gold.Concat(answer).Any(static relation => SymbolRoles.Of(relation).Names.Count > 1) && !AreAlternatives(gold) && !AreAlternatives(answer);

    private static bool AreAlternatives(Sequence<Expression> relations) =>
        relations.Count > 1 && relations.Items.All(relation => relation is Relation { Members: [Symbol name, ..] } && relations[0] is Relation { Members: [Symbol first, ..] } && name.Name == first.Name);

    public static Decision Decide(Sequence<Expression> gold, Sequence<Expression> answer) =>
        Witness(gold, answer) is { } forth ? Decision.Different("systems", $"{forth} solves {Text(gold)}, and not {Text(answer)}")
        : Witness(answer, gold) is { } back ? Decision.Different("systems", $"{back} solves {Text(answer)}, and not {Text(gold)}")
        : Decision.Undecided("systems that no rule solves");

    private static string Text(Sequence<Expression> relations) => string.Join(", ", relations);

    /// <summary>A point that solves the first and not the second; null where none is found.</summary>
    private static string? Witness(Sequence<Expression> solved, Sequence<Expression> other)
    {
        var roles = SymbolRoles.Of([.. solved, .. other]);
        if (roles.IsTooLarge || Definitions(solved) is not { } definitions)
            return null;
        var budget = new PointBudget(20_000);
        for (var point = 0; point < Points; point++)
        {
            var values = new Dictionary<string, Rational>(StringComparer.Ordinal);
            foreach (var name in roles.Names.Where(name => !definitions.ContainsKey(name)))
                values[name] = 2 + roles.Names.IndexOf(name) + point;
            if (Solve(definitions, values, budget) && other.Items.Any(relation => relation is Relation { Operators: [RelationOperator.Equal], Members: [var left, var right] } && At(left, values, budget) is { } one && At(right, values, budget) is { } two && one != two))
                return string.Join(", ", roles.Names.Select(name => $"{name} = {ScalarEquality.Short(values[name])}"));
        }

        return null;
    }

    /// <summary>What each name is by an equation of its own; null where an equation says more than that.</summary>
    private static Dictionary<string, Expression>? Definitions(Sequence<Expression> relations)
    {
        var definitions = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var relation in relations)
        {
            if (relation is not Relation { Operators: [RelationOperator.Equal], Members: [Symbol name, var value] } || Constants.IsConstant(name.Name) || !definitions.TryAdd(name.Name, value))
                return null;
        }

        return definitions;
    }

    /// <summary>Computes the defined names, each once those it needs are known; false where they need each other or have no value.</summary>
    private static bool Solve(Dictionary<string, Expression> definitions, Dictionary<string, Rational> values, PointBudget budget)
    {
        var open = definitions.Count;
        while (open > 0)
        {
            var before = open;
            foreach (var (name, value) in definitions)
            {
                if (!values.ContainsKey(name) && SymbolRoles.Of(value).Names.TrueForAll(values.ContainsKey) && At(value, values, budget) is { } known)
                {
                    values[name] = known;
                    open--;
                }
            }

            if (open == before)
                return false;
        }

        return true;
    }

    private static Rational? At(Expression expression, Dictionary<string, Rational> values, PointBudget budget) =>
        ExactEngine.ValueOf(expression, name => values.TryGetValue(name, out var value) ? value : null, budget);
}
