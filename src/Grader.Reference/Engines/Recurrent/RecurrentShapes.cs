using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.Recurrent;

/// <summary>Reads weights and vectors of a recurrent layer that have to fit each other.</summary>
internal sealed class RecurrentShapes(ObjectReader inputs, TableReader tables)
{
    /// <param name="rows">Null where any number of rows will do.</param>
    /// <returns>Null, with a problem, where they are missing or do not fit.</returns>
    public Matrix? Weights(string key, int? rows, int columns)
    {
        if (inputs.Node(key) is not { } node)
        {
            inputs.Problems.Add(inputs.Place, $"The key \"{key}\" is missing.", $"Add \"{key}\": [[ … ]].");
            return null;
        }

        if (tables.ReadMatrix(node) is not { } weights)
            return null;
        if ((rows ?? weights.RowCount) == weights.RowCount && columns == weights.ColumnCount)
            return weights;
        inputs.Problems.Add(node.Place, $"\"{key}\" is {weights.RowCount} × {weights.ColumnCount}; {rows ?? weights.RowCount} × {columns} fits.", "Write a row a unit, and a column for each number that comes in.");
        return null;
    }

    /// <returns>Null where there is none; with a problem where it does not fit.</returns>
    public ImmutableArray<Expression>? Vector(string key, int units)
    {
        if (inputs.Node(key) is not { } node || tables.ReadVector(node) is not { } vector)
            return null;
        if (vector.Length == units)
            return vector;
        inputs.Problems.Add(node.Place, $"\"{key}\" has {vector.Length} numbers, and there are {units} units.", "Write one a unit.");
        return null;
    }

    public static ImmutableArray<Expression> Zeros(int units) => [.. Enumerable.Repeat<Expression>(new Number(0), units)];

    public static bool AreZero(ImmutableArray<Expression> vector) => vector.All(entry => entry == new Number(0));

    /// <summary>The input of a time step, counted from 1, as a column.</summary>
    public static Matrix Step(Matrix inputs, int step) => TableReader.Column(inputs.Rows[step - 1].Items);
}
