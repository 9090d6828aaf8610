using System.Collections.Concurrent;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>What a student states who makes known mistakes: everywhere, in one place, or two at once.</summary>
/// <param name="state">States the answers of a worksheet; null where one of them has no value.</param>
internal sealed class MistakeChanges(QuestionAnswers answers, Func<Worksheet, StatedQuestion?> state)
{
    private readonly ConcurrentDictionary<Way, Change?> _made = [];
    private readonly IReadOnlyList<Way> _throughout = [.. answers.Question.Worksheet.Mistakes.Items.Select(mistake => new Way(mistake, mistake.Occurrences, mistake.Id))];
    private readonly IReadOnlyList<Way> _inOnePlace =
        [.. answers.Question.Worksheet.Mistakes.Items.Where(mistake => mistake.Occurrences.Count > 1).SelectMany(mistake => mistake.Occurrences.Items.Select(place => new Way(mistake, [place], $"{mistake.Id} in {place.Where}")))];

    public Change? Throughout(Draws draws) => _throughout.Count == 0 ? null : One(ChangeKind.Mistake, draws.Of(_throughout));

    public Change? InOnePlace(Draws draws) => _inOnePlace.Count == 0 ? null : One(ChangeKind.MistakeInOnePlace, draws.Of(_inOnePlace));

    public Change? Pair(Draws draws)
    {
        if (_throughout.Count < 2)
            return null;
        var all = _throughout.Count + _inOnePlace.Count;
        var (first, second) = (WayAt(draws.Below(all)), WayAt(draws.Below(all)));
        if (first.Mistake.Id == second.Mistake.Id || first.Formulas.Intersect(second.Formulas, StringComparer.Ordinal).Any())
            return null;
        return Of(ChangeKind.MistakePair, $"{first.Name} and {second.Name}", answers.Question.Worksheet.Making(first.Places).Making(second.Places));
    }

    /// <summary>Where a mistake gives another value that a check takes for the right one: the two cannot be told apart.</summary>
    public IEnumerable<string> Findings()
    {
        foreach (var way in _throughout.Concat(_inOnePlace))
        {
            if (state(answers.Question.Worksheet.Making(way.Places)) is not { } stated)
                continue;
            foreach (var fact in stated.Parts.Items.SelectMany(part => part.Facts.Items).OfType<ValueFact>())
            {
                if (answers.Values.FirstOrDefault(right => right.Check == fact.Check) is { } right && answers.Compare(right, fact) != Sameness.Same && answers.IsTaken(right, fact))
                    yield return $"{fact.Check}: the mistake {way.Name} gives {Text(fact)}, which this check takes for {Text(right)}.";
            }
        }
    }

    private Way WayAt(int index) => index < _throughout.Count ? _throughout[index] : _inOnePlace[index - _throughout.Count];

    private Change? One(ChangeKind kind, Way way) => _made.GetOrAdd(way, made => Of(kind, made.Name, answers.Question.Worksheet.Making(made.Places)));

    private Change? Of(ChangeKind kind, string name, Worksheet worksheet) =>
        state(worksheet) is { } stated && IsOfTheSameKind(stated) ? answers.Changed(kind, $"mistake {name}", stated) : null;

    /// <summary>A mistake that turns a number into something else is none that a student can write in its place.</summary>
    private bool IsOfTheSameKind(StatedQuestion stated) => stated.Parts.Items.SelectMany(part => part.Facts.Items).Select(fact => fact.GetType())
        .SequenceEqual(answers.Right.Parts.Items.SelectMany(part => part.Facts.Items).Select(fact => fact.GetType()));

    private static string Text(ValueFact fact) => fact switch
    {
        NumberFact { Percent: true } number => $"{KeyText.Of(number.Number)} %",
        NumberFact number => KeyText.Of(number.Number),
        TensorFact tensor => KeyText.Of(tensor.Tensor),
        _ => "",
    };

    private sealed record Way(Mistake Mistake, Sequence<Occurrence> Places, string Name)
    {
        public IEnumerable<string> Formulas => Places.Items.SelectMany(place => place.Formulas.Keys);

        public bool Equals(Way? other) => Name == other?.Name;

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
    }
}
