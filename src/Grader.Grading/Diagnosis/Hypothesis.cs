using System.Collections.Immutable;
using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>Some mistakes made, and how the answers agree with that.</summary>
internal sealed class Hypothesis
{
    private const int MostApart = 3;

    private readonly AnswerGraph _graph;
    private readonly SearchBudget _budget;
    private readonly Worksheet _worksheet;
    private readonly Judgement?[] _plain;
    private readonly Judgement?[] _given;
    private readonly Dictionary<MadeMistake, Hypothesis?> _and = new(ReferenceEqualityComparer.Instance);

    private Hypothesis(AnswerGraph graph, SearchBudget budget, ImmutableArray<MadeMistake> made, Worksheet worksheet)
    {
        (_graph, _budget, Made, _worksheet) = (graph, budget, made, worksheet);
        _plain = new Judgement?[graph.Answers.Length];
        _given = new Judgement?[graph.Answers.Length];
    }

    public ImmutableArray<MadeMistake> Made { get; }

    public static Hypothesis NoMistake(AnswerGraph graph, SearchBudget budget) => new(graph, budget, [], graph.Key);

    /// <returns>Null where two mistakes replace the same formula: both cannot have been made in it.</returns>
    public Hypothesis? And(MadeMistake mistake)
    {
        if (!_and.TryGetValue(mistake, out var next))
            _and[mistake] = next = Making(mistake);
        return next;
    }

    private Hypothesis? Making(MadeMistake mistake)
    {
        var others = Made.RemoveAll(made => made.Mistake == mistake.Mistake);
        if (others.Any(other => mistake.Occurrences.Items.Any(occurrence => occurrence.Formulas.Keys.Any(other.Changes))))
            return null;
        return new(_graph, _budget, others.Add(mistake), _worksheet.Making(mistake.Occurrences));
    }

    public Hypothesis Only(IEnumerable<MadeMistake> some) => some.Aggregate(NoMistake(_graph, _budget), (hypothesis, made) => hypothesis.And(made)!);

    /// <summary>The first answer from one on, in the order of computation, that neither follows from the mistakes nor is one of the slips; null where all do.</summary>
    public int? FirstUnexplained(ImmutableSortedSet<int> slips, int from = 0)
    {
        for (var answer = from; answer < _graph.Answers.Length; answer++)
        {
            if (!slips.Contains(answer) && !Explains(answer, slips))
                return answer;
        }

        return null;
    }

    /// <summary>Whether an answer follows from the mistakes: computed exactly, or from the slips before it, or from all the student's own values before it, which may be rounded.</summary>
    public bool Explains(int answer, ImmutableSortedSet<int> slips) => Judge(answer, slips).Any(judgement => Fits(answer, judgement));

    /// <summary>How many numbers of an answer do not follow: 0, 1, or 2 for more.</summary>
    public int Unexplained(int answer, ImmutableSortedSet<int> slips)
    {
        var isNumber = _graph.Answers[answer].Grader is NumberGrader;
        return Judge(answer, slips).Min(judgement => Fits(answer, judgement) ? 0 : isNumber ? 1 : Math.Clamp(judgement.Differences, 1, 2));
    }

    /// <summary>What still differs in the nearest way of computing it.</summary>
    public Judgement Nearest(int answer, ImmutableSortedSet<int> slips) => Judge(answer, slips).MinBy(judgement => judgement.Agreement == Agreement.Agrees ? 0 : judgement.Differences)!;

    private IEnumerable<Judgement> Judge(int answer, ImmutableSortedSet<int> slips)
    {
        yield return _plain[answer] ??= Judge(answer, _worksheet);
        var before = _graph.Before(answer);
        var slipsBefore = slips.Where(before.Contains).ToList();
        if (slipsBefore.Count > 0)
            yield return Judge(answer, Given(slipsBefore));
        // The student may have used one of two wrong values, and the right one in the place of the other.
        if (slipsBefore.Count is > 1 and <= MostApart)
        {
            foreach (var slip in slipsBefore)
                yield return Judge(answer, Given([slip]));
        }

        if (before.Length > slipsBefore.Count && before.Any(other => _graph.Uses(answer, other)))
            yield return _given[answer] ??= Judge(answer, Given(before));
    }

    private Worksheet Given(IEnumerable<int> answers) => _worksheet.With(_graph.OwnValues(answers));

    private Judgement Judge(int answer, Worksheet worksheet)
    {
        _budget.Spend();
        return _graph.Judge(answer, worksheet);
    }

    private bool Fits(int answer, Judgement judgement) =>
        judgement.Agreement == Agreement.Agrees || (judgement.Agreement == Agreement.TooCoarse && _graph.Answers[answer].AgainstKey!.Agreement == Agreement.TooCoarse);
}
