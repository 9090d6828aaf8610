using Grader.Reference.Tests;
using Grader.Reference.Tests.Engines;
using TorchSharp;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class ConvolutionByHandTests
{
    private const int Configurations = 200;

    [Test]
    public void Images_agree()
    {
        var random = new Random(103);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (rows, columns, kernelRows, kernelColumns) = (random.Next(4, 8), random.Next(4, 8), random.Next(1, 4), random.Next(1, 4));
            var (input, kernel, settings) = (random.Matrix(rows, columns), random.Matrix(kernelRows, kernelColumns), new Settings(random));
            var weights = Tensors.Of(kernel);
            weights = settings.Flip ? weights.flip([0, 1]) : weights;
            var output = torch.nn.functional.conv2d(Tensors.Of(input).reshape(1, 1, rows, columns), weights.reshape(1, 1, kernelRows, kernelColumns), Tensors.Of([settings.Bias]), [settings.Stride, settings.Stride], [settings.Padding, settings.Padding]);
            var side = Math.Min(settings.Pool, Math.Min(output.shape[2], output.shape[3]));
            var worksheet = settings.Worksheet(Json(input), Json(kernel), side);
            Expect(worksheet, "output", output.Numbers());
            output = settings.Activate(worksheet, output);
            Expect(worksheet, "pooled", (settings.Averages ? torch.nn.functional.avg_pool2d(output, side) : torch.nn.functional.max_pool2d(output, side)).Numbers());
        }
    }

    [Test]
    public void Sequences_agree()
    {
        var random = new Random(153);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (length, taps) = (random.Next(3, 12), random.Next(1, 4));
            var (input, kernel, settings) = (random.Vector(length), random.Vector(taps), new Settings(random));
            var weights = Tensors.Of(kernel);
            weights = settings.Flip ? weights.flip([0]) : weights;
            var output = torch.nn.functional.conv1d(Tensors.Of(input).reshape(1, 1, length), weights.reshape(1, 1, taps), Tensors.Of([settings.Bias]), settings.Stride, settings.Padding);
            var side = Math.Min(settings.Pool, output.shape[2]);
            var worksheet = settings.Worksheet(Json(input), Json(kernel), side);
            Expect(worksheet, "output", output.Numbers());
            output = settings.Activate(worksheet, output);
            Expect(worksheet, "pooled", (settings.Averages ? torch.nn.functional.avg_pool1d(output, side) : torch.nn.functional.max_pool1d(output, side)).Numbers());
        }
    }

    private sealed class Settings(Random random)
    {
        public long Stride { get; } = random.Next(1, 4);

        public long Padding { get; } = random.Next(0, 3);

        public bool Flip { get; } = random.Next(2) == 0;

        public double Bias { get; } = random.Next(-4, 5);

        public bool Rectifies { get; } = random.Next(2) == 0;

        /// <summary>Side of the windows of pooling.</summary>
        public long Pool { get; } = random.Next(1, 4);

        public bool Averages { get; } = random.Next(2) == 0;

        public Worksheet Worksheet(string input, string kernel, long pool) => MemoryCase.Worksheet($$"""
            { "name": "convolution-by-hand", "input": {{input}}, "kernel": {{kernel}}, "stride": {{Stride}}, "padding": {{Padding}}, "flip": {{(Flip ? "true" : "false")}}, "bias": {{Bias}},
              "relu": {{(Rectifies ? "true" : "false")}}, "pool": {{pool}}, "takes": "{{(Averages ? "average" : "maximum")}}" }
            """);

        public torch.Tensor Activate(Worksheet worksheet, torch.Tensor output)
        {
            if (!Rectifies)
                return output;
            Expect(worksheet, "activated", output.relu().Numbers());
            return output.relu();
        }
    }
}
