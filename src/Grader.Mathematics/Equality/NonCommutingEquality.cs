namespace Grader.Mathematics;

/// <summary>
/// Formulas in names of matrices, at random matrices over the prime field. What is a matrix, a vector or a scalar is not written: capitals are square matrices, small
/// letters columns, rows or scalars, Greek letters and divisors scalars; the first reading in which all shapes fit decides.
/// </summary>
internal sealed class NonCommutingEquality(EqualityOptions options, PointBudget budget)
{
    private static readonly ulong[] Seeds = [0xA77A_0001, 0xA77A_0002];

    private enum Reading
    {
        Columns,
        Rows,
        TransposedColumns,
        Squares,
    }

    public Decision Decide(Expression gold, Expression answer)
    {
        var roles = SymbolRoles.Of(gold, answer);
        if (roles.IsTooLarge)
            return Decision.Undecided("formula too large");
        var transposed = new HashSet<string>(StringComparer.Ordinal);
        var divisors = new HashSet<string>(StringComparer.Ordinal);
        Collect(gold, transposed, divisors, 0);
        Collect(answer, transposed, divisors, 0);
        foreach (var reading in (ReadOnlySpan<Reading>)[Reading.Columns, Reading.Rows, Reading.TransposedColumns, Reading.Squares])
        {
            if (DecideAs(reading, gold, answer, roles, transposed, divisors) is { } decision)
                return decision;
        }

        return Decision.Undecided(budget.IsSpent ? "budget spent" : "shapes that do not fit");
    }

    private Decision? DecideAs(Reading reading, Expression gold, Expression answer, SymbolRoles roles, HashSet<string> transposed, HashSet<string> divisors)
    {
        var opaque = false;
        foreach (var seed in Seeds)
        {
            var engine = new FieldMatrixEngine(seed, name => ShapeOf(name, reading, transposed, divisors), roles, budget);
            var evaluation = new PointEvaluation<FieldMatrix>(engine, budget);
            if (evaluation.Evaluate(gold, out var left) != PointStatus.Value || evaluation.Evaluate(answer, out var right) != PointStatus.Value)
                return null;
            opaque |= engine.SawOpaque;
            if (left.Rows != right.Rows || left.Columns != right.Columns)
                return Decision.Different("shape", $"{left.Rows}x{left.Columns} and {right.Rows}x{right.Columns} for matrices of three rows");
            if (!left.Entries.AsSpan().SequenceEqual(right.Entries))
                return opaque ? Decision.Undecided("unknown functions of matrices") : Decision.Different("random matrices");
        }

        return Decision.Equal("random matrices");
    }

    private (int Rows, int Columns) ShapeOf(string name, Reading reading, HashSet<string> transposed, HashSet<string> divisors)
    {
        const int Size = FieldMatrixEngine.Size;
        if (options.MatrixNames.Contains(name))
            return (Size, Size);
        var first = name[0];
        var greek = GreekLetters.IsName(name.AsSpan(0, name.IndexOfAny(['_', '\'']) is > 0 and var end ? end : name.Length));
        if (divisors.Contains(name) || (greek && !transposed.Contains(name)) || Constants.IsConstant(name))
            return (1, 1);
        if (char.IsUpper(first))
            return (Size, Size);
        return reading switch
        {
            Reading.Columns => (Size, 1),
            Reading.Rows => (1, Size),
            Reading.TransposedColumns => transposed.Contains(name) ? (Size, 1) : (1, 1),
            _ => (Size, Size),
        };
    }

    private static void Collect(Expression expression, HashSet<string> transposed, HashSet<string> divisors, int depth)
    {
        if (depth > 300)
            return;
        if (expression is Call { Function: "transpose", Arguments: [Symbol name] })
            transposed.Add(name.Name);
        if (expression is Quotient { Denominator: var denominator })
            divisors.UnionWith(SymbolRoles.Of(denominator).Names);
        foreach (var child in Children.Of(expression))
            Collect(child, transposed, divisors, depth + 1);
    }
}
