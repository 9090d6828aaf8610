using System.Numerics;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>How well the words around an answer fit a check.</summary>
/// <param name="Weight">More than all its words for an answer under a name of the check's; else two for each group of phrases found in the answer's own label, one for each found only in what introduced it.</param>
/// <param name="Groups">Bit i: group i was found.</param>
internal readonly record struct LabelScore(int Weight, uint Groups)
{
    private const int OwnLabel = 2;
    private const int Introduced = 1;

    /// <param name="introductions">What was found in what introduces answers, for those that share it.</param>
    /// <returns>Null where a phrase or a name says that it is another's answer.</returns>
    public static LabelScore? Of(LabelRule rule, Answer answer, Dictionary<IReadOnlyList<string>, uint>? introductions = null)
    {
        if (AnswerNames.Says(rule.Aliases, answer))
            return new(OwnLabel * (rule.Groups.Count + 1), (1u << rule.Groups.Count) - 1);
        if (Says(rule.Without, answer.Label) || AnswerNames.SaysAnother(rule.Aliases, answer))
            return null;
        var own = GroupsIn(rule, answer.Label);
        var introduced = 0u;
        foreach (var words in answer.Context)
        {
            if (introductions is null || !introductions.TryGetValue(words, out var groups))
            {
                groups = GroupsIn(rule, words);
                introductions?.Add(words, groups);
            }
            introduced |= groups;
        }
        // A number that has no words of its own, "(around 12 %)", is named by its sentence.
        if (own == 0 && answer.Context is [var nearest, ..] && Says(rule.Without, nearest))
            return null;
        return new(OwnLabel * BitOperations.PopCount(own) + Introduced * BitOperations.PopCount(introduced & ~own), own | introduced);
    }

    private static uint GroupsIn(LabelRule rule, IReadOnlyList<string> words)
    {
        var found = 0u;
        for (var i = 0; i < rule.Groups.Count; i++)
            if (Says(rule.Groups[i], words))
                found |= 1u << i;
        return found;
    }

    public static bool Says(Sequence<Phrase> phrases, IReadOnlyList<string> words)
    {
        foreach (var phrase in phrases)
            if (phrase.Find(words).Length > 0)
                return true;
        return false;
    }
}
