using System.Globalization;
using System.Runtime.InteropServices;
using Grader.Mathematics;
using Grader.Reference.Training;
using static TorchSharp.torch;

namespace Grader.Training.Networks;

/// <param name="Together">Seeds that are trained at once; 1 where each alone is as fast.</param>
/// <param name="Said">What was measured, for progress and provenance.</param>
internal sealed record TogetherChoice(int Together, string Said);

/// <summary>Measures on the device, by a few batches, how many seeds to train at once. Whether many pay depends on the device and on the network: where launches are the cost, nearly all do; on a CPU none.</summary>
internal static class TogetherMeasurement
{
    /// <summary>So little is no gain, but noise.</summary>
    private const double Gain = 0.9;

    private const int Batches = 32;

    private static readonly int[] Sizes = [4, 8, 16];

    /// <param name="run">One of the runs to do.</param>
    /// <param name="most">How many there are that differ in their seed alone.</param>
    public static TogetherChoice Of(TrainingRecipe recipe, PlannedRun run, int most, DeviceData training, DeviceData test, Device device)
    {
        var settings = recipe.SettingsOf(run.Variant, run.Variation);
        var variant = new TrainingVariant(run.Variant, "", new(null, null, null, null));
        // The first epoch warms up.
        var trial = recipe with { Settings = settings with { Epochs = 3 }, Variants = [variant], Variations = [] };
        using var few = training.First((int)Math.Min(int.MaxValue, (long)settings.Batch * Batches));
        using var fewTests = test.First(DeviceData.EvaluationBatch);
        var seconds = new List<(int Together, double? Seconds)>();
        foreach (var together in Sizes.Where(size => size <= most).DefaultIfEmpty(most).Prepend(1).Distinct())
            seconds.Add((together, Seconds(trial, run.Variant, together, few, fewTests, device)));
        return Choose(seconds);
    }

    /// <param name="measured">Seconds a seed, of which the first is alone; null where the device has not the memory.</param>
    internal static TogetherChoice Choose(IReadOnlyList<(int Together, double? Seconds)> measured)
    {
        var alone = measured[0].Seconds;
        var (together, fastest) = measured.MinBy(one => one.Seconds ?? double.PositiveInfinity);
        var chosen = alone is null || fastest < alone * Gain ? together : 1;
        var told = measured.Select((one, index) => $"{(one.Seconds is { } seconds ? Number(seconds) : "no memory for it")} {(index == 0 ? "alone" : $"with {one.Together} at once")}");
        return new(chosen, $"Measured before: milliseconds a seed for a few batches {string.Join(", ", told)}. So {(chosen == 1 ? "each seed is trained alone" : $"{chosen} seeds are trained at once")}.");
    }

    private static string Number(double seconds) => (seconds * 1000).ToString(seconds < 0.01 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private static double? Seconds(TrainingRecipe recipe, string variant, int together, DeviceData training, DeviceData test, Device device)
    {
        var runs = Enumerable.Range(1, together).Select(seed => new PlannedRun(variant, "", RunRole.Band, seed)).ToList();
        try
        {
            if (together == 1)
            {
                using var run = new TrainingRun(new(recipe, runs[0], null), training, test, device);
                return Fastest(run.Run(_ => { }, CancellationToken.None));
            }

            using var group = new TrainingGroup(new(recipe, runs, null), training, test, device);
            return Fastest(group.Run((_, _) => { }, CancellationToken.None).MaxBy(result => result.Curve.Count)!);
        }
        catch (ExternalException error) when (error.Message.Contains("memory", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
    }

    private static double Fastest(RunResult result) => result.Curve.Skip(result.Curve.Count > 1 ? 1 : 0).Min(epoch => epoch.Seconds);
}
