using Grader.Mathematics;

namespace Grader.Reference.Training;

/// <summary>Data sets that are known by name.</summary>
public static class PublishedDataSets
{
    /// <param name="Largest">The value that becomes 1.</param>
    /// <param name="HoldOut">Every so many-th image is one of test; 0 where a test set is published.</param>
    public sealed record Known(string Name, FeatureShape Image, int Classes, int Largest, int HoldOut);

    /// <summary>The 8 × 8 optical digits of UCI, which ship with the trainer; they have one file, so every fifth image is held out for test.</summary>
    public const string Digits = "digits";

    public static Sequence<Known> All { get; } =
    [
        new(Digits, new(1, 8, 8), 10, 16, 5),
        new("cifar-10", new(3, 32, 32), 10, 255, 0),
        new("cifar-100", new(3, 32, 32), 100, 255, 0),
        new("mnist", new(1, 28, 28), 10, 255, 0),
        new("fashion-mnist", new(1, 28, 28), 10, 255, 0),
    ];

    public static Known? Find(string name) => All.Items.FirstOrDefault(known => known.Name == name);
}
