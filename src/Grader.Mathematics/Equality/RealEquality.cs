namespace Grader.Mathematics;

/// <summary>
/// Compares real values at points, as balls that surely hold them. Balls apart are a proof of difference; balls that still meet at
/// several hundred bits, at every point where both have a value, are taken for equality.
/// </summary>
internal sealed class RealEquality(EqualityOptions options, PointBudget budget)
{
    private static readonly int[] Precisions = [96, 256, 1600];

    public Decision Decide(Expression gold, Expression answer, SymbolRoles roles)
    {
        var agreed = 0;
        var oneSided = 0;
        var points = roles.Names.Count == 0 ? 1 : RealPoints.Count;
        for (var point = 0; point < points; point++)
        {
            var seed = (ulong)point;
            Rational Value(string name) => RealPoints.At(name, seed, roles, options.Positive);
            // Once high precision agreed at several points, the others need only refute.
            switch (Compare(gold, answer, Value, agreed >= 2, out var left, out var right))
            {
                case Meeting.Apart:
                    return Decision.Different("real points", $"{ScalarEquality.PointText(roles, Value)}: {Ball.ToTexts(left, right, Precisions[^1])}");
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
        if (agreed >= Math.Min(points, 3))
            return Decision.Equal("real points");
        return oneSided > 0 && agreed == 0 ? DecideOneSided(gold, answer, roles, budget, "one side has no real value") : Decision.Undecided("too few points with a value");
    }

    /// <summary>One side has no real value. Where both have the same complex one, |3 + √−16| and 5, the student may have meant it.</summary>
    public static Decision DecideOneSided(Expression gold, Expression answer, SymbolRoles roles, PointBudget budget, string witness) =>
        new ComplexEquality(budget).Decide(gold, answer, roles).Verdict == EqualityVerdict.Equal
            ? Decision.Undecided("equal as complex values alone")
            : Decision.Different("no value", witness);

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
                // What no precision tells, the sign of √2 − √2, may still have a value.
                meeting = Meeting.Neither;
                if (one == PointStatus.Undefined || other == PointStatus.Undefined)
                    return one == PointStatus.Value || other == PointStatus.Value ? Meeting.OneSided : Meeting.Neither;
            }
        }

        return meeting;
    }

    /// <summary>Whether a ball is small beside its value; a value that may be zero must be small beside one.</summary>
    private static bool IsTight(Ball ball, int bits) =>
        ball.Radius.IsZero || ball.Exponent + ball.Radius.GetBitLength() < (ball.ContainsZero ? 0 : ball.Magnitude) - bits / 2;
}
