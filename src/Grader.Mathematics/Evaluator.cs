namespace Grader.Mathematics;

/// <summary>Evaluates a formula: exactly where it can, in doubles where a function is irrational, symbolically where a name has no value.</summary>
public static class Evaluator
{
    /// <param name="lookup">The value of a name, or null: the name then stays a symbol.</param>
    public static Evaluation Evaluate(Expression expression, Func<string, Value?> lookup) => throw new InvalidOperationException("contract");

    /// <summary>Evaluates a formula in which every name is a constant such as <c>pi</c>.</summary>
    public static Evaluation Evaluate(Expression expression) => Evaluate(expression, static _ => null);
}

/// <param name="Value">The value, or null where there is none.</param>
/// <param name="Problem">Why there is none: <c>division by zero in 1/(a - a)</c>, <c>shapes 2x3 and 2x3 cannot be multiplied</c>.</param>
public sealed record Evaluation(Value? Value, string? Problem);
