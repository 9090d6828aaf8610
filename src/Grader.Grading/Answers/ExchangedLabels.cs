using System.Collections.Immutable;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>An answer with its labels exchanged: label k becomes <c>order[k]</c>.</summary>
internal static class ExchangedLabels
{
    public static Expression In(Expression answer, RelabelledBy by, ImmutableArray<int> order, Relabelling relabelling, LabelNames names) => by switch
    {
        RelabelledBy.Values => Values(answer, entry => names[entry] is { } label ? relabelling.Labels[order[label]] : entry),
        RelabelledBy.Rows when SubmittedMatrix.RowsOf(answer) is { } rows => Rows(rows, order) ?? answer,
        RelabelledBy.Columns when SubmittedMatrix.RowsOf(answer) is { } rows && rows.All(row => row.Count == order.Length) => new Matrix(rows.Select(row => Ordered(row, order).ToSequence()).ToSequence()),
        _ => answer,
    };

    /// <summary>The names of labels in an answer whose values are labels.</summary>
    public static IEnumerable<Expression> Labels(Expression answer) => answer switch
    {
        Listing list => list.Elements.Items.SelectMany(Labels),
        Matrix matrix => matrix.Rows.Items.SelectMany(row => row.Items).SelectMany(Labels),
        Call { Function: "transpose", Arguments: [var inner] } => Labels(inner),
        _ => [answer],
    };

    private static Expression Values(Expression answer, Func<Expression, Expression> exchange) => answer switch
    {
        Listing list => list with { Elements = list.Elements.Items.Select(element => Values(element, exchange)).ToSequence() },
        Matrix matrix => new Matrix(matrix.Rows.Items.Select(row => row.Items.Select(entry => Values(entry, exchange)).ToSequence()).ToSequence()),
        Call { Function: "transpose", Arguments: [var inner] } call => call with { Arguments = [Values(inner, exchange)] },
        _ => exchange(answer),
    };

    private static Expression? Rows(IReadOnlyList<IReadOnlyList<Expression>> rows, ImmutableArray<int> order)
    {
        if (rows.Count == order.Length)
            return new Matrix(Ordered(rows, order).Select(row => row.ToSequence()).ToSequence());
        // A vector may stand in one row.
        return rows is [var entries] && entries.Count == order.Length ? new Listing(ListingKind.List, Ordered(entries, order).ToSequence()) : null;
    }

    private static T[] Ordered<T>(IReadOnlyList<T> items, ImmutableArray<int> order)
    {
        var ordered = new T[items.Count];
        for (var i = 0; i < order.Length; i++)
            ordered[order[i]] = items[i];
        return ordered;
    }
}
