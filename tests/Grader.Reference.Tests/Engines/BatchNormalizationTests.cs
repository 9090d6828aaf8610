namespace Grader.Reference.Tests.Engines;

public sealed class BatchNormalizationTests
{
    private const int Configurations = 300;

    /// <summary>Against the definition, in doubles.</summary>
    [Test]
    public void It_agrees_with_the_definition()
    {
        var random = new Random(22);
        for (var round = 0; round < Configurations; round++)
        {
            var (units, examples) = (random.Next(1, 12), random.Next(2, 12));
            var values = Enumerable.Range(0, units).Select(_ => Draw(random, examples)).ToArray();
            var (gamma, beta) = (Draw(random, units), Draw(random, units));
            var epsilon = random.Next(2) == 0 ? 1e-5 : 1e-3;
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "batch-normalization", "values": [{{string.Join(", ", values.Select(List))}}], "gamma": {{List(gamma)}}, "beta": {{List(beta)}}, "epsilon": {{epsilon:R}} }""");
            var mean = values.Select(row => row.Average()).ToArray();
            var variance = values.Select((row, unit) => row.Sum(value => (value - mean[unit]) * (value - mean[unit])) / examples).ToArray();
            var normalized = values.SelectMany((row, unit) => row.Select(value => (value - mean[unit]) / Math.Sqrt(variance[unit] + epsilon))).ToArray();
            Expect(worksheet, "mean", mean);
            Expect(worksheet, "variance", variance);
            Expect(worksheet, "normalized", normalized);
            Expect(worksheet, "output", normalized.Select((value, index) => gamma[index / examples] * value + beta[index / examples]).ToArray());

            var sample = worksheet.Making(worksheet.Mistakes.Items.Single(mistake => mistake.Id == "sample-variance").Occurrences);
            Expect(sample, "variance", variance.Select(value => value * examples / (examples - 1)).ToArray());
        }
    }

    [TestCase("[1, 1]", "[0, 0]", "gamma-beta-swapped,sample-variance,variance-for-deviation,deviation-for-variance")]
    [TestCase("[1, 1]", "[1, 1]", "shift-left-out,sample-variance,variance-for-deviation,deviation-for-variance")]
    [TestCase("[2, 1]", "[2, 1]", "shift-left-out,scale-left-out,sample-variance,variance-for-deviation,deviation-for-variance")]
    public void Only_mistakes_that_change_something_are_offered(string gamma, string beta, string mistakes)
    {
        var worksheet = MemoryCase.Worksheet($$"""{ "name": "batch-normalization", "values": [[1, 4], [2, 8]], "gamma": {{gamma}}, "beta": {{beta}} }""");
        Assert.That(worksheet.Mistakes.Items.Select(mistake => mistake.Id), Is.EquivalentTo(mistakes.Split(',')));
    }

    [Test]
    public void Values_come_from_a_table_with_or_without_names()
    {
        const string rest = """ "gamma": [1, 1], "beta": { "csv": "beta.csv", "header": false, "rowNames": false } """;
        var named = MemoryCase.Worksheet($$"""{ "name": "batch-normalization", "values": { "csv": "v.csv" }, {{rest}} }""", ("v.csv", "u,1,2\r\na,1,1/2\r\nb,\"3\", 4.50\r\n"), ("beta.csv", "5\n6\n"));
        var bare = MemoryCase.Worksheet($$"""{ "name": "batch-normalization", "values": { "csv": "v.csv", "header": false, "rowNames": false }, {{rest}} }""", ("v.csv", "1,1/2\n3,4.5"), ("beta.csv", "5\n6\n"));
        Assert.Multiple(() =>
        {
            Assert.That(Values.Text(named["values"].Value), Is.EqualTo("[[1, 0.5], [3, 4.5]]"));
            Assert.That(Values.Text(bare["values"].Value), Is.EqualTo("[[1, 0.5], [3, 4.5]]"));
            Assert.That(Values.Text(bare["beta"].Value), Is.EqualTo("[5, 6]"));
        });
    }

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-50, 51) / 4.0)];

    private static string List(double[] values) => "[" + string.Join(", ", values.Select(value => value.ToString("R"))) + "]";

    private static void Expect(Worksheet worksheet, string quantity, double[] expected) => Assert.That(Values.Numbers(worksheet[quantity].Value), Is.EqualTo(expected).Within(1e-9), quantity);
}
