using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>The names that answers stand under: the members of a chain before the answer, the last word of a label, the label of a row or column.</summary>
internal static class AnswerNames
{
    /// <param name="member">Index of the member that is the answer.</param>
    public static IReadOnlyList<string> In(FormulaStatement formula, int member)
    {
        var names = formula.Members.Items.Take(member).Select(before => NotationName.Of(before.Text)).OfType<string>().ToList();
        return names.Count > 0 ? names : In(formula.Label);
    }

    /// <summary>Of a label in words, the last word: <c>so the gradient δ2:</c>.</summary>
    public static IReadOnlyList<string> In(string label)
    {
        var trimmed = label.AsSpan().TrimEnd(" :=\t");
        var last = trimmed[(trimmed.LastIndexOfAny(' ', '\t') + 1)..].ToString();
        return NotationName.Of(last) is { } name ? [name] : [];
    }

    public static IReadOnlyList<string> In(params ReadOnlySpan<string> cells)
    {
        var names = new List<string>();
        foreach (var cell in cells)
            if (NotationName.Of(cell) is { } name)
                names.Add(name);
        return names;
    }

    /// <summary>Whether the answer stands under one of these names.</summary>
    public static bool Says(Sequence<string> aliases, Answer answer)
    {
        foreach (var alias in aliases)
            if (answer.Names.Contains(alias))
                return true;
        return false;
    }

    /// <summary>Whether the answer stands under a name of another quantity of the kind that these are of: δ1 where δ2 is asked.</summary>
    public static bool SaysAnother(Sequence<string> aliases, Answer answer)
    {
        if (aliases.Count == 0 || answer.Names.Count == 0 || Says(aliases, answer))
            return false;
        var kinds = aliases.Items.Select(NotationName.WithoutIndices).ToHashSet(StringComparer.Ordinal);
        // A name without an index, "lr = 0.48", may be any of its kind.
        return answer.Names.Any(name => NotationName.WithoutIndices(name) is var kind && kind != name && kinds.Contains(kind));
    }
}
