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

    [Test]
    public void Softmax_over_queries_sums_to_one_down_a_column()
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "attention", "queries": [[1, 0], [0, 1]], "keys": [[1, 2], [3, 4]], "values": [[1], [2]] }""").Making("softmax-over-queries");
        var weights = Values.Numbers(worksheet["weights"].Value);
        Assert.That(new[] { weights[0] + weights[2], weights[1] + weights[3] }, Is.EqualTo(new[] { 1.0, 1.0 }).Within(1e-12));
    }
}
