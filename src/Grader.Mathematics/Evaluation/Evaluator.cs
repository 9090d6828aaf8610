using System.Collections.Immutable;

namespace Grader.Mathematics;

/// <summary>Evaluates a formula: exactly where it can, in doubles where a function is irrational, symbolically where a name has no value.</summary>
/// <remarks>
/// A product of two arrays is the product of linear algebra: a vector before a matrix is a row, after it a column, two vectors give their scalar product.
/// Sums, differences, quotients, powers and functions of arrays go entry by entry; axes of length 1, and missing outer axes, are repeated, so a vector is added to
/// every row of a matrix. A square matrix to a whole power is the matrix power, and −1 its inverse. Indices count from 1: <c>x[1]</c>, <c>X[2, 1]</c>, <c>X[2]</c> is a
/// row. <c>sum</c>, <c>mean</c>, <c>max</c> and <c>min</c> of one array take all its entries, and with a second argument n they run along axis n (1: down the rows).
/// <c>log</c> is natural, <c>log(x, b)</c> has base b. A percentage is its fraction; other units are left to the caller.
/// </remarks>
public static class Evaluator
{
    /// <param name="lookup">The value of a name, or null: the name then stays a symbol.</param>
    /// <param name="functions">Functions of the caller's own, by name: null where it has none of this name. They come before those known here.</param>
    public static Evaluation Evaluate(Expression expression, Func<string, Value?> lookup, Func<string, ImmutableArray<Value>, Evaluation?>? functions = null) =>
        Evaluate(expression, new ValueEvaluation(lookup, functions));

    private static Evaluation Evaluate(Expression expression, ValueEvaluation evaluation)
    {
        var value = evaluation.Evaluate(expression);
        return value is null ? new(null, evaluation.Problem ?? $"no value of {expression}") : new(value, null);
    }

    /// <summary>Evaluates a formula of a case file. What is no value and has no symbol in it is a problem, never a symbol.</summary>
    /// <remarks>
    /// Besides what every formula has: a comparison with an array goes entry by entry, and gives 1 where it holds and 0 where it does not; <c>if</c> of such an array chooses entry
    /// by entry; a truth in arithmetic counts as 1 or 0; <c>and or not row column length prod softmax var std argmin argmax</c>; variances divide by the number of entries; of
    /// equals the first is taken. One index is enough for an entry of a column. A sum or product over no index is a problem.
    /// </remarks>
    public static Evaluation EvaluateCase(Expression expression, Func<string, Value?> lookup, Func<string, ImmutableArray<Value>, Evaluation?>? functions = null) =>
        Evaluate(expression, new ValueEvaluation(lookup, functions, caseLanguage: true));

    /// <summary>Evaluates a formula in which every name is a constant such as <c>pi</c>.</summary>
    public static Evaluation Evaluate(Expression expression) => Evaluate(expression, static _ => null);
}

/// <param name="Value">The value, or null where there is none.</param>
/// <param name="Problem">Why there is none: <c>division by zero in 1/(a - a)</c>, <c>shapes 2x3 and 2x3 cannot be multiplied</c>.</param>
public sealed record Evaluation(Value? Value, string? Problem);
