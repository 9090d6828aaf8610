using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>
/// What a name in a formula stands for: a quantity (<c>layer1.kernel</c>), or an entry of one (<c>mean_2</c>, <c>z_13</c>, <c>z_10,3</c>), counted from 1.
/// <c>W1</c> and <c>W_1</c> are the same name, as they are to a reader of formulas.
/// </summary>
internal sealed class QuantityNames
{
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _folded = new(StringComparer.Ordinal);

    public QuantityNames(IEnumerable<string> names)
    {
        var index = 0;
        foreach (var name in names)
        {
            _exact.TryAdd(name, index);
            _folded.TryAdd(Fold(name), index);
            index++;
        }
    }

    public int this[string quantity] => _exact.TryGetValue(quantity, out var index) || _folded.TryGetValue(Fold(quantity), out index)
        ? index
        : throw new KeyNotFoundException($"no quantity is named {quantity}");

    /// <returns>Null where the name is a free symbol.</returns>
    public QuantityReference? Find(string name)
    {
        if (_exact.TryGetValue(name, out var index))
            return new(index, "");
        for (var split = name.Length - 1; split > 0 && IsIndex(name[split]); split--)
        {
            if (name[split] == '_' && split < name.Length - 1 && TryFind(name[..split], out index))
                return new(index, name[(split + 1)..]);
        }

        return _folded.TryGetValue(Fold(name), out index) ? new(index, "") : null;
    }

    private bool TryFind(string name, out int index) => _exact.TryGetValue(name, out index) || _folded.TryGetValue(Fold(name), out index);

    private static bool IsIndex(char c) => char.IsAsciiDigit(c) || c is ',' or '_' or '{' or '}';

    private static string Fold(string name)
    {
        if (!name.Contains('_', StringComparison.Ordinal))
            return name;
        var folded = new System.Text.StringBuilder(name.Length);
        for (var index = 0; index < name.Length; index++)
        {
            if (name[index] != '_' || index + 1 == name.Length || !char.IsAsciiDigit(name[index + 1]))
                folded.Append(name[index]);
        }

        return folded.ToString();
    }
}

/// <param name="Index">As written, <c>13</c> or <c>10,3</c>; empty for the quantity as a whole.</param>
internal readonly record struct QuantityReference(int Quantity, string Index)
{
    /// <returns>The value that the name has where the quantity has <paramref name="whole"/>, or null with a problem.</returns>
    public Value? Of(Value whole, string name, out string? problem)
    {
        problem = null;
        if (Index.Length == 0)
            return whole;
        if (whole is not Tensor tensor)
        {
            problem = $"{name} asks for an entry of a single number";
            return null;
        }

        if (OffsetIn(tensor) is { } offset)
            return tensor.Entries[offset];
        problem = $"{name} asks for an entry that an array of {string.Join(" x ", tensor.Shape)} has not";
        return null;
    }

    /// <returns>The array with this entry replaced; as it is where it has no such entry.</returns>
    public Value Replace(Value? whole, Value entry) => whole is Tensor tensor && OffsetIn(tensor) is { } offset
        ? tensor with { Entries = new(tensor.Entries.Items.SetItem(offset, entry)) }
        : whole ?? entry;

    /// <summary>Where the entry stands, row-major from 0; null where the array has none such.</summary>
    public int? OffsetIn(Tensor tensor)
    {
        var axes = tensor.Shape.Items;
        var written = Index.Trim('{', '}');
        var indices = written.Split(',', '_');
        if (indices.Length != axes.Length)
        {
            // A vector may stand as a column or a row of a matrix.
            axes = [.. axes.Where(length => length != 1)];
            if (axes.Length == 0)
                axes = [1];
            if (indices.Length == 1 && axes.Length > 1)
                indices = [.. written.Select(digit => digit.ToString())];
            if (indices.Length != axes.Length)
                return null;
        }

        var offset = 0;
        for (var axis = 0; axis < axes.Length; axis++)
        {
            if (!int.TryParse(indices[axis], out var index) || index < 1 || index > axes[axis])
                return null;
            offset = offset * axes[axis] + index - 1;
        }

        return offset;
    }
}
