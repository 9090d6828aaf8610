using System.Collections.Frozen;
using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>
/// The functions of linear algebra that worksheets have besides those of every formula: <c>eigenvalues(M)</c>, a column in descending order, and <c>eigenvectors(M)</c>, a
/// column an eigenvector in the same order. M is symmetric.
/// </summary>
internal static class MatrixFunctions
{
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(StringComparer.Ordinal, "eigenvalues", "eigenvectors");

    /// <returns>Null where the function is not one of these.</returns>
    public static Evaluation? Apply(string function, ImmutableArray<Value> arguments)
    {
        if (!Names.Contains(function))
            return null;
        if (arguments is not [Tensor { Shape: [var rows, var columns] } matrix] || rows != columns)
            return new(null, $"{function} takes a square matrix");
        if (SymmetricEigen.Of(matrix, out var problem) is not { } eigen)
            return new(null, $"{function} {problem}");
        return new(function == "eigenvalues" ? eigen.Values : eigen.Vectors, null);
    }
}
