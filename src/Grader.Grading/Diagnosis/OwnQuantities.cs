using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>
/// Puts the student's own quantities in the place of the case's examples before anything else is judged. What depends on one that is not there, or that a person must look
/// at, is for a person too: never is it judged by the example.
/// </summary>
internal sealed class OwnQuantities
{
    private readonly Worksheet _example;
    private readonly List<(ValueState State, Outcome Outcome)> _own;

    /// <param name="own">The states of the checks of own quantities, judged against the example's worksheet, with their outcomes.</param>
    public OwnQuantities(Worksheet example, List<(ValueState State, Outcome Outcome)> own)
    {
        (_example, _own) = (example, own);
        Key = CarriedForward.Given(example, own.Where(IsJudged).Select(item => item.State));
    }

    public IReadOnlyDictionary<string, Outcome> Outcomes => _own.ToDictionary(item => item.State.Grader.Check.Id, item => item.Outcome);

    /// <summary>The worksheet with the own quantities in it.</summary>
    public Worksheet Key { get; }

    /// <summary>The own quantities that a check is computed from.</summary>
    public IReadOnlyList<(ValueState State, Outcome Outcome)> Before(ValueGrader grader) =>
        [.. _own.Where(item => grader.Quantities.Any(quantity => quantity == item.State.Grader.Quantities[0] || _example.DependsOn(quantity, item.State.Grader.Quantities[0])))];

    /// <summary>What a check's answers are compared with, for its messages.</summary>
    public string Measure(ValueGrader grader)
    {
        var says = Before(grader).Select(item => $"your own {_example.Named(item.State.Grader.Quantities[0])!.Say}").ToList();
        return says.Count == 0 ? "the key" : string.Join(" and ", says);
    }

    /// <summary>What stands in the way of judging a check, or null.</summary>
    public Outcome? Unfounded(ValueGrader grader, Selection? selection, PartReading part)
    {
        var unread = Before(grader).Where(item => !IsJudged(item)).Select(item => item.State.Grader.Check).ToList();
        const string expected = "what follows from your own values";
        if (unread.Count == 0)
        {
            // 0/0: an F1 of 0 is a convention, and no mistake.
            return grader is OwnGrader || selection is null || Before(grader).Count == 0 || Key[grader.Quantities[0]].Value is not null
                ? null
                : Outcome.Review(expected, selection.Answer.Found, $"With {Measure(grader)} it is not defined; a person sees whether what is said of it is right.");
        }
        return selection is null
            ? Outcome.Missing(expected, part)
            : Outcome.Review(expected, selection.Answer.Found, $"It follows from {string.Join(" and ", unread.Select(check => $"{check.Id} ({check.Ask})"))}, which is not there as one plain answer, so nothing says whether it is right.");
    }

    /// <summary>The same, where an own matrix is for a person whose rows and columns must be swapped for the later answers to fit it.</summary>
    public OwnQuantities Doubting(IReadOnlyList<ValueState> states) => new(_example, _own.ConvertAll(item => FitsSwapped(item, states)
        ? (item.State, Outcome.Review(item.Outcome.Expected, item.Outcome.Found, "What is computed from it fits this matrix only with its rows and columns swapped; a person sees which was meant."))
        : item));

    private bool FitsSwapped((ValueState State, Outcome Outcome) own, IReadOnlyList<ValueState> states)
    {
        if (!IsJudged(own) || ((OwnGrader)own.State.Grader).Swapped(own.State.Selection!.Answer, _example) is not { } swapped)
            return false;
        var later = states.Where(state => state.AgainstKey is not null && Before(state.Grader).Any(item => item.State == own.State)).ToList();
        return later.Exists(state => state.IsWrong) && later.TrueForAll(state => state.Grader.Judge(state.Selection!.Answer, swapped).Agreement == Agreement.Agrees);
    }

    /// <summary>The outcome of a check that was judged with own quantities: one that breaks an invariant is carried forward.</summary>
    public Outcome Founded(ValueGrader grader, Outcome outcome)
    {
        var broken = Before(grader).Where(item => item.Outcome.Verdict == Verdict.Incorrect).Select(item => item.State.Grader.Check.Id).ToSequence();
        return outcome.Verdict == Verdict.Correct && broken.Count > 0 ? outcome with { Verdict = Verdict.CarriedForward, CarriedFrom = broken } : outcome;
    }

    private static bool IsJudged((ValueState State, Outcome Outcome) own) =>
        own.Outcome.Verdict is Verdict.Correct or Verdict.Incorrect && own.State.Grader.OwnValue(own.State.Selection!.Answer) is not null;
}
