namespace Grader.Mathematics;

/// <summary>Symbolic differentiation, so that a derivative that was carried out and one that was not can be compared.</summary>
internal static class Derivatives
{
    private const int MaximumDepth = 60;
    private const int MaximumNodes = 4_000;

    /// <summary>The formula with each derivative carried out where that can be done.</summary>
    public static Expression CarryOut(Expression expression, int depth = 0)
    {
        if (depth > 200)
            return expression;
        var mapped = Children.Map(expression, child => CarryOut(child, depth + 1));
        if (mapped is not Call { Function: "derivative", Arguments: [var operand, Symbol variable, ..] } call)
            return mapped;
        var times = call.Arguments.Count > 2 && call.Arguments[2] is Number { Value.IsInteger: true } order ? (int)Rational.Min(order.Value, 20).Numerator : 1;
        Expression? result = operand;
        for (var i = 0; i < times && result is not null; i++)
            result = Children.Left(result, MaximumNodes) > 0 ? Of(result, variable.Name, 0) : null;
        return result ?? mapped;
    }

    public static bool Occur(Expression expression) => Children.Occur(expression, static part => part is Call { Function: "derivative" });

    private static Expression? Of(Expression expression, string variable, int depth)
    {
        if (depth > MaximumDepth)
            return null;
        switch (expression)
        {
            case Symbol symbol:
                return symbol.Name == variable ? Constants.One : Constants.Zero;
            case var constant when !SymbolRoles.Of(constant).Contains(variable) && constant is not BigOperation:
                return Constants.Zero;
            case Negation negation:
                return Of(negation.Operand, variable, depth + 1) is { } negated ? new Negation(negated) : null;
            case Sum sum:
                var terms = sum.Terms.Items.Select(term => Of(term, variable, depth + 1)).ToList();
                return terms.Contains(null) ? null : new Sum([.. terms!]);
            case Product product:
                return OfProduct(product.Factors, variable, depth);
            case Quotient quotient:
                return OfProduct([quotient.Numerator, new Power(quotient.Denominator, new Negation(Constants.One))], variable, depth);
            case Power power:
                return OfPower(power, variable, depth);
            case Call { Arguments: [var argument] } call when Outer(call.Function, argument) is { } outer:
                return Of(argument, variable, depth + 1) is { } inner ? new Product([outer, inner]) : null;
            default:
                return null;
        }
    }

    private static Sum? OfProduct(Sequence<Expression> factors, string variable, int depth)
    {
        var terms = new List<Expression>();
        for (var i = 0; i < factors.Count; i++)
        {
            if (Of(factors[i], variable, depth + 1) is not { } derived)
                return null;
            terms.Add(new Product(new(factors.Items.SetItem(i, derived))));
        }

        return new([.. terms]);
    }

    private static Product? OfPower(Power power, string variable, int depth)
    {
        var (root, exponent) = (power.Base, power.Exponent);
        if (!SymbolRoles.Of(exponent).Contains(variable))
            return Of(root, variable, depth + 1) is { } inner ? new([exponent, new Power(root, new Sum([exponent, new Negation(Constants.One)])), inner]) : null;
        // (e^(v ln u))' = u^v (v ln u)'
        var logarithm = root is Symbol { Name: "e" } ? exponent : new Product([exponent, new Call("ln", [root])]);
        return Of(logarithm, variable, depth + 1) is { } derived ? new([power, derived]) : null;
    }

    private static Expression? Outer(string function, Expression x)
    {
        Expression square = new Power(x, new Number(2));
        Expression minusOne = new Negation(Constants.One);
        return function switch
        {
            "sin" => new Call("cos", [x]),
            "cos" => new Negation(new Call("sin", [x])),
            "tan" => new Power(new Call("cos", [x]), new Number(-2)),
            "exp" => new Call("exp", [x]),
            "ln" or "log" => new Quotient(Constants.One, x),
            "sqrt" => new Quotient(Constants.One, new Product([new Number(2), new Call("sqrt", [x])])),
            "sinh" => new Call("cosh", [x]),
            "cosh" => new Call("sinh", [x]),
            "tanh" => new Power(new Call("cosh", [x]), new Number(-2)),
            "asin" => new Quotient(Constants.One, new Call("sqrt", [new Sum([Constants.One, new Negation(square)])])),
            "acos" => new Quotient(minusOne, new Call("sqrt", [new Sum([Constants.One, new Negation(square)])])),
            "atan" => new Quotient(Constants.One, new Sum([Constants.One, square])),
            "sigmoid" => new Product([new Call("sigmoid", [x]), new Sum([Constants.One, new Negation(new Call("sigmoid", [x]))])]),
            _ => null,
        };
    }
}
