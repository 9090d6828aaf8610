using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Reads where in a table a check's answer stands.</summary>
internal static class AnswerPlaces
{
    private static readonly CaseShape Address = new("cell", "Where in a table the answer stands: a row, a column, or the cell where both meet; rows and columns may be exchanged.", [
        new("row", false, CaseValues.Texts, "What the label of its row says: phrases."),
        new("column", false, CaseValues.Texts, "What the header of its column says: phrases."),
        new("table", false, CaseValues.Texts, "What introduces the table, or stands in its corner: phrases."),
    ]);

    public static CaseKey CaseKey { get; } = new("cell", false, $$"""{ "anyOf": [ {{CaseValues.An(Address)}}, { "type": "array", "minItems": 1, "items": {{CaseValues.An(Address)}} } ] }""", "Where in a table the answer stands; several where tables are laid out in several ways.");

    public static Sequence<CaseShape> Shapes => [Address];

    public static Sequence<CellAddress> Read(ObjectReader check, Check kind)
    {
        var nodes = check.Node("cell") switch
        {
            null => [],
            CaseList list => list.Items,
            var node => [node],
        };
        return nodes.Items.Select(node => ObjectReader.Open(node, Address, check.Problems)).OfType<ObjectReader>().Select(reader => ReadOne(reader, kind)).ToSequence();
    }

    private static CellAddress ReadOne(ObjectReader reader, Check check)
    {
        var address = new CellAddress(reader.Phrases("row"), reader.Phrases("column"), reader.Phrases("table"));
        var (row, column) = (address.Row.Count > 0, address.Column.Count > 0);
        if (check is NumberCheck && !(row && column))
            reader.Problems.Add(reader.Place, $"The cell of a number has {(row ? "no \"column\"" : column ? "no \"row\"" : "neither \"row\" nor \"column\"")}.", "Name both: { \"row\": [\"iteration 1\"], \"column\": [\"cost\"] }.");
        else if (check is VectorCheck && !row && !column)
            reader.Problems.Add(reader.Place, "The cell of a vector has neither \"row\" nor \"column\".", "Name the row or the column that it is.");
        else if (check is MatrixCheck matrix && !row && !column && (matrix.RowLabels.Count == 0 || matrix.ColumnLabels.Count == 0))
            reader.Problems.Add(reader.Place, "The cell of a matrix has neither \"row\" nor \"column\", and the matrix not both \"rowLabels\" and \"columnLabels\".", "Name the row or column whose cells hold its rows, or what labels its rows and columns.");
        return address;
    }
}
