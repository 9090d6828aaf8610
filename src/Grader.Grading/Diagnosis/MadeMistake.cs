using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>A known mistake, made in some of its places.</summary>
internal sealed record MadeMistake(Mistake Mistake, Sequence<Occurrence> Occurrences)
{
    public bool Throughout => Occurrences.Count == Mistake.Occurrences.Count;

    /// <summary>Names of the places; empty where it was made in all of them, or where they have no names.</summary>
    public Sequence<string> Where => Throughout ? [] : Occurrences.Items.Select(occurrence => occurrence.Where).Where(where => where.Length > 0).ToSequence();

    public bool Changes(string quantity) => Occurrences.Items.Any(occurrence => occurrence.Formulas.ContainsKey(quantity));

    /// <summary>The mistake as it may have been made: everywhere, in one place, and in each set of places where these are few, else everywhere but in one.</summary>
    public static IEnumerable<MadeMistake> Ways(Mistake mistake)
    {
        const int Few = 4;
        yield return new(mistake, mistake.Occurrences);
        var places = mistake.Occurrences.Items;
        if (places.Length < 2)
            yield break;
        foreach (var place in places)
            yield return new(mistake, [place]);
        if (places.Length <= Few)
        {
            for (var set = 1; set < (1 << places.Length) - 1; set++)
            {
                if (int.PopCount(set) > 1)
                    yield return new(mistake, places.Where((_, index) => (set & (1 << index)) != 0).ToSequence());
            }
        }
        else
        {
            foreach (var place in places)
                yield return new(mistake, places.Remove(place).ToSequence());
        }
    }
}
