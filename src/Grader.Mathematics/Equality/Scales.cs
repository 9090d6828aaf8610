namespace Grader.Mathematics;

/// <summary>Whether one formula is a constant times another, so that their equations (or inequalities, if the constant is positive) say the same.</summary>
internal static class Scales
{
    private static readonly ulong[] Seeds = [0x5CA1_0001, 0x5CA1_0002, 0x5CA1_0003];

    public static Decision Decide(Expression gold, Expression answer, bool equation, PointBudget budget)
    {
        var roles = SymbolRoles.Of(gold, answer);
        if (roles.IsTooLarge || roles.HasArrays)
            return Decision.Undecided("equation too large");
        ulong? ratio = null;
        var opaque = false;
        var first = default((ulong Left, ulong Right));
        foreach (var seed in Seeds)
        {
            var engine = new FieldEngine(seed, roles, budget);
            var evaluation = new PointEvaluation<ulong>(engine, budget);
            var right = 0UL;
            if (evaluation.Evaluate(gold, out var left) != PointStatus.Value || evaluation.Evaluate(answer, out right) != PointStatus.Value)
                return budget.IsSpent ? Decision.Undecided("budget spent") : Decision.Undecided("no value");
            opaque |= engine.SawOpaque;
            if (left == 0 || right == 0)
            {
                if (left == right)
                    continue;
                return opaque ? Decision.Undecided("unknown functions") : Decision.Different("equation");
            }

            if (ratio is null)
            {
                ratio = 1;
                first = (left, right);
            }
            else if (PrimeField.Multiply(left, first.Right) != PrimeField.Multiply(right, first.Left))
            {
                return opaque ? DecideByReals(gold, answer, roles, equation, budget) : DecideBySolving(gold, answer, roles, equation, budget);
            }
        }

        if (ratio is null)
            return Decision.Equal("both always hold");
        return equation ? Decision.Equal("equation up to scale") : DecideSign(gold, answer, roles, budget);
    }

    /// <summary>The sign of the constant, at a point where both can be computed.</summary>
    private static Decision DecideSign(Expression gold, Expression answer, SymbolRoles roles, PointBudget budget)
    {
        for (var point = 0UL; point < 4; point++)
        {
            var seed = point;
            Rational Value(string name) => Rational.Of(1 + (long)(PrimeField.Hash(name, seed) % 90), 7);
            var evaluation = new PointEvaluation<Ball>(new BallEngine(name => Value(name), 128, budget), budget);
            if (evaluation.Evaluate(gold, out var left) == PointStatus.Value && evaluation.Evaluate(answer, out var right) == PointStatus.Value && left.Sign != 0 && right.Sign != 0)
                return left.Sign == right.Sign ? Decision.Equal("inequality up to scale") : Decision.Different("direction of the inequality");
        }

        return Decision.Undecided("sign of the scale");
    }

    /// <summary>Irrational functions: the ratio at two points, as balls.</summary>
    private static Decision DecideByReals(Expression gold, Expression answer, SymbolRoles roles, bool equation, PointBudget budget)
    {
        Ball? ratio = null;
        var agreed = 0;
        const int Bits = 256;
        for (var point = 0UL; point < 8; point++)
        {
            var seed = point;
            Rational Value(string name) => roles.WholeValue(name, seed) is { } whole ? 1 + whole.Numerator % 7 : Rational.Of(1 + (long)(PrimeField.Hash(name, seed) % 90), seed % 2 == 0 ? 97 : 31);
            var evaluation = new PointEvaluation<Ball>(new BallEngine(name => Value(name), Bits, budget), budget);
            if (evaluation.Evaluate(gold, out var left) != PointStatus.Value || evaluation.Evaluate(answer, out var right) != PointStatus.Value || right.ContainsZero || left.ContainsZero)
                continue;
            var quotient = Ball.Divide(left, right, Bits);
            if (!equation && quotient.Sign <= 0)
                return Decision.Different("direction of the inequality");
            if (ratio is { } before && Ball.AreApart(before, quotient, Bits))
                return Decision.Different("equation", ScalarEquality.PointText(roles, Value));
            ratio = quotient;
            agreed++;
        }

        return agreed >= 3 ? Decision.Equal("equation up to scale") : Decision.Undecided("equation");
    }

    /// <summary>
    /// Equations that are no multiples of each other may still have the same solutions: xy = 1 and y = 1/x. Where the gold is linear in a name, its solution at a
    /// random point must satisfy the answer, and the other way round.
    /// </summary>
    private static Decision DecideBySolving(Expression gold, Expression answer, SymbolRoles roles, bool equation, PointBudget budget)
    {
        if (!equation || roles.HasWhole)
            return Decision.Different("equation");
        foreach (var name in roles.Names)
        {
            if (Implies(gold, answer, name, roles, budget) is not { } forth || Implies(answer, gold, name, roles, budget) is not { } back)
                continue;
            return forth && back ? Decision.Equal("same solutions") : Decision.Different("equation", $"solved for {name}");
        }

        return Decision.Different("equation");
    }

    private static bool? Implies(Expression given, Expression then, string name, SymbolRoles roles, PointBudget budget)
    {
        foreach (var seed in Seeds)
        {
            if (At(given, name, 0, seed) is not { } zero || At(given, name, 1, seed) is not { } one || At(given, name, 2, seed) is not { } two)
                return null;
            var slope = PrimeField.Add(one, PrimeField.Negate(zero));
            if (slope == 0 || PrimeField.Add(two, PrimeField.Negate(one)) != slope)
                return null;
            var root = PrimeField.Multiply(PrimeField.Negate(zero), PrimeField.Inverse(slope));
            if (At(then, name, root, seed) is not { } value)
                return null;
            if (value != 0)
                return false;
        }

        return true;

        ulong? At(Expression expression, string variable, ulong value, ulong seed)
        {
            var evaluation = new PointEvaluation<ulong>(new FieldEngine(seed, roles, budget), budget);
            evaluation.Bind(variable, value, -1);
            return evaluation.Evaluate(expression, out var result) == PointStatus.Value ? result : null;
        }
    }
}
