namespace Grader.Reference.Engines;

/// <summary>Names of entries in formulas, counted from 1.</summary>
internal static class EntryNames
{
    /// <returns><c>mean_2</c>.</returns>
    public static string Of(string vector, int index) => $"{vector}_{index}";

    /// <returns><c>z_13</c>; <c>z_10_3</c> where the digits alone would be read another way.</returns>
    public static string Of(string matrix, int row, int column, int rows, int columns) =>
        rows is > 1 and <= 9 && columns is > 1 and <= 9 ? $"{matrix}_{row}{column}" : $"{matrix}_{row}_{column}";
}
