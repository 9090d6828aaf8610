using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Reads numbers, vectors, matrices and CSV tables into the literals that a worksheet's inputs are.</summary>
internal sealed class TableReader(CaseFolder folder)
{
    private readonly ProblemList _problems = folder.Problems;

    /// <summary>A number, a list of them, a list of rows, a table of a CSV file; a text is a formula.</summary>
    /// <returns>Null, with a problem, where it is none.</returns>
    public Expression? Read(CaseNode node) => node switch
    {
        CaseNumber number => Literal(number.Value),
        CaseText text => CaseFormula.Read(text, _problems),
        CaseObject table => Table(table),
        CaseList list => ReadList(list),
        _ => Wrong(node, "a number, a list, a table or a formula"),
    };

    /// <summary>Rows of numbers, as a list of rows or a table.</summary>
    public Matrix? ReadMatrix(CaseNode node) => Read(node) switch
    {
        null => null,
        Matrix matrix => matrix,
        _ => Wrong(node, "rows of numbers"),
    };

    /// <summary>A list of numbers; a column of a table.</summary>
    public ImmutableArray<Expression>? ReadVector(CaseNode node) => Read(node) switch
    {
        null => null,
        Matrix { ColumnCount: 1 } column => [.. column.Rows.Items.Select(row => row[0])],
        _ => Wrong<ImmutableArray<Expression>>(node, "a list of numbers"),
    };

    public static Expression Literal(Rational value) => value.Sign < 0 ? new Negation(new Number(-value)) : new Number(value);

    public static Matrix Column(IEnumerable<Expression> entries) => new(entries.Select(entry => Sequence.Create([entry])).ToSequence());

    private Matrix? ReadList(CaseList list)
    {
        if (list.Items.Count == 0)
            return Wrong(list, "at least one number");
        var rows = ImmutableArray.CreateBuilder<Sequence<Expression>>(list.Items.Count);
        foreach (var item in list.Items)
        {
            var cells = item is CaseList row ? row.Items.Items : [item];
            var entries = cells.Select(cell => cell is CaseNumber or CaseText ? Read(cell) : Wrong(cell, "a number")).ToList();
            if (entries.Contains(null))
                return null;
            rows.Add(entries.ToSequence()!);
            if (item is CaseList != list.Items[0] is CaseList)
                return Wrong(item, item is CaseList ? "a number, as in the first place," : "a list, as in the first place,");
            if (rows[^1].Count == rows[0].Count && rows[^1].Count > 0)
                continue;
            _problems.Add(item.Place, $"This row has {Numbers(rows[^1].Count)}, and the first has {rows[0].Count}.", "All rows have as many.");
            return null;
        }

        return new(new(rows.DrainToImmutable()));
    }

    private Matrix? Table(CaseObject node)
    {
        if (ObjectReader.Open(node, CaseShapes.Table, _problems) is not { } reader || reader.TextNode("csv") is not { } path || folder.Read(path) is not { } bytes)
            return null;
        return SourceText.Decode(path.Text, bytes.Span, _problems) is { } text
            ? Rows(text, reader.Truth("header", true), reader.Truth("rowNames", true) ? 1 : 0)
            : null;
    }

    private Matrix? Rows(SourceText text, bool header, int firstColumn)
    {
        var before = _problems.Count;
        var rows = CsvLines.Read(text, _problems)
            .Skip(header ? 1 : 0)
            .Select(line => line.Fields.Skip(firstColumn).Select((cell, column) => Cell(cell, firstColumn + column, line.Place)).ToSequence())
            .ToSequence();
        if (_problems.Count == before && (rows.Count == 0 || rows[0].Count == 0))
            _problems.Add(text.File, "The table holds no numbers.", "Its first line names the columns and its first column the rows, unless \"header\" and \"rowNames\" say otherwise.");
        return _problems.Count == before ? new(rows) : null;
    }

    private Expression Cell(string cell, int column, CasePlace place)
    {
        if (ExactNumber.TryReadFraction(cell, out var value))
            return Literal(value);
        _problems.Add(place, cell.Length == 0 ? $"Field {column + 1} is empty." : $"Field {column + 1} is \"{cell}\", which is no number.", "Write -5, 0.5 or 1/3.");
        return Literal(Rational.Zero);
    }

    private Matrix? Wrong(CaseNode node, string expected)
    {
        _problems.Add(node.Place, $"{node.Say} stands where {expected} is expected.", "Write 64, [1, 2], [[1, 2], [3, 4]] or { \"csv\": \"table.csv\" }.");
        return null;
    }

    private T? Wrong<T>(CaseNode node, string expected)
        where T : struct
    {
        Wrong(node, expected);
        return null;
    }

    private static string Numbers(int count) => count == 1 ? "1 number" : $"{count} numbers";
}
