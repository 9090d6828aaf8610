using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>The rows of a matrix as a student wrote it, its transpose sign carried out. Rows may differ in length.</summary>
internal static class SubmittedMatrix
{
    public static IReadOnlyList<IReadOnlyList<Expression>>? RowsOf(Expression? expression) => expression switch
    {
        Matrix matrix => [.. matrix.Rows.Items.Select(row => (IReadOnlyList<Expression>)row.Items)],
        Listing { Kind: not ListingKind.Set, Elements.Count: > 0 } list when list.Elements.Items.All(element => element is Listing or Matrix) && list.Elements.Items.Select(VectorOf).ToList() is var rows && !rows.Contains(null) => rows!,
        Listing { Kind: not ListingKind.Set } list => [list.Elements.Items],
        Call { Function: "transpose", Arguments: [var inner] } when RowsOf(inner) is { } rows => Transpose(rows),
        _ => null,
    };

    /// <summary>All entries, where there is one row or one column.</summary>
    public static IReadOnlyList<Expression>? VectorOf(Expression? expression) => RowsOf(expression) switch
    {
        [var row] => row,
        { } rows when rows.All(row => row.Count == 1) => [.. rows.Select(row => row[0])],
        _ => null,
    };

    /// <returns>Null for rows of different lengths: which cell is lost is not for us to guess.</returns>
    private static List<IReadOnlyList<Expression>>? Transpose(IReadOnlyList<IReadOnlyList<Expression>> rows)
    {
        if (rows.Count == 0 || rows.Any(row => row.Count != rows[0].Count))
            return null;
        return [.. Enumerable.Range(0, rows[0].Count).Select(column => (IReadOnlyList<Expression>)[.. rows.Select(row => row[column])])];
    }

    /// <summary>The rows as a value, or null where they are ragged or an entry has no value.</summary>
    public static Value? ValueOf(IReadOnlyList<IReadOnlyList<Expression>>? rows, bool vector)
    {
        if (rows is null || rows.Count == 0 || rows.Any(row => row.Count != rows[0].Count))
            return null;
        var entries = new List<Value>();
        foreach (var entry in rows.SelectMany(row => row))
        {
            if (Evaluator.Evaluate(entry).Value is not { } value)
                return null;
            entries.Add(value);
        }
        Sequence<int> shape = vector ? [entries.Count] : [rows.Count, rows[0].Count];
        return new Tensor(shape, entries.ToSequence());
    }
}
