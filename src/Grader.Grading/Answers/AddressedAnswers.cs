using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>What stands at the address of a check in the tables of its part: a cell, a row, a column, a block. An empty cell is told, never guessed.</summary>
internal sealed class AddressedAnswers
{
    private readonly Check _check;
    private readonly WordLists _words;
    private readonly Sequence<Phrase> _rowLabels;
    private readonly Sequence<Phrase> _columnLabels;

    private AddressedAnswers(Check check, WordLists words)
    {
        (_check, _words) = (check, words);
        (_rowLabels, _columnLabels) = check switch
        {
            VectorCheck vector => (vector.RowLabels, default),
            MatrixCheck matrix => (matrix.RowLabels, matrix.ColumnLabels),
            _ => default,
        };
    }

    /// <param name="reading">What stands under the words that introduce the check's table.</param>
    /// <returns>By the first way of laying out a table that finds something, in the order of the text.</returns>
    public static IReadOnlyList<Answer> Of(Check check, PartReading reading)
    {
        if (!(reading.IsLabelled || check.Cells.Items.Any(cell => cell.Table.Count > 0)))
            return [];
        var answers = new AddressedAnswers(check, reading.Words);
        var tables = reading.Statements.OfType<TableStatement>().Select(LabelledTable.Of).OfType<LabelledTable>().ToList();
        foreach (var address in check.Cells)
        {
            List<Answer> found = [.. tables.Select(table => answers.In(table, address) ?? answers.In(table.Transposed, address) ?? answers.InPairs(table, address)).OfType<Answer>()];
            if (found.Count > 0)
                return found;
        }
        return [];
    }

    private Answer? In(LabelledTable table, CellAddress address)
    {
        if (_columnLabels.Count > 0 && _rowLabels.Count > 0 && Block(table) is { } block)
            return block;
        if (address.Row.Count == 0)
            return address.Column.Count > 0 && table.Column(address.Column) is >= 0 and var column ? Line(table, Ordered(table, row => row.Cells[column])) : null;
        // A row alone is the column of the table transposed.
        if (address.Column.Count == 0)
            return table.Row(address.Row) is >= 0 and var line ? Line(table, Ordered(table.Transposed, other => other.Cells[line])) : null;
        return table.Row(address.Row) is >= 0 and var r && table.Column(address.Column) is >= 0 and var c ? Of(table, [table.Rows[r].Cells[c]], cells => cells[0]) : null;
    }

    /// <summary>A cell whose one label names both its row and its column: <c>cost in iteration 1 | 122</c>, or the same with the labels above.</summary>
    private Answer? InPairs(LabelledTable table, CellAddress address)
    {
        if (address.Row.Count == 0 || address.Column.Count == 0 || LabelledTable.Pairs(table.Statement) is not { } pairs || pairs.Row(address.Row) is not (>= 0 and var row))
            return null;
        return LabelScore.Says(address.Column, _words.Of(pairs.Rows[row].Label)) ? Of(pairs, [pairs.Rows[row].Cells[0]], cells => cells[0]) : null;
    }

    /// <summary>The cells of a column, by the labels of their rows where the check names them.</summary>
    private List<Cell?> Ordered(LabelledTable table, Func<LabelledRow, Cell?> cell)
    {
        var rows = _rowLabels.Items.Select(label => table.Row([label])).ToList();
        return rows.Exists(row => row >= 0) ? rows.ConvertAll(row => row < 0 ? null : cell(table.Rows[row])) : [.. table.Rows.Select(cell)];
    }

    private Answer Line(LabelledTable table, List<Cell?> cells) => Of(table, cells, entries => new Listing(ListingKind.List, entries.ToSequence()));

    private Answer? Block(LabelledTable table)
    {
        var (rows, columns) = (_rowLabels.Items.Select(label => table.Row([label])).ToList(), _columnLabels.Items.Select(label => table.Column([label])).ToList());
        if (rows.Contains(-1) || columns.Contains(-1) || rows.Distinct().Count() < rows.Count || columns.Distinct().Count() < columns.Count)
            return null;
        return Of(table, [.. rows.SelectMany(row => columns.Select(column => table.Rows[row].Cells[column]))], entries => new Matrix(entries.Chunk(columns.Count).Select(row => row.ToSequence()).ToSequence()));
    }

    private Answer Of(LabelledTable table, List<Cell?> cells, Func<IReadOnlyList<Expression>, Expression> whole)
    {
        var present = cells.Where(cell => cell is not null && !string.IsNullOrWhiteSpace(cell.Text)).Select(cell => cell!).OrderBy(cell => cell.Place.Start).ToList();
        var entries = cells.ConvertAll(cell => cell is null ? null : Entry(cell));
        var unread = present.Find(cell => Entry(cell) is null);
        var trouble = present.Count < cells.Count ? cells.Count == 1 ? "its cell is empty" : $"{(present.Count == 0 ? "all" : $"{cells.Count - present.Count} of {cells.Count}")} of its cells are empty"
            : unread is not null ? $"the cell “{unread.Text.Trim()}” is not a number" : null;
        var place = present.Count == 0 ? cells.Find(cell => cell is not null)?.Place ?? table.Statement.Place : present[0].Place with { End = present[^1].Place.End, EndLine = present[^1].Place.EndLine, EndColumn = present[^1].Place.EndColumn };
        var text = present.Count == 0 ? "(empty)" : string.Join(", ", cells.Select(cell => cell?.Text.Trim() ?? ""));
        return new(table.Statement, trouble is null ? whole([.. entries.Select(entry => entry!)]) : null, text, place, [], _words.Introducing(table.Statement), 0) { Trouble = trouble };
    }

    /// <summary>A number, coordinates, or, where labels are asked for, the name of one.</summary>
    private Expression? Entry(Cell cell)
    {
        if (cell.Expression is Relation { Members: [.., var last] })
            return last;
        var isLabel = _check.Relabelled.Items.Any(relabelled => relabelled.By == RelabelledBy.Values);
        return isLabel && cell.Expression is null or Product && cell.Text.Length > 0 ? new Symbol(cell.Text.Trim()) : cell.Expression;
    }
}
