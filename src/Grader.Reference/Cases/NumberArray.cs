using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Numbers or symbols in lists of lists, of any depth: <c>[[1, 2], [3, 4]]</c>.</summary>
/// <param name="Shape">Length of each axis, outermost first.</param>
/// <param name="Entries">Row-major.</param>
internal sealed record NumberArray(Sequence<int> Shape, Sequence<Expression> Entries)
{
    public string Say => string.Join(" x ", Shape);

    /// <returns>Null, with a problem, where it is none.</returns>
    public static NumberArray? Read(CaseNode node, TableReader tables, ProblemList problems)
    {
        if (node is CaseList { Items: [CaseList { Items: [CaseList, ..] }, ..] } list)
            return ReadList(list, tables, problems);
        var isList = node is CaseList { Items: [not CaseList, ..] };
        return tables.Read(node) switch
        {
            null => null,
            Matrix { ColumnCount: 1 } column when isList || node is CaseObject => new([column.RowCount], column.Rows.Items.Select(row => row[0]).ToSequence()),
            Matrix matrix => new([matrix.RowCount, matrix.ColumnCount], matrix.Rows.Items.SelectMany(row => row.Items).ToSequence()),
            var single => new([1], [single]),
        };
    }

    private static NumberArray? ReadList(CaseList list, TableReader tables, ProblemList problems)
    {
        List<NumberArray> parts = [];
        foreach (var item in list.Items)
        {
            if (Read(item, tables, problems) is not { } part)
                return null;
            if (parts.Count > 0 && part.Shape != parts[0].Shape)
            {
                problems.Add(item.Place, $"This is {part.Say}, and the first is {parts[0].Say}.", "All have the same shape.");
                return null;
            }

            parts.Add(part);
        }

        return new(parts[0].Shape.Items.Insert(0, parts.Count).ToSequence(), parts.SelectMany(part => part.Entries.Items).ToSequence());
    }
}
