using System.Collections.Immutable;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>What a layer sees or gives: the names of its quantities, and their values where nothing went wrong.</summary>
/// <param name="Axes">Width and height, or the length alone; none where nothing is left but channels, as after a dense layer.</param>
/// <param name="Channels">A formula: <c>layer1.kernels</c>.</param>
/// <param name="Features">All its numbers, a formula.</param>
internal sealed record FeatureMap(ImmutableArray<MapAxis> Axes, string Channels, string Features, long Depth)
{
    /// <summary>One position for each axis of the input.</summary>
    public bool IsFlat => Axes.All(axis => axis.Length == 1);

    /// <summary>Its positions, as a product: <c>layer1.outputWidth*layer1.outputHeight</c>.</summary>
    public string Positions => string.Join('*', Axes.Select(axis => axis.Size));
}

/// <param name="Name"><c>Width</c>, <c>Height</c> or <c>Length</c>, as names of quantities end.</param>
/// <param name="Size">A formula: <c>layer1.outputWidth</c>.</param>
internal sealed record MapAxis(string Name, string Size, long Length)
{
    public string Say => Name.ToLowerInvariant();
}

/// <param name="Name"><c>layer2</c>.</param>
internal sealed record LayerPlace(string Name, int Number, FeatureMap Sees)
{
    public string this[string quantity] => $"{Name}.{quantity}";

    /// <returns>The output size along an axis: <c>layer2.outputWidth</c>.</returns>
    public string Output(MapAxis axis) => $"{Name}.output{axis.Name}";

    public string OutputPositions => string.Join('*', Sees.Axes.Select(Output));

    /// <summary>Where one value stands for all axes, a power; else a product.</summary>
    public string Cells(WindowNumber kernel) => kernel.IsUniform && Sees.Axes.Length == 2
        ? $"{kernel.Of(this, Sees.Axes[0])}^2"
        : string.Join('*', Sees.Axes.Select(axis => kernel.Of(this, axis)));

    public string FeaturesOf(string channels) => string.Join('*', Sees.Axes.Select(Output).Append(channels));
}

/// <summary>A number of a sliding window, the same along all axes or one for each: a kernel, a stride, a padding.</summary>
/// <param name="Name"><c>kernel</c>; the quantity of one axis is <c>kernelWidth</c>.</param>
/// <param name="Values">In the order of the axes.</param>
/// <param name="IsUniform">One quantity stands for all axes.</param>
internal sealed record WindowNumber(string Name, ImmutableArray<int> Values, bool IsUniform)
{
    /// <summary>One for each axis stands in a case as height, width.</summary>
    public static WindowNumber Read(ObjectReader layer, string name, int axes, int smallest, WindowNumber? otherwise = null)
    {
        if (layer.Node(name) is not CaseList list)
            return layer.Node(name) is null && otherwise is not null ? otherwise with { Name = name } : new(name, [.. Enumerable.Repeat(layer.Integer(name, smallest, smallest), axes)], true);
        var numbers = list.Items.Items.Select(item => item is CaseNumber { Value: { IsInteger: true } value } && value >= smallest && value <= 1_000_000_000 ? (int)value.Numerator : -1).Reverse().ToImmutableArray();
        if (numbers.Length == axes && !numbers.Contains(-1))
            return new(name, numbers, numbers.Length == 1);
        layer.Problems.Add(list.Place, $"\"{name}\" is {list.Say}.", axes == 1 ? $"Write a whole number from {smallest} on." : $"Write a whole number from {smallest} on, or two: [height, width].");
        return new(name, [.. Enumerable.Repeat(smallest, axes)], true);
    }

    public string Of(LayerPlace at, MapAxis axis) => at[IsUniform ? Name : Name + axis.Name];

    public int Along(LayerPlace at, MapAxis axis) => Values[at.Sees.Axes.IndexOf(axis)];

    public bool IsMoreThan(int value) => Values.Any(known => known > value);

    public void Add(LayerPlace at, WorksheetBuilder worksheet, Func<string, string> say)
    {
        if (IsUniform)
        {
            worksheet.Add(at[Name], Values[0], say(""));
            return;
        }

        foreach (var axis in at.Sees.Axes)
            worksheet.Add(Of(at, axis), Along(at, axis), say(axis.Say));
    }
}
