namespace Grader.Mathematics;

/// <summary>± and ∓: a formula with them stands for two, in which all ± have one sign and all ∓ the other.</summary>
internal static class PlusMinus
{
    public static bool Occurs(Expression expression) => Children.Occur(expression, static part => part is Call { Function: "plusminus" or "minusplus" });

    public static Sequence<Expression> Values(Expression expression) =>
        Occurs(expression) ? [With(expression, upper: true), With(expression, upper: false)] : [expression];

    private static Expression With(Expression expression, bool upper) => Children.Map(expression, child => With(child, upper)) switch
    {
        Call { Function: "plusminus" or "minusplus" } call => (call.Function == "plusminus") == upper
            ? call.Arguments.Count == 1 ? call.Arguments[0] : new Sum(call.Arguments)
            : call.Arguments.Count == 1 ? new Negation(call.Arguments[0]) : new Sum([call.Arguments[0], new Negation(call.Arguments[1])]),
        var other => other,
    };
}
