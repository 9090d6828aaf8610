using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>Right answers where they answer nothing: in another part's place, or in an appendix.</summary>
internal sealed class PlaceChanges(QuestionAnswers answers)
{
    /// <summary>A part without a letter reads the whole question, wherever in it something stands.</summary>
    private readonly IReadOnlyList<StatedPart> _parts = [.. answers.Right.Parts.Items.Where(part => part.Letter.Length > 0 && part.Facts.Items.Any(fact => fact is ValueFact))];

    public Change? Swapped(Draws draws)
    {
        if (_parts.Count < 2)
            return null;
        var (one, other) = (draws.Of(_parts), draws.Of(_parts));
        if (one == other)
            return null;
        var wrong = Strangers(one, other).Concat(Strangers(other, one)).ToSequence();
        var swapped = answers.Right with { Parts = answers.Right.Parts.Items.Select(part => part == one ? part with { Facts = other.Facts } : part == other ? part with { Facts = one.Facts } : part).ToSequence() };
        return Changed(ChangeKind.SwappedParts, $"parts {one.Question}{one.Letter} and {other.Question}{other.Letter} swapped", swapped, wrong, [one, other]);
    }

    public Change? Misplaced(Draws draws)
    {
        if (_parts.Count == 0)
            return null;
        var part = draws.Of(_parts);
        var wrong = part.Facts.Items.Select(fact => fact.Check).Where(check => answers.Check(check) is NumberCheck or VectorCheck or MatrixCheck or BandCheck or ChoiceCheck).ToSequence();
        var moved = answers.Right with
        {
            Parts = answers.Right.Parts.Items.Select(other => other == part ? part with { Facts = [new ProseFact("", ["See the appendix."])] } : other).ToSequence(),
            Appendix = part.Facts,
        };
        return Changed(ChangeKind.Misplaced, $"the answers to {part.Question}{part.Letter} in an appendix", moved, wrong, [part]);
    }

    /// <summary>The checks of a part that nothing of another part answers, whatever its words: where it does, it may be taken.</summary>
    private IEnumerable<string> Strangers(StatedPart part, StatedPart stands) => part.Facts.Items.OfType<ValueFact>()
        .Where(right => answers.Check(right.Check) is NumberCheck or VectorCheck or MatrixCheck)
        .Where(right => stands.Facts.Items.OfType<ValueFact>().All(fact => IsOther(right, fact)))
        .Select(right => right.Check);

    private bool IsOther(ValueFact right, ValueFact fact) => (right, fact) switch
    {
        (NumberFact number, NumberFact stated) => answers.Compare(number, number with { Number = stated.Number, Percent = stated.Percent }) == Sameness.Wrong,
        (TensorFact tensor, TensorFact stated) => answers.Compare(tensor, tensor with { Tensor = stated.Tensor }) == Sameness.Wrong,
        _ => true,
    };

    private Change? Changed(ChangeKind kind, string say, StatedQuestion changed, Sequence<string> wrong, Sequence<StatedPart> parts)
    {
        if (wrong.Count == 0)
            return null;
        var ids = parts.Items.Select(part => part.Question + part.Letter).ToHashSet(StringComparer.Ordinal);
        var moved = answers.Question.Parts.Items.Where(part => ids.Contains(part.Id)).SelectMany(part => part.Checks.Items).Select(check => check.Id).ToList();
        // An order of times reads them in the parts that it names.
        var orders = answers.Checks.Where(check => check is OrderCheck order && order.Subjects.Items.Any(ids.Contains)).Select(check => check.Id);
        return new(kind, say, changed, wrong, moved.Concat(answers.Following(moved)).Concat(orders).Except(wrong).Distinct().ToSequence());
    }
}
