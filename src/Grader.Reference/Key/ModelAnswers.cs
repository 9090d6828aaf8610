using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>What a full answer to each check says. Figures of a student's own run are those of the reference runs.</summary>
internal sealed class ModelAnswers(Assignment assignment)
{
    private readonly Dictionary<string, Check> _checks = assignment.Questions.Items
        .SelectMany(question => question.Parts.Items)
        .SelectMany(part => part.Checks.Items)
        .ToDictionary(check => check.Id, StringComparer.Ordinal);

    public KeyCheck Of(Check check, Worksheet worksheet, Working working) => check switch
    {
        { ModelAnswer.Length: > 0 } => Text(check, check.ModelAnswer),
        NumberCheck number => Value(check, number.Quantities, number.Percent, worksheet, working),
        VectorCheck vector => Value(check, [vector.Quantity], false, worksheet, working),
        MatrixCheck matrix => Value(check, [matrix.Quantity], false, worksheet, working),
        ChoiceCheck choice => Text(check, choice.Right),
        RubricCheck rubric => new(check, working.To(rubric.Matrices), new TextAnswer(rubric.Model)),
        BandCheck band => Text(check, Figure(band.Band.Mean, band.Percent)),
        DifferenceCheck difference => Text(check, Difference(difference)),
        EffectCheck effect => Text(check, string.Join(", ", effect.Measures.Items.Select(Effect)) + "."),
        OrderCheck order => Text(check, string.Join(", ", order.Subjects.Items.Select((part, place) => $"({part}) took {place + 1} min"))),
        _ => throw new InvalidOperationException($"no model answer for {check.Kind}"),
    };

    private static KeyCheck Text(Check check, string text) => new(check, [], new TextAnswer(text));

    private static KeyCheck Value(Check check, Sequence<string> quantities, bool percent, Worksheet worksheet, Working working)
    {
        var value = worksheet[quantities[0]].Value ?? throw new InvalidOperationException($"{quantities[0]} has no value, and was read as if it had");
        var unit = worksheet.Named(quantities[0])?.Unit ?? "";
        return new(check, working.To(quantities), new ValueAnswer(value, unit, percent));
    }

    private string Difference(DifferenceCheck difference)
    {
        var (first, percent) = FigureOf(difference.Minuend);
        return Figure(first - FigureOf(difference.Subtrahend).Number, percent);
    }

    private string Effect(Measure measure)
    {
        var (before, percent) = FigureOf(measure.Before);
        var (after, _) = FigureOf(measure.After);
        var change = after - before;
        var verb = Rational.Abs(change) <= measure.Unclear ? "shows no clear change" : change.Sign > 0 ? "rose" : "fell";
        return $"{measure.Name} {verb} from {Figure(before, percent)} to {Figure(after, percent)}";
    }

    private (Rational Number, bool Percent) FigureOf(string check) => _checks[check] switch
    {
        BandCheck band => (band.Band.Mean, band.Percent),
        NumberCheck number when Key(number) is Exact exact => (number.Percent ? exact.Number * 100 : exact.Number, number.Percent),
        NumberCheck number when Key(number) is Approximate approximate => (Rational.FromDouble(approximate.Number) * (number.Percent ? 100 : 1), number.Percent),
        _ => throw new InvalidOperationException($"{check} holds no number, and was read as if it did"),
    };

    private Value? Key(NumberCheck number) => assignment.Questions.Items.First(question => question.Worksheet.Has(number.Quantities[0])).Worksheet[number.Quantities[0]].Value;

    private static string Figure(Rational number, bool percent) => KeyText.Shown(number) + (percent ? " %" : "");
}
