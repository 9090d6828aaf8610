namespace Grader.Mathematics;

/// <summary>Sets of real numbers: intervals, finite sets, and what unions and differences make of them.</summary>
internal static class RealSets
{
    public static bool IsSet(Expression expression) => expression is Interval or Call { Function: "union" or "intersection" or "setminus" } or Symbol { Name: "Reals" or "emptyset" };

    /// <summary>The set as disjoint pieces in order; null where an end is no real number that can be computed.</summary>
    public static List<Piece>? PiecesOf(Expression expression, int depth = 0)
    {
        if (depth > 50)
            return null;
        switch (expression)
        {
            case Symbol { Name: "Reals" }:
                return [new(Endpoint.Low, Endpoint.High, false, false)];
            case Symbol { Name: "emptyset" }:
                return [];
            case Interval interval:
                return PieceOf(interval.Lower, interval.Upper, interval.ContainsLower, interval.ContainsUpper);
            case Listing { Kind: ListingKind.Tuple, Elements: [var lower, var upper] }:
                return PieceOf(lower, upper, false, false);
            case Listing { Kind: ListingKind.List, Elements: [var lower, var upper] }:
                return PieceOf(lower, upper, true, true);
            case Listing { Kind: ListingKind.Set } set:
                var points = new List<Piece>();
                foreach (var element in set.Elements)
                {
                    if (Endpoint.Of(element) is not { } point)
                        return null;
                    points.Add(new(point, point, true, true));
                }

                return Merged(points);
            case Call { Function: "union", Arguments: [var one, var other] }:
                return PiecesOf(one, depth + 1) is { } left && PiecesOf(other, depth + 1) is { } right ? Merged([.. left, .. right]) : null;
            case Call { Function: "intersection", Arguments: [var one, var other] }:
                return PiecesOf(one, depth + 1) is { } a && PiecesOf(other, depth + 1) is { } b ? Intersection(a, b) : null;
            case Call { Function: "setminus", Arguments: [var one, var other] }:
                return PiecesOf(one, depth + 1) is { } from && PiecesOf(other, depth + 1) is { } without ? Intersection(from, Complement(without)) : null;
            default:
                return null;
        }
    }

    private static List<Piece>? PieceOf(Expression lower, Expression upper, bool containsLower, bool containsUpper)
    {
        if (Endpoint.Of(lower) is not { } low || Endpoint.Of(upper) is not { } high)
            return null;
        var piece = new Piece(low, high, containsLower && low.IsFinite, containsUpper && high.IsFinite);
        return piece.IsEmpty ? [] : [piece];
    }

    public static List<Piece> Merged(List<Piece> pieces)
    {
        pieces.Sort(static (a, b) => a.Lower.OrderTo(b.Lower) is var order && order != 0 ? order : b.ContainsLower.CompareTo(a.ContainsLower));
        var merged = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (merged.Count > 0 && Touch(merged[^1], piece))
            {
                var last = merged[^1];
                var order = piece.Upper.OrderTo(last.Upper);
                merged[^1] = last with
                {
                    Upper = order > 0 ? piece.Upper : last.Upper,
                    ContainsUpper = order > 0 ? piece.ContainsUpper : order == 0 ? piece.ContainsUpper || last.ContainsUpper : last.ContainsUpper,
                };
            }
            else
            {
                merged.Add(piece);
            }
        }

        return merged;
    }

    private static bool Touch(Piece first, Piece second) => second.Lower.OrderTo(first.Upper) is var order && (order < 0 || (order == 0 && (first.ContainsUpper || second.ContainsLower)));

    public static List<Piece> Intersection(List<Piece> one, List<Piece> other)
    {
        var common = new List<Piece>();
        foreach (var a in one)
        {
            foreach (var b in other)
            {
                var low = a.Lower.OrderTo(b.Lower);
                var high = a.Upper.OrderTo(b.Upper);
                var piece = new Piece(
                    low >= 0 ? a.Lower : b.Lower,
                    high <= 0 ? a.Upper : b.Upper,
                    low > 0 ? a.ContainsLower : low < 0 ? b.ContainsLower : a.ContainsLower && b.ContainsLower,
                    high < 0 ? a.ContainsUpper : high > 0 ? b.ContainsUpper : a.ContainsUpper && b.ContainsUpper);
                if (!piece.IsEmpty)
                    common.Add(piece);
            }
        }

        return Merged(common);
    }

    private static List<Piece> Complement(List<Piece> pieces)
    {
        var gaps = new List<Piece>();
        var lower = Endpoint.Low;
        var contains = false;
        foreach (var piece in pieces)
        {
            var gap = new Piece(lower, piece.Lower, contains, !piece.ContainsLower && piece.Lower.IsFinite);
            if (!gap.IsEmpty)
                gaps.Add(gap);
            (lower, contains) = (piece.Upper, !piece.ContainsUpper && piece.Upper.IsFinite);
        }

        var last = new Piece(lower, Endpoint.High, contains, false);
        if (!last.IsEmpty)
            gaps.Add(last);
        return gaps;
    }
}

/// <summary>One interval, or one point where both ends are the same.</summary>
internal sealed record Piece(Endpoint Lower, Endpoint Upper, bool ContainsLower, bool ContainsUpper)
{
    public bool IsEmpty => Lower.OrderTo(Upper) is var order && (order > 0 || (order == 0 && !(ContainsLower && ContainsUpper)));
}

/// <summary>An end of an interval: a real number, or infinite.</summary>
internal sealed class Endpoint
{
    private readonly int _infinite;
    private readonly Rational? _exact;
    private readonly Ball _ball;

    private Endpoint(int infinite, Rational? exact, Ball ball) => (_infinite, _exact, _ball) = (infinite, exact, ball);

    private const int Bits = 400;

    public static Endpoint Low { get; } = new(-1, null, default);

    public static Endpoint High { get; } = new(1, null, default);

    public bool IsFinite => _infinite == 0;

    public static Endpoint? Of(Expression expression)
    {
        if (Infinities.SignOf(expression) is { } sign)
            return sign > 0 ? High : Low;
        var budget = new PointBudget(5_000);
        if (ExactEngine.ValueOf(expression, static _ => null, budget) is { } exact)
            return new(0, exact, Ball.From(exact, Bits));
        return new PointEvaluation<Ball>(new BallEngine(static _ => null, Bits, budget), budget).Evaluate(expression, out var ball) == PointStatus.Value ? new(0, null, ball) : null;
    }

    /// <summary>Numbers that 400 bits do not tell apart are the same.</summary>
    public int OrderTo(Endpoint other)
    {
        if (_infinite != other._infinite || _infinite != 0)
            return _infinite.CompareTo(other._infinite);
        if (_exact is { } one && other._exact is { } two)
            return one.CompareTo(two);
        return Ball.Add(_ball, -other._ball, Bits).Sign;
    }
}
