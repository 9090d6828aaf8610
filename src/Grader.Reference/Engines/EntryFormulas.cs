using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines;

/// <summary>Arrays whose entries are formulas; rows and columns are counted from 1.</summary>
internal static class EntryFormulas
{
    public static Matrix Table(int rows, int columns, Func<int, int, string> formula) =>
        new(Enumerable.Range(1, rows).Select(row => Enumerable.Range(1, columns).Select(column => CaseFormula.Read(formula(row, column))).ToSequence()).ToSequence());

    public static Matrix Column(int rows, Func<int, string> formula) => Table(rows, 1, (row, _) => formula(row));
}
