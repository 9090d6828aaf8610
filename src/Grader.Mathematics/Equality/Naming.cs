namespace Grader.Mathematics;

/// <summary>Left sides that only name what the right side says.</summary>
internal static class Naming
{
    /// <summary>Whether an expression is a name: <c>x</c>, <c>f(x)</c>, <c>AB</c>, <c>|AB|</c>, <c>NO/BO</c>; not <c>2x</c> or <c>x + y</c>.</summary>
    public static bool IsName(Expression expression) => expression switch
    {
        Symbol symbol => !Constants.IsConstant(symbol.Name),
        Call { Function: "ratio" or "abs" or "norm" or "det" or "transpose" } call => call.Arguments.Items.All(IsName),
        Call { Function: "sqrt" or "ln" or "log" or "exp" or "plusminus" or "factorial" or "sin" or "cos" or "tan" or "floor" or "ceil" } => false,
        Call call => call.Arguments.Items.All(static argument => argument is Symbol or Number or Product or Sum or Listing or Negation or Relation or Call),
        Product product => product.Factors.Items.All(static factor => factor is Symbol symbol && char.IsUpper(symbol.Name[0])),
        Quotient quotient => IsName(quotient.Numerator) && IsName(quotient.Denominator),
        Listing listing => listing.Elements.Items.All(IsName),
        Matrix matrix => matrix.Rows.Items.All(static row => row.Items.All(static cell => cell is Symbol)),
        _ => false,
    };

    /// <summary>The answer with its dummy names replaced by the gold's: f(n) = n + 1 is f(x) = x + 1.</summary>
    public static Expression Renamed(Relation gold, Relation answer)
    {
        if (gold.Members[0] is not Call { Arguments: [Symbol dummy] } one || answer.Members[0] is not Call { Arguments: [Symbol other] } two || one.Function != two.Function || dummy.Name == other.Name)
            return answer;
        return SymbolRoles.Of(answer).Contains(dummy.Name) ? answer : Replace(answer, other, dummy, 0);
    }

    private static Expression Replace(Expression expression, Symbol from, Symbol to, int depth) =>
        expression.Equals(from) ? to : depth > 300 ? expression : Children.Map(expression, child => Replace(child, from, to, depth + 1));
}
