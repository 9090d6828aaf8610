namespace Grader.Mathematics;

/// <summary>Intervals and the sets that unions, intersections and differences make.</summary>
internal sealed partial class Deciding
{
    private Decision DecideSets(Expression gold, Expression answer)
    {
        if (RealSets.PiecesOf(gold) is { } left && RealSets.PiecesOf(answer) is { } right)
            return SameSet(left, right);
        if (Ends(gold) is { } one && Ends(answer) is { } other)
        {
            if (one.Lower && !other.Lower || !one.Lower && other.Lower || one.Upper != other.Upper)
                return Decision.Different("brackets", $"{gold} and {answer}");
            return DecideOrdered(one.Bounds, other.Bounds);
        }

        // The finite sets of a union may hold names.
        if (Elements(gold, 0) is { } elements && Elements(answer, 0) is { } others)
            return DecideUnordered([.. elements], [.. others], "elements");
        if (gold is Call { Function: "union" or "intersection" or "setminus" } first && answer is Call second && first.Function == second.Function)
        {
            var same = DecideOrdered(first.Arguments, second.Arguments);
            return same.Verdict == EqualityVerdict.Equal ? same : Decision.Undecided("sets with names");
        }

        return RealSets.IsSet(gold) && RealSets.IsSet(answer) || IsMadeOfSets(gold) && MayBeSet(answer) || IsMadeOfSets(answer) && MayBeSet(gold) ? Decision.Undecided("sets with names") : Decision.Different("kind", $"{gold} and {answer}");
    }

    private static bool IsMadeOfSets(Expression expression) => expression is Call { Function: "union" or "intersection" or "setminus" };

    /// <summary>A finite set, or a pair that is an interval.</summary>
    private static bool MayBeSet(Expression expression) => expression is Listing { Kind: ListingKind.Set } || Ends(expression) is not null;

    private static Decision SameSet(List<Piece> left, List<Piece> right)
    {
        if (left.Count != right.Count)
            return Decision.Different("intervals", $"{left.Count} and {right.Count} pieces");
        for (var i = 0; i < left.Count; i++)
        {
            if (left[i].Lower.OrderTo(right[i].Lower) != 0 || left[i].Upper.OrderTo(right[i].Upper) != 0)
                return Decision.Different("ends of intervals", $"piece {i + 1}");
            if (left[i].ContainsLower != right[i].ContainsLower || left[i].ContainsUpper != right[i].ContainsUpper)
                return Decision.Different("brackets", $"piece {i + 1}");
        }

        return Decision.Equal("intervals");
    }

    private static (Sequence<Expression> Bounds, bool Lower, bool Upper)? Ends(Expression expression) => expression switch
    {
        Interval interval => ([interval.Lower, interval.Upper], interval.ContainsLower, interval.ContainsUpper),
        Listing { Kind: ListingKind.Tuple, Elements.Count: 2 } pair => (pair.Elements, false, false),
        Listing { Kind: ListingKind.List, Elements.Count: 2 } pair => (pair.Elements, true, true),
        _ => null,
    };

    /// <summary>The elements of a finite set given by unions, intersections and differences; null for any other set.</summary>
    private List<Expression>? Elements(Expression expression, int depth)
    {
        if (depth > 20)
            return null;
        switch (expression)
        {
            case Symbol { Name: "emptyset" }:
                return [];
            case Listing { Kind: ListingKind.Set } set:
                return [.. set.Elements];
            case Call { Function: "union" or "intersection" or "setminus", Arguments: [var one, var other] } call:
                if (Elements(one, depth + 1) is not { } left || Elements(other, depth + 1) is not { } right || left.Count * right.Count > 2000)
                    return null;
                if (call.Function == "union")
                    return [.. left, .. right];
                var kept = new List<Expression>();
                foreach (var element in left)
                {
                    var verdicts = right.Select(item => VerdictOf(element, item)).ToList();
                    if (verdicts.Contains(EqualityVerdict.Undecided) && !verdicts.Contains(EqualityVerdict.Equal))
                        return null;
                    if (verdicts.Contains(EqualityVerdict.Equal) == (call.Function == "intersection"))
                        kept.Add(element);
                }

                return kept;
            default:
                return null;
        }
    }
}
