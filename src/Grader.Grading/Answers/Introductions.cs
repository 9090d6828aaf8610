using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>What a rule for labels finds in the words that introduce answers: looked for once, since a whole table or list may stand under one introduction.</summary>
internal sealed class Introductions(LabelRule rule)
{
    private readonly Dictionary<IReadOnlyList<string>, uint> _groups = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IReadOnlyList<string>, bool> _others = new(ReferenceEqualityComparer.Instance);

    /// <summary>Bit i: group i of the rule's phrases is in the words.</summary>
    public uint GroupsIn(IReadOnlyList<string> words)
    {
        if (!_groups.TryGetValue(words, out var groups))
            _groups[words] = groups = LabelScore.GroupsIn(rule, words);
        return groups;
    }

    /// <summary>Whether a phrase in the words says that what they introduce is another check's.</summary>
    public bool SaysAnother(IReadOnlyList<string> words)
    {
        if (!_others.TryGetValue(words, out var says))
            _others[words] = says = LabelScore.Says(rule.Without, words);
        return says;
    }
}
