using Grader.Mathematics;
using Grader.Reference;
using Grader.Reference.Training;

namespace Grader.Grading.Checks;

/// <summary>What is said of a figure outside its band: how far, whether an honest variation would give it, and which other definition would.</summary>
internal static class BandMessage
{
    public static string Outside(Band band, Rational figure, string unit)
    {
        var (distance, side) = figure < band.Low ? (band.Low - figure, "below") : (figure - band.High, "above");
        var message = $"{ValuePrinter.Print(figure)}{unit} lies {ValuePrinter.Print(distance)} {side} the band of {band.Runs} runs (mean {ValuePrinter.Print(band.Mean)}, deviation {ValuePrinter.Print(band.Deviation)}; {band.Source}).";
        if (band.Trained is not { } trained)
            return message;
        if (trained.Wider is { } wider)
            message += $" {(wider.Interval.Holds(figure) ? "Inside" : "Outside, too,")} the wider band over what honest students vary, {Ends(wider.Interval, unit)}.";
        var fitting = trained.Others.Items.Where(other => other.Interval.Holds(figure)).Select(other => $"{Say(other.Definition)} ({Ends(other.Interval, unit)})").ToList();
        return fitting.Count == 0 ? message : $"{message} It would fit another definition: {string.Join(", or ", fitting)}.";
    }

    private static string Ends(Limits interval, string unit) => $"{ValuePrinter.Print(interval.Low)} to {ValuePrinter.Print(interval.High)}{unit}";

    private static string Say(MeasureDefinition definition) => definition switch
    {
        MeasureDefinition.DuringEpoch => "the average over the last epoch while the model changed",
        MeasureDefinition.BestEpoch => "that of the epoch with the best test accuracy",
        _ => "that of the final model in evaluation mode",
    };
}
