using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>Makes trials of an assignment, each from its seed and number alone: every other one all right, the rest with a change in each question where one can be made.</summary>
internal sealed class TrialMaker
{
    private const int MostDraws = 12;

    private readonly Assignment _assignment;
    private readonly LabelWriter _writer;
    private readonly IReadOnlyDictionary<string, Sequence<string>> _sentences;
    private readonly StatedSubmission _right;
    private readonly IReadOnlyList<ChangeList> _changes;

    /// <param name="sentences">Right sentences besides those of the key, by check.</param>
    public TrialMaker(Assignment assignment, IReadOnlyDictionary<string, Sequence<string>> sentences)
    {
        (_assignment, _sentences, _writer) = (assignment, sentences, LabelWriter.Of(assignment));
        _right = ModelSubmission.Of(AnswerKey.Of(assignment), sentences);
        var checks = assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).ToList();
        _changes = [.. assignment.Questions.Items.Zip(_right.Questions.Items, (question, stated) => new ChangeList(new(question, stated, checks), worksheet => State(question, worksheet)))];
    }

    public Trial Make(ulong seed, int number)
    {
        var draws = new Draws(seed * 0xD1342543DE82EF95 + (ulong)number * 0xDA942042E4DD58B5);
        var left = new List<string>();
        var style = RenderingStyle.Draw(draws);
        for (; Gap(style) is { } gap; style = RenderingStyle.Draw(draws))
            left.Add(gap);
        if (number % 2 == 0)
            return new(number, style, _right, [], left.ToSequence());
        var changes = _changes.Select(list => Draw(list, style, draws)).OfType<Change>().ToSequence();
        var changed = changes.Items.ToDictionary(change => change.Question.Id, change => change.Question, StringComparer.Ordinal);
        return new(number, style, new(_right.Questions.Items.Select(question => changed.GetValueOrDefault(question.Id) ?? question).ToSequence()), changes, left.ToSequence());
    }

    public string? Gap(RenderingStyle style) => ReaderGaps.Of(_right, style);

    /// <summary>Where right answers and wrong ones cannot be told apart.</summary>
    public Sequence<string> Findings() => _changes.SelectMany(list => list.Findings()).Distinct().ToSequence();

    private static Change? Draw(ChangeList list, RenderingStyle style, Draws draws)
    {
        for (var drawn = 0; drawn < MostDraws; drawn++)
            if (list.Draw(style, draws) is { } change)
                return change;
        return null;
    }

    /// <summary>The question as one states it who computes with another worksheet; null where a value is missing.</summary>
    private StatedQuestion? State(Question question, Worksheet worksheet)
    {
        if (question.Parts.Items.SelectMany(part => part.Checks.Items).Select(MistakeTarget.Of).OfType<MistakeTarget>().Any(target => worksheet[target.Quantity].Value is null or Truth))
            return null;
        var mistaken = question with { Worksheet = worksheet };
        var key = AnswerKey.Of(_assignment with { Questions = _assignment.Questions.Items.Select(other => other == question ? mistaken : other).ToSequence() });
        return ModelSubmission.Question(key.Questions.Items.First(other => other.Question.Id == question.Id), _writer, _sentences);
    }
}
