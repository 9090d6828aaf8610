using System.Globalization;
using Grader.Mathematics;
using Grader.Grading.Answers;
using Grader.Reference;

namespace Grader.Grading.Checks;

/// <summary>A vector of names that a sentence writes out, <c>(w3, w1, w2)</c>: the names of one of the check's matrices in another order. In the order of their numbers they may be the name of what is meant: "(w1, w2, w3), flipped".</summary>
internal static class WrittenOrder
{
    /// <returns>The names in the order written, or null where no such list stands there.</returns>
    public static string? Other(Prose sentence, RubricCheck check, Worksheet worksheet)
    {
        foreach (var quantity in check.Matrices)
        {
            if (worksheet[quantity].Value is not Tensor { Entries: { Count: > 1 } entries } tensor || (tensor.Shape.Count > 1 && tensor.Shape.Items.All(static side => side != 1)))
                continue;
            var names = entries.Items.Select(entry => Words.Of(ValuePrinter.Print(entry)).ToList()).ToList();
            if (names.Exists(static name => name.Count != 2 || !int.TryParse(name[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)) || names.Select(static name => name[0]).Distinct().Count() != 1)
                continue;
            if (Written(Words.Of(sentence.Statement.Text), names) is { } written && !written.SequenceEqual(names.Select(static name => name[1])) && !written.SequenceEqual(names.Select(static name => name[1]).OrderBy(static number => int.Parse(number, CultureInfo.InvariantCulture))))
                return string.Join(", ", written.Select(number => $"{names[0][0]}_{number}"));
        }
        return null;
    }

    /// <summary>The numbers of the last run of as many of the names, each once.</summary>
    private static List<string>? Written(IReadOnlyList<string> words, List<List<string>> names)
    {
        var numbers = names.Select(static name => name[1]).ToHashSet(StringComparer.Ordinal);
        for (var start = words.Count - 2 * names.Count; start >= 0; start--)
        {
            var run = Enumerable.Range(0, names.Count).Where(i => words[start + 2 * i] == names[0][0] && numbers.Contains(words[start + 2 * i + 1])).Select(i => words[start + 2 * i + 1]).ToList();
            if (run.Count == names.Count && run.Distinct(StringComparer.Ordinal).Count() == run.Count)
                return run;
        }
        return null;
    }
}
