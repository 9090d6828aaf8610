namespace Grader.Mathematics;

/// <summary>Gauss–Jordan elimination in exact fractions.</summary>
public static class Elimination
{
    /// <summary>Brings the first <paramref name="columns"/> columns to reduced echelon form, in place; returns their rank.</summary>
    public static int Reduce(Rational[,] rows, int columns)
    {
        var rank = 0;
        var width = rows.GetLength(1);
        for (var column = 0; column < columns && rank < rows.GetLength(0); column++)
        {
            var pivot = rank;
            while (pivot < rows.GetLength(0) && rows[pivot, column].IsZero)
                pivot++;
            if (pivot == rows.GetLength(0))
                continue;
            for (var i = 0; i < width; i++)
                (rows[rank, i], rows[pivot, i]) = (rows[pivot, i], rows[rank, i]);
            var scale = rows[rank, column];
            for (var i = 0; i < width; i++)
                rows[rank, i] /= scale;
            for (var row = 0; row < rows.GetLength(0); row++)
            {
                var factor = rows[row, column];
                if (row == rank || factor.IsZero)
                    continue;
                for (var i = 0; i < width; i++)
                    rows[row, i] -= factor * rows[rank, i];
            }

            rank++;
        }

        return rank;
    }
}
