using System.Numerics;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>How well the words around an answer fit a check.</summary>
/// <param name="Weight">More than all its words for an answer under a name of the check's; else two for each group of phrases found in the answer's own label, one for each found only in what introduced it.</param>
/// <param name="Groups">Bit i: group i was found.</param>
/// <param name="Own">Bit i: group i was found in the answer's own label, not only in what introduced it.</param>
internal readonly record struct LabelScore(int Weight, uint Groups, uint Own)
{
    private const int OwnLabel = 2;
    private const int Introduced = 1;

    /// <param name="introductions">What the rule finds in what introduces answers, for those that share it.</param>
    /// <returns>Null where a phrase or a name says that it is another's answer.</returns>
    public static LabelScore? Of(LabelRule rule, Answer answer, Introductions? introductions = null) => Of(rule, answer, introductions, out _);

    /// <param name="refusal">What says that it is another's.</param>
    public static LabelScore? Of(LabelRule rule, Answer answer, Introductions? introductions, out LabelRefusal refusal)
    {
        refusal = LabelRefusal.None;
        if (AnswerNames.Says(rule.Aliases, answer))
            return new(OwnLabel * (rule.Groups.Count + 1), AllOf(rule), AllOf(rule));
        if (Says(rule.Without, answer.Label))
        {
            refusal = LabelRefusal.Label;
            return null;
        }
        if (AnswerNames.SaysAnother(rule.Aliases, answer))
        {
            refusal = LabelRefusal.Name;
            return null;
        }
        var own = GroupsIn(rule, answer.Label);
        var introduced = 0u;
        foreach (var words in answer.Context)
        {
            introduced |= introductions?.GroupsIn(words) ?? GroupsIn(rule, words);
        }
        // A number that has no words of its own, "(around 12 %)", is named by its sentence.
        if (own == 0 && answer.Context is [var nearest, ..] && (introductions?.SaysAnother(nearest) ?? Says(rule.Without, nearest)))
        {
            refusal = LabelRefusal.Introduction;
            return null;
        }
        return new(OwnLabel * BitOperations.PopCount(own) + Introduced * BitOperations.PopCount(introduced & ~own), own | introduced, own);
    }

    /// <summary>All groups of a rule, as bits.</summary>
    public static uint AllOf(LabelRule rule) => (1u << rule.Groups.Count) - 1;

    public static uint GroupsIn(LabelRule rule, IReadOnlyList<string> words)
    {
        var found = 0u;
        for (var i = 0; i < rule.Groups.Count; i++)
            if (Says(rule.Groups[i], words))
                found |= 1u << i;
        return found;
    }

    public static bool Says(Sequence<Phrase> phrases, IReadOnlyList<string> words) => Said(phrases, words) is not null;

    /// <summary>The first of some phrases that words say.</summary>
    public static Phrase? Said(Sequence<Phrase> phrases, IReadOnlyList<string> words)
    {
        foreach (var phrase in phrases)
            if (phrase.Find(words).Length > 0)
                return phrase;
        return null;
    }
}

/// <summary>What says that an answer is another's.</summary>
internal enum LabelRefusal
{
    None,

    /// <summary>A phrase in its own label.</summary>
    Label,

    /// <summary>The name that it stands under.</summary>
    Name,

    /// <summary>A phrase in what introduces it.</summary>
    Introduction,
}
