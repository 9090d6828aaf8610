using System.Text.RegularExpressions;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>A vector that stands one entry a row (or a column) of a table, or one entry a line, each beside the name of its row.</summary>
internal static partial class LabelledVector
{
    private const int MostHeadWords = 3;

    /// <summary>The column whose header fits the check, or the row whose label does; its empty cells are told, never guessed.</summary>
    public static IEnumerable<Answer> InTables(VectorCheck check, IEnumerable<Statement> statements, WordLists words)
    {
        var order = 0;
        foreach (var given in statements.OfType<TableStatement>())
        {
            var table = TableBlock.WithoutIndex(given);
            var headers = table.HasHeader ? table.Rows[0] : [];
            var vectors = In(check, headers, [.. table.Rows.Items.Skip(table.HasHeader ? 1 : 0)]).ToList();
            foreach (var (cells, title) in vectors)
                yield return Of(given, cells, title, isAlone: vectors.Count == 1, order++, words);
        }
    }

    private static IEnumerable<(List<Cell?> Cells, string Title)> In(VectorCheck check, Sequence<Cell> headers, List<Sequence<Cell>> rows)
    {
        var labels = check.RowLabels.Items;
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        var byRow = labels.Select(label => rows.Find(row => row.Count > 1 && Says(label, row[0].Text))).ToList();
        if (byRow.Count > 0 && byRow.TrueForAll(row => row.Items.Length > 0) && byRow.Distinct().Count() == byRow.Count)
        {
            for (var c = 1; c < width; c++)
                yield return (byRow.ConvertAll(row => c < row.Count ? row[c] : null), c < headers.Count ? headers[c].Text : "");
            yield break;
        }
        var columns = labels.Select(label => headers.Items.ToList().FindIndex(cell => Says(label, cell.Text))).ToList();
        if (columns.Count > 0 && columns.TrueForAll(column => column >= 0) && columns.Distinct().Count() == columns.Count)
        {
            // Where the names stand above all columns, no column is left to name the row.
            foreach (var row in rows)
                yield return (columns.ConvertAll(column => column < row.Count ? row[column] : null), row.Count > 0 && !columns.Contains(0) ? row[0].Text : "");
            yield break;
        }
        // As many rows of numbers as there are entries, with nothing that names them.
        if (labels.Length > 1 && headers.Count > 0 && rows.Count == labels.Length && rows.TrueForAll(row => row.Count == headers.Count && row.Items.All(cell => TableBlock.Entry(cell) is { } entry && SubmittedNumber.Of(entry) is not null)))
        {
            for (var c = 0; c < headers.Count; c++)
                yield return ([.. rows.Select(row => (Cell?)row[c])], headers[c].Text);
        }
    }

    /// <summary>One number a row label, collected from separate statements: <c>M1: 13</c>.</summary>
    public static Answer? InLines(VectorCheck check, IReadOnlyList<Answer> numbers)
    {
        var entries = new List<Answer>();
        foreach (var label in check.RowLabels)
        {
            var scored = numbers.Where(answer => answer.Statement is not TableStatement && IsOf(label, answer)).Select(answer => (Answer: answer, Weight: LabelScore.Of(check.Labels, answer)?.Weight ?? 0)).Where(item => item.Weight > 0).ToList();
            // "M1: mean 13, variance 1": what is named itself goes before what its sentence names.
            var named = scored.Where(item => item.Weight == scored.Max(other => other.Weight)).Select(item => item.Answer).ToList();
            // "M1: 1" in a list of entries goes before "mean of M1 = 13" below it, which says more than the name of its row.
            if (named.Count > 1)
                named.RemoveAll(answer => label.Find(answer.Label) is var name && name.Length < answer.Label.Count);
            if (named.Count != 1)
                return null;
            entries.Add(named[0]);
        }
        return entries.Count == 0 ? null : Joined(entries);
    }

    /// <summary>Its label names the row, or the few words do that it stands under.</summary>
    private static bool IsOf(Phrase label, Answer answer) =>
        label.Find(answer.Label).Length > 0 || (answer.Statement is FormulaStatement && answer.Context is [{ Count: > 0 and <= MostHeadWords } head, ..] && label.Find(head).Length > 0);

    /// <summary>Entries one after the other on a line, each beside the name of its row, of which the first says what they are: <c>Means: M1: 13, M2: 5</c>, <c>Clusters: A → 1, B → 1</c>.</summary>
    /// <param name="numbers">In the order of the text.</param>
    public static Answer? InRun(VectorCheck check, IReadOnlyList<Answer> numbers)
    {
        Answer? found = null;
        var labels = check.RowLabels.Items;
        for (var i = 0; labels.Length > 1 && i + labels.Length <= numbers.Count; i++)
        {
            if (labels[0].Find(numbers[i].Label).Length == 0 || LabelScore.Of(check.Labels, numbers[i]) is not { Own: > 0 })
                continue;
            var run = numbers.Skip(i).Take(labels.Length).ToList();
            var follows = Enumerable.Range(1, labels.Length - 1).All(k => IsOnLine(run[0], run[k]) && labels[k].Find(run[k].Label) is { Length: > 0 } name && name.Length == run[k].Label.Count);
            // One entry more under no other name would be a row that is not asked, or the list of another thing.
            if (follows && !run.Exists(entry => entry.Trouble is not null || entry.Expression is null))
                found = Joined(run);
        }
        return found;
    }

    private static bool IsOnLine(Answer one, Answer other) => other.Statement is not TableStatement && other.Place.Line == one.Place.Line && other.Place.Frame == one.Place.Frame;

    /// <summary>As many numbers as there are rows, one after the other under one label: <c>mean: 13, 5, 0</c>, <c>mean: 13; 5; 0</c>.</summary>
    public static Answer? InOneLine(VectorCheck check, IReadOnlyList<Answer> numbers, string text)
    {
        Answer? found = null;
        for (var i = 0; i < numbers.Count;)
        {
            var first = numbers[i];
            var length = 0;
            while (i + length < numbers.Count && IsOnLine(first, numbers[i + length]) && (numbers[i + length].Label.SequenceEqual(first.Label) || (length > 0 && numbers[i + length].Label.Count == 0 && IsListed(numbers[i + length - 1], numbers[i + length], text))))
                length++;
            var run = numbers.Skip(i).Take(length).ToList();
            i += Math.Max(1, length);
            if (run.Count > 1 && run.Count == check.RowLabels.Count && LabelScore.Of(check.Labels, run[0]) is { Weight: > 1 })
                found = Joined(run);
        }
        return found;
    }

    /// <summary>Nothing but a semicolon stands between.</summary>
    private static bool IsListed(Answer one, Answer next, string text) =>
        one.Place.End <= next.Place.Start && next.Place.Start <= text.Length && Semicolon().IsMatch(text.AsSpan(one.Place.End, next.Place.Start - one.Place.End));

    [GeneratedRegex(@"^[ \u00A0\t$*`]*;[ \u00A0\t$*`]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Semicolon();

    private static Answer Joined(List<Answer> entries)
    {
        var (first, last) = (entries[0], entries[^1]);
        return first with
        {
            Expression = new Listing(ListingKind.List, entries.Select(entry => entry.Expression!).ToSequence()),
            Text = string.Join(", ", entries.Select(entry => entry.Text)),
            Place = first.Place with { End = last.Place.End, EndLine = last.Place.EndLine, EndColumn = last.Place.EndColumn },
            Chain = default,
        };
    }

    private static Answer Of(TableStatement table, List<Cell?> cells, string title, bool isAlone, int order, WordLists words)
    {
        var empty = cells.Count(cell => cell is null || string.IsNullOrWhiteSpace(cell.Text));
        var unread = cells.Find(cell => cell is { Expression: null } && !string.IsNullOrWhiteSpace(cell.Text));
        var present = cells.Where(cell => cell is not null).Select(cell => cell!).ToList();
        var place = present.Count == 0 ? table.Place : present[0].Place with { End = present[^1].Place.End, EndLine = present[^1].Place.EndLine, EndColumn = present[^1].Place.EndColumn };
        var trouble = empty > 0 ? $"{(empty == cells.Count ? "all" : $"{empty} of {cells.Count}")} cells of {(title.Length > 0 ? $"the column “{title.Trim()}”" : "the table")} are empty"
            : unread is not null ? $"the cell “{unread.Text.Trim()}” is not a number" : null;
        var expression = trouble is null ? new Listing(ListingKind.List, cells.Select(cell => TableBlock.Entry(cell!)!).ToSequence()) : null;
        var text = empty == cells.Count ? "(empty)" : string.Join(", ", present.Select(cell => cell.Text.Trim()));
        var context = words.Introducing(table);
        // A table of one quantity that does not name it is named by what introduced it.
        var label = title.Length > 0 || !isAlone || context.Count == 0 ? words.Of(title) : context[0];
        return new(table, expression, text, place, label, context, order) { Trouble = trouble };
    }

    private static bool Says(Phrase phrase, string text) => phrase.Find(Words.Of(text)).Length > 0;
}
