using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>Which label a student means by a name: 1, C1, <c>cluster 1</c>, A, red.</summary>
internal sealed class LabelNames
{
    private readonly Relabelling _relabelling;
    private readonly Dictionary<string, int> _labels = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, string> _names = [];

    /// <param name="names">All names that the student gives labels, in the order of the text.</param>
    public LabelNames(Relabelling relabelling, IEnumerable<string> names)
    {
        _relabelling = relabelling;
        var unknown = new List<string>();
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (Known(name) is { } label)
                Add(name, label);
            else if (Words.Of(name).Count is 1 or 2)
                unknown.Add(name);
        }
        // Names that are nobody's, red and blue, are told apart and no more; beside 1 and 2, "none" is no name.
        if (_labels.Count == 0 && unknown.Count == relabelling.Labels.Count)
        {
            for (var label = 0; label < unknown.Count; label++)
                Add(unknown[label], label);
        }
    }

    /// <returns>Index of the label, or null.</returns>
    public int? this[Expression entry] => _labels.TryGetValue(TextOf(entry), out var label) ? label : null;

    /// <summary>What the student calls a label.</summary>
    public string NameOf(int label) => _names.GetValueOrDefault(label) ?? TextOf(_relabelling.Labels[label]);

    public static string TextOf(Expression entry) => entry switch
    {
        Symbol symbol => symbol.Name,
        Number number => number.Value.ToString(),
        _ => entry.ToString(),
    };

    private void Add(string name, int label)
    {
        _labels[name] = label;
        _names.TryAdd(label, name);
    }

    private int? Known(string name)
    {
        var words = Words.Of(name);
        // A sign is no part of a name, and the end of a number is none: neither −1 nor 1.1 is cluster 1.
        if (words.Count is 0 or > 3 || name[0] == '-' || (words.Count > 1 && words.All(word => word.All(char.IsAsciiDigit))))
            return null;
        for (var label = 0; label < _relabelling.Labels.Count; label++)
        {
            if (_relabelling.Names.Count > label && _relabelling.Names[label].Items.Any(other => Words.Of(other).SequenceEqual(words)))
                return label;
        }
        for (var label = 0; label < _relabelling.Labels.Count; label++)
        {
            var own = Words.Of(TextOf(_relabelling.Labels[label]));
            if (words.TakeLast(own.Count).SequenceEqual(own))
                return label;
        }
        // A, B are the first and the second where labels are no letters.
        return words[^1] is [>= 'a' and <= 'z' and var letter] && letter - 'a' < _relabelling.Labels.Count ? letter - 'a' : null;
    }
}
