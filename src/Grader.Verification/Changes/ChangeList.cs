using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>The ways in which the answers to one question become wrong.</summary>
internal sealed class ChangeList
{
    private readonly IReadOnlyList<Func<RenderingStyle, Draws, Change?>> _makers;
    private readonly MistakeChanges _mistakes;

    /// <inheritdoc cref="MistakeChanges(QuestionAnswers, Func{Worksheet, StatedQuestion?})"/>
    public ChangeList(QuestionAnswers answers, Func<Worksheet, StatedQuestion?> state)
    {
        _mistakes = new(answers, state);
        var slips = new SlipChanges(answers);
        var places = new PlaceChanges(answers);
        var words = new WordChanges(answers);
        _makers =
        [
            (_, draws) => _mistakes.Throughout(draws),
            (_, draws) => _mistakes.InOnePlace(draws),
            (_, draws) => _mistakes.Pair(draws),
            slips.Digit,
            (_, draws) => slips.Size(ChangeKind.Sign, SlipKind.Sign, draws),
            (_, draws) => slips.Size(ChangeKind.Exponent, SlipKind.Exponent, draws),
            (_, draws) => slips.Size(ChangeKind.Hundredth, SlipKind.Hundredth, draws),
            (_, draws) => slips.Beyond(draws),
            (_, draws) => slips.Unit(draws),
            (_, draws) => slips.Index(draws),
            (_, draws) => slips.Transposed(draws),
            (_, draws) => slips.Exchanged(draws),
            (_, draws) => places.Swapped(draws),
            (_, draws) => places.Misplaced(draws),
            (_, draws) => words.Or(draws),
            (_, draws) => words.Not(draws),
            (_, draws) => words.Maybe(draws),
            (_, draws) => words.OtherChoice(draws),
            (_, draws) => words.OtherDirection(draws),
            (_, draws) => words.Denial(draws),
        ];
    }

    /// <summary>Null where what was drawn cannot be made here.</summary>
    public Change? Draw(RenderingStyle style, Draws draws) => draws.Of(_makers)(style, draws);

    public IEnumerable<string> Findings() => _mistakes.Findings();
}
