using Grader.Mathematics;
using Grader.Reference;
using Grader.Reference.Training;

namespace Grader.Grading.Checks;

/// <summary>What is said of a figure outside its band: how far, whether an honest variation would give it, and which other definition would.</summary>
internal static class BandMessage
{
    public static Said Outside(Band band, Rational figure, string unit)
    {
        var (distance, side) = figure < band.Low ? (band.Low - figure, "below") : (figure - band.High, "above");
        var lies = $"{ValuePrinter.Print(figure)}{unit} lies";
        var message = new Said(
            $"{lies} {ValuePrinter.Print(distance)} {side} the band of {band.Runs} runs (mean {ValuePrinter.Print(band.Mean)}, deviation {ValuePrinter.Print(band.Deviation)}; {band.Source}).",
            $"{lies} {side} the band of {band.Runs} runs.");
        if (band.Trained is not { } trained)
            return message;
        if (trained.Wider is { } wider)
        {
            var wide = $"{(wider.Interval.Holds(figure) ? "Inside" : "Outside, too,")} the wider band over what honest students vary";
            message = message.And(new($"{wide}, {Ends(wider.Interval, unit)}.", $"{wide}."));
        }
        var fitting = trained.Others.Items.Where(other => other.Interval.Holds(figure)).ToList();
        return fitting.Count == 0 ? message : message.And(new(
            $"It would fit another definition: {string.Join(", or ", fitting.Select(other => $"{Say(other.Definition)} ({Ends(other.Interval, unit)})"))}.",
            $"It would fit another definition: {string.Join(", or ", fitting.Select(other => Say(other.Definition)))}."));
    }

    private static string Ends(Limits interval, string unit) => $"{ValuePrinter.Print(interval.Low)} to {ValuePrinter.Print(interval.High)}{unit}";

    private static string Say(MeasureDefinition definition) => definition switch
    {
        MeasureDefinition.DuringEpoch => "the average over the last epoch while the model changed",
        MeasureDefinition.BestEpoch => "that of the epoch with the best test accuracy",
        _ => "that of the final model in evaluation mode",
    };
}
