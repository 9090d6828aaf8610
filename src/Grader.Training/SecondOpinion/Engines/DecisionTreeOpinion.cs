using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>
/// Gains as mutual information of class and branch, from the entropies of both and of the pair; Gini as the chance that two examples drawn with replacement are of different
/// classes.
/// </summary>
internal static class DecisionTreeOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var gini = given.Text("impurity", "entropy") == "gini";
        var measure = gini ? "gini" : "entropy";
        var gains = new List<double>();
        foreach (var split in given.Items("splits"))
        {
            var (name, counts) = (split.Text("name"), split.Rows("counts"));
            var rows = Rows(counts);
            double[] classes = [.. Enumerable.Range(0, rows[0].Length).Select(index => rows.Sum(row => row[index]))];
            double[] sizes = [.. rows.Select(row => row.Sum())];
            if (gains.Count == 0)
            {
                for (var index = 0; index < classes.Length; index++)
                    figures.Add($"node.class{index + 1}", classes[index]);
                figures.Add("node.total", classes.Sum());
                figures.Add($"node.{measure}", Impurity(classes));
            }

            figures.Add($"{name}.counts", counts);
            for (var branch = 0; branch < rows.Length; branch++)
            {
                figures.Add($"{name}.branch{branch + 1}.total", sizes[branch]);
                figures.Add($"{name}.branch{branch + 1}.{measure}", Impurity(rows[branch]));
            }

            var remainder = gini ? sizes.Zip(rows, (size, row) => size * Chance(row)).Sum() / sizes.Sum() : Entropy([.. rows.SelectMany(row => row)]) - Entropy(sizes);
            gains.Add(Impurity(classes) - remainder);
            figures.Add($"{name}.remainder", remainder);
            figures.Add($"{name}.gain", gains[^1]);
            if (gini || rows.Length == 1)
                continue;
            figures.Add($"{name}.splitInformation", Entropy(sizes));
            figures.Add($"{name}.gainRatio", gains[^1] / Entropy(sizes));
        }

        if (gains.Count > 1)
            figures.Add("best.gain", gains.Max());

        double Impurity(double[] numbers) => gini ? Chance(numbers) : Entropy(numbers);
    }

    private static double[][] Rows(Tensor counts) => [.. Enumerable.Range(0, (int)counts.shape[0]).Select(row => counts[row].contiguous().data<double>().ToArray())];

    /// <summary>In bits: log n less the mean of log of the counts.</summary>
    private static double Entropy(double[] counts) => Math.Log2(counts.Sum()) - counts.Where(count => count > 0).Sum(count => count * Math.Log2(count)) / counts.Sum();

    private static double Chance(double[] counts) => counts.SelectMany((count, index) => counts.Where((_, other) => other != index).Select(other => count * other)).Sum() / (counts.Sum() * counts.Sum());
}
