namespace Grader.Mathematics;

/// <summary>Equations up to scale and side, inequalities as sets, bare values.</summary>
internal sealed partial class Deciding
{
    private Decision DecideRelations(Expression gold, Expression answer)
    {
        if (gold is Relation { Operators: [.., RelationOperator.ElementOf] } membership && answer is not Relation)
            return Decide(membership.Members[^1], answer);
        if (answer is Relation { Operators: [.., RelationOperator.ElementOf] } answered && gold is not Relation)
            return Decide(gold, answered.Members[^1]);
        if ((IsInequality(gold) != IsInequality(answer) || (IsInequality(gold) && (gold is Listing || answer is Listing))) && RegionOf(gold) is { } first && RegionOf(answer) is { } second && (first.Variable ?? second.Variable) == (second.Variable ?? first.Variable))
            return SameSet(first.Pieces, second.Pieces);
        // (x, y) = (1, 2) answered by (1, 2).
        if (options.BareValue && gold is Relation named && answer is Listing && BareValueOf(named) is Listing pair)
            return Decide(pair, answer);
        if (options.BareValue && answer is Relation namedToo && gold is Listing && BareValueOf(namedToo) is Listing answeredPair)
            return Decide(gold, answeredPair);
        if (gold is Listing || answer is Listing)
            return DecideListOfRelations(gold, answer);
        if (gold is Relation one && answer is Relation other)
            return DecideBoth(one, other);
        var relation = gold as Relation ?? (Relation)answer;
        var bare = gold is Relation ? answer : gold;
        if (!options.BareValue || BareValueOf(relation) is not { } value)
        {
            // x^2 < 4 and (-2, 2) may be the same set, which no rule here tells.
            return IsInequality(relation) && bare is Interval or Listing or Call ? Decision.Undecided("inequalities that no rule solves") : Decision.Different("kind", $"{gold} and {answer}");
        }

        return gold is Relation ? Decide(value, bare) : Decide(bare, value);
    }

    /// <summary>What a relation says a name is: 3 for <c>x = 3</c>; null where the left side is more than a name.</summary>
    internal static Expression? BareValueOf(Relation relation)
    {
        if (relation.Operators.Items.Any(static item => item is not (RelationOperator.Equal or RelationOperator.Approximately)))
            return null;
        if (Naming.IsName(relation.Members[0]))
            return relation.Members[^1];
        // 3 = x
        return relation.Members is [var value, var name] && name is Symbol && SymbolRoles.Of(value).Names.Count == 0 ? value : null;
    }

    /// <summary>Solutions in a list: each relation, or bare value, must have its equal.</summary>
    private Decision DecideListOfRelations(Expression gold, Expression answer)
    {
        var left = gold is Listing one ? one.Elements : [gold];
        var right = answer is Listing other ? other.Elements : [answer];
        if (left.Count > MaximumElements || right.Count > MaximumElements)
            return Decision.Undecided("too many elements");
        if (left.Items.All(static item => item is Relation) && right.Items.All(static item => item is Relation))
        {
            var unordered = DecideUnordered(left, right, "relations");
            if (unordered.Verdict == EqualityVerdict.Equal)
                return unordered;
            return LinearSystems.Decide(left, right) ?? (Systems.Are(left, right) ? Systems.Decide(left, right) : unordered);
        }

        // x = 1, y = 2 answered by 1, 2: the names give the order.
        var bare = left.Items.Select(static item => item is Relation relation ? BareValueOf(relation) : item).ToList();
        var answered = right.Items.Select(static item => item is Relation relation ? BareValueOf(relation) : item).ToList();
        if (!options.BareValue || bare.Contains(null) || answered.Contains(null))
        {
            // (-3, 3) may be an interval, and |x| < 3 the same set.
            return IsInequality(gold) || IsInequality(answer) ? Decision.Undecided("inequalities that no rule solves") : Decision.Different("kind", $"{gold} and {answer}");
        }

        var names = left.Concat(right).OfType<Relation>().Select(static relation => relation.Members[0]).Distinct().Count();
        if (names <= 1)
            return DecideUnordered([.. bare!], [.. answered!], "values");
        return bare.Count == answered.Count ? DecideOrdered([.. bare!], [.. answered!]) : Decision.Different("length", $"{bare.Count} and {answered.Count} values");
    }

    private Decision DecideBoth(Relation gold, Relation answer)
    {
        answer = (Relation)Naming.Renamed(gold, answer);
        if (gold.Equals(answer))
            return Decision.Equal("same formula");
        if (RegionOf(gold) is { } region && RegionOf(answer) is { } same)
            return region.Variable == same.Variable ? SameSet(region.Pieces, same.Pieces) : Decision.Different("names", $"{region.Variable} and {same.Variable}");
        if (IsEquation(gold) && IsEquation(answer))
            return DecideEquations(gold, answer);
        var links = Links(gold);
        var others = Links(answer);
        if (links.Count == 1 && others.Count == 1)
        {
            var byForm = DecideInequalities(links[0], others[0]);
            return byForm.Verdict == EqualityVerdict.Different ? SampledOr(byForm, gold, answer) : byForm;
        }

        if (links.Count != others.Count)
            return SampledOr(Decision.Different("relations", $"{gold} and {answer}"), gold, answer);
        // 0 < x < y: the same links in any order.
        var missing = links.Where(link => !others.Exists(other => DecideInequalities(link, other).Verdict == EqualityVerdict.Equal)).ToList();
        return missing.Count == 0 ? Decision.Equal("relations") : Decision.Undecided("chains of inequalities");
    }

    private static bool IsInequality(Expression expression) => expression switch
    {
        Relation relation => !IsEquation(relation) && relation.Operators[0] is not (RelationOperator.ElementOf or RelationOperator.Implies),
        Listing { Kind: ListingKind.List } listing => listing.Elements.Count > 0 && listing.Elements.Items.All(static element => element is Relation && IsInequality(element)),
        _ => false,
    };

    /// <summary>Several inequalities in one name: joined by "and" where they have numbers in common and cover the line together, by "or" where they have none.</summary>
    private static (string? Variable, List<Piece> Pieces)? JoinedRegion(Listing listing)
    {
        string? variable = null;
        List<Piece>? all = null;
        List<Piece>? any = null;
        foreach (var element in listing.Elements)
        {
            if (RegionOf(element) is not { Variable: { } name } region || (variable ??= name) != name)
                return null;
            all = all is null ? region.Pieces : RealSets.Intersection(all, region.Pieces);
            any = any is null ? region.Pieces : RealSets.Merged([.. any, .. region.Pieces]);
        }

        if (all is null || any is null)
            return null;
        if (all.Count == 0)
            return (variable, any);
        var line = any is [{ Lower.IsFinite: false, Upper.IsFinite: false }];
        return line ? (variable, all) : null;
    }

    private static bool IsEquation(Relation relation) => relation.Operators.Items.All(static item => item is RelationOperator.Equal or RelationOperator.Approximately);

    private Decision DecideEquations(Relation gold, Relation answer)
    {
        var (left, right) = (gold.Members[0], gold.Members[^1]);
        var (otherLeft, otherRight) = (answer.Members[0], answer.Members[^1]);
        if (Naming.IsName(left) && left.Equals(otherLeft))
            return Decide(right, otherRight);
        if (IsCollection(right) || IsCollection(otherRight))
        {
            var value = Decide(right, otherRight);
            if (value.Verdict != EqualityVerdict.Equal)
                return value;
            return Decide(left, otherLeft);
        }

        return Scales.Decide(Difference(left, right), Difference(otherLeft, otherRight), equation: true, _budget);
    }

    private static bool IsCollection(Expression expression) => expression is Listing or Interval or Matrix || RealSets.IsSet(expression) || Arrays.Occur(expression) || PlusMinus.Occurs(expression);

    private static Sum Difference(Expression left, Expression right) => new([left, new Negation(right)]);

    private readonly record struct Link(Expression Difference, RelationOperator Operator);

    /// <summary>Each link as a difference and a sign: a &lt; b is a − b &lt; 0.</summary>
    private static List<Link> Links(Relation relation)
    {
        var links = new List<Link>();
        for (var i = 0; i < relation.Operators.Count; i++)
        {
            var (left, right, sign) = (relation.Members[i], relation.Members[i + 1], relation.Operators[i]);
            (left, right, sign) = sign switch
            {
                RelationOperator.Greater => (right, left, RelationOperator.Less),
                RelationOperator.GreaterOrEqual => (right, left, RelationOperator.LessOrEqual),
                RelationOperator.Approximately => (left, right, RelationOperator.Equal),
                _ => (left, right, sign),
            };
            links.Add(new(Difference(left, right), sign));
        }

        return links;
    }

    /// <summary>A difference of form between inequalities is one of meaning only where a point tells them apart; equations are judged by their forms.</summary>
    private static Decision SampledOr(Decision byForm, Relation gold, Relation answer) =>
        IsInequality(gold) && IsInequality(answer) ? SampledTruth.Decide(gold, answer) : byForm;

    private Decision DecideInequalities(Link gold, Link answer) =>
        gold.Operator != answer.Operator
            ? Decision.Different("relation", $"{gold.Operator} and {answer.Operator}")
            : Scales.Decide(gold.Difference, answer.Difference, gold.Operator is RelationOperator.Equal or RelationOperator.NotEqual, _budget);

    /// <summary>The real numbers that satisfy linear inequalities in one name, or that an interval holds.</summary>
    private static (string? Variable, List<Piece> Pieces)? RegionOf(Expression expression)
    {
        switch (expression)
        {
            case Relation { Members: [Symbol name, var set], Operators: [RelationOperator.ElementOf] }:
                return RealSets.PiecesOf(set) is { } pieces ? (name.Name, pieces) : null;
            case Relation relation when !IsEquation(relation):
                return Inequalities.Solve(relation);
            case Relation:
                return null;
            case Listing listing when IsInequality(listing):
                return JoinedRegion(listing);
            default:
                return RealSets.PiecesOf(expression) is { } direct ? (null, direct) : null;
        }
    }
}
