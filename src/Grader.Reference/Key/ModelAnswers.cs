using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>What a full answer to each check says. Figures of a student's own run are those of the reference runs.</summary>
internal sealed class ModelAnswers(Assignment assignment)
{
    private readonly Dictionary<string, Check> _checks = assignment.Questions.Items
        .SelectMany(question => question.Parts.Items)
        .SelectMany(part => part.Checks.Items)
        .ToDictionary(check => check.Id, StringComparer.Ordinal);

    public KeyCheck Of(Check check, Worksheet worksheet, Working working)
    {
        var (steps, answer) = Computed(check, worksheet, working);
        KeyAnswer shown = check.ModelAnswer.Length > 0 ? new TextAnswer(check.ModelAnswer) : answer;
        return new(check, steps, shown) { Rows = check is OrderCheck order ? Durations(order) : [new(check.Id, check.Ask, OneLine(check is RubricCheck or EffectCheck ? shown : answer))] };
    }

    private (Sequence<WorkedStep> Steps, KeyAnswer Answer) Computed(Check check, Worksheet worksheet, Working working) => check switch
    {
        NumberCheck number => (working.To(number.Quantities), Value(number.Quantities[0], number.Percent, worksheet)),
        VectorCheck vector => (working.To([vector.Quantity]), Value(vector.Quantity, false, worksheet)),
        MatrixCheck matrix => (working.To([matrix.Quantity]), Value(matrix.Quantity, false, worksheet)),
        OwnCheck own => (working.To([own.Quantity]), Value(own.Quantity, false, worksheet) with { IsExample = true }),
        ChoiceCheck choice => ([], new TextAnswer(choice.Right)),
        RubricCheck rubric => (working.To(rubric.Matrices), new TextAnswer(rubric.Model)),
        BandCheck { Band.Runs: 0 } => ([], new TextAnswer("What your own run gives; there are no reference runs yet.")),
        BandCheck band => ([], new TextAnswer(Figure(band.Band.Mean, band.Percent))),
        DifferenceCheck difference => ([], new TextAnswer(Difference(difference))),
        EffectCheck effect => ([], new TextAnswer(Capital(string.Join(", ", effect.Measures.Items.Select(Effect)) + "."))),
        OrderCheck order => ([], new TextAnswer(string.Join("; ", Durations(order).Items.Select((row, place) => $"{order.Subjects[place]} {row.Value}")) + ".")),
        _ => throw new InvalidOperationException($"no model answer for {check.Kind}"),
    };

    internal static ValueAnswer Value(string quantity, bool percent, Worksheet worksheet)
    {
        var value = worksheet[quantity].Value ?? throw new InvalidOperationException($"{quantity} has no value, and was read as if it had");
        return new(value, worksheet.Named(quantity)?.Unit ?? "", percent);
    }

    private static string OneLine(KeyAnswer answer) =>
        answer is ValueAnswer value ? value.Text : string.Join(' ', ((TextAnswer)answer).Markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Machines differ, so any times will do whose order is the one stated.</summary>
    private static Sequence<SheetRow> Durations(OrderCheck order) => order.Subjects.Items
        .Select((part, place) => new SheetRow(
            part + order.Id[order.Id.IndexOf('.', StringComparison.Ordinal)..],
            place == 0 ? "how long it took" : $"how long it took, and whether that is longer or shorter than {order.Subjects[place - 1]}",
            place == 0 ? "took 1 min" : $"took {place + 1} min, which is longer"))
        .ToSequence();

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

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
