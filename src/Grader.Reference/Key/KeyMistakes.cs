using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>A known mistake in the instructor's edition of the key.</summary>
/// <param name="Cases">For each place where it can be made, what it gives; places that change no answer are left out.</param>
public sealed record KeyMistake(Mistake Mistake, Sequence<KeyMistakeCase> Cases);

/// <param name="Where"><c>layer1</c>; <c>everywhere</c> for all places together; empty where there is only one.</param>
/// <param name="Answers">The checks whose answers it changes, in their order.</param>
public sealed record KeyMistakeCase(string Where, Sequence<MistakenAnswer> Answers);

/// <param name="Answer">Null where the mistake leads to no value at all.</param>
public sealed record MistakenAnswer(string Check, ValueAnswer? Answer);

internal static class KeyMistakes
{
    public static Sequence<KeyMistake> Of(Question question)
    {
        var checks = question.Parts.Items.SelectMany(part => part.Checks.Items).Select(Target).Where(target => target.Quantity is not null).ToList();
        return question.Worksheet.Mistakes.Items
            .Select(mistake => new KeyMistake(mistake, Cases(mistake)
                .Select(made => new KeyMistakeCase(made.Where, Answers(question.Worksheet, made.Occurrences, checks)))
                .Where(made => made.Answers.Count > 0)
                .DistinctBy(made => made.Answers)
                .ToSequence()))
            .Where(mistake => mistake.Cases.Count > 0)
            .ToSequence();
    }

    private static IEnumerable<(string Where, Sequence<Occurrence> Occurrences)> Cases(Mistake mistake)
    {
        foreach (var occurrence in mistake.Occurrences)
            yield return (occurrence.Where, [occurrence]);
        if (mistake.Occurrences.Count > 1)
            yield return ("everywhere", mistake.Occurrences);
    }

    private static Sequence<MistakenAnswer> Answers(Worksheet key, Sequence<Occurrence> occurrences, List<(Check Check, string? Quantity, bool Percent)> checks)
    {
        var made = key.Making(occurrences);
        return checks
            .Where(target => made[target.Quantity!].Value != key[target.Quantity!].Value)
            .Select(target => new MistakenAnswer(target.Check.Id, made[target.Quantity!].Value is null ? null : ModelAnswers.Value(target.Quantity!, target.Percent, made)))
            .ToSequence();
    }

    private static (Check Check, string? Quantity, bool Percent) Target(Check check) => check switch
    {
        NumberCheck number => (check, number.Quantities[0], number.Percent),
        VectorCheck vector => (check, vector.Quantity, false),
        MatrixCheck matrix => (check, matrix.Quantity, false),
        _ => (check, null, false),
    };
}
