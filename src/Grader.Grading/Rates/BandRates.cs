using Grader.Mathematics;
using Grader.Reference;
using Grader.Reference.Training;

namespace Grader.Grading;

/// <summary>How often a trained band rejects an honest figure: as it was made, and on seeds that it was not made of.</summary>
/// <param name="Implied">Share that lies outside, with the confidence below.</param>
/// <param name="HeldOut">Null where no seeds were held out.</param>
public sealed record BandRates(string Check, Rational Low, Rational High, bool Percent, int Runs, Rational Implied, Rational Confidence, HeldOut? HeldOut)
{
    /// <summary>Of the checks of a question that a trained band judges.</summary>
    public static IEnumerable<BandRates> Of(Question question)
    {
        if (question.Training?.Bands is not { } bands)
            return [];
        return question.Parts.Items.SelectMany(part => part.Checks.Items).OfType<BandCheck>().Where(check => check.Band.Trained is not null)
            .Select(check => new BandRates(check.Id, check.Band.Low, check.Band.High, check.Percent, check.Band.Runs, (Rational.One - bands.Coverage) / Math.Max(1, bands.BandCount), bands.Confidence, check.Band.Trained!.HeldOut));
    }
}
