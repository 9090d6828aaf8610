using Grader.Mathematics;

namespace Grader.Reference.Training;

/// <summary>The bands of a question, as <c>bands.json</c> has them.</summary>
/// <param name="Recipe">Hash of what they depend on; see <see cref="RecipeText.HashOfBands"/>.</param>
/// <param name="BandCount">For how many bands the coverage of each is corrected.</param>
public sealed record TrainedBands(string Recipe, Rational Coverage, Rational Confidence, int BandCount, Provenance Provenance, Sequence<TrainedBand> Bands, Sequence<TrainedDifference> Differences)
{
    public const string FileName = "bands.json";

    /// <summary>Of seeds that no band was made from, those whose figures lie inside all bands; null where there are none.</summary>
    public HeldOut? Students { get; init; }

    public TrainedBand? Find(string variant, string measure) => Bands.Items.FirstOrDefault(band => band.Variant == variant && band.Measure == measure);

    public TrainedDifference? FindDifference(string from, string to, string measure) => Differences.Items.FirstOrDefault(difference => difference.From == from && difference.To == to && difference.Measure == measure);
}

/// <param name="Data">Name and hash of the data.</param>
/// <param name="Note">What else who judges by the bands should know; empty for nothing.</param>
public sealed record Provenance(string Data, string Device, string Library, string Date, string Note);

/// <summary>What the runs of a variant say of one measure.</summary>
/// <param name="Runs">Those that did not diverge.</param>
/// <param name="Method">How <paramref name="Interval"/> came about.</param>
/// <param name="Factor">Deviations from the mean to its ends; 0 where it is a range.</param>
/// <param name="Normality">Probability of so odd a sample from a normal population; null where nothing can be said.</param>
/// <param name="Interval">The band that decides: corrected for the number of bands.</param>
/// <param name="Uncorrected">What it would be, were there one band alone.</param>
/// <param name="Wider">Over what honest students may vary; null where that was not measured.</param>
/// <param name="Others">The bands by the other definitions of the same figure.</param>
/// <param name="HeldOut">Null where nothing was held out.</param>
public sealed record TrainedBand(string Variant, string Measure, MeasureDefinition Definition, int Runs, int Diverged, Rational Mean, Rational Deviation, Rational Smallest, Rational Largest, BandMethod Method, Rational Factor, Rational? Normality, Limits Interval, Limits Uncorrected, WiderBand? Wider, Sequence<DefinedBand> Others, HeldOut? HeldOut);

public enum BandMethod
{
    /// <summary>A normal tolerance interval.</summary>
    Normal,

    /// <summary>From the smallest run to the largest, where the sample is not normal and large enough for that.</summary>
    Range,

    /// <summary>A normal tolerance interval, though the sample does not look normal: there are too few runs for anything else.</summary>
    NormalInDoubt,
}

public readonly record struct Limits(Rational Low, Rational High)
{
    public bool Holds(Rational value) => Low <= value && value <= High;
}

/// <param name="Settings">How many ways of training it is over, the recipe's included.</param>
/// <param name="Planned">How many it is to be over.</param>
public sealed record WiderBand(Limits Interval, int Settings, int Planned, int Runs);

public sealed record DefinedBand(MeasureDefinition Definition, Limits Interval);

/// <param name="Rejects">Interval, at 95 %, of the share that the band rejects.</param>
public sealed record HeldOut(int Runs, int Inside, Limits Rejects);

/// <summary>How far two variants differ, seed by seed.</summary>
/// <param name="Shared">A seed gives both variants the same batches; else the pairs are as independent as a student's runs.</param>
/// <param name="Interval">Tolerance interval of a single difference.</param>
/// <param name="MeanInterval">Where the mean difference lies.</param>
/// <param name="Noise">How far seeds alone move a single difference from its mean: half the tolerance interval.</param>
public sealed record TrainedDifference(string From, string To, string Measure, int Runs, bool Shared, Rational Mean, Rational Deviation, Limits Interval, Limits MeanInterval, Rational Noise);
