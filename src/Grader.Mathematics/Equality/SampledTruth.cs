namespace Grader.Mathematics;

/// <summary>Inequalities that no rule solves: a point where one holds and the other does not tells them apart; without one, nothing is decided.</summary>
internal static class SampledTruth
{
    private static readonly Rational[] Samples =
    [
        .. new[] { -1000, -100, -10, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 10, 100, 1000 }.SelectMany(static whole => new[] { (Rational)whole, whole + Rational.Of(3, 7), whole - Rational.Of(1, 1000) }),
    ];

    /// <summary>Of a chain: nobody writes a longer one, and each is computed at every point.</summary>
    private const int MostMembers = 32;

    public static Decision Decide(Expression gold, Expression answer)
    {
        if (IsTooLong(gold) || IsTooLong(answer))
            return Decision.Undecided("inequalities that no rule solves");
        foreach (var sample in Samples)
        {
            // Names take values apart from each other, so that x < y is not x < x.
            if (HoldsAt(gold, sample) is { } one && HoldsAt(answer, sample) is { } other && one != other)
                return Decision.Different("points", $"where every name is near {sample}: {gold} {(one ? "holds" : "does not hold")}, {answer} {(other ? "holds" : "does not hold")}");
        }
        return Decision.Undecided("inequalities that no rule solves");
    }

    private static bool IsTooLong(Expression expression) => expression is Relation { Members.Count: > MostMembers };

    private static bool? HoldsAt(Expression expression, Rational sample) =>
        Evaluator.Evaluate(expression, name => name is "pi" or "e" or "infinity" or "i" ? null : new Exact(sample + Rational.Of(name.Sum(static c => c - 'x'), 11))).Value is Truth truth ? truth.Holds : null;
}
