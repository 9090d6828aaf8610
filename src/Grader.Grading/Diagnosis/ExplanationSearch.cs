using System.Collections.Immutable;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>
/// Finds the smallest set of known mistakes and own values that explains all the readable answers of a question at once, those that are right as well. A mistake counts one however often
/// it was made, an own value one (an array of them two); among sets of one size the one with more mistakes and fewer own values is better.
/// </summary>
internal sealed class ExplanationSearch
{
    public const int DefaultSteps = 12_000;
    private const int MostTogether = 3;

    /// <summary>For what is explained in part, where nothing small explains all.</summary>
    private const int MoreSteps = 4_000;

    private readonly AnswerGraph _graph;
    private readonly SearchBudget _budget;
    private readonly ImmutableArray<ImmutableArray<MadeMistake>> _ways;
    private readonly List<Found> _found = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private ExplanationSearch(IReadOnlyList<ValueState> states, Worksheet key, int steps)
    {
        _graph = new(states, key);
        _budget = new(steps, key);
        _ways = [.. key.Mistakes.Items.Select(mistake => MadeMistake.Ways(mistake).ToImmutableArray())];
    }

    /// <param name="states">All the checks on quantities; the explanation is noted in each.</param>
    /// <param name="key">The worksheet whose values are right.</param>
    public static Explanation Explain(IReadOnlyList<ValueState> states, Worksheet key, int steps = DefaultSteps) =>
        states.Any(state => state.IsWrong) ? new ExplanationSearch(states, key, steps).Search() : Explanation.Nothing;

    private Explanation Search()
    {
        var start = Hypothesis.NoMistake(_graph, _budget);
        for (var limit = 1; limit <= MostTogether && _found.Count == 0 && !_budget.IsSpent; limit++)
        {
            _seen.Clear();
            Explore(start, [], 0, limit, 0);
        }

        var stopped = _budget.IsSpent;
        if (_found.Count == 0)
        {
            _budget.Allow(MoreSteps);
            _found.Add(MostOf(start));
        }

        var fewest = _found.Min(found => found.Slips.Count);
        var best = _found
            .Where(found => found.Slips.Count == fewest)
            .GroupBy(found => found.Ids)
            .Select(group => group.MaxBy(found => found.Hypothesis.Made.Count(made => made.Throughout))!)
            .OrderBy(found => found.Hypothesis.Made.Count(made => !made.Throughout))
            .ToList();
        Note(best);
        var slips = best[0].Slips.Select(answer => _graph.Answers[answer]).ToImmutableArray();
        return new(InOrder(best[0]), slips, [.. best.Skip(1).Where(found => found.Slips.SetEquals(best[0].Slips)).Select(InOrder)], stopped);
    }

    private void Explore(Hypothesis hypothesis, ImmutableSortedSet<int> slips, int size, int limit, int from)
    {
        if (_budget.IsSpent || !_seen.Add(Signature(hypothesis, slips)))
            return;
        if (hypothesis.FirstUnexplained(slips, from) is not { } answer)
        {
            _found.Add(new(hypothesis, slips));
            return;
        }

        foreach (var next in InMorePlaces(hypothesis, answer, slips))
            Explore(next, slips, size, limit, 0);
        if (size + 1 <= limit)
        {
            foreach (var next in WithOneMore(hypothesis, answer, slips))
                Explore(next, slips, size + 1, limit, 0);
        }

        if (size + 2 <= limit)
        {
            foreach (var next in WithTwoMore(hypothesis, answer, slips))
                Explore(next, slips, size + 2, limit, 0);
        }

        // A right answer that a mistake would have changed speaks against the mistake, and is no slip.
        if (_graph.Answers[answer].IsWrong && size + hypothesis.Unexplained(answer, slips) is var larger && larger <= limit)
            Explore(hypothesis, slips.Add(answer), larger, limit, answer + 1);
    }

    /// <summary>A mistake made already, in one place more.</summary>
    private IEnumerable<Hypothesis> InMorePlaces(Hypothesis hypothesis, int answer, ImmutableSortedSet<int> slips)
    {
        foreach (var made in hypothesis.Made.Where(made => !made.Throughout))
        {
            foreach (var place in made.Mistake.Occurrences.Items.Where(place => !made.Occurrences.Items.Contains(place) && _graph.Concerns(place, answer)))
            {
                if (_budget.IsSpent)
                    yield break;
                if (hypothesis.And(made with { Occurrences = [.. made.Occurrences, place] }) is { } next && next.Explains(answer, slips))
                    yield return next;
            }
        }
    }

    private IEnumerable<Hypothesis> WithOneMore(Hypothesis hypothesis, int answer, ImmutableSortedSet<int> slips) =>
        More(hypothesis, answer).TakeWhile(_ => !_budget.IsSpent).Where(next => next.Explains(answer, slips));

    /// <summary>Two mistakes that explain an answer together, and neither alone.</summary>
    private IEnumerable<Hypothesis> WithTwoMore(Hypothesis hypothesis, int answer, ImmutableSortedSet<int> slips)
    {
        var first = More(hypothesis, answer).TakeWhile(_ => !_budget.IsSpent).Where(next => !next.Explains(answer, slips)).ToList();
        for (var one = 0; one < first.Count; one++)
        {
            for (var other = one + 1; other < first.Count && !_budget.IsSpent; other++)
            {
                if (first[one].Made[^1].Mistake != first[other].Made[^1].Mistake && first[one].And(first[other].Made[^1]) is { } next && next.Explains(answer, slips))
                    yield return next;
            }
        }
    }

    private IEnumerable<Hypothesis> More(Hypothesis hypothesis, int answer)
    {
        foreach (var ways in _ways)
        {
            if (hypothesis.Made.Any(made => made.Mistake == ways[0].Mistake))
                continue;
            foreach (var way in ways)
            {
                if (way.Occurrences.Items.Any(place => _graph.Concerns(place, answer)) && hypothesis.And(way) is { } next)
                    yield return next;
            }
        }
    }

    /// <summary>Where no small set explains all: for one wrong answer after the other the mistake that explains the most, or else nothing.</summary>
    private Found MostOf(Hypothesis hypothesis)
    {
        var slips = ImmutableSortedSet<int>.Empty;
        var from = 0;
        while (hypothesis.FirstUnexplained(slips, from) is { } answer)
        {
            if (_budget.IsSpent)
                return new(hypothesis, slips.Union(Enumerable.Range(answer, _graph.Answers.Length - answer).Where(other => _graph.Answers[other] is { IsWrong: true, IsCarried: false })));
            var without = Left(hypothesis, slips, answer);
            var more = hypothesis.Made.Length < MostTogether ? WithOneMore(hypothesis, answer, slips) : [];
            var best = InMorePlaces(hypothesis, answer, slips).Concat(more)
                .Select(next => (Next: next, Left: Left(next, slips, 0)))
                .Where(item => item.Left < without)
                .OrderBy(item => item.Left)
                .FirstOrDefault();
            if (best.Next is not null)
            {
                (hypothesis, from) = (best.Next, 0);
            }
            else
            {
                slips = slips.Add(answer);
                from = answer + 1;
            }
        }

        return new(hypothesis, slips);
    }

    /// <summary>How many numbers stay unexplained; null where a right answer does.</summary>
    private int? Left(Hypothesis hypothesis, ImmutableSortedSet<int> slips, int from)
    {
        var left = 0;
        while (hypothesis.FirstUnexplained(slips, from) is { } answer)
        {
            if (!_graph.Answers[answer].IsWrong)
                return null;
            left += hypothesis.Unexplained(answer, slips);
            slips = slips.Add(answer);
            from = answer + 1;
        }

        return left;
    }

    /// <summary>Tells each answer which of the mistakes it needs.</summary>
    private void Note(List<Found> best)
    {
        for (var answer = 0; answer < _graph.Answers.Length; answer++)
        {
            var state = _graph.Answers[answer];
            if (!state.IsWrong || state.IsCarried)
                continue;
            state.Mistakes = Needed(best[0], answer);
            state.OrElse = [.. best.Skip(1).SelectMany(found => Needed(found, answer)).Distinct().Except(state.Mistakes)];
            if (state.Mistakes.Count > 0 && best[0].Slips.Contains(answer))
                state.Besides = best[0].Hypothesis.Nearest(answer, best[0].Slips.Remove(answer)).Detail;
        }
    }

    private static IReadOnlyList<string> Needed(Found found, int answer)
    {
        var (made, slips) = (found.Hypothesis.Made, found.Slips.Remove(answer));
        var left = found.Hypothesis.Unexplained(answer, slips);
        var without = found.Hypothesis.Only([]).Unexplained(answer, slips);
        if (left >= without)
            return [];
        foreach (var set in Enumerable.Range(1, (1 << made.Length) - 1).OrderBy(int.PopCount))
        {
            var some = made.Where((_, index) => (set & (1 << index)) != 0).ToList();
            if (found.Hypothesis.Only(some).Unexplained(answer, slips) == left)
                return some.ConvertAll(mistake => mistake.Mistake.Id);
        }

        return [];
    }

    private ImmutableArray<MadeMistake> InOrder(Found found) => [.. found.Hypothesis.Made.OrderBy(made => _graph.Key.Mistakes.Items.IndexOf(made.Mistake))];

    private static string Signature(Hypothesis hypothesis, ImmutableSortedSet<int> slips) =>
        string.Join(' ', hypothesis.Made.SelectMany(made => made.Occurrences.Items.Select(place => $"{place.Mistake}@{made.Mistake.Occurrences.Items.IndexOf(place)}")).Order(StringComparer.Ordinal)) + "|" + string.Join(' ', slips);

    private sealed record Found(Hypothesis Hypothesis, ImmutableSortedSet<int> Slips)
    {
        public string Ids { get; } = string.Join(' ', Hypothesis.Made.Select(made => made.Mistake.Id).Order(StringComparer.Ordinal)) + "|" + string.Join(' ', Slips);
    }
}
