using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class NaiveBayesTests
{
    /// <summary>Against a table of examples, counted.</summary>
    [Test]
    public void It_agrees_with_counting_examples()
    {
        var random = new Random(53);
        for (var round = 0; round < 200; round++)
        {
            var (classes, features, values, smoothing) = (random.Next(2, 4), random.Next(1, 4), random.Next(2, 4), random.Next(0, 3) / 2.0);
            var examples = Enumerable.Range(0, 30).Select(index => (Class: index < classes ? index : random.Next(classes), Values: Enumerable.Range(0, features).Select(_ => index < classes ? 0 : random.Next(values)).ToArray())).ToArray();
            var sizes = Enumerable.Range(0, classes).Select(label => (double)examples.Count(example => example.Class == label)).ToArray();
            var counts = Enumerable.Range(0, features).Select(feature => Enumerable.Range(0, classes).Select(label => (double)examples.Count(example => example.Class == label && example.Values[feature] == 0)).ToArray()).ToArray();
            var texts = counts.Select((count, feature) => $$"""{ "name": "f{{feature}}", "counts": {{Json(count)}}, "values": {{values}} }""");
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "naive-bayes", "classes": {{Json(sizes)}}, "features": [ {{string.Join(", ", texts)}} ], "smoothing": {{smoothing}} }""");
            var joint = sizes.Select((size, label) => size / 30 * counts.Aggregate(1.0, (product, count) => product * (count[label] + smoothing) / (size + values * smoothing))).ToArray();
            Expect(worksheet, "joint", joint);
            Expect(worksheet, "posteriors", [.. joint.Select(value => value / joint.Sum())]);
        }
    }

    /// <summary>Quinlan's days: sunny, cool, humid and windy.</summary>
    [TestCase("joint", "[1/189, 18/875]")]
    [TestCase("posteriors", "[125/611, 486/611]")]
    public void It_agrees_with_the_textbook(string quantity, string value)
    {
        Assert.That(KeyText.Of(Play()[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("prior-left-out", "posteriors", "[625/4999, 4374/4999]")]
    [TestCase("not-normalized", "posteriors", "[1/189, 18/875]")]
    [TestCase("likelihoods-summed", "likelihoods", "[11/9, 2.2]")]
    [TestCase("divided-by-all", "outlook.likelihoods", "[1/7, 3/14]")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        Assert.That(KeyText.Of(Play().Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("smoothing-left-out", "[4/9, 0]")]
    [TestCase("smoothing-not-counted-below", "[5/9, 0.2]")]
    [TestCase("smoothing-counted-once", "[0.5, 1/6]")]
    [TestCase("divided-by-all", "[5/17, 1/17]")]
    public void Each_mistake_of_smoothing_has_its_value(string mistake, string likelihoods)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "naive-bayes", "classes": [9, 5], "features": [ { "name": "outlook", "counts": [4, 0], "values": 3 } ], "smoothing": 1 }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)["outlook.likelihoods"].Value!), Is.EqualTo(likelihoods));
    }

    private static Worksheet Play() => MemoryCase.Worksheet("""
        { "name": "naive-bayes", "classes": [9, 5], "features": [ { "name": "outlook", "counts": [2, 3] }, { "name": "temperature", "counts": [3, 1] }, { "name": "humidity", "counts": [3, 4] }, { "name": "wind", "counts": [3, 3] } ] }
        """);
}
