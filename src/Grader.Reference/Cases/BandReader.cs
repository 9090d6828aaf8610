using Grader.Mathematics;
using Grader.Reference.Training;

namespace Grader.Reference.Cases;

/// <summary>Reads the bands of checks: those written by hand, and those that the question's training runs made.</summary>
/// <param name="runs">Null where the question trains nothing, or its recipe has problems.</param>
/// <param name="trains">The question has a recipe, which may have problems of its own.</param>
internal sealed class BandReader(ReferenceRuns? runs, bool trains)
{
    private const string NotTrained = "there are no reference runs yet; `grader train` makes them";
    private const string Stale = "the training recipe has changed since the reference runs were made; `grader train` makes them again";

    public Band Read(ObjectReader check)
    {
        var written = check.Object("band", CheckShapes.Band) is { } reader ? Written(reader) : null;
        if (check.Node("trained") is null && check.Node("band") is null)
            check.Problems.Add(check.Place, "The check has no band.", "Add \"trained\", or \"band\" with one written by hand.");
        if (check.Object("trained", TrainingShapes.TrainedBand) is not { } trained || !Exists(trained, "variant"))
            return written ?? Refused(NotTrained);
        if (runs?.Bands?.Find(trained.Text("variant"), trained.Text("measure")) is not { } band)
            return written ?? Refused(NotTrained);
        var bands = runs.Bands;
        return new(band.Interval.Low, band.Interval.High, band.Mean, band.Deviation, band.Runs, Source(bands, band), false)
        {
            Trained = band,
            Refusal = runs.AreStale ? Stale : "",
        };
    }

    /// <summary>How far seeds alone move the difference that a measure is about; null where no runs tell.</summary>
    public Rational? Unclear(ObjectReader measure)
    {
        if (measure.Object("trained", TrainingShapes.TrainedDifference) is not { } trained || !Exists(trained, "from", "to"))
            return null;
        return runs is { AreStale: false } ? runs.Bands?.FindDifference(trained.Text("from"), trained.Text("to"), trained.Text("measure"))?.Noise : null;
    }

    private bool Exists(ObjectReader trained, params ReadOnlySpan<string> keys)
    {
        var before = trained.Problems.Count;
        if (!trains)
            trained.Problems.Add(trained.Place, "The question trains nothing.", "Add \"training\" to it, or write the band by hand.");
        if (runs is null)
            return false;
        foreach (var key in keys)
            Named(key, "variant", runs.Recipe.Variants.Items.Select(variant => variant.Id));
        Named("measure", "measure", runs.Recipe.Measures.Items.Select(measure => measure.Id));
        return trained.Problems.Count == before;

        void Named(string key, string what, IEnumerable<string> names)
        {
            if (trained.TextNode(key) is { } name && !names.Contains(name.Text))
                trained.Problems.Add(name.Place, $"The training has no {what} \"{name.Text}\".", Suggestion.For(name.Text, names));
        }
    }

    private static Band Written(ObjectReader reader)
    {
        var band = new Band(reader.Rational("low"), reader.Rational("high"), reader.Rational("mean"), reader.Rational("deviation"), reader.Integer("runs", 1, 1), reader.Text("source"), reader.Truth("provisional", false));
        if (band.Deviation.Sign < 0)
            reader.Problems.Add(reader.PlaceOf("deviation"), $"\"deviation\" is {band.Deviation}.", "Write 0 or more.");
        if (band.Low > band.Mean || band.Mean > band.High)
            reader.Problems.Add(reader.Place, $"The mean {band.Mean} does not lie between {band.Low} and {band.High}.", "Write low ≤ mean ≤ high.");
        return band;
    }

    private static Band Refused(string why) => new(default, default, default, default, 0, "no runs", true) { Refusal = why };

    private static string Source(TrainedBands bands, TrainedBand band)
    {
        var (coverage, confidence) = ((bands.Coverage * 100).ToString(), (bands.Confidence * 100).ToString());
        var how = band.Method == BandMethod.Range ? "smallest to largest" : $"tolerance interval {coverage}/{confidence}";
        return $"{how}, corrected for {bands.BandCount} bands{(band.Method == BandMethod.NormalInDoubt ? "; the runs do not look normal" : "")}";
    }
}
