using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class AttentionTests
{
    /// <summary>Against loops over queries and keys.</summary>
    [Test]
    public void It_agrees_with_loops()
    {
        var random = new Random(31);
        for (var round = 0; round < 300; round++)
        {
            var (queries, keys, width, depth, causal) = (random.Next(1, 5), random.Next(1, 5), random.Next(1, 5), random.Next(1, 5), random.Next(2) == 0);
            var (q, k, v) = (random.Matrix(queries, width), random.Matrix(keys, width), random.Matrix(keys, depth));
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "attention", "queries": {{Json(q)}}, "keys": {{Json(k)}}, "values": {{Json(v)}}, "causal": {{(causal ? "true" : "false")}} }""");
            Check(worksheet, Math.Sqrt(width), causal);
            if (width > 1)
            {
                Check(worksheet.Making("scale-left-out"), 1, causal);
                Check(worksheet.Making("root-left-out"), width, causal);
            }

            if (causal && keys > 1)
                Check(worksheet.Making("mask-left-out"), Math.Sqrt(width), false);

            void Check(Worksheet made, double scale, bool masked)
            {
                List<double> weights = [];
                List<double> output = [];
                for (var query = 0; query < queries; query++)
                {
                    var row = new double[keys];
                    for (var key = 0; key < keys; key++)
                        row[key] = masked && key > query ? 0 : Math.Exp(Enumerable.Range(0, width).Sum(axis => q[query][axis] * k[key][axis]) / scale);
                    var sum = row.Sum();
                    weights.AddRange(row.Select(value => value / sum));
                    for (var column = 0; column < depth; column++)
                        output.Add(Enumerable.Range(0, keys).Sum(key => row[key] / sum * v[key][column]));
                }

                Expect(made, "weights", [.. weights]);
                Expect(made, "output", [.. output]);
            }
        }
    }

    /// <summary>Scores 1 and 3 times 1/√2 in the first row, 2 and 4 in the second.</summary>
    [TestCase("scale-left-out", "scores", "[[1, 3], [2, 4]]")]
    [TestCase("root-left-out", "scores", "[[0.5, 1.5], [1, 2]]")]
    [TestCase("keys-not-transposed", "scores", "[[0.707107, 1.41421], [2.12132, 2.82843]]")]
    [TestCase("softmax-left-out", "weights", "[[0.707107, 2.12132], [1.41421, 2.82843]]")]
    [TestCase("exponential-left-out", "weights", "[[0.25, 0.75], [0.333333, 0.666667]]")]
    [TestCase("softmax-over-queries", "weights_11", "0.330238")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "attention", "queries": [[1, 0], [0, 1]], "keys": [[1, 2], [3, 4]], "values": [[1], [2]] }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("mask-left-out", "[[0.5, 0.5], [0.25, 0.75]]")]
    [TestCase("mask-after-softmax", "[[0.5, 0], [0.25, 0.75]]")]
    [TestCase("masked-with-zero", "[[0.5, 0.5], [0.25, 0.75]]")]
    [TestCase("softmax-over-queries", "[[0.5, 0], [0.5, 1]]")]
    [TestCase("scaled-by-keys", "[[1, 0], [0.315002, 0.684998]]")]
    public void Each_mistake_under_a_mask_has_its_value(string mistake, string value)
    {
        // Scores 0 and ln 3.
        var worksheet = MemoryCase.Worksheet("""{ "name": "attention", "queries": [[0], [1]], "keys": [[0], ["ln(3)"]], "values": [[1], [2]], "causal": true }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)["weights"].Value!), Is.EqualTo(value));
    }

    [Test]
    public void Softmax_over_queries_sums_to_one_down_a_column()
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "attention", "queries": [[1, 0], [0, 1]], "keys": [[1, 2], [3, 4]], "values": [[1], [2]] }""").Making("softmax-over-queries");
        var weights = Values.Numbers(worksheet["weights"].Value);
        Assert.That(new[] { weights[0] + weights[2], weights[1] + weights[3] }, Is.EqualTo(new[] { 1.0, 1.0 }).Within(1e-12));
    }
}
