namespace Grader.Mathematics;

/// <summary>
/// Compares real values at points, as balls that surely hold them. Balls apart are a proof of difference; balls that still meet at
/// several hundred bits, at every point where both have a value, are taken for equality.
/// </summary>
internal sealed class RealEquality(EqualityOptions options, PointBudget budget)
{
    private const int Points = 11;
    private static readonly int[] Precisions = [96, 256, 1600];

    public Decision Decide(Expression gold, Expression answer, SymbolRoles roles)
    {
        var agreed = 0;
        var oneSided = 0;
        var points = roles.Names.Count == 0 ? 1 : Points;
        for (var point = 0; point < points; point++)
        {
            var seed = (ulong)point;
            Rational Value(string name) => At(name, seed, roles);
            // Once high precision agreed at several points, the others need only refute.
            switch (Compare(gold, answer, Value, agreed >= 2, out var left, out var right))
            {
                case Meeting.Apart:
                    return Decision.Different("real points", $"{ScalarEquality.PointText(roles, Value)}: {left.ToText()} and {right.ToText()}");
                case Meeting.Together:
                    agreed++;
                    break;
                case Meeting.OneSided:
                    oneSided++;
                    break;
                case Meeting.OverBudget when budget.IsSpent || points == 1:
                    return Decision.Undecided("budget spent");
                case Meeting.Unsupported:
                    return Decision.Undecided("a function that cannot be computed");
            }
        }

        if (agreed >= 2 && oneSided > 0 && !roles.HasSteps)
            return options.SameDomain ? Decision.Undecided("domains differ") : Decision.Equal("real points where both have a value");
        // Between the steps of floor and round, formulas agree that are not equal.
        if (roles.HasSteps && roles.Names.Count > 0)
            return Decision.Undecided("steps may hide a difference");
        return agreed >= Math.Min(points, 3) ? Decision.Equal("real points") : oneSided > 0 && agreed == 0 ? Decision.Different("no value", "one side has no real value") : Decision.Undecided("too few points with a value");
    }

    private enum Meeting
    {
        Together,
        Apart,
        OneSided,
        Neither,
        OverBudget,
        Unsupported,
    }

    private Meeting Compare(Expression gold, Expression answer, Func<string, Rational> value, bool brief, out Ball left, out Ball right)
    {
        left = right = default;
        var meeting = Meeting.Neither;
        foreach (var bits in Precisions)
        {
            if (brief && bits == Precisions[1] && meeting == Meeting.Together)
                return meeting;
            // Values of 1,600 bits are for zeros alone: two values that agree to 300 bits of their own are equal.
            if (bits == Precisions[2] && meeting == Meeting.Together && (!left.ContainsZero || !right.ContainsZero))
                return meeting;
            var engine = new BallEngine(name => value(name), bits, budget);
            var evaluation = new PointEvaluation<Ball>(engine, budget);
            var one = evaluation.Evaluate(gold, out left);
            var other = evaluation.Evaluate(answer, out right);
            if (one == PointStatus.OverBudget || other == PointStatus.OverBudget)
                return Meeting.OverBudget;
            if (one == PointStatus.Unsupported || other == PointStatus.Unsupported)
                return Meeting.Unsupported;
            if (one == PointStatus.Value && other == PointStatus.Value)
            {
                if (Ball.AreApart(left, right, bits))
                    return Meeting.Apart;
                meeting = IsTight(left, bits) && IsTight(right, bits) ? Meeting.Together : Meeting.Neither;
            }
            else
            {
                meeting = one == PointStatus.Value || other == PointStatus.Value ? Meeting.OneSided : Meeting.Neither;
                if (one == PointStatus.Undefined || other == PointStatus.Undefined)
                    return meeting;
            }
        }

        return meeting;
    }

    /// <summary>Whether a ball is small beside its value; a value that may be zero must be small beside one.</summary>
    private static bool IsTight(Ball ball, int bits) =>
        ball.Radius.IsZero || ball.Exponent + ball.Radius.GetBitLength() < (ball.ContainsZero ? 0 : ball.Magnitude) - bits / 2;

    /// <summary>Points inside (0, 1), above 1, of mixed and of negative signs: functions have their domains and branches there.</summary>
    private Rational At(string name, ulong seed, SymbolRoles roles)
    {
        if (IsIndex(name) && roles.WholeValue(name, seed + 50) is { } whole)
            return 1 + (whole.Numerator % 7);
        var hash = PrimeField.Hash(name, seed + 0xBA11);
        var fraction = Rational.Of(1 + (long)(hash % 96), 97);
        var negative = ((hash >> 20) & 1) == 1;
        var value = seed switch
        {
            0 or 7 => fraction,
            1 => 1 + fraction * 2,
            2 => negative ? -fraction : fraction,
            3 => fraction * 6,
            4 => negative ? -1 - fraction * 3 : 1 + fraction * 3,
            5 => -fraction * 3,
            6 => 10 + fraction * 40,
            // Far out on both sides: |x + 50| is x + 50 everywhere else.
            9 => -500 - fraction * 1000,
            10 => negative ? -3000 - fraction * 4000 : 2000 + fraction * 4000,
            _ => negative ? -fraction * 9 : fraction * 9,
        };
        return options.Positive ? Rational.Abs(value) : value;
    }

    private static bool IsIndex(string name) => name is "n" or "m" or "k" or "i" or "j" or "N" or "K" or "M" or "l" or "t";
}
