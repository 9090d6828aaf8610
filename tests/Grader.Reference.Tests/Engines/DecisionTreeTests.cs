using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class DecisionTreeTests
{
    /// <summary>Against a table of examples, split and counted.</summary>
    [TestCase("entropy")]
    [TestCase("gini")]
    public void It_agrees_with_splitting_examples(string impurity)
    {
        var random = new Random(33);
        for (var round = 0; round < 200; round++)
        {
            var (classes, features) = (random.Next(2, 4), random.Next(1, 4));
            var examples = Enumerable.Range(0, random.Next(6, 20)).Select(_ => (Class: random.Next(classes), Features: Enumerable.Range(0, features).Select(_ => random.Next(3)).ToArray())).ToArray();
            var splits = Enumerable.Range(0, features).Select(feature => examples.GroupBy(example => example.Features[feature]).Select(group => group.Select(example => example.Class).ToArray()).ToArray()).ToArray();
            var texts = splits.Select((branches, feature) => $$"""{ "name": "f{{feature}}", "counts": {{Json([.. branches.Select(Counts)])}} }""");
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "decision-tree", "impurity": "{{impurity}}", "splits": [ {{string.Join(", ", texts)}} ] }""");

            var node = Impurity([.. examples.Select(example => example.Class)]);
            Expect(worksheet, $"node.{impurity}", node);
            var gains = splits.Select(branches => node - branches.Sum(branch => Impurity(branch) * branch.Length / examples.Length)).ToArray();
            for (var feature = 0; feature < features; feature++)
            {
                Expect(worksheet, $"f{feature}.gain", gains[feature]);
                if (impurity == "entropy" && splits[feature].Length > 1)
                    Expect(worksheet, $"f{feature}.gainRatio", gains[feature] / Impurity([.. examples.Select(example => example.Features[feature])]));
                Expect(worksheet, $"f{feature}.branch1.{impurity}", Impurity(splits[feature][0]));
                Expect(worksheet.Making("branches-not-weighted"), $"f{feature}.remainder", splits[feature].Average(Impurity));
            }

            if (features > 1)
                Expect(worksheet, "best.gain", gains.Max());

            double[] Counts(int[] labels) => [.. Enumerable.Range(0, classes).Select(index => (double)labels.Count(label => label == index))];

            double Impurity(int[] labels) => impurity == "gini"
                ? 1 - Counts(labels).Sum(count => count / labels.Length * (count / labels.Length))
                : -labels.GroupBy(label => label).Sum(group => group.Count() / (double)labels.Length * Math.Log2(group.Count() / (double)labels.Length));
        }
    }

    /// <summary>Quinlan's example (1986): whether to play, by outlook and by wind.</summary>
    [TestCase("node.entropy", "0.940286")]
    [TestCase("outlook.remainder", "0.693536")]
    [TestCase("outlook.gain", "0.24675")]
    [TestCase("outlook.splitInformation", "1.57741")]
    [TestCase("outlook.gainRatio", "0.156428")]
    [TestCase("wind.gain", "0.048127")]
    [TestCase("best.gain", "0.24675")]
    public void It_agrees_with_the_textbook(string quantity, string value)
    {
        Assert.That(KeyText.Of(Play()[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("natural-logarithm", "node.entropy", "0.651757")]
    [TestCase("decimal-logarithm", "node.entropy", "0.283054")]
    [TestCase("gini-for-entropy", "node.entropy", "45/98")]
    [TestCase("branches-summed", "outlook.remainder", "1.9419")]
    [TestCase("branches-not-weighted", "outlook.remainder", "0.6473")]
    [TestCase("divided-by-node-entropy", "outlook.gainRatio", "0.26242")]
    [TestCase("remainder-for-gain", "outlook.gain", "0.693536")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        Assert.That(KeyText.Of(Play().Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("", "split.gain", "49/480")]
    [TestCase("not-subtracted-from-one", "node.gini", "0.53125")]
    [TestCase("entropy-for-gini", "node.gini", "0.954434")]
    public void Each_mistake_of_Gini_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "decision-tree", "impurity": "gini", "splits": [ { "name": "split", "counts": [[4, 1], [1, 2]] } ] }""");
        Assert.That(KeyText.Of((mistake.Length > 0 ? worksheet.Making(mistake) : worksheet)[quantity].Value!), Is.EqualTo(value));
    }

    private static Worksheet Play() => MemoryCase.Worksheet("""
        { "name": "decision-tree", "splits": [ { "name": "outlook", "counts": [[2, 3], [4, 0], [3, 2]] }, { "name": "wind", "counts": [[6, 2], [3, 3]] } ] }
        """);
}
