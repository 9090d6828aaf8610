namespace Grader.Mathematics;

/// <summary>Decides whether two scalar formulas are equal as functions of their names.</summary>
/// <param name="tells">A difference is to have a point to show, which costs more than finding it.</param>
internal sealed class ScalarEquality(EqualityOptions options, PointBudget budget, bool tells = true)
{
    // Formulas that differ agree at a random point of the field with a chance of about degree / 2^64.
    private static readonly ulong[] FieldSeeds = [0x5EED_0001, 0x5EED_0002];
    private static readonly ulong[] WholeSeeds = [0x5EED_0011, 0x5EED_0012, 0x5EED_0013, 0x5EED_0014, 0x5EED_0015, 0x5EED_0016, 0x5EED_0017, 0x5EED_0018];

    // Whole numbers, where gcd and factorials live, and places beside the steps of floor and round.
    private static readonly Rational[] Offsets =
        [0, Rational.Of(1, 7), 0, Rational.PowerOfTen(-9), -Rational.PowerOfTen(-9), Rational.Of(1, 2), 0, Rational.Of(1, 2) - Rational.PowerOfTen(-9), Rational.Of(5, 11)];

    public Decision Decide(Expression gold, Expression answer)
    {
        if (gold.Equals(answer))
            return Decision.Equal("same formula");
        var roles = SymbolRoles.Of(gold, answer);
        if (roles.IsTooLarge)
            return Decision.Undecided("formula too large");
        if (roles.HasArrays)
            return Decision.Undecided("arrays among scalars");
        if (Infinities.Decide(gold, answer, roles) is { } infinite)
            return infinite;
        if (roles.Names.Count == 0 && DecideExactly(gold, answer, roles) is { } exact)
            return exact;

        var field = DecideInField(gold, answer, roles, imaginary: false);
        if (field is { Verdict: not EqualityVerdict.Undecided } && !(field.Verdict == EqualityVerdict.Different && roles.Contains("i")))
            return tells && field.Verdict == EqualityVerdict.Different ? field with { Witness = Witness(gold, answer, roles) } : field;
        if (roles.Contains("i"))
            return DecideComplex(gold, answer, roles);
        if (budget.IsSpent)
            return Decision.Undecided("budget spent");
        if (DecideAtWholePoints(gold, answer, roles) is { } whole)
            return whole;
        return new RealEquality(options, budget).Decide(gold, answer, roles);
    }

    private Decision? DecideExactly(Expression gold, Expression answer, SymbolRoles roles)
    {
        var evaluation = new PointEvaluation<Rational>(new ExactEngine(static _ => null), budget);
        var one = evaluation.Evaluate(gold, out var left);
        if (one is not (PointStatus.Value or PointStatus.Undefined))
            return null;
        var other = evaluation.Evaluate(answer, out var right);
        return (one, other) switch
        {
            (PointStatus.Value, PointStatus.Value) => left == right ? Decision.Equal("exact value") : Decision.Different("exact value", $"{Short(left)} and {Short(right)}"),
            (PointStatus.Undefined, PointStatus.Undefined) => Decision.Undecided("no value"),
            (PointStatus.Undefined, PointStatus.Value) => RealEquality.DecideOneSided(gold, answer, roles, budget, "one side has no real value"),
            (PointStatus.Value, PointStatus.Undefined) => RealEquality.DecideOneSided(gold, answer, roles, budget, "the answer has no real value"),
            _ => null,
        };
    }

    private Decision DecideComplex(Expression gold, Expression answer, SymbolRoles roles)
    {
        var field = DecideInField(gold, answer, roles, imaginary: true);
        if (field.Verdict != EqualityVerdict.Undecided || budget.IsSpent)
            return field;
        return new ComplexEquality(budget).Decide(gold, answer, roles);
    }

    private Decision DecideInField(Expression gold, Expression answer, SymbolRoles roles, bool imaginary)
    {
        var agreed = 0;
        var opaque = false;
        foreach (var seed in roles.HasWhole ? WholeSeeds : FieldSeeds)
        {
            var engine = new FieldEngine(seed, roles, budget) { Imaginary = imaginary };
            var evaluation = new PointEvaluation<ulong>(engine, budget);
            var one = evaluation.Evaluate(gold, out var left);
            var right = 0UL;
            var other = one is PointStatus.Value or PointStatus.Undefined ? evaluation.Evaluate(answer, out right) : one;
            opaque |= engine.SawOpaque;
            if (one == PointStatus.OverBudget || other == PointStatus.OverBudget)
                return Decision.Undecided("budget spent");
            if (one is not PointStatus.Value || other is not PointStatus.Value)
                continue;
            if (left != right)
                return opaque ? Decision.Undecided("unknown functions") : Decision.Different("random points");
            agreed++;
        }

        return agreed >= 2 ? Decision.Equal("random points") : Decision.Undecided("no value");
    }

    /// <summary>Binomials, factorials, remainders: exact values at small whole numbers.</summary>
    private Decision? DecideAtWholePoints(Expression gold, Expression answer, SymbolRoles roles)
    {
        if (!roles.HasWholeFunctions || roles.Names.Count == 0)
            return null;
        var agreed = 0;
        for (var point = 0; point < 2 * Offsets.Length; point++)
        {
            var seed = (ulong)point + 0x3017;
            var offset = Offsets[point % Offsets.Length];
            Rational Value(string name) => roles.WholeValue(name, seed) ?? 1 + (long)(PrimeField.Hash(name, seed) % 40) + offset;
            var evaluation = new PointEvaluation<Rational>(new ExactEngine(name => Value(name)), budget);
            if (evaluation.Evaluate(gold, out var left) != PointStatus.Value || evaluation.Evaluate(answer, out var right) != PointStatus.Value)
                continue;
            if (left != right)
                return Decision.Different("exact points", $"{PointText(roles, Value)}: {Short(left)} and {Short(right)}");
            agreed++;
        }

        return agreed >= 8 ? Decision.Equal("exact points") : null;
    }

    /// <summary>A point of small numbers where the values differ, for a person to check.</summary>
    private static string? Witness(Expression gold, Expression answer, SymbolRoles roles)
    {
        var budget = new PointBudget(5_000);
        for (var point = 0; point < 4; point++)
        {
            var shift = point;
            Rational Value(string name) => 2 + roles.Names.IndexOf(name) + shift;
            var evaluation = new PointEvaluation<Rational>(new ExactEngine(name => Value(name)), budget);
            if (evaluation.Evaluate(gold, out var left) == PointStatus.Value && evaluation.Evaluate(answer, out var right) == PointStatus.Value && left != right)
                return $"{PointText(roles, Value)}: {Short(left)} and {Short(right)}";
            if (RealWitness(gold, answer, roles, Value, budget) is { } real)
                return real;
        }

        return null;
    }

    private static string? RealWitness(Expression gold, Expression answer, SymbolRoles roles, Func<string, Rational> value, PointBudget budget)
    {
        const int Bits = 96;
        var evaluation = new PointEvaluation<Ball>(new BallEngine(name => value(name), Bits, budget), budget);
        return evaluation.Evaluate(gold, out var left) == PointStatus.Value && evaluation.Evaluate(answer, out var right) == PointStatus.Value && Ball.AreApart(left, right, Bits)
            ? $"{PointText(roles, value)}: {Ball.ToTexts(left, right, Bits)}"
            : null;
    }

    internal static string PointText(SymbolRoles roles, Func<string, Rational> value) =>
        roles.Names.Count == 0 ? "value" : string.Join(", ", roles.Names.Take(6).Select(name => $"{name} = {value(name)}"));

    internal static string Short(Rational value)
    {
        if (value.Numerator.GetBitLength() + value.Denominator.GetBitLength() > 200)
            return value.ToDouble().ToString("G7");
        return value.ToString();
    }
}
