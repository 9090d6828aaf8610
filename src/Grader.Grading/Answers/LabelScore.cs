using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>How well the words around an answer fit a check.</summary>
/// <param name="Weight">Two for each group of phrases found in the answer's own label, one for each found only in what introduced it.</param>
/// <param name="Groups">Bit i: group i was found.</param>
internal readonly record struct LabelScore(int Weight, uint Groups)
{
    private const int OwnLabel = 2;
    private const int Introduced = 1;

    /// <returns>Null where a phrase says that it is another's answer.</returns>
    public static LabelScore? Of(LabelRule rule, Answer answer)
    {
        if (Says(rule.Without, answer.Label))
            return null;
        var (weight, groups, named) = (0, 0u, false);
        for (var i = 0; i < rule.Groups.Count; i++)
        {
            var found = Says(rule.Groups[i], answer.Label) ? OwnLabel : answer.Context.Any(words => Says(rule.Groups[i], words)) ? Introduced : 0;
            weight += found;
            named |= found == OwnLabel;
            if (found > 0)
                groups |= 1u << i;
        }
        // A number that has no words of its own, "(around 12 %)", is named by its sentence.
        return !named && answer.Context is [var nearest, ..] && Says(rule.Without, nearest) ? null : new(weight, groups);
    }

    public static bool Says(Sequence<Phrase> phrases, IReadOnlyList<string> words)
    {
        foreach (var phrase in phrases)
            if (phrase.Find(words).Length > 0)
                return true;
        return false;
    }
}
