using static Grader.Reference.Tests.Engines.Draws;

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
            var values = random.Matrix(units, examples);
            var (gamma, beta) = (random.Vector(units), random.Vector(units));
            var epsilon = random.Next(2) == 0 ? 1e-5 : 1e-3;
            var worksheet = Read(values, gamma, beta, epsilon);
            var (mean, variance) = (Mean(values), Variance(values));
            var normalized = values.SelectMany((row, unit) => row.Select(value => (value - mean[unit]) / Math.Sqrt(variance[unit] + epsilon))).ToArray();
            Expect(worksheet, "mean", mean);
            Expect(worksheet, "variance", variance);
            Expect(worksheet, "normalized", normalized);
            Expect(worksheet, "output", [.. normalized.Select((value, index) => gamma[index / examples] * value + beta[index / examples])]);
            Expect(worksheet.Making("sample-variance"), "variance", [.. variance.Select(value => value * examples / (examples - 1))]);
        }
    }

    [Test]
    public void Running_statistics_follow_the_mini_batch()
    {
        var random = new Random(41);
        for (var round = 0; round < Configurations; round++)
        {
            var (units, examples) = (random.Next(1, 5), random.Next(1, 6));
            var values = random.Matrix(units, examples);
            var (runningMean, runningVariance) = (random.Vector(units), random.Vector(units).Select(Math.Abs).ToArray());
            var (momentum, ofBatch, sample) = (random.Next(0, 9) / 8.0, random.Next(2) == 0, random.Next(2) == 0);
            var worksheet = Read(values, random.Vector(units), random.Vector(units), 0.5, $$"""
                , "runningMean": {{Json(runningMean)}}, "runningVariance": {{Json(runningVariance)}}, "momentum": {{momentum}}, "momentumOf": "{{(ofBatch ? "batch" : "running")}}", "runningFrom": "{{(sample ? "sample" : "population")}}-variance"
                """);
            var (mean, variance) = (Mean(values), Variance(values));
            var ofNew = ofBatch ? momentum : 1 - momentum;
            for (var unit = 0; unit < units; unit++)
            {
                Expect(worksheet, $"newRunningMean_{unit + 1}", runningMean[unit] + ofNew * (mean[unit] - runningMean[unit]));
                var taken = sample && examples > 1 ? variance[unit] * examples / (examples - 1) : variance[unit];
                Expect(worksheet, $"newRunningVariance_{unit + 1}", runningVariance[unit] + ofNew * (taken - runningVariance[unit]));
            }
        }
    }

    /// <summary>Outputs against loops, gradients against central differences of the weighted sum of the outputs that has the upstream gradient.</summary>
    [TestCase("training")]
    [TestCase("test")]
    public void Gradients_agree_with_differences(string phase)
    {
        var random = new Random(42);
        for (var round = 0; round < Configurations; round++)
        {
            var (units, examples) = (random.Next(1, 4), random.Next(1, 5));
            var (values, upstream) = (random.Matrix(units, examples), random.Matrix(units, examples));
            var (gamma, beta, runningMean) = (random.Vector(units), random.Vector(units), random.Vector(units));
            var runningVariance = random.Vector(units).Select(Math.Abs).ToArray();
            var worksheet = Read(values, gamma, beta, 0.5, $$"""
                , "phase": "{{phase}}", "runningMean": {{Json(runningMean)}}, "runningVariance": {{Json(runningVariance)}}, "upstream": {{Json(upstream)}}
                """);
            Expect(worksheet, "output", [.. Outputs().SelectMany(row => row)]);
            ExpectGradient("gradient.gamma", gamma);
            ExpectGradient("gradient.beta", beta);
            for (var unit = 0; unit < units; unit++)
                Assert.That(Values.Numbers(worksheet["gradient.values"].Value)[(unit * examples)..((unit + 1) * examples)], Is.EqualTo(Differences(values[unit], Loss)).Within(1e-6));

            void ExpectGradient(string quantity, double[] parameter) => Assert.That(Values.Numbers(worksheet[quantity].Value), Is.EqualTo(Differences(parameter, Loss)).Within(1e-6), quantity);

            double Loss() => Outputs().Zip(upstream, (row, weights) => row.Zip(weights, (output, weight) => output * weight).Sum()).Sum();

            double[][] Outputs()
            {
                var (mean, variance) = phase == "test" ? (runningMean, runningVariance) : (Mean(values), Variance(values));
                return [.. values.Select((row, unit) => row.Select(value => gamma[unit] * (value - mean[unit]) / Math.Sqrt(variance[unit] + 0.5) + beta[unit]).ToArray())];
            }
        }
    }

    /// <summary>A unit with mean 2, variance 3 and the root 2 of variance and epsilon; another that holds 2 and 6.</summary>
    [TestCase("sample-variance", "variance", "[4, 59/12]")]
    [TestCase("deviation-for-variance", "variance", "[1.73205, 1.92029]")]
    [TestCase("wrong-axis", "mean", "[3.5, 1.5, 3.5, 1]")]
    [TestCase("variance-for-deviation", "normalized_11", "0.75")]
    [TestCase("mean-left-out", "normalized_11", "2.5")]
    [TestCase("epsilon-outside-root", "normalized_11", "1.09808")]
    [TestCase("epsilon-left-out", "normalized_11", "1.73205")]
    [TestCase("gamma-beta-swapped", "output_11", "3.5")]
    [TestCase("shift-left-out", "output_11", "3")]
    [TestCase("scale-left-out", "output_11", "2.5")]
    [TestCase("running-statistics-in-training", "normalized_11", "2.5")]
    [TestCase("momentum-reversed", "newRunningMean", "[1.5, 2.3125]")]
    [TestCase("running-replaced", "newRunningVariance", "[3, 3.6875]")]
    [TestCase("sample-variance-in-running", "newRunningVariance", "[3.25, 167/48]")]
    [TestCase("examples-averaged", "gradient.beta", "[0.5, 0]")]
    [TestCase("gradients-swapped", "gradient.gamma", "[2, 0]")]
    [TestCase("values-not-normalized", "gradient.gamma", "[6, 5]")]
    [TestCase("gamma-not-passed-back", "gradient.normalized_11", "1")]
    [TestCase("statistics-held-constant", "gradient.values_11", "1")]
    [TestCase("variance-path-left-out", "gradient.values_11", "0.5")]
    [TestCase("mean-path-left-out", "gradient.values_11", "0.625")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = Read([[5, 1, 1, 1], [2, 2, 6, 1]], [2, 1], [1, 1], 1, """
            , "runningMean": [0, 1], "runningVariance": [3, 3], "momentum": "3/4", "upstream": [[1, 0, 2, -1], [1, -1, 1, -1]]
            """);
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("batch-statistics-at-test", "normalized", "[[0.894427, -0.894427]]")]
    [TestCase("divisor-not-passed-back", "gradient.values", "[[2, -6]]")]
    public void Each_mistake_at_test_time_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = Read([[5, 1]], [2], [1], 1, """, "phase": "test", "runningMean": [2], "runningVariance": [3], "upstream": [[1, -3]]""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [Test]
    public void The_update_that_divides_by_one_less_knows_who_does_not()
    {
        var worksheet = Read([[5, 1, 1, 1]], [2], [1], 1, """, "runningMean": [0], "runningVariance": [1], "momentum": 0.5, "runningFrom": "sample-variance" """);
        Assert.Multiple(() =>
        {
            Expect(worksheet, "newRunningVariance", 2.5);
            Expect(worksheet.Making("population-variance-in-running"), "newRunningVariance", 2);
        });
    }

    [TestCase("[1, 1]", "[0, 0]", "gamma-beta-swapped,sample-variance,variance-for-deviation,deviation-for-variance,mean-left-out,wrong-axis")]
    [TestCase("[1, 1]", "[1, 1]", "shift-left-out,sample-variance,variance-for-deviation,deviation-for-variance,mean-left-out,wrong-axis")]
    [TestCase("[2, 1]", "[2, 1]", "shift-left-out,scale-left-out,sample-variance,variance-for-deviation,deviation-for-variance,mean-left-out,wrong-axis")]
    public void Only_mistakes_that_change_something_are_offered(string gamma, string beta, string mistakes)
    {
        var worksheet = MemoryCase.Worksheet($$"""{ "name": "batch-normalization", "values": [[1, 4], [2, 8]], "gamma": {{gamma}}, "beta": {{beta}} }""");
        Assert.That(worksheet.Mistakes.Items.Select(mistake => mistake.Id), Is.EquivalentTo(mistakes.Split(',')));
    }

    [TestCase(""" "phase": "test" """, "At test time the running statistics normalise.")]
    [TestCase(""" "runningMean": [1] """, "\"runningMean\" stands alone.")]
    [TestCase(""" "runningMean": [1, 2], "runningVariance": [1] """, "\"runningMean\" has 2 numbers, and there are 1 units.")]
    [TestCase(""" "upstream": [[1]] """, "\"upstream\" is 1 × 1, and \"values\" 1 × 2.")]
    [TestCase(""" "runningMean": [1], "runningVariance": [1], "momentum": 2 """, "\"momentum\" is 2.")]
    public void Wrong_inputs_are_told(string more, string problem)
    {
        var reading = CaseReader.Read(MemoryCase.WithQuestion($$"""
            "engine": { "name": "batch-normalization", "values": [[1, 4]], "gamma": [1], "beta": [1], {{more}} },
            "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "choice", "ask": "?", "points": 1, "right": "yes", "choices": { "yes": ["yes"], "no": ["no"] } } ] } ]
            """));
        Assert.That(reading.Problems.Items.Select(found => found.Message), Has.Some.EqualTo(problem));
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

    private static Worksheet Read(double[][] values, double[] gamma, double[] beta, double epsilon, string more = "") =>
        MemoryCase.Worksheet($$"""{ "name": "batch-normalization", "values": {{Json(values)}}, "gamma": {{Json(gamma)}}, "beta": {{Json(beta)}}, "epsilon": {{epsilon:R}}{{more}} }""");

    private static double[] Mean(double[][] rows) => [.. rows.Select(row => row.Average())];

    private static double[] Variance(double[][] rows) => [.. rows.Select(row => row.Sum(value => (value - row.Average()) * (value - row.Average())) / row.Length)];
}
