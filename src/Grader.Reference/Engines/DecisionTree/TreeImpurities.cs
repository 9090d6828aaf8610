using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.DecisionTree;

/// <summary>Quantities and mistakes of a node's splits.</summary>
internal sealed class TreeImpurities(WorksheetBuilder worksheet, bool gini)
{
    private readonly string _measure = gini ? "gini" : "entropy";
    private readonly string _say = gini ? "Gini impurity" : "entropy";
    private readonly List<(string Quantity, string[] Shares)> _impurities = [];
    private readonly List<(string Name, int Branches)> _splits = [];

    private readonly MistakeBuilder _ratio = worksheet.Mistake("divided-by-node-entropy", "Divided the gain by the entropy of the node; the gain ratio divides by that of the sizes of the branches.");

    /// <param name="split">The split from whose counts those of the node are summed.</param>
    public void AddNode(string split, TreeCounts counts)
    {
        var branches = counts.Rows.Length;
        foreach (var index in Enumerable.Range(1, counts.Classes))
            worksheet.Add($"node.class{index}", string.Join(" + ", Enumerable.Range(1, branches).Select(branch => Entry(split, branch, index, counts))), $"examples of class {index} in the node");
        worksheet.Add("node.total", string.Join(" + ", Enumerable.Range(1, counts.Classes).Select(index => $"node.class{index}")), "examples in the node");
        AddImpurity("node", $"{_say} of the node", counts.PerClass, index => $"node.class{index}");
    }

    public void AddSplit(string name, Matrix matrix, TreeCounts counts)
    {
        worksheet.Add($"{name}.counts", matrix, $"examples after a split by {name}: a row a branch, a column a class");
        for (var row = 1; row <= counts.Rows.Length; row++)
        {
            var branch = row;
            var quantity = $"{name}.branch{branch}";
            worksheet.Add($"{quantity}.total", string.Join(" + ", Enumerable.Range(1, counts.Classes).Select(index => Entry(name, branch, index, counts))), $"examples in branch {branch} of {name}");
            AddImpurity(quantity, $"{_say} of branch {branch} of {name}", counts.Rows[branch - 1], index => Entry(name, branch, index, counts));
        }

        _splits.Add((name, counts.Rows.Length));
        worksheet.Add($"{name}.remainder", string.Join(" + ", Branches(name).Select(branch => $"{branch}.total/node.total*{branch}.{_measure}")), $"{_say} that remains after a split by {name}");
        worksheet.Add($"{name}.gain", $"node.{_measure} - {name}.remainder", $"gain of a split by {name}");
        if (gini || counts.Rows.Length == 1)
            return;
        var shares = Branches(name).Select(branch => $"{branch}.total/node.total").ToArray();
        worksheet.Add($"{name}.splitInformation", Entropy(shares, "log2"), $"entropy of the sizes of the branches of {name}");
        worksheet.Add($"{name}.gainRatio", $"{name}.gain/{name}.splitInformation", $"gain ratio of a split by {name}");
        _impurities.Add(($"{name}.splitInformation", shares));
        _ratio.At(name, ($"{name}.gainRatio", $"{name}.gain/node.entropy"));
    }

    public void AddMistakes()
    {
        if (gini)
        {
            Everywhere("entropy-for-gini", "Computed the entropy instead of the Gini impurity.", shares => Entropy(shares, "log2"));
            Everywhere("not-subtracted-from-one", "Summed the squared shares without subtracting them from 1.", shares => string.Join(" + ", shares.Select(share => $"({share})^2")));
        }
        else
        {
            Everywhere("natural-logarithm", "Took the natural logarithm instead of that to base 2.", shares => Entropy(shares, "ln"));
            Everywhere("decimal-logarithm", "Took the logarithm to base 10 instead of 2.", shares => Entropy(shares, "log10"));
            Everywhere("gini-for-entropy", "Computed the Gini impurity instead of the entropy.", Gini);
        }

        var unweighted = worksheet.Mistake("branches-not-weighted", "Averaged the branches without weighting them by their examples.");
        var summed = worksheet.Mistake("branches-summed", "Summed the branches without weighting them by their examples.");
        var remainder = worksheet.Mistake("remainder-for-gain", "Gave what remains after the split; the gain is the fall from the node's.");
        foreach (var (name, branches) in _splits)
        {
            unweighted.At(name, ($"{name}.remainder", $"({string.Join(" + ", Branches(name).Select(branch => $"{branch}.{_measure}"))})/{branches}"));
            summed.At(name, ($"{name}.remainder", string.Join(" + ", Branches(name).Select(branch => $"{branch}.{_measure}"))));
            remainder.At(name, ($"{name}.gain", $"{name}.remainder"));
        }
    }

    private void AddImpurity(string of, string say, Rational[] counts, Func<int, string> count)
    {
        // A class without examples adds nothing: 0 log 0 is 0.
        var shares = Enumerable.Range(1, counts.Length).Where(index => counts[index - 1].Sign > 0).Select(index => $"{count(index)}/{of}.total").ToArray();
        worksheet.Add($"{of}.{_measure}", gini ? Gini(shares) : Entropy(shares, "log2"), say);
        _impurities.Add(($"{of}.{_measure}", shares));
    }

    private void Everywhere(string id, string say, Func<string[], string> formula)
    {
        var formulas = _impurities.ToImmutableSortedDictionary(impurity => impurity.Quantity, impurity => CaseFormula.Read(formula(impurity.Shares)), StringComparer.Ordinal);
        if (formulas.Count > 0)
            worksheet.Mistake(id, say).At("", formulas);
    }

    private IEnumerable<string> Branches(string name) => Enumerable.Range(1, _splits.First(split => split.Name == name).Branches).Select(branch => $"{name}.branch{branch}");

    private static string Entropy(string[] shares, string logarithm) => $"-({string.Join(" + ", shares.Select(share => $"{share}*{logarithm}({share})"))})";

    private static string Gini(string[] shares) => "1 - " + string.Join(" - ", shares.Select(share => $"({share})^2"));

    private static string Entry(string split, int branch, int index, TreeCounts counts) => EntryNames.Of($"{split}.counts", branch, index, counts.Rows.Length, counts.Classes);
}
