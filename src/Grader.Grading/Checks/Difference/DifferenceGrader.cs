using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>A stated difference: it must agree with the student's own two numbers, at the precision stated.</summary>
internal sealed class DifferenceGrader(DifferenceCheck check) : ClaimGrader(check), IContestant
{
    public bool Takes(Answer answer) => PlainNumber.Fits(answer, percent: true) && answer.Trouble is null;

    public int Preference(Answer answer) => 0;

    public bool IsGiven(Answer answer) => true;

    public override Outcome Judge(SubmissionReading reading)
    {
        if (reading.OwnFigure(check.Minuend)?.Percentage is not { } minuend || reading.OwnFigure(check.Subtrahend)?.Percentage is not { } subtrahend)
        {
            return reading.Selected(check.Id) is { } unfounded
                ? Outcome.Review("the difference of your own two numbers", unfounded.Answer.Found, $"{check.Minuend} and {check.Subtrahend} do not both stand there as one number, so nothing says what the difference is.")
                : Outcome.Missing("the difference of your own two numbers", reading.PartOf(check));
        }

        var difference = minuend - subtrahend;
        var expected = $"{ValuePrinter.Print(difference)} points (your own {ValuePrinter.Print(minuend)} − {ValuePrinter.Print(subtrahend)})";
        if (reading.Selected(check.Id) is not { } selection || selection.Answer.Expression is null || SubmittedNumber.Of(selection.Answer.Expression) is not { } stated)
            return Outcome.Missing(expected, reading.PartOf(check));

        var found = selection.Answer.Found;
        if (selection.Answer.Statement.Check is not null && selection.Rivals is [.., var rival])
            return Outcome.Review(expected, found, $"Two different final answers: “{selection.Answer.Text}” here and “{rival.Text}” in {rival.Place.Where}.");
        var magnitude = Rational.Abs(difference);
        // Accuracies are compared in percent; a difference of shares may be stated as one.
        var agreement = new AsWritten(1).Judge(Rational.Abs(stated.Value), stated.Written, magnitude);
        if (agreement == Agreement.Differs && !stated.IsPercent && Rational.Abs(stated.Value) < Rational.One)
            agreement = new AsWritten(1).Judge(Rational.Abs(stated.Value), stated.Written, magnitude / 100);
        if (Doubt.About(selection.Answer, reading.PartOf(check).Text, isMeasured: true) is { } doubt)
            return Outcome.Review(expected, found, $"A difference is stated, but {doubt}.");
        if (agreement == Agreement.Agrees && DifferenceDoubt.About(selection.Answer, reading.PartOf(check).Text, stated.Value, difference, Names(reading.Question, check.Minuend, check.Subtrahend), Names(reading.Question, check.Subtrahend, check.Minuend)) is { } otherwise)
            return Outcome.Review(expected, found, $"A difference is stated, but {otherwise}.");
        if (agreement == Agreement.Agrees)
            return Outcome.Correct(expected, found, "Agrees with your own numbers, at the precision stated.");
        // "Around 12" leaves a unit of the last digit to either side.
        var slack = stated.Written is { } written ? Rational.PowerOfTen(written.LastDigitExponent) : Rational.Zero;
        if (agreement == Agreement.TooCoarse || (selection.Answer.Approximate && Rational.Abs(Rational.Abs(stated.Value) - magnitude) <= slack))
            return Outcome.Review(expected, found, "Near to the difference of your own numbers, but it does not round to what is stated.");
        return Outcome.Incorrect(expected, found, "Does not agree with your own numbers.");
    }

    /// <summary>The phrases that name one check and not the other.</summary>
    private static Sequence<Phrase> Names(Question question, string of, string against)
    {
        var others = PhrasesOf(question, against).ToHashSet();
        return PhrasesOf(question, of).Where(phrase => !others.Contains(phrase)).ToSequence();
    }

    private static IEnumerable<Phrase> PhrasesOf(Question question, string id) =>
        question.Parts.Items.SelectMany(part => part.Checks.Items).Where(other => other.Id == id).SelectMany(other => other.Labels.Groups.Items).SelectMany(group => group.Items);
}
