using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>A table seen by the labels in its first column and first row, or, transposed, the other way round.</summary>
/// <param name="Headers">Of the columns behind the first.</param>
/// <param name="Rows">Each with its label and the cells behind it; a cell that the row has not is null.</param>
internal sealed record LabelledTable(TableStatement Statement, IReadOnlyList<string> Headers, IReadOnlyList<LabelledRow> Rows)
{
    private List<WordList>? _rowWords;
    private List<WordList>? _columnWords;

    public static LabelledTable? Of(TableStatement given)
    {
        var table = TableBlock.WithoutIndex(given);
        var width = table.Rows.Count == 0 ? 0 : table.Rows.Items.Max(row => row.Count);
        if (width < 2)
            return null;
        var rows = table.Rows.Items.Skip(table.HasHeader ? 1 : 0).Select(row => new LabelledRow(row.Count > 0 ? row[0].Text : "", [.. Enumerable.Range(1, width - 1).Select(column => column < row.Count ? row[column] : null)]));
        var headers = Enumerable.Range(1, width - 1).Select(column => table.HasHeader && column < table.Rows[0].Count ? table.Rows[0][column].Text : "");
        return new(given, [.. headers], [.. rows]);
    }

    /// <summary>Of a table of two columns, or of a header and one row of numbers, each number with its one label; null for others.</summary>
    public static LabelledTable? Pairs(TableStatement table)
    {
        if (table is { HasHeader: true, Rows: [var heads, var values] } && heads.Count == values.Count && values.Items.All(cell => cell.Expression is not null))
            return new(table, [""], [.. heads.Items.Zip(values.Items, (head, value) => new LabelledRow(head.Text, [value]))]);
        return table.Rows.Count > 0 && table.Rows.Items.All(row => row.Count == 2) ? Of(table) : null;
    }

    public LabelledTable Transposed => new(Statement, [.. Rows.Select(row => row.Label)], [.. Headers.Select((header, column) => new LabelledRow(header, [.. Rows.Select(row => row.Cells[column])]))]);

    /// <summary>Index of the one row whose label says a phrase; −1 where none does, or several do alike.</summary>
    public int Row(Sequence<Phrase> phrases) => Find(phrases, _rowWords ??= [.. Rows.Select(row => WordsOf(row.Label))]);

    public int Column(Sequence<Phrase> phrases) => Find(phrases, _columnWords ??= [.. Headers.Select(WordsOf)]);

    /// <summary>A label that is the phrase goes before one that holds it: "cluster" is no "distance to cluster 1".</summary>
    private static int Find(Sequence<Phrase> phrases, List<WordList> labels)
    {
        var whole = Indices(labels, words => phrases.Items.Any(phrase => phrase.Find(words) is { Start: 0, Length: > 0 and var length } && length == words.Count));
        if (whole.Count > 0)
            return whole.Count == 1 ? whole[0] : -1;
        foreach (var phrase in phrases)
        {
            var holding = Indices(labels, words => phrase.Find(words).Length > 0);
            if (holding.Count == 1)
                return holding[0];
        }
        return -1;
    }

    /// <summary>The words of a label, without the commands that only say how they are set.</summary>
    private static WordList WordsOf(string label)
    {
        foreach (var command in (ReadOnlySpan<string>)["\\textbf", "\\text", "\\mathrm", "\\mathbf", "\\operatorname"])
            label = label.Replace(command, "", StringComparison.Ordinal);
        return Words.Of(label);
    }

    private static List<int> Indices(List<WordList> labels, Predicate<WordList> fits) => [.. Enumerable.Range(0, labels.Count).Where(index => fits(labels[index]))];
}

internal sealed record LabelledRow(string Label, IReadOnlyList<Cell?> Cells);
