namespace Grader.Mathematics;

/// <summary>Infinite values: a sign is all that can be compared.</summary>
internal static class Infinities
{
    /// <summary>The decision where either side is infinite; null where neither is.</summary>
    public static Decision? Decide(Expression gold, Expression answer, SymbolRoles roles)
    {
        if (!roles.HasFunctions)
            return null;
        var left = SignOf(gold, 0);
        var right = SignOf(answer, 0);
        return (left, right) switch
        {
            (null, null) => null,
            (null, _) => Occurs(gold) ? Decision.Undecided("infinity in a formula") : Decision.Different("infinity", "the answer is infinite"),
            (_, null) => Occurs(answer) ? Decision.Undecided("infinity in a formula") : Decision.Different("infinity", "the answer is finite"),
            _ when left == right => Decision.Equal("infinity"),
            _ => Decision.Different("infinity", "infinite with another sign"),
        };
    }

    private static bool Occurs(Expression expression) => Children.Occur(expression, static part => part is Symbol { Name: "infinity" });

    /// <summary>The sign of an infinite value; null for any other.</summary>
    public static int? SignOf(Expression expression, int depth = 0)
    {
        if (depth > 50)
            return null;
        switch (expression)
        {
            case Symbol { Name: "infinity" }:
                return 1;
            case Negation negation:
                return -SignOf(negation.Operand, depth + 1);
            case Measured measured:
                return SignOf(measured.Amount, depth + 1);
            case Quotient { Denominator: Number { Value.Sign: > 0 } } quotient:
                return SignOf(quotient.Numerator, depth + 1);
            case Quotient { Denominator: Negation { Operand: Number { Value.Sign: > 0 } } } quotient:
                return -SignOf(quotient.Numerator, depth + 1);
            case Sum sum:
                // ∞ + 1 is ∞; ∞ − ∞ is nothing.
                int? all = null;
                foreach (var term in sum.Terms)
                {
                    var its = SignOf(term, depth + 1);
                    if (its is null ? term is not (Number or Negation { Operand: Number }) : all is not null && all != its)
                        return null;
                    all ??= its;
                }

                return all;
            case Product product:
                int? sign = null;
                foreach (var factor in product.Factors)
                {
                    var own = SignOf(factor, depth + 1);
                    if (own is null && factor is not Number { Value.Sign: > 0 })
                        return null;
                    sign = own is null ? sign : (sign ?? 1) * own;
                }

                return sign;
            default:
                return null;
        }
    }
}
