using Grader.Mathematics;
using Grader.Reference.Training.Statistics;
using MathNet.Numerics.Distributions;

namespace Grader.Reference.Training;

/// <param name="Bands">Null where no variant and measure has two runs.</param>
/// <param name="Notes">What is not there, or surprises: sentences.</param>
public sealed record BandMaking(TrainedBands? Bands, Sequence<string> Notes);

/// <summary>Makes a question's bands from its runs.</summary>
/// <param name="rows">Those of another recipe or of other data are left out.</param>
public sealed class BandMaker(TrainingRecipe recipe, IReadOnlyCollection<RunRow> rows, Provenance provenance)
{
    /// <summary>A sample so odd that one in a hundred normal ones is as odd.</summary>
    private const double OddSample = 0.01;

    private readonly double _coverage = recipe.Coverage.ToDouble();
    private readonly double _confidence = recipe.Confidence.ToDouble();
    private readonly List<string> _notes = [];

    /// <summary>Of each band, so that all together hold the coverage (Bonferroni).</summary>
    private double CorrectedCoverage => 1 - ((1 - _coverage) / recipe.BandCount);

    public BandMaking Make()
    {
        var bands = recipe.Variants.Items.SelectMany(variant => recipe.Measures.Items.Select(measure => Band(variant.Id, measure))).OfType<TrainedBand>().ToSequence();
        var differences = recipe.Variants.Items
            .SelectMany((from, index) => recipe.Variants.Items.Skip(index + 1).Select(to => (from, to)))
            .SelectMany(pair => recipe.Measures.Items.Select(measure => Difference(pair.from.Id, pair.to.Id, measure)))
            .OfType<TrainedDifference>()
            .ToSequence();
        var made = new TrainedBands(RecipeText.HashOfBands(recipe), recipe.Coverage, recipe.Confidence, recipe.BandCount, provenance, bands, differences);
        return new(bands.Count == 0 ? null : made with { Students = Students(made) }, _notes.ToSequence());
    }

    private TrainedBand? Band(string variant, RecipeMeasure measure)
    {
        var all = Rows(variant, "", RunRole.Band, measure.Definition).ToList();
        var diverged = all.Count(row => row.Diverged);
        var sample = Finite(all, measure.Of);
        if (diverged > 0)
            _notes.Add($"{variant} {measure.Id}: {diverged} of {all.Count} runs diverged; the band is of those that did not.");
        if (sample.Count < 2)
        {
            _notes.Add($"{variant} {measure.Id}: {sample.Count} runs, and a band takes two at least.");
            return null;
        }

        if (sample.Count < recipe.Seeds.Runs)
            _notes.Add($"{variant} {measure.Id}: {sample.Count} of {recipe.Seeds.Runs} runs are there.");
        var (mean, deviation) = MeanAndDeviation(sample);
        var normality = Normality.Probability(sample);
        var method = Method(variant, measure, normality, sample.Count);
        var interval = method == BandMethod.Range ? Bounded(measure.Of, sample.Min(), sample.Max()) : Around(measure.Of, sample, CorrectedCoverage);
        return new(
            variant, measure.Id, measure.Definition, sample.Count, diverged, Exact(mean), Exact(deviation), Exact(sample.Min()), Exact(sample.Max()), method,
            method == BandMethod.Range ? Rational.Zero : Exact(ToleranceFactor.Howe(sample.Count, CorrectedCoverage, _confidence)),
            normality is { } p ? Exact(p) : null,
            interval,
            Around(measure.Of, sample, _coverage),
            Wider(variant, measure),
            Enum.GetValues<MeasureDefinition>().Where(other => other != measure.Definition).Select(other => Other(variant, measure.Of, other)).OfType<DefinedBand>().ToSequence(),
            Tried(Finite(Rows(variant, "", RunRole.HeldOut, measure.Definition), measure.Of), interval));
    }

    private BandMethod Method(string variant, RecipeMeasure measure, double? normality, int runs)
    {
        if (normality is not < OddSample)
            return BandMethod.Normal;
        var needed = ToleranceFactor.RunsForRange(CorrectedCoverage, _confidence);
        if (runs >= needed)
            return BandMethod.Range;
        _notes.Add($"{variant} {measure.Id}: the runs do not look normal (p = {normality:0.####}), and a band without that takes {needed} runs; this one is in doubt.");
        return BandMethod.NormalInDoubt;
    }

    private DefinedBand? Other(string variant, Figure figure, MeasureDefinition definition)
    {
        var sample = Finite(Rows(variant, "", RunRole.Band, definition), figure);
        return sample.Count < 2 ? null : new(definition, Around(figure, sample, CorrectedCoverage));
    }

    /// <summary>From the lowest to the highest mean of a way of training, and as far beyond as seeds move a run; the deviation is pooled over all ways.</summary>
    private WiderBand? Wider(string variant, RecipeMeasure measure)
    {
        var ways = recipe.Variations.Items
            .Select(variation => Finite(Rows(variant, variation.Id, RunRole.Variation, measure.Definition), measure.Of))
            .Prepend(Finite(Rows(variant, "", RunRole.Band, measure.Definition), measure.Of))
            .Where(sample => sample.Count > 0)
            .ToList();
        var freedom = ways.Sum(sample => sample.Count - 1);
        if (ways.Count < 2 || freedom < 1)
            return null;
        var pooled = Math.Sqrt(ways.Sum(sample => sample.Sum(x => Square(x - sample.Average()))) / freedom);
        var low = ways.Min(sample => sample.Average() - (Reach(sample) * pooled));
        var high = ways.Max(sample => sample.Average() + (Reach(sample) * pooled));
        return new(Bounded(measure.Of, low, high), ways.Count, recipe.Variations.Count + 1, ways.Sum(sample => sample.Count));

        double Reach(List<double> sample) => ToleranceFactor.Howe(sample.Count, freedom, CorrectedCoverage, _confidence);
    }

    private TrainedDifference? Difference(string from, string to, RecipeMeasure measure)
    {
        var before = BySeed(from);
        var after = BySeed(to);
        var differences = before.Keys.Intersect(after.Keys).Order().Select(seed => after[seed] - before[seed]).ToList();
        if (differences.Count < 2)
            return null;
        var (mean, deviation) = MeanAndDeviation(differences);
        var noise = ToleranceFactor.Howe(differences.Count, _coverage, _confidence) * deviation;
        var half = StudentT.InvCDF(0, 1, differences.Count - 1, (1 + _confidence) / 2) * deviation / Math.Sqrt(differences.Count);
        return new(from, to, measure.Id, differences.Count, recipe.Seeds.Shared, Exact(mean), Exact(deviation), new(Exact(mean - noise), Exact(mean + noise)), new(Exact(mean - half), Exact(mean + half)), Exact(noise));

        Dictionary<int, double> BySeed(string variant) => Rows(variant, "", RunRole.Band, measure.Definition)
            .Where(row => row[measure.Of] is { } value && double.IsFinite(value))
            .ToDictionary(row => row.Run.Seed, row => row[measure.Of]!.Value);
    }

    private HeldOut? Students(TrainedBands bands)
    {
        var seeds = rows.Where(row => row.Run.Role == RunRole.HeldOut).GroupBy(row => row.Run.Seed).Select(group => Inside(group.Key)).OfType<bool>().ToList();
        return seeds.Count == 0 ? null : HeldOutOf(seeds.Count(inside => inside), seeds.Count);

        // Null where one of the figures is not there.
        bool? Inside(int seed)
        {
            var inside = true;
            foreach (var band in bands.Bands)
            {
                var measure = recipe.Measures.Items.First(known => known.Id == band.Measure);
                if (Rows(band.Variant, "", RunRole.HeldOut, band.Definition).FirstOrDefault(row => row.Run.Seed == seed)?[measure.Of] is not { } value)
                    return null;
                inside &= double.IsFinite(value) && band.Interval.Holds(Exact(value));
            }

            return inside;
        }
    }

    private static HeldOut? Tried(List<double> sample, Limits interval) =>
        sample.Count == 0 ? null : HeldOutOf(sample.Count(value => interval.Holds(Exact(value))), sample.Count);

    private static HeldOut HeldOutOf(int inside, int runs)
    {
        var (low, high) = ShareInterval.Of(runs - inside, runs, 0.95);
        return new(runs, inside, new(Exact(low), Exact(high)));
    }

    private Limits Around(Figure figure, List<double> sample, double coverage)
    {
        var (mean, deviation) = MeanAndDeviation(sample);
        var reach = ToleranceFactor.Howe(sample.Count, coverage, _confidence) * deviation;
        return Bounded(figure, mean - reach, mean + reach);
    }

    /// <summary>Rounded outward, and no accuracy below 0 or above 100, nor a loss below 0.</summary>
    private static Limits Bounded(Figure figure, double low, double high)
    {
        var scale = Rational.PowerOfTen(4);
        Rational largest = figure is Figure.TrainingAccuracy or Figure.TestAccuracy ? 100 : Rational.FromDouble(double.MaxValue);
        return new(Rational.Max(Rational.Zero, (Rational)(Rational.FromDouble(low) * scale).Floor() / scale), Rational.Min(largest, (Rational)(Rational.FromDouble(high) * scale).Ceiling() / scale));
    }

    private IEnumerable<RunRow> Rows(string variant, string variation, RunRole role, MeasureDefinition definition)
    {
        var hash = RecipeText.HashOfRun(recipe, variant, variation);
        return rows.Where(row => row.Run.Variant == variant && row.Run.Variation == variation && row.Run.Role == role && row.Definition == definition && row.Recipe == hash);
    }

    private static List<double> Finite(IEnumerable<RunRow> rows, Figure figure) => rows.Where(row => !row.Diverged).Select(row => row[figure]).OfType<double>().ToList();

    private static (double Mean, double Deviation) MeanAndDeviation(List<double> sample)
    {
        var mean = sample.Average();
        return (mean, Math.Sqrt(sample.Sum(x => Square(x - mean)) / (sample.Count - 1)));
    }

    private static double Square(double x) => x * x;

    private static Rational Exact(double value) => Rational.FromDouble(value).Round(4);
}
