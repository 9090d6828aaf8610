using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>
/// Gives each answer of a part to the check whose labels it fits best: once for the whole part, so that no answer serves two checks. By label and place, never by value.
/// </summary>
internal sealed class Contest
{
    private readonly IReadOnlyList<IContestant> _contestants;
    private readonly uint[] _telling;
    private readonly bool _isLabelled;
    private readonly ChoiceTrace? _trace;
    private readonly Dictionary<IContestant, List<(Answer Answer, int Weight)>> _won = [];
    private readonly HashSet<Answer> _taken = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Answer, LabelScore?>[] _scores;
    private readonly Introductions[] _introductions;

    private Contest(IReadOnlyList<IContestant> contestants, bool isLabelled, ChoiceTrace? trace)
    {
        _contestants = contestants;
        _trace = trace;
        _isLabelled = isLabelled;
        _telling = [.. contestants.Select(TellingGroups)];
        _introductions = [.. contestants.Select(contestant => new Introductions(contestant.Check.Labels))];
        _scores = [.. contestants.Select(_ => new Dictionary<Answer, LabelScore?>(ReferenceEqualityComparer.Instance))];
    }

    /// <param name="isLabelled">Without labels of parts, an answer must say all of what it is, and nothing is settled by elimination.</param>
    /// <param name="trace">Is told every decision as it is made; null where nobody asks.</param>
    public static IReadOnlyDictionary<string, Selection> Hold(IReadOnlyList<IContestant> contestants, IReadOnlyList<Answer> answers, bool isLabelled, ChoiceTrace? trace = null)
    {
        var contest = new Contest(contestants, isLabelled, trace);
        contest.GiveByLabel(answers);
        if (isLabelled)
            contest.GiveByElimination(answers);
        return contest.Selections();
    }

    /// <summary>Groups of phrases that not all contestants share: those that tell one check from another.</summary>
    private uint TellingGroups(IContestant contestant)
    {
        if (!_isLabelled)
            return (1u << contestant.Check.Labels.Groups.Count) - 1;
        var telling = 0u;
        for (var i = 0; i < contestant.Check.Labels.Groups.Count; i++)
        {
            var group = contestant.Check.Labels.Groups[i];
            if (_contestants.Any(other => !other.Check.Labels.Groups.Items.Contains(group)))
                telling |= 1u << i;
        }
        return telling;
    }

    private void GiveByLabel(IReadOnlyList<Answer> answers)
    {
        foreach (var answer in answers)
        {
            var best = new List<IContestant>();
            var bestWeight = -1;
            for (var i = 0; i < _contestants.Count; i++)
            {
                if (!_contestants[i].Takes(answer))
                {
                    _trace?.Unfit(_contestants[i], answer);
                    continue;
                }
                if (ScoreOf(i, answer) is not { } score)
                    continue;
                if ((score.Groups & _telling[i]) != _telling[i])
                {
                    _trace?.Lacks(_contestants[i], answer, score, _telling[i] & ~score.Groups);
                    continue;
                }
                var weight = score.Weight + _contestants[i].Preference(answer);
                _trace?.Fits(_contestants[i], answer, score, weight);
                if (weight > bestWeight)
                {
                    best.Clear();
                    bestWeight = weight;
                }
                if (weight == bestWeight)
                    best.Add(_contestants[i]);
            }
            if (best.Count == 1)
                Give(best[0], answer, bestWeight);
            _trace?.Settle(answer, best, bestWeight);
        }
    }

    /// <summary>What labels leave open: the answers that are left, in their order, go to the checks that are left, in theirs, where there are as many of one as of the other.</summary>
    private void GiveByElimination(IReadOnlyList<Answer> answers)
    {
        var open = _contestants.Where(contestant => !_won.ContainsKey(contestant)).ToList();
        while (open.Count > 0)
        {
            // Checks that could take the same answers are settled together.
            var first = open[0];
            var candidates = Left(first, answers);
            var group = open.Where(contestant => contestant == first || (candidates.Count > 0 && Left(contestant, answers).SequenceEqual(candidates))).ToList();
            open.RemoveAll(group.Contains);
            if (candidates.Count == group.Count)
            {
                for (var i = 0; i < group.Count; i++)
                    Give(group[i], candidates[i], 0);
                _trace?.Left(group, candidates);
            }
            else
            {
                _trace?.Unsettled(group, candidates);
            }
        }
    }

    private List<Answer> Left(IContestant contestant, IReadOnlyList<Answer> answers)
    {
        var index = IndexOf(contestant);
        var left = answers.Where(answer => !_taken.Contains(answer) && contestant.Takes(answer) && !IsGiven(contestant, answer) && !BelongsElsewhere(index, answer)).ToList();
        // An answer that at least names what is asked goes before one that says nothing.
        var named = left.Where(answer => ScoreOf(index, answer) is { Weight: > 0 }).ToList();
        if (named.Count > 0)
            _trace?.Unnamed(contestant, left.Except(named));
        return named.Count > 0 ? named : left;
    }

    private bool IsGiven(IContestant contestant, Answer answer)
    {
        var isGiven = contestant.IsGiven(answer);
        if (isGiven)
            _trace?.Given(contestant, answer);
        return isGiven;
    }

    private int IndexOf(IContestant contestant)
    {
        for (var i = 0; i < _contestants.Count; i++)
            if (_contestants[i] == contestant)
                return i;
        return -1;
    }

    /// <summary>Whether the words around an answer name another check, and not this one.</summary>
    private bool BelongsElsewhere(int index, Answer answer)
    {
        if (ScoreOf(index, answer) is not { } own)
            return true;
        var ownTelling = own.Groups & _telling[index];
        for (var i = 0; i < _contestants.Count; i++)
        {
            if (i == index || ScoreOf(i, answer) is not { } score)
                continue;
            for (var g = 0; g < _contestants[i].Check.Labels.Groups.Count; g++)
            {
                var named = (score.Groups & _telling[i] & (1u << g)) != 0;
                var shared = _contestants[index].Check.Labels.Groups.Items.Contains(_contestants[i].Check.Labels.Groups[g]);
                if (named && !shared && ownTelling != _telling[index])
                {
                    _trace?.Elsewhere(_contestants[index], answer, _contestants[i], g);
                    return true;
                }
            }
        }
        return false;
    }

    private LabelScore? ScoreOf(int contestant, Answer answer)
    {
        if (!_scores[contestant].TryGetValue(answer, out var score))
        {
            if (NamedAnother(contestant, answer) is { } other)
            {
                _trace?.Named(_contestants[contestant], answer, other);
            }
            else
            {
                score = LabelScore.Of(_contestants[contestant].Check.Labels, answer, _introductions[contestant], out var refusal);
                if (score is null)
                    _trace?.Refused(_contestants[contestant], answer, refusal);
            }
            _scores[contestant][answer] = score;
        }
        return score;
    }

    /// <summary>The check under whose name the answer stands, where that is not this one.</summary>
    private IContestant? NamedAnother(int contestant, Answer answer) =>
        answer.Names.Count > 0 && !AnswerNames.Says(_contestants[contestant].Check.Labels.Aliases, answer)
            ? _contestants.FirstOrDefault(other => other != _contestants[contestant] && AnswerNames.Says(other.Check.Labels.Aliases, answer))
            : null;

    private void Give(IContestant contestant, Answer answer, int weight)
    {
        if (!_won.TryGetValue(contestant, out var won))
            _won[contestant] = won = [];
        won.Add((answer, weight));
        _taken.Add(answer);
    }

    private Dictionary<string, Selection> Selections()
    {
        var selections = new Dictionary<string, Selection>();
        foreach (var (contestant, all) in _won)
        {
            // What others say is no answer beside the student's own.
            var won = all.Count > 1 && all.Exists(static item => !item.Answer.IsOthers) ? all.FindAll(static item => !item.Answer.IsOthers) : all;
            // Nor is what one of several takes, beside what all take.
            if (won.Count > 1 && won.Exists(static item => !item.Answer.IsPortion) && !Portion.IsAsked(contestant.Check))
                won = won.FindAll(static item => !item.Answer.IsPortion);
            // Who answers a part twice means what stands under the later label.
            var latest = won.Max(item => item.Answer.Section);
            var top = won.Where(item => item.Answer.Section == latest).Max(item => item.Weight);
            var finalists = won.Where(item => item.Answer.Section == latest && item.Weight == top).Select(item => item.Answer).OrderBy(answer => answer.Order).ToList();
            var selection = Selection.LastOf(finalists);
            selections[contestant.Check.Id] = selection;
            _trace?.Chose(contestant.Check, selection, finalists.Count, [.. all.Select(item => item.Answer)]);
        }
        return selections;
    }
}

/// <summary>A check that competes for the answers of its part.</summary>
internal interface IContestant
{
    Check Check { get; }

    /// <summary>Whether the answer is of the kind that is asked: a number, a percentage, a matrix.</summary>
    bool Takes(Answer answer);

    /// <summary>Of what it does not take, why.</summary>
    string WhyNot(Answer answer) => answer.Trouble is { } trouble ? trouble : $"not the kind of answer that is asked ({Check.Kind})";

    /// <summary>Weight for an answer of the right form: a percentage where one is asked.</summary>
    int Preference(Answer answer);

    /// <summary>Whether the answer only repeats what the question gives: <c>k = 3</c>.</summary>
    bool IsGiven(Answer answer);
}
