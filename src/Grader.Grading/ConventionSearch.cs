using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Grading.Diagnosis;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading;

/// <summary>
/// Finds which way of each convention a student takes: the one combination, for all checks of a question together, under which the most answers are right, and of
/// those the one under which the most are right given earlier values of the student's own; where several do as well, the one whose phrases the student says, else the key's.
/// </summary>
internal sealed class ConventionSearch
{
    private readonly Worksheet _worksheet;
    private readonly IReadOnlyList<ValueGrader> _graders;
    private readonly IReadOnlyDictionary<string, Selection> _selections;

    private ConventionSearch(Worksheet worksheet, IReadOnlyList<ValueGrader> graders, IReadOnlyDictionary<string, Selection> selections) =>
        (_worksheet, _graders, _selections) = (worksheet, graders, selections);

    /// <summary>Puts the answers into the key's layout.</summary>
    /// <param name="worksheet">With quantities of the student's own in it.</param>
    /// <param name="prose">All that the student says in words in this question.</param>
    public static ConventionUsed Take(Worksheet worksheet, IReadOnlyList<ValueGrader> graders, IDictionary<string, Selection> selections, IReadOnlyList<Prose> prose)
    {
        if (worksheet.Conventions.Count == 0)
            return new([], [], _ => null);
        var search = new ConventionSearch(worksheet, graders, selections.AsReadOnly());
        var tried = search.Combinations().Select(search.Try).ToList();
        var best = tried.MaxBy(attempt => (attempt.Agreeing, attempt.Right.Count, Said(attempt.Choices, prose)))!;
        foreach (var (check, selection) in best.Selections)
            selections[check] = selection;
        var taken = worksheet.Conventions.Items.Zip(best.Choices)
            .Where(pair => pair.Second != pair.First.Choices[0])
            .Select(pair => new ConventionTaken(pair.First.Id, pair.Second.Id, pair.Second.Say))
            .ToSequence();
        return new(best.Choices, taken, check => Otherwise(check, best, tried));
    }

    /// <summary>What is to be said of an answer that is right under another combination only.</summary>
    private static OtherConvention? Otherwise(string check, Attempt best, List<Attempt> tried)
    {
        if (best.Right.Contains(check) || tried.Find(attempt => attempt.Right.Contains(check)) is not { } other)
            return null;
        var differing = other.Choices.Zip(best.Choices).Where(pair => pair.First != pair.Second).ToList();
        var rest = best.Right.Except(other.Right).Any() ? "your other answers take" : "this question takes";
        var says = $"It is right where {string.Join(" and ", differing.Select(pair => pair.First.Say))}; {rest}: {string.Join(" and ", differing.Select(pair => pair.Second.Say))}.";
        return new(says, other.Agreeing == best.Agreeing && other.Right.Count == best.Right.Count);
    }

    private static int Said(IReadOnlyList<ConventionChoice> choices, IReadOnlyList<Prose> prose) =>
        choices.Count(choice => prose.Any(sentence => LabelScore.Says(choice.Phrases, sentence.Words)));

    /// <summary>The key's first.</summary>
    private List<IReadOnlyList<ConventionChoice>> Combinations()
    {
        List<IReadOnlyList<ConventionChoice>> combinations = [[]];
        foreach (var convention in _worksheet.Conventions)
            combinations = [.. combinations.SelectMany(chosen => convention.Choices.Items.Select(choice => (IReadOnlyList<ConventionChoice>)[.. chosen, choice]))];
        return combinations;
    }

    private Attempt Try(IReadOnlyList<ConventionChoice> choices)
    {
        var worksheet = choices.Aggregate(_worksheet, (made, choice) => made.Choosing(choice));
        var transposed = choices.SelectMany(choice => choice.Transposed).ToHashSet(StringComparer.Ordinal);
        var selections = new Dictionary<string, Selection>(StringComparer.Ordinal);
        var states = new List<ValueState>();
        foreach (var grader in _graders)
        {
            if (!_selections.TryGetValue(grader.Check.Id, out var selection))
                continue;
            if (grader is MatrixGrader && grader.Quantities.Any(transposed.Contains))
                selections[grader.Check.Id] = selection = TransposedAnswers.Turn(selection);
            states.Add(new(grader, selection, selection.Answer.Trouble is null ? grader.Judge(selection.Answer, worksheet) : null));
        }

        CarriedForward.Find(states, worksheet);
        var right = states.Where(state => state.AgainstKey is { Agreement: Agreement.Agrees } || state.IsCarried);
        return new(choices, selections, states.Count(state => state.AgainstKey is { Agreement: Agreement.Agrees }), right.Select(state => state.Grader.Check.Id).ToHashSet(StringComparer.Ordinal));
    }

    private sealed record Attempt(IReadOnlyList<ConventionChoice> Choices, IReadOnlyDictionary<string, Selection> Selections, int Agreeing, HashSet<string> Right);
}

/// <summary>The conventions of a question as the student takes them.</summary>
/// <param name="Taken">Where not the key's.</param>
/// <param name="Otherwise">What is to be said of the answer to a check that is right under other conventions only.</param>
internal sealed record ConventionUsed(IReadOnlyList<ConventionChoice> Choices, Sequence<ConventionTaken> Taken, Func<string, OtherConvention?> Otherwise)
{
    public Worksheet In(Worksheet worksheet) => Choices.Aggregate(worksheet, (made, choice) => made.Choosing(choice));
}

/// <param name="IsEven">As much speaks for the other convention as for the one taken: a person decides.</param>
internal sealed record OtherConvention(string Say, bool IsEven);
