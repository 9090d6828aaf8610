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
    private readonly Dictionary<IContestant, List<(Answer Answer, int Weight)>> _won = [];
    private readonly HashSet<Answer> _taken = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Answer, LabelScore?>[] _scores;
    private readonly Dictionary<IReadOnlyList<string>, uint>[] _introductions;

    private Contest(IReadOnlyList<IContestant> contestants, bool isLabelled)
    {
        _contestants = contestants;
        _isLabelled = isLabelled;
        _telling = [.. contestants.Select(TellingGroups)];
        _introductions = [.. contestants.Select(_ => new Dictionary<IReadOnlyList<string>, uint>(ReferenceEqualityComparer.Instance))];
        _scores = [.. contestants.Select(_ => new Dictionary<Answer, LabelScore?>(ReferenceEqualityComparer.Instance))];
    }

    /// <param name="isLabelled">Without labels of parts, an answer must say all of what it is, and nothing is settled by elimination.</param>
    public static IReadOnlyDictionary<string, Selection> Hold(IReadOnlyList<IContestant> contestants, IReadOnlyList<Answer> answers, bool isLabelled)
    {
        var contest = new Contest(contestants, isLabelled);
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
                if (!_contestants[i].Takes(answer) || ScoreOf(i, answer) is not { } score || (score.Groups & _telling[i]) != _telling[i])
                    continue;
                var weight = score.Weight + _contestants[i].Preference(answer);
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
            }
        }
    }

    private List<Answer> Left(IContestant contestant, IReadOnlyList<Answer> answers)
    {
        var index = IndexOf(contestant);
        var left = answers.Where(answer => !_taken.Contains(answer) && contestant.Takes(answer) && !contestant.IsGiven(answer) && !BelongsElsewhere(index, answer)).ToList();
        // An answer that at least names what is asked goes before one that says nothing.
        var named = left.Where(answer => ScoreOf(index, answer) is { Weight: > 0 }).ToList();
        return named.Count > 0 ? named : left;
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
                    return true;
            }
        }
        return false;
    }

    private LabelScore? ScoreOf(int contestant, Answer answer)
    {
        if (!_scores[contestant].TryGetValue(answer, out var score))
            _scores[contestant][answer] = score = IsNamedAnother(contestant, answer) ? null : LabelScore.Of(_contestants[contestant].Check.Labels, answer, _introductions[contestant]);
        return score;
    }

    private bool IsNamedAnother(int contestant, Answer answer) =>
        answer.Names.Count > 0
        && !AnswerNames.Says(_contestants[contestant].Check.Labels.Aliases, answer)
        && _contestants.Any(other => other != _contestants[contestant] && AnswerNames.Says(other.Check.Labels.Aliases, answer));

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
        foreach (var (contestant, won) in _won)
        {
            var top = won.Max(item => item.Weight);
            var finalists = won.Where(item => item.Weight == top).Select(item => item.Answer).OrderBy(answer => answer.Order).ToList();
            var last = finalists[^1];
            selections[contestant.Check.Id] = new(last, finalists[..^1]);
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

    /// <summary>Weight for an answer of the right form: a percentage where one is asked.</summary>
    int Preference(Answer answer);

    /// <summary>Whether the answer only repeats what the question gives: <c>k = 3</c>.</summary>
    bool IsGiven(Answer answer);
}
