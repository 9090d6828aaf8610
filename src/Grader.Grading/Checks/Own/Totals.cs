using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>Totals at the edge of a matrix of counts: a last row or column that holds the sums of the others.</summary>
internal static class Totals
{
    /// <returns>The matrix of the shape asked for; null where what stands beyond it are no sums.</returns>
    public static Tensor? Removed(Tensor matrix, Sequence<int> shape)
    {
        var (rows, columns) = (matrix.Shape[0], matrix.Shape[1]);
        if (rows - shape[0] is not (0 or 1) || columns - shape[1] is not (0 or 1) || !matrix.Entries.Items.All(entry => entry is Exact))
            return null;
        Rational At(int row, int column) => ((Exact)matrix.Entries[row * columns + column]).Number;
        var sumsUp = true;
        for (var row = 0; row < rows && columns > shape[1]; row++)
            sumsUp &= Enumerable.Range(0, shape[1]).Aggregate(Rational.Zero, (sum, column) => sum + At(row, column)) == At(row, columns - 1);
        for (var column = 0; column < columns && rows > shape[0]; column++)
            sumsUp &= Enumerable.Range(0, shape[0]).Aggregate(Rational.Zero, (sum, row) => sum + At(row, column)) == At(rows - 1, column);
        if (!sumsUp)
            return null;
        var entries = Enumerable.Range(0, shape[0]).SelectMany(row => Enumerable.Range(0, shape[1]).Select(column => matrix.Entries[row * columns + column]));
        return new Tensor(shape, entries.ToSequence());
    }
}
