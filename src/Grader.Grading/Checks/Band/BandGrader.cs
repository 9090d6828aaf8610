using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>A figure of the student's own run: inside the band it is correct, outside it is for a person, with the distance.</summary>
internal sealed class BandGrader(BandCheck check) : ClaimGrader(check), IContestant
{
    public bool Takes(Answer answer) => PlainNumber.Fits(answer, check.Percent) && answer.Trouble is null;

    public int Preference(Answer answer) => PlainNumber.Preference(answer, check.Percent);

    public bool IsGiven(Answer answer) => PlainNumber.IsGiven(answer);

    public override Outcome Judge(SubmissionReading reading)
    {
        var figure = reading.Selected(check.Id) is { } selection ? Figure(selection.Answer) : null;
        return Judged(reading) with { InBand = check.Band.Runs == 0 ? null : new(figure, check.Band.Low, check.Band.High, Wider, check.Band.Mean, check.Band.Runs, check.Percent ? "%" : "") };
    }

    private (Rational Low, Rational High)? Wider => check.Band.Trained?.Wider is { Interval: var interval } ? (interval.Low, interval.High) : null;

    private Outcome Judged(SubmissionReading reading)
    {
        var band = check.Band;
        var unit = check.Percent ? " %" : "";
        var expected = band.Runs == 0 ? "a figure of the student's own run" : $"{ValuePrinter.Print(band.Low)} to {ValuePrinter.Print(band.High)}{unit}{(band.Provisional ? " (provisional band)" : "")}";
        if (reading.Selected(check.Id) is not { } selection)
            return Outcome.Missing(expected, reading.PartOf(check));
        var answer = selection.Answer;
        if (Figure(answer) is not { } figure)
            return Outcome.Unreadable(expected, answer);
        if (selection.Rivals.Any(rival => Figure(rival) != figure))
            return Outcome.Review(expected, answer.Found, Hedge(selection, figure));

        var text = reading.PartOf(check).Text;
        if (RunDoubt.About(answer, text, check, reading.Question) is { } doubt)
            return Outcome.Review(expected, answer.Found, $"A figure is there, but {doubt}.");
        if (band.Refusal.Length > 0)
            return Outcome.Review(expected, answer.Found, new($"No band judges this: {band.Refusal}.", "No band judges this."));
        var value = ValuePrinter.Print(figure) + unit;
        if (figure >= band.Low && figure <= band.High)
            return Outcome.Correct(expected, answer.Found, new($"Inside the band of {band.Runs} runs ({band.Source}).", $"Inside the band of {band.Runs} runs.")) with { Value = value };
        var message = BandMessage.Outside(band, figure, unit);
        return reading.Credit.OutsideBandIsIncorrect ? Outcome.Incorrect(expected, answer.Found, message) with { Value = value } : Outcome.Review(expected, answer.Found, message);
    }

    private static string Hedge(Selection selection, Rational figure) =>
        $"Two different figures: {ValuePrinter.Print(figure)} here, and {string.Join(", ", selection.Rivals.Select(rival => $"{rival.Text} in {rival.Place.Where}"))}.";

    /// <summary>In the band's unit.</summary>
    private Rational? Figure(Answer answer) =>
        answer.Expression is { } expression && SubmittedNumber.Of(expression) is { } number ? (check.Percent ? number.Percentage : number.Value) : null;
}
