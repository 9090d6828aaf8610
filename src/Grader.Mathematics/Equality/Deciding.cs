namespace Grader.Mathematics;

/// <summary>One decision: what kind of thing each side is decides how they are compared.</summary>
internal sealed partial class Deciding(EqualityOptions options)
{
    private const int MaximumDepth = 12;
    private const int MaximumElements = 400;

    private readonly PointBudget _budget = new(options.Steps);
    private int _depth;
    private int _asked;

    public Decision Decide(Expression gold, Expression answer)
    {
        if (++_depth > MaximumDepth)
            return Decision.Undecided("nested too deeply");
        var decision = DecideKinds(Unwrapped(gold), Unwrapped(answer));
        _depth--;
        return decision;
    }

    /// <summary>Where the verdict alone is asked for, as of each element of one list with each of another.</summary>
    private EqualityVerdict VerdictOf(Expression gold, Expression answer)
    {
        _asked++;
        var verdict = Decide(gold, answer).Verdict;
        _asked--;
        return verdict;
    }

    private Decision DecideKinds(Expression gold, Expression answer)
    {
        if (gold.Equals(answer))
            return HasNoValue(gold) ? Decision.Undecided("no value") : Decision.Equal("same formula");
        if (gold is Relation or Listing && answer is Relation or Listing && PlusMinus.Occurs(gold) | PlusMinus.Occurs(answer))
            (gold, answer) = (Expanded(gold), Expanded(answer));
        else if (PlusMinus.Occurs(gold) || PlusMinus.Occurs(answer))
            return DecidePlusMinus(gold, answer);
        if (gold is Relation || answer is Relation || HasRelations(gold) || HasRelations(answer))
            return DecideRelations(gold, answer);
        if (RealSets.IsSet(gold) || RealSets.IsSet(answer))
            return DecideSets(gold, answer);
        if (gold is Listing || answer is Listing)
            return DecideListings(gold, answer);
        return Arrays.Occur(gold) || Arrays.Occur(answer) ? DecideArrays(gold, answer) : DecideScalars(gold, answer);
    }

    private static bool HasRelations(Expression expression) => expression is Listing { Kind: not ListingKind.Tuple } listing && listing.Elements.Items.Any(static element => element is Relation);

    private static bool HasNoValue(Expression expression) => expression is Quotient { Denominator: Number { Value.IsZero: true } };

    private static Expression Unwrapped(Expression expression)
    {
        while (true)
        {
            switch (expression)
            {
                case Listing { Kind: not ListingKind.Set, Elements: [var only] }:
                    expression = only;
                    continue;
                case Relation chain when LastImplication(chain) is >= 0 and var at:
                    expression = at == chain.Operators.Count - 1
                        ? chain.Members[^1]
                        : new Relation(new(chain.Members.Items[(at + 1)..]), new(chain.Operators.Items[(at + 1)..]));
                    continue;
                default:
                    return expression;
            }
        }
    }

    private static int LastImplication(Relation chain) => chain.Operators.Items.LastIndexOf(RelationOperator.Implies);

    private Decision DecideScalars(Expression gold, Expression answer) =>
        options.MatrixNames.Count > 0 && SymbolRoles.Of(gold, answer).Names.Exists(options.MatrixNames.Contains)
            ? new NonCommutingEquality(options, _budget).Decide(gold, answer)
            : gold is Symbol && answer is Symbol
            ? Decision.Different("names", $"{gold} and {answer}")
            : Derivatives.Occur(gold) || Derivatives.Occur(answer)
            ? new ScalarEquality(options, _budget, _asked == 0).Decide(Derivatives.CarryOut(gold), Derivatives.CarryOut(answer))
            : new ScalarEquality(options, _budget, _asked == 0).Decide(gold, answer);

    private Decision DecidePlusMinus(Expression gold, Expression answer)
    {
        return DecideUnordered(Values(gold), Values(answer), "both signs");

        static Sequence<Expression> Values(Expression expression) =>
            expression is Listing listing ? listing.Elements.Items.SelectMany(static element => PlusMinus.Values(element)).ToSequence() : PlusMinus.Values(expression);
    }

    /// <summary>A list in which each ± element stands for its two values.</summary>
    private static Expression Expanded(Expression expression) => expression switch
    {
        Listing listing => listing with { Elements = listing.Elements.Items.SelectMany(static element => PlusMinus.Values(element)).ToSequence() },
        Relation relation when PlusMinus.Occurs(relation) => new Listing(ListingKind.List, PlusMinus.Values(relation)),
        _ => expression,
    };

    private Decision DecideListings(Expression gold, Expression answer)
    {
        var left = gold as Listing ?? new Listing(ListingKind.List, [gold]);
        var right = answer as Listing ?? new Listing(ListingKind.List, [answer]);
        if (left.Elements.Count > MaximumElements || right.Elements.Count > MaximumElements)
            return Decision.Undecided("too many elements");
        // A row of a matrix and a list are written alike.
        if (gold is not Listing && (Arrays.Occur(gold) || gold is Matrix) || answer is not Listing && (Arrays.Occur(answer) || answer is Matrix))
            return DecideArrays(gold, answer);
        if (options.PairsAreIntervals && left is { Kind: not ListingKind.Set, Elements.Count: 2 } && right is { Kind: not ListingKind.Set, Elements.Count: 2 })
            return DecideSets(left, right);
        if (options.ListOrder && left.Kind != right.Kind && left is { Kind: not ListingKind.Set, Elements.Count: 2 } && right is { Kind: not ListingKind.Set, Elements.Count: 2 })
            return DecideOrdered(left.Elements, right.Elements) is { Verdict: EqualityVerdict.Different } different ? different : Decision.Undecided("brackets");
        var set = left.Kind == ListingKind.Set && right.Kind == ListingKind.Set;
        var lists = left.Kind == ListingKind.List && right.Kind == ListingKind.List;
        var setAndList = left.Kind != right.Kind && left.Kind != ListingKind.Tuple && right.Kind != ListingKind.Tuple;
        if (set || setAndList || (lists && !options.ListOrder))
            return DecideUnordered(left.Elements, right.Elements, "elements");
        // Pairs of pairs are points, whose order among each other does not count in a list.
        if (left.Elements.Count != right.Elements.Count)
            return Decision.Different("length", $"{left.Elements.Count} and {right.Elements.Count} elements");
        return DecideOrdered(left.Elements, right.Elements);
    }

    private Decision DecideOrdered(Sequence<Expression> gold, Sequence<Expression> answer)
    {
        var undecided = false;
        for (var i = 0; i < gold.Count; i++)
        {
            var decision = Decide(gold[i], answer[i]);
            if (decision.Verdict == EqualityVerdict.Different)
                return Decision.Different("elements", $"element {i + 1}: {gold[i]} and {answer[i]}");
            undecided |= decision.Verdict == EqualityVerdict.Undecided;
        }

        return undecided ? Decision.Undecided("elements") : Decision.Equal("elements");
    }

    /// <summary>Each element of one side must have its equal on the other; how often does not count.</summary>
    private Decision DecideUnordered(Sequence<Expression> gold, Sequence<Expression> answer, string rule)
    {
        var undecided = false;
        foreach (var (from, to) in (ReadOnlySpan<(Sequence<Expression>, Sequence<Expression>)>)[(gold, answer), (answer, gold)])
        {
            foreach (var element in from)
            {
                var found = false;
                var doubt = false;
                foreach (var other in to)
                {
                    var verdict = VerdictOf(element, other);
                    found = verdict == EqualityVerdict.Equal;
                    doubt |= verdict == EqualityVerdict.Undecided;
                    if (found)
                        break;
                }

                if (!found && !doubt)
                    return Decision.Different(rule, $"{element} stands on one side alone");
                undecided |= !found;
            }
        }

        return undecided ? Decision.Undecided(rule) : Decision.Equal(rule);
    }
}
