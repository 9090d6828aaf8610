using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.DecisionTree;

/// <summary>Splits of one node of a decision tree: impurity (entropy in bits, or Gini) of the node and of each branch, what remains after a split, and the gain.</summary>
internal sealed class DecisionTreeEngine : IEngine
{
    private static readonly CaseShape Split = new("treeSplit", "A feature to split by.", [
        new("name", true, Text, "Name of the feature, in the names of quantities: outlook."),
        new("counts", true, CaseValues.Table, "Examples by class: a row a branch, a column a class."),
    ]);

    private static readonly CaseShape Shape = new("decision-tree", "Impurities and gains of the splits of one node.", [
        new("name", true, """{ "const": "decision-tree" }""", "The engine."),
        new("impurity", false, OneOf("entropy", "gini"), "Entropy in bits, or Gini; entropy unless said."),
        new("splits", true, ListOf(Split), "The features to split by."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [Split];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        var impurities = new TreeImpurities(worksheet, inputs.OneOf("impurity", "entropy", "gini") == "gini");
        Rational[]? classes = null;
        var names = new List<string>();
        foreach (var split in inputs.Objects("splits", Split))
        {
            var name = split.Text("name");
            if (split.Node("counts") is not { } node || tables.ReadMatrix(node) is not { } matrix)
                continue;
            if (!CaseFormula.IsName(name) || name == "node" || names.Contains(name))
            {
                inputs.Problems.Add(split.PlaceOf("name"), $"\"{name}\" cannot name a split.", "Use letters and digits, each name once, and not \"node\".");
                continue;
            }

            if (TreeCounts.Read(matrix) is not { } counts)
            {
                inputs.Problems.Add(node.Place, "These are no counts.", "Write whole numbers, at least one of them above 0 in each branch.");
                continue;
            }

            classes ??= counts.PerClass;
            if (!counts.PerClass.SequenceEqual(classes))
            {
                inputs.Problems.Add(node.Place, $"The classes have {string.Join(", ", counts.PerClass)} examples here, and {string.Join(", ", classes)} in the first split.", "All splits are of the same examples.");
                continue;
            }

            if (names.Count == 0)
                impurities.AddNode(name, counts);
            names.Add(name);
            impurities.AddSplit(name, matrix, counts);
        }

        if (names.Count > 1)
            worksheet.Add("best.gain", $"max({string.Join(", ", names.Select(name => name + ".gain"))})", "largest gain");
        impurities.AddMistakes();
    }
}

/// <summary>Numbers of examples, exact.</summary>
internal sealed record TreeCounts(Rational[][] Rows)
{
    public int Classes => Rows[0].Length;

    public Rational[] PerClass => [.. Enumerable.Range(0, Classes).Select(index => Rows.Aggregate(Rational.Zero, (sum, row) => sum + row[index]))];

    /// <returns>Null where an entry is no count, or a branch is empty.</returns>
    public static TreeCounts? Read(Matrix matrix)
    {
        var rows = matrix.Rows.Items.Select(row => row.Items.Select(entry => entry is Number { Value.IsInteger: true } number ? number.Value : (Rational)(-1)).ToArray()).ToArray();
        return rows.All(row => row.All(count => count.Sign >= 0) && row.Any(count => count.Sign > 0)) ? new(rows) : null;
    }
}
