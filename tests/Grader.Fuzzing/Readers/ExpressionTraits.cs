using Grader.Fuzzing.Driving;
using Grader.Mathematics;

namespace Grader.Fuzzing.Readers;

/// <summary>What of an expression is a trait: each kind of node below each other, functions, operators, sizes.</summary>
internal static class ExpressionTraits
{
    // Any name may be called: only those that mean something are traits.
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "sqrt", "floor", "ceil", "round", "abs", "ln", "log", "exp", "sin", "cos", "tan", "asin", "acos", "atan", "max", "min", "if", "transpose", "inverse", "factorial", "binomial", "index", "subscript", "sum", "mean", "ratio", "det", "trace", "norm", "mod", "range", "prime", "gcd", "union", "intersection",
    };

    public static void Add(Traits traits, string reader, Expression expression)
    {
        var nodes = 0;
        Walk(traits, reader, expression, "", ref nodes);
        traits.Count(reader + " nodes", nodes);
    }

    private static void Walk(Traits traits, string reader, Expression expression, string above, ref int nodes)
    {
        nodes++;
        Promise.Hold(expression is not Symbol { Name: "" }, "a name is not empty");
        var name = Name(expression);
        traits.Add(reader, above, name);
        var children = Children.Of(expression);
        if (children.Count > 3)
            traits.Count($"{reader} {name}", children.Count);
        foreach (var child in children)
            Walk(traits, reader, child, name, ref nodes);
    }

    private static string Name(Expression expression) => expression switch
    {
        Number { Written: { } written } => written.Whole ? "integer" : "decimal",
        Symbol symbol => symbol.Name.Length == 1 ? "letter" : symbol.Name.Contains('/') ? "derivative" : symbol.Name.Contains('_') ? "indexed" : symbol.Name.Contains('.') ? "dotted" : symbol.Name.Length < 4 ? "short" : "name",
        Call call => $"call {(Functions.Contains(call.Function) ? call.Function : "other")}",
        Measured measured => $"in {(measured.Unit.Length <= 2 ? measured.Unit : "unit")}",
        Relation relation => $"relation {(relation.Operators.Count > 0 ? relation.Operators[0] : "")}",
        Listing listing => $"{listing.Kind}",
        Matrix matrix => matrix.IsRectangular ? matrix.RowCount == 1 ? "row" : matrix.ColumnCount == 1 ? "column" : "matrix" : "ragged",
        BigOperation operation => $"{operation.Operator} {operation.Lower is not null} {operation.Upper is not null}",
        _ => expression.GetType().Name,
    };
}
