using Grader.Mathematics;

namespace Grader.Reference.Training;

/// <summary>How the reference runs of a question are trained, and what of them makes a band.</summary>
/// <param name="Network">Layers, first to last, those of all variants.</param>
/// <param name="Settings">Of every variant that does not say otherwise.</param>
/// <param name="Variations">What may differ between honest students.</param>
/// <param name="Coverage">Share of honest runs that all bands of the question together are to hold, before the correction for their number.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Folder">Where runs and bands stand, relative to the assignment's folder.</param>
public sealed record TrainingRecipe(DataSet Data, Sequence<NetworkLayer> Network, LossFunction Loss, RunSettings Settings, Sequence<TrainingVariant> Variants, Sequence<Variation> Variations, SeedPlan Seeds, Sequence<RecipeMeasure> Measures, Rational Coverage, Rational Confidence, string Folder)
{
    /// <summary>How many bands the recipe makes, for which the coverage of each is corrected: a student is judged by all of them.</summary>
    public int BandCount => Variants.Count * Measures.Count;

    /// <summary>The layers that a variant has.</summary>
    public Sequence<NetworkLayer> NetworkOf(string variant) => Network.Items.Where(layer => layer.IsIn(variant)).ToSequence();

    /// <param name="variation">Empty for the recipe as it stands.</param>
    public RunSettings SettingsOf(string variant, string variation)
    {
        var settings = Variants.Items.First(known => known.Id == variant).Changes.On(Settings);
        return variation.Length == 0 ? settings : Variations.Items.First(known => known.Id == variation).Changes.On(settings);
    }
}

/// <param name="Name">A published one, the digits that ship with the trainer, or <c>csv</c> or <c>folder</c>.</param>
/// <param name="Image">Shape of an image.</param>
/// <param name="Largest">The value that becomes 1: 255 for bytes.</param>
/// <param name="Mean">Per channel, after scaling to 0 … 1; one entry serves all channels.</param>
/// <param name="Deviation">Per channel; what is left of the mean is divided by it.</param>
/// <param name="TrainingFile">Of a CSV file or a folder, relative to the assignment's folder; empty for a published set.</param>
/// <param name="TestFile">Empty where every so many-th image is held out.</param>
/// <param name="HoldOut">Where there is no test set: every so many-th image is one of test; 0 where there is one.</param>
/// <param name="Address">Where it may be downloaded from, when asked; empty for nowhere.</param>
public sealed record DataSet(string Name, FeatureShape Image, int Classes, Rational Largest, Sequence<Rational> Mean, Sequence<Rational> Deviation, string TrainingFile, string TestFile, int HoldOut, string Address);

/// <summary>Shape of what flows between layers; a row of numbers is <c>[channels, 1, 1]</c> and flat.</summary>
public readonly record struct FeatureShape(int Channels, int Height, int Width, bool IsFlat = false)
{
    public long Count => (long)Channels * Height * Width;

    public override string ToString() => IsFlat ? $"{Channels}" : $"{Channels} × {Height} × {Width}";
}

public enum LossFunction
{
    CrossEntropy,

    /// <summary>Mean over examples and classes of (output − target)², the target being 1 for the class and 0 for all others.</summary>
    SquaredError,
}

public sealed record RunSettings(Optimizer Optimizer, Schedule Schedule, int Batch, int Epochs);

/// <summary>What of the settings a variant or a variation changes; null for what it leaves.</summary>
public sealed record SettingChanges(Optimizer? Optimizer, Schedule? Schedule, int? Batch, int? Epochs)
{
    public RunSettings On(RunSettings settings) => new(Optimizer ?? settings.Optimizer, Schedule ?? settings.Schedule, Batch ?? settings.Batch, Epochs ?? settings.Epochs);
}

/// <param name="Rate">Learning rate.</param>
/// <param name="WeightDecay">Added to the gradient times the parameter, as in PyTorch's Adam and SGD.</param>
public abstract record Optimizer(Rational Rate, Rational WeightDecay);

public sealed record Adam(Rational Rate, Rational WeightDecay, Rational Beta1, Rational Beta2, Rational Epsilon) : Optimizer(Rate, WeightDecay);

public sealed record GradientDescent(Rational Rate, Rational WeightDecay, Rational Momentum, bool Nesterov) : Optimizer(Rate, WeightDecay);

/// <summary>The learning rate's factor by epoch.</summary>
public abstract record Schedule;

public sealed record ConstantRate : Schedule;

/// <summary>Times the factor after every so many epochs.</summary>
public sealed record StepRate(int Every, Rational Factor) : Schedule;

/// <summary>From 1 to 0 along half a cosine over all epochs.</summary>
public sealed record CosineRate : Schedule;

/// <param name="Say">What it is, for people: with batch normalisation.</param>
public sealed record TrainingVariant(string Id, string Say, SettingChanges Changes);

/// <summary>What an honest student may have done otherwise.</summary>
public sealed record Variation(string Id, SettingChanges Changes);

/// <param name="Runs">Runs a variant that make the band.</param>
/// <param name="HeldOut">Further runs a variant, by which the band's rate of false rejects is measured.</param>
/// <param name="Variation">Runs a variant and variation.</param>
/// <param name="Shared">The same seed gives all variants the same order of batches and initial numbers; else each variant has its own.</param>
public sealed record SeedPlan(int Runs, int HeldOut, int Variation, bool Shared);

/// <param name="Of">Which figure.</param>
/// <param name="Definition">When and how it is taken: the one that the question asks for.</param>
public sealed record RecipeMeasure(string Id, string Say, Figure Of, MeasureDefinition Definition);

public enum Figure
{
    /// <summary>In percent.</summary>
    TrainingAccuracy,

    /// <summary>In percent.</summary>
    TestAccuracy,
    TrainingLoss,
    TestLoss,
}

public enum MeasureDefinition
{
    /// <summary>Of the final model, in evaluation mode.</summary>
    Final,

    /// <summary>Of training figures, the average over the last epoch's batches while the model changed; of test figures, the final model's.</summary>
    DuringEpoch,

    /// <summary>Of the epoch with the best test accuracy, in evaluation mode.</summary>
    BestEpoch,
}
