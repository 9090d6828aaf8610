using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>A submission with all right answers, as the answer key gives them.</summary>
public static class ModelSubmission
{
    /// <param name="key">The right answers.</param>
    /// <param name="sentences">Right sentences besides those of the key, by check.</param>
    public static StatedSubmission Of(AnswerKey key, IReadOnlyDictionary<string, Sequence<string>>? sentences = null)
    {
        var writer = LabelWriter.Of(key.Assignment);
        return new(key.Questions.Items.Select(question => Question(question, writer, sentences)).ToSequence());
    }

    internal static StatedQuestion Question(KeyQuestion question, LabelWriter writer, IReadOnlyDictionary<string, Sequence<string>>? sentences)
    {
        var id = question.Question.Id;
        var durations = question.Parts.Items.SelectMany(part => part.Checks.Items).Where(check => check.Check is OrderCheck)
            .SelectMany(check => check.Rows.Items.Select(row => (Part: row.Label[..row.Label.IndexOf('.', StringComparison.Ordinal)], Fact: Duration(check.Check.Id, row.Value))))
            .ToLookup(row => row.Part, row => row.Fact, StringComparer.Ordinal);
        var letters = question.Parts.Items.Select(part => part.Part.Id[id.Length..]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parts = question.Parts.Items
            .Where(part => part.Part.Id != id || part.Checks.Items.Any(check => check.Check is not OrderCheck))
            .Select(part => new StatedPart(id, part.Part.Id[id.Length..], part.Part.Text, Facts(part, writer, letters, sentences).Concat(durations[part.Part.Id]).ToSequence()));
        return new(id, question.Question.Title, parts.ToSequence());
    }

    private static Fact Duration(string check, string said) => new ProseFact(check, [$"The training {said}.", $"It {said}."]);

    /// <param name="letters">The labels of the question's parts: "**b:**" names no value.</param>
    private static IEnumerable<Fact> Facts(KeyPart part, LabelWriter writer, HashSet<string> letters, IReadOnlyDictionary<string, Sequence<string>>? sentences)
    {
        foreach (var check in part.Checks.Items.Where(check => check.Check is not OrderCheck))
        {
            var others = part.Checks.Items.Select(other => other.Check).Where(other => other != check.Check && AreAlike(other, check.Check)).ToList();
            var (labels, areTelling) = writer.Labels(check.Check, others, letters);
            yield return Fact(check, labels, areTelling, sentences?.GetValueOrDefault(check.Check.Id) ?? default);
        }
    }

    /// <summary>Whether their answers compete for the same places: numbers, or arrays.</summary>
    private static bool AreAlike(Check one, Check other) => IsNumber(one) == IsNumber(other) && IsNumber(one) | IsArray(one) && IsNumber(other) | IsArray(other);

    private static bool IsNumber(Check check) => check is NumberCheck or BandCheck or DifferenceCheck;

    private static bool IsArray(Check check) => check is VectorCheck or MatrixCheck or OwnCheck;

    private static Fact Fact(KeyCheck check, Sequence<FactLabel> labels, bool areTelling, Sequence<string> sentences)
    {
        switch (check.Check, check.Answer)
        {
            case (NumberCheck number, ValueAnswer { Value: Exact or Approximate } value):
                return new NumberFact(number.Id, labels, areTelling, value.Percent ? Times100(value.Value) : value.Value, value.Percent)
                {
                    Unit = value.Unit,
                    IsCount = number.Tolerance is CountTolerance,
                    IsShare = value.Percent,
                    Working = value.Percent ? null : check.Steps.Items.LastOrDefault(step => step.Quantity.Name == number.Quantities[0] && !step.Given && IsPlain(step.Substituted))?.Substituted,
                };
            case (BandCheck band, _):
                return new NumberFact(band.Id, labels, areTelling, new Exact(band.Band.Mean), band.Percent) { Slack = band.Band.High - band.Band.Low };
            case (DifferenceCheck, TextAnswer { Markdown: var text }) when Formula.Read(text).Expression is { } read && Figure(read) is { } figure:
                return new NumberFact(check.Check.Id, labels, areTelling, new Exact(figure), read is Measured);
            case ({ ModelAnswer.Length: 0 }, ValueAnswer { Value: Tensor { Shape.Count: <= 2 } tensor }):
                var (rows, columns) = check.Check switch
                {
                    MatrixCheck matrix => (matrix.RowLabels, matrix.ColumnLabels),
                    VectorCheck vector => (vector.RowLabels, default),
                    _ => default,
                };
                return new TensorFact(check.Check.Id, labels, areTelling, tensor) { RowNames = Names(rows), ColumnNames = Names(columns) };
            case (ChoiceCheck choice, _):
                return new ProseFact(choice.Id, sentences.Count > 0 ? sentences : [Sentence(choice.Choices.Items.First(other => other.Id == choice.Right).Phrases[0].Text)]);
            default:
                return new ProseFact(check.Check.Id, sentences.Count > 0 && check.Check is EffectCheck ? sentences : sentences.Items.Add(check.Answer is TextAnswer said ? said.Markdown.Trim() : check.Rows[0].Value).ToSequence());
        }
    }

    private static Rational? Figure(Expression expression) => expression switch
    {
        Number number => number.Value,
        Negation { Operand: Number number } => -number.Value,
        Measured { Amount: var amount } => Figure(amount),
        _ => null,
    };

    /// <summary>What people write in a line: no arrays, no names, no function but the floor.</summary>
    private static bool IsPlain(Expression expression) => expression switch
    {
        Number => true,
        Negation { Operand: var operand } => IsPlain(operand),
        Sum { Terms: var terms } => terms.Items.All(IsPlain),
        Product { Factors: var factors } => factors.Items.All(IsPlain),
        Quotient quotient => IsPlain(quotient.Numerator) && IsPlain(quotient.Denominator),
        Power power => IsPlain(power.Base) && IsPlain(power.Exponent),
        Call { Function: "floor", Arguments: [var argument] } => IsPlain(argument),
        _ => false,
    };

    internal static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    private static Value Times100(Value value) => value is Exact exact ? new Exact(exact.Number * 100) : new Approximate(((Approximate)value).Number * 100);

    /// <summary><c>m1</c> is written <c>M1</c>.</summary>
    private static Sequence<string> Names(Sequence<Phrase> labels) => labels.Items.Select(label => label.Text is [>= 'a' and <= 'z', .. var digits] && digits.All(char.IsDigit) ? label.Text.ToUpperInvariant() : label.Text).ToSequence();
}
