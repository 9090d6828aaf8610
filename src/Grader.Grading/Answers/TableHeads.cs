using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>What stands above and beside a cell: whose figures a column holds, and by what its numbers are multiplied.</summary>
internal static class TableHeads
{
    /// <returns>Why a cell is no plain answer, or null.</returns>
    public static string? Doubt(Answer answer, TableStatement table)
    {
        if (table.Context.Items.Take(1).FirstOrDefault() is { } introduction && ScaleWords.In(introduction) is { } scale)
            return $"“{scale}” introduces its table";
        foreach (var head in Of(answer, table))
        {
            if (Attribution.OfHead(head) is { } other)
                return other;
        }
        return null;
    }

    /// <summary>The heads of its row and its column; none for a whole table.</summary>
    public static IEnumerable<string> Of(Answer answer, TableStatement table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            for (var column = 0; column < table.Rows[row].Count; column++)
            {
                if (table.Rows[row][column].Place != answer.Place)
                    continue;
                if (column > 0 && table.Rows[row][0].Expression is null)
                    yield return table.Rows[row][0].Text;
                if (table.HasHeader && row > 0 && column < table.Rows[0].Count)
                    yield return table.Rows[0][column].Text;
                yield break;
            }
        }
    }
}
