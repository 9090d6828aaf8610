using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines;

/// <summary>Reads the right class of each example, counted from 1.</summary>
internal static class ClassNumbers
{
    /// <returns>Null, with a problem, where they are no classes, or not one an example.</returns>
    public static ImmutableArray<int>? Read(string key, ObjectReader inputs, TableReader tables, int examples, int classes)
    {
        if (inputs.Node(key) is not { } node || tables.ReadVector(node) is not { } entries)
            return null;
        var numbers = ImmutableArray.CreateBuilder<int>(entries.Length);
        foreach (var entry in entries)
        {
            if (entry is Number { Value: { IsInteger: true } value } && value >= 1 && value <= classes)
                numbers.Add((int)value.Numerator);
            else
                inputs.Problems.Add(node.Place, $"\"{key}\" holds {entry}, and there are {classes} classes.", "Classes are counted from 1.");
        }

        if (entries.Length != examples)
            inputs.Problems.Add(node.Place, $"\"{key}\" has {entries.Length} numbers, and there are {examples} examples.", "Write one an example.");
        return numbers.Count == examples && entries.Length == examples ? numbers.DrainToImmutable() : null;
    }

    /// <inheritdoc cref="Read"/>
    public static ImmutableArray<int>? ReadOne(string key, ObjectReader inputs, int classes)
    {
        var target = inputs.Integer(key, 1, 1);
        if (target <= classes)
            return [target];
        inputs.Problems.Add(inputs.PlaceOf(key), $"\"{key}\" is {target}, and there are {classes} classes.", "Classes are counted from 1.");
        return null;
    }
}
