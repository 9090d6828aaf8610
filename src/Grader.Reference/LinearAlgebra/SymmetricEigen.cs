using System.Collections.Immutable;
using System.Numerics;
using Grader.Mathematics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Grader.Reference;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix: in doubles, and exactly where they are rational.</summary>
/// <param name="Values">A column, in descending order.</param>
/// <param name="Vectors">A column an eigenvector, in the order of the values, of length 1. Its entry of largest amount, the first of several, is positive.</param>
internal sealed record SymmetricEigen(Tensor Values, Tensor Vectors)
{
    private const int LargestOrder = 20;

    /// <summary>Entries of eigenvectors are no more exact than this.</summary>
    private const double Negligible = 1e-9;

    /// <returns>Null, with a problem, where the matrix is not symmetric or holds symbols.</returns>
    public static SymmetricEigen? Of(Tensor matrix, out string problem)
    {
        var order = matrix.Shape[0];
        var entries = matrix.Entries.Items;
        problem = "takes numbers";
        if (!entries.All(entry => entry is Exact or Approximate))
            return null;
        problem = $"takes at most {LargestOrder} rows";
        if (order > LargestOrder)
            return null;
        var numbers = entries.Select(Number).ToArray();
        var largest = numbers.Max(Math.Abs);
        problem = "takes a symmetric matrix";
        if (Enumerable.Range(0, order * order).Any(at => Math.Abs(numbers[at] - numbers[at % order * order + at / order]) > Negligible * largest))
            return null;

        problem = "";
        var pairs = InDoubles(numbers, order);
        if (entries.All(entry => entry is Exact))
            pairs = [.. pairs.Select(pair => Exactly([.. entries.Select(entry => ((Exact)entry).Number)], order, pair))];
        return new(
            new([order, 1], pairs.Select(pair => pair.Value).ToSequence()),
            new([order, order], Enumerable.Range(0, order * order).Select(at => pairs[at % order].Vector[at / order]).ToSequence()));
    }

    private static double Number(Value value) => value is Exact exact ? exact.Number.ToDouble() : ((Approximate)value).Number;

    private static ImmutableArray<Pair> InDoubles(double[] matrix, int order)
    {
        var (vectors, values) = (new double[order * order], new Complex[order]);
        // The provider itself, and not Matrix<double>.Evd: that looks for native libraries by reflection, which trimming cannot follow.
        ManagedLinearAlgebraProvider.Instance.EigenDecomp(true, order, matrix, vectors, values, new double[order * order]);
        return
        [
            .. Enumerable.Range(0, order).Reverse().Select(column =>
            {
                var vector = vectors.AsSpan(column * order, order).ToArray();
                var sign = SignOf(vector);
                return new Pair(new Approximate(values[column].Real), [.. vector.Select(entry => (Value)new Approximate(sign * entry))]);
            }),
        ];
    }

    private static int SignOf(double[] vector)
    {
        var largest = vector.Max(Math.Abs);
        return Math.Sign(vector.First(entry => Math.Abs(entry) > largest - Negligible));
    }

    /// <summary>A rational eigenvalue of an integer matrix is an integer, so the nearest one is it or none is.</summary>
    private static Pair Exactly(Rational[] matrix, int order, Pair pair)
    {
        var denominator = matrix.Aggregate(BigInteger.One, (common, entry) => common / BigInteger.GreatestCommonDivisor(common, entry.Denominator) * entry.Denominator);
        var value = (Rational.FromDouble(Number(pair.Value)) * denominator).Round(0) / denominator;
        var rows = new Rational[order, order];
        for (var at = 0; at < order * order; at++)
            rows[at / order, at % order] = matrix[at] - (at / order == at % order ? value : Rational.Zero);
        var rank = Elimination.Reduce(rows, order);
        if (rank == order)
            return pair;
        // Of an eigenvalue that stands several times, every basis is as good.
        return new(new Exact(value), rank == order - 1 ? UnitNullVector(rows, order) : pair.Vector);
    }

    /// <param name="rows">Of rank <paramref name="order"/> − 1, in reduced echelon form.</param>
    private static ImmutableArray<Value> UnitNullVector(Rational[,] rows, int order)
    {
        var free = 0;
        while (free < order - 1 && !rows[free, free].IsZero)
            free++;
        Rational[] vector = [.. Enumerable.Range(0, order).Select(row => row == free ? Rational.One : row < free ? -rows[row, free] : Rational.Zero)];
        var square = vector.Aggregate(Rational.Zero, (sum, entry) => sum + entry * entry);
        var sign = SignOf([.. vector.Select(entry => entry.ToDouble())]);
        return Evaluator.Evaluate(new Call("sqrt", [Mathematics.Values.ToExpression(new Exact(square))])).Value is Exact root
            ? [.. vector.Select(entry => new Exact(entry / root.Number * sign))]
            : [.. vector.Select(entry => entry.IsZero ? (Value)new Exact(entry) : new Approximate(entry.ToDouble() / Math.Sqrt(square.ToDouble()) * sign))];
    }

    private sealed record Pair(Value Value, ImmutableArray<Value> Vector);
}
