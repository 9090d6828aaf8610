using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>The cells of a table that hold entries, with what names their rows and columns: no index column, no notes, no totals.</summary>
/// <param name="RowLabels">Empty where nothing names the rows.</param>
/// <param name="ColumnLabels">Empty where nothing names the columns.</param>
/// <param name="Corner">What stands above the names of the rows.</param>
/// <param name="LeftOut">The total rows and columns that are not in it; empty where there are none.</param>
internal sealed record TableBlock(IReadOnlyList<string> RowLabels, IReadOnlyList<string> ColumnLabels, string Corner, IReadOnlyList<IReadOnlyList<Cell>> Cells, string LeftOut)
{
    private static readonly HashSet<string> TotalWords = new(StringComparer.Ordinal) { "total", "totals", "sum", "sums", "summe", "gesamt", "somme", "suma", "totale", "totaal", "all", "margin", "合計", "合计", "합계" };

    private static readonly HashSet<string> IndexWords = new(StringComparer.Ordinal) { "", "no", "nr", "idx", "index", "n", "id" };

    /// <returns>Null where the rows differ in length, or there are none.</returns>
    public static TableBlock? Of(TableStatement given)
    {
        var table = WithoutIndex(given);
        // A Markdown table must have a header, so the first row of a matrix often stands there.
        var hasHeader = table.HasHeader && !table.Rows[0].Items.All(cell => IsEntry(cell.Expression));
        var rows = table.Rows.Items.Skip(hasHeader ? 1 : 0).ToList();
        if (rows.Count == 0 || rows.Exists(row => row.Count == 0))
            return null;
        var labels = rows.TrueForAll(row => row.Count > 1 && row[0].Expression is null or Symbol && row[0].Text.Length > 0) ? 1 : 0;
        var width = rows.Max(row => row.Count);
        var headers = hasHeader ? Enumerable.Range(0, width).Select(column => column < table.Rows[0].Count ? table.Rows[0][column].Text : "").ToList() : [];
        var isTotal = rows.ConvertAll(row => labels == 1 && SaysTotal(row[0].Text));
        var columns = Enumerable.Range(labels, width - labels)
            .Where(column => !hasHeader || !(SaysTotal(headers[column]) || (headers[column].Length > 0 && rows.TrueForAll(row => column >= row.Count || row[column].Expression is null))))
            .ToList();
        var kept = rows.Where((_, index) => !isTotal[index]).ToList();
        if (kept.Count == 0 || columns.Count == 0)
            return null;
        var rowTotals = isTotal.Contains(true);
        var columnTotals = hasHeader && headers.Skip(labels).Any(SaysTotal);
        return new(
            labels == 1 ? [.. kept.Select(row => row[0].Text)] : [],
            hasHeader ? [.. columns.Select(column => headers[column])] : [],
            hasHeader && labels == 1 ? headers[0] : "",
            [.. kept.Select(row => (IReadOnlyList<Cell>)[.. columns.Where(column => column < row.Count).Select(column => row[column])])],
            rowTotals && columnTotals ? "the totals of its rows and columns" : rowTotals ? "the row of totals" : columnTotals ? "the column of totals" : "");
    }

    /// <summary>The entries, row by row; null where a cell holds none.</summary>
    public IReadOnlyList<IReadOnlyList<Expression>>? Entries
    {
        get
        {
            var rows = Cells.Select(row => row.Select(Entry).ToList()).ToList();
            return rows.Exists(row => row.Count == 0 || row.Contains(null)) ? null : [.. rows.Select(row => (IReadOnlyList<Expression>)[.. row.Select(entry => entry!)])];
        }
    }

    /// <summary>The rows in the order of their labels, turned where the labels stand above the columns; null where it does not name them all.</summary>
    public TableBlock? Ordered(Sequence<Phrase> rowLabels, Sequence<Phrase> columnLabels)
    {
        if (rowLabels.Count == 0)
            return null;
        if (Indices(rowLabels, RowLabels) is { } rows)
        {
            var columns = columnLabels.Count == 0 ? null : Indices(columnLabels, ColumnLabels);
            return this with
            {
                RowLabels = [.. rows.Select(row => RowLabels[row])],
                ColumnLabels = columns is null ? ColumnLabels : [.. columns.Select(column => ColumnLabels[column])],
                Cells = [.. rows.Select(row => columns is null || Cells[row].Count < ColumnLabels.Count ? Cells[row] : [.. columns.Select(column => Cells[row][column])])],
            };
        }
        return Indices(rowLabels, ColumnLabels) is not null && Turned is { } turned && turned.RowLabels.Count > 0 ? turned.Ordered(rowLabels, columnLabels) : null;
    }

    /// <summary>Whether the phrases name the labels, each one.</summary>
    public static bool Names(Sequence<Phrase> phrases, IReadOnlyList<string> labels) => Indices(phrases, labels) is not null;

    /// <summary>Rows for columns; null for rows of different lengths.</summary>
    public TableBlock? Turned => Cells.Any(row => row.Count != Cells[0].Count)
        ? null
        : this with { RowLabels = ColumnLabels, ColumnLabels = RowLabels, Cells = [.. Enumerable.Range(0, Cells[0].Count).Select(column => (IReadOnlyList<Cell>)[.. Cells.Select(row => row[column])])] };

    /// <summary>The number or formula of a cell; of a chain, its last member.</summary>
    public static Expression? Entry(Cell cell) => cell.Expression is Relation { Members: [.., var last] } ? last : cell.Expression;

    /// <summary>A table without a first column that only counts its rows.</summary>
    public static TableStatement WithoutIndex(TableStatement table)
    {
        if (!table.HasHeader || table.Rows.Count < 3 || table.Rows.Items.Any(row => row.Count < 3) || !IndexWords.Contains(string.Concat(Words.Of(table.Rows[0][0].Text))))
            return table;
        var body = table.Rows.Items.Skip(1).ToList();
        var first = body[0][0].Expression is Number { Value: var start } ? start : Rational.Of(-1, 1);
        if (!(first.IsZero || first == Rational.One) || !body.TrueForAll(row => row[1].Expression is null or Symbol && row[1].Text.Length > 0))
            return table;
        for (var row = 0; row < body.Count; row++)
        {
            if (body[row][0].Expression is not Number { Value: var number } || number != first + Rational.Of(row, 1))
                return table;
        }
        return table with { Rows = table.Rows.Items.Select(row => row.Items.RemoveAt(0).ToSequence()).ToSequence() };
    }

    private static List<int>? Indices(Sequence<Phrase> phrases, IReadOnlyList<string> labels)
    {
        var words = labels.Select(Words.Of).ToList();
        var found = new List<int>();
        foreach (var phrase in phrases)
        {
            var whole = words.FindIndex(label => phrase.Find(label) is { Start: 0, Length: > 0 and var length } && length == label.Count);
            var index = whole >= 0 ? whole : words.FindIndex(label => phrase.Find(label).Length > 0);
            if (index < 0 || (whole < 0 && words.FindLastIndex(label => phrase.Find(label).Length > 0) != index))
                return null;
            found.Add(index);
        }
        return found.Distinct().Count() == found.Count ? found : null;
    }

    private static bool SaysTotal(string label) => label.Trim() is "Σ" or "∑" or "$\\Sigma$" or "$\\sum$" || Words.Of(label) is { Count: > 0 and <= 2 } words && words.Any(TotalWords.Contains);

    private static bool IsEntry(Expression? expression) => expression is Number or Negation || (expression is Symbol symbol && symbol.Name.Contains('_'));
}
