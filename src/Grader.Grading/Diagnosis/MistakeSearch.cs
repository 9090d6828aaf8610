using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>Finds the smallest set of known mistakes that explains the answers which are wrong and do not follow from earlier ones.</summary>
internal static class MistakeSearch
{
    private const int MostTogether = 3;

    public static void Find(IReadOnlyList<ValueState> states, Worksheet key)
    {
        var open = states.Where(state => state.IsWrong && !state.IsCarried).ToList();
        if (open.Count == 0 || key.Mistakes.Count == 0)
            return;

        var own = open.ToDictionary(state => state, state => CarriedForward.WrongBefore(state, states, key));
        var explains = key.Mistakes.Items
            .Select(mistake => (Mistake: mistake, Explained: open.Where(state => Gives(mistake, state, own[state], key)).ToHashSet()))
            .Where(item => item.Explained.Count > 0)
            .ToList();
        var coverable = explains.SelectMany(item => item.Explained).ToHashSet();
        if (SmallestCover(explains.ConvertAll(item => item.Explained), coverable) is { } cover)
        {
            foreach (var state in coverable)
            {
                state.Mistakes = [.. cover.Where(index => explains[index].Explained.Contains(state)).Select(index => explains[index].Mistake.Id).Take(1)];
                state.OrElse = [.. explains.Where((item, index) => !cover.Contains(index) && item.Explained.Contains(state) && SameCover(item.Explained, explains[cover[0]].Explained)).Select(item => item.Mistake.Id)];
            }
        }

        // Where part of an answer is right, two mistakes at once are no plain explanation of the rest.
        foreach (var state in open.Where(state => !coverable.Contains(state) && state.AgainstKey!.Share.IsZero))
            state.Mistakes = PairFor(state, own[state], key) ?? [];
    }

    private static bool SameCover(HashSet<ValueState> a, HashSet<ValueState> b) => a.SetEquals(b);

    /// <summary>Indices of the fewest sets that cover everything, at most three; the first found in the order of the mistakes.</summary>
    private static int[]? SmallestCover(List<HashSet<ValueState>> sets, HashSet<ValueState> all)
    {
        for (var size = 1; size <= Math.Min(MostTogether, sets.Count); size++)
        {
            foreach (var choice in Choose(sets.Count, size))
            {
                if (all.All(state => choice.Any(index => sets[index].Contains(state))))
                    return choice;
            }
        }
        return sets.Count == 0 ? null : [.. Enumerable.Range(0, sets.Count)];
    }

    private static IEnumerable<int[]> Choose(int count, int size)
    {
        var choice = Enumerable.Range(0, size).ToArray();
        while (true)
        {
            yield return [.. choice];
            var i = size - 1;
            while (i >= 0 && choice[i] == count - size + i)
                i--;
            if (i < 0)
                yield break;
            choice[i]++;
            for (var j = i + 1; j < size; j++)
                choice[j] = choice[j - 1] + 1;
        }
    }

    /// <summary>Whether the mistake gives the answer: made in one step from the student's own earlier values, or made everywhere from the start, or in one place.</summary>
    private static bool Gives(Mistake mistake, ValueState state, IReadOnlyList<ValueState> own, Worksheet key)
    {
        var relevant = mistake.Occurrences.Items.Where(occurrence => occurrence.Formulas.Keys.Any(quantity => Concerns(quantity, state, key))).ToList();
        if (relevant.Count == 0)
            return false;
        var replaced = own.SelectMany(other => other.Grader.Quantities).ToHashSet();
        var fresh = relevant.FindAll(occurrence => !occurrence.Formulas.Keys.Any(replaced.Contains));
        if (fresh.Count > 0 && Agrees(state, CarriedForward.Given(key.Making(fresh), own)))
            return true;
        return Agrees(state, key.Making(relevant)) || (relevant.Count > 1 && relevant.Exists(occurrence => Agrees(state, key.Making([occurrence]))));
    }

    private static IReadOnlyList<string>? PairFor(ValueState state, IReadOnlyList<ValueState> own, Worksheet key)
    {
        var replaced = own.SelectMany(other => other.Grader.Quantities).ToHashSet();
        var usable = key.Mistakes.Items
            .Select(mistake => (mistake.Id, Occurrences: mistake.Occurrences.Items.Where(occurrence => occurrence.Formulas.Keys.Any(quantity => Concerns(quantity, state, key)) && !occurrence.Formulas.Keys.Any(replaced.Contains)).ToList()))
            .Where(item => item.Occurrences.Count > 0)
            .ToList();
        foreach (var pair in Choose(usable.Count, 2).TakeWhile(_ => usable.Count >= 2))
        {
            var (first, second) = (usable[pair[0]], usable[pair[1]]);
            // Two mistakes that replace the same formula cannot both have been made in it.
            if (first.Occurrences.SelectMany(o => o.Formulas.Keys).Intersect(second.Occurrences.SelectMany(o => o.Formulas.Keys)).Any())
                continue;
            if (Agrees(state, CarriedForward.Given(key.Making([.. first.Occurrences, .. second.Occurrences]), own)))
                return [first.Id, second.Id];
        }
        return null;
    }

    private static bool Concerns(string quantity, ValueState state, Worksheet key) =>
        state.Grader.Quantities.Contains(quantity) || key.DependsOn(state.Grader.Quantities[0], quantity);

    private static bool Agrees(ValueState state, Worksheet worksheet) =>
        state.Grader.Judge(state.Selection!.Answer, worksheet).Agreement == Agreement.Agrees;
}
