using System.Globalization;
using Grader.Mathematics;

namespace Grader.Reference.Training;

/// <summary>How the accuracies of a question's reference runs went, epoch by epoch, for a report that draws them.</summary>
/// <param name="Question">Its id.</param>
public sealed record ReferenceCurves(string Question, Sequence<VariantCurves> Variants)
{
    public const string FileName = "curves.csv";

    private const int MostEpochs = 500;
    private const int MostRuns = 50;

    /// <summary>Those that stand beside the assignment. A line that cannot be read, or is of another way of training, is left out: nothing is judged by them.</summary>
    public static Sequence<ReferenceCurves> Of(Assignment assignment, ICaseSource source)
    {
        var all = new List<ReferenceCurves>();
        foreach (var question in assignment.Questions)
        {
            if (question.Training?.Recipe is { } recipe && source.Read($"{recipe.Folder}/{FileName}") is { } bytes && Read(recipe, bytes.Span) is { Count: > 0 } variants)
                all.Add(new(question.Id, variants));
        }
        return all.ToSequence();
    }

    private static Sequence<VariantCurves> Read(TrainingRecipe recipe, ReadOnlySpan<byte> bytes)
    {
        var lines = CsvFile.Read(FileName, bytes).Lines;
        if (lines.Count == 0)
            return [];
        var head = lines[0].Fields.Items.ToList();
        var columns = new[] { "variant", "variation", "seed", "epoch", "training-accuracy", "test-accuracy" }.Select(column => head.IndexOf(column)).ToList();
        if (columns.Contains(-1))
            return [];
        var points = lines.Items.Skip(1).Select(line => columns.ConvertAll(column => line.Fields[column])).Where(fields => fields[1].Length == 0)
            .Select(fields => (Variant: fields[0], Seed: fields[2], Epoch: Number(fields[3]), Point: new EpochAccuracy((int)Number(fields[3]), Number(fields[4]), Number(fields[5]))))
            .Where(item => item.Epoch is >= 1 and <= MostEpochs && double.IsFinite(item.Point.Test) && double.IsFinite(item.Point.Training))
            .ToLookup(item => item.Variant, StringComparer.Ordinal);
        return recipe.Variants.Items
            .Select(variant => new VariantCurves(variant.Id, variant.Say, points[variant.Id].GroupBy(item => item.Seed, StringComparer.Ordinal).Take(MostRuns).Select(run => run.Select(item => item.Point).OrderBy(point => point.Epoch).ToSequence()).ToSequence()))
            .Where(variant => variant.Runs.Count > 0)
            .ToSequence();
    }

    private static double Number(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}

/// <param name="Say">What it is, for people: with batch normalisation.</param>
/// <param name="Runs">A curve a seed, in the order of the epochs.</param>
public sealed record VariantCurves(string Variant, string Say, Sequence<Sequence<EpochAccuracy>> Runs);

/// <summary>In percent, or as the runs have it.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Training">Average over the epoch.</param>
/// <param name="Test">After the epoch.</param>
public sealed record EpochAccuracy(int Epoch, double Training, double Test);
