using Grader.Reference.Tests;
using Grader.Reference.Tests.Engines;
using TorchSharp;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class NormalizationTests
{
    private const int Configurations = 200;
    private static readonly double[] Epsilons = [1e-5, 1e-3, 0.5];

    /// <summary>The module of TorchSharp updates with the sample variance; its momentum is the share of the mini-batch.</summary>
    [Test]
    public void Batch_normalisation_agrees_in_training()
    {
        var random = new Random(101);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var batch = new Batch(random);
            var (share, ofBatch, sample) = (random.Next(0, 21) / 20.0, random.Next(2) == 0, random.Next(2) == 0);
            var worksheet = batch.Worksheet($"\"momentum\": {share}, \"momentumOf\": \"{(ofBatch ? "batch" : "running")}\", \"runningFrom\": \"{(sample ? "sample" : "population")}-variance\"");
            var (mean, variance) = (Tensors.Of(batch.RunningMean), Tensors.Of(batch.RunningVariance));
            var taken = ofBatch ? share : 1 - share;
            var population = (1 - taken) * variance + taken * batch.Values.detach().var(0, unbiased: false);
            var output = torch.nn.functional.batch_norm(batch.Values, mean, variance, batch.Gamma, batch.Beta, training: true, taken, batch.Epsilon);
            output.backward([batch.Upstream]);

            Expect(worksheet, "mean", batch.Values.mean([0]).Numbers());
            Expect(worksheet, "variance", batch.Values.var(0, unbiased: false).Numbers());
            Expect(worksheet, "newRunningMean", mean.Numbers());
            Expect(worksheet, "newRunningVariance", (sample ? variance : population).Numbers());
            batch.ExpectGradients(worksheet, output);
        }
    }

    [Test]
    public void Batch_normalisation_agrees_at_test_time()
    {
        var random = new Random(109);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var batch = new Batch(random);
            var worksheet = batch.Worksheet("\"phase\": \"test\"");
            var output = torch.nn.functional.batch_norm(batch.Values, Tensors.Of(batch.RunningMean), Tensors.Of(batch.RunningVariance), batch.Gamma, batch.Beta, training: false, eps: batch.Epsilon);
            output.backward([batch.Upstream]);
            batch.ExpectGradients(worksheet, output);
        }
    }

    /// <summary>The gradients on the way back, from a graph of its own.</summary>
    [Test]
    public void Batch_normalisation_passes_gradients_through_its_statistics()
    {
        var random = new Random(119);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var batch = new Batch(random);
            var worksheet = batch.Worksheet("\"phase\": \"training\"");
            var mean = batch.Values.mean([0]);
            var variance = (batch.Values - mean).square().mean([0]);
            var normalized = (batch.Values - mean) / (variance + batch.Epsilon).sqrt();
            foreach (var passed in new[] { mean, variance, normalized })
                passed.retain_grad();
            (normalized * batch.Gamma + batch.Beta).backward([batch.Upstream]);
            Expect(worksheet, "normalized", normalized.t().Numbers());
            Expect(worksheet, "gradient.normalized", normalized.grad!.t().Numbers());
            Expect(worksheet, "gradient.variance", variance.grad!.Numbers());
            Expect(worksheet, "gradient.mean", mean.grad!.Numbers());
        }
    }

    [Test]
    public void Layer_normalisation_agrees()
    {
        var random = new Random(120);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (examples, features, epsilon) = (random.Next(1, 5), random.Next(1, 7), random.GetItems(Epsilons, 1)[0]);
            var (numbers, gamma, beta) = (random.Matrix(examples, features), random.Vector(features), random.Vector(features));
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "layer-normalization", "values": {{Json(numbers)}}, "gamma": {{Json(gamma)}}, "beta": {{Json(beta)}}, "epsilon": {{epsilon:F5}} }""");
            var values = Tensors.Of(numbers);
            Expect(worksheet, "mean", values.mean([1]).Numbers());
            Expect(worksheet, "variance", values.var(1, unbiased: false).Numbers());
            Expect(worksheet, "normalized", torch.nn.functional.layer_norm(values, [features], eps: epsilon).Numbers());
            Expect(worksheet, "output", torch.nn.functional.layer_norm(values, [features], Tensors.Of(gamma), Tensors.Of(beta), epsilon).Numbers());
        }
    }

    /// <summary>A mini-batch: a column an example in a case, a row an example in a tensor.</summary>
    private sealed class Batch
    {
        private readonly double[][] _values;
        private readonly double[][] _upstream;

        public Batch(Random random)
        {
            var (units, examples) = (random.Next(1, 5), random.Next(2, 7));
            (_values, _upstream) = (random.Matrix(units, examples), random.Matrix(units, examples));
            // Where all are equal, gradients are rounding errors over the root of epsilon.
            foreach (var row in _values.Where(row => row.Distinct().Count() == 1))
                row[0]++;
            (RunningMean, RunningVariance) = (random.Vector(units), [.. random.Vector(units).Select(value => Math.Abs(value) + 0.25)]);
            Epsilon = random.GetItems(Epsilons, 1)[0];
            (Gamma, Beta) = (Tensors.Of(random.Vector(units)).requires_grad_(), Tensors.Of(random.Vector(units)).requires_grad_());
            (Values, Upstream) = (Tensors.Of(_values).t().contiguous().requires_grad_(), Tensors.Of(_upstream).t().contiguous());
        }

        public torch.Tensor Values { get; }

        public torch.Tensor Upstream { get; }

        public torch.Tensor Gamma { get; }

        public torch.Tensor Beta { get; }

        public double[] RunningMean { get; }

        public double[] RunningVariance { get; }

        public double Epsilon { get; }

        /// <param name="more">Keys of its own.</param>
        public Worksheet Worksheet(string more) => MemoryCase.Worksheet($$"""
            { "name": "batch-normalization", "values": {{Json(_values)}}, "gamma": {{Json(Gamma.Numbers())}}, "beta": {{Json(Beta.Numbers())}}, "epsilon": {{Epsilon:F5}},
              "runningMean": {{Json(RunningMean)}}, "runningVariance": {{Json(RunningVariance)}}, "upstream": {{Json(_upstream)}}, {{more}} }
            """);

        public void ExpectGradients(Worksheet worksheet, torch.Tensor output)
        {
            Expect(worksheet, "output", output.t().Numbers());
            Expect(worksheet, "gradient.gamma", Gamma.grad!.Numbers());
            Expect(worksheet, "gradient.beta", Beta.grad!.Numbers());
            Expect(worksheet, "gradient.values", Values.grad!.t().Numbers());
        }
    }
}
