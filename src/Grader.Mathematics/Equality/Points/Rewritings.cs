namespace Grader.Mathematics;

/// <summary>Functions by others that hold wherever they are defined, so that identities between them need no sampling of reals.</summary>
internal static class Rewritings
{
    public static Expression? Of(Call call) => call switch
    {
        { Function: "tan", Arguments: [var x] } => new Quotient(Function("sin", x), Function("cos", x)),
        { Function: "cot", Arguments: [var x] } => new Quotient(Function("cos", x), Function("sin", x)),
        { Function: "sec", Arguments: [var x] } => new Quotient(Constants.One, Function("cos", x)),
        { Function: "csc", Arguments: [var x] } => new Quotient(Constants.One, Function("sin", x)),
        { Function: "sinh", Arguments: [var x] } => new Quotient(new Sum([Exponential(x), new Negation(Exponential(new Negation(x)))]), Two),
        { Function: "cosh", Arguments: [var x] } => new Quotient(new Sum([Exponential(x), Exponential(new Negation(x))]), Two),
        { Function: "tanh", Arguments: [var x] } => new Quotient(Function("sinh", x), Function("cosh", x)),
        { Function: "coth", Arguments: [var x] } => new Quotient(Function("cosh", x), Function("sinh", x)),
        { Function: "sech", Arguments: [var x] } => new Quotient(Constants.One, Function("cosh", x)),
        { Function: "csch", Arguments: [var x] } => new Quotient(Constants.One, Function("sinh", x)),
        { Function: "asec", Arguments: [var x] } => Function("acos", new Quotient(Constants.One, x)),
        { Function: "acsc", Arguments: [var x] } => Function("asin", new Quotient(Constants.One, x)),
        { Function: "sigmoid", Arguments: [var x] } => new Quotient(Constants.One, new Sum([Constants.One, Exponential(new Negation(x))])),
        { Function: "relu", Arguments: [var x] } => new Call("max", [Constants.Zero, x]),
        { Function: "log", Arguments: [var x] } => Function("ln", x),
        { Function: "log", Arguments: [var x, var b] } => new Quotient(Function("ln", x), Function("ln", b)),
        { Function: "log2", Arguments: [var x] } => new Quotient(Function("ln", x), Function("ln", Two)),
        { Function: "log10", Arguments: [var x] } => new Quotient(Function("ln", x), Function("ln", new Number(10))),
        { Function: "norm", Arguments: [var x] } => Function("abs", x),
        _ => null,
    };

    private static readonly Expression Two = new Number(2);

    private static Call Function(string name, Expression argument) => new(name, [argument]);

    private static Power Exponential(Expression exponent) => new(Constants.Euler, exponent);
}
