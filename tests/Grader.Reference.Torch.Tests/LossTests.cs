using Grader.Reference.Tests;
using Grader.Reference.Tests.Engines;
using TorchSharp;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class LossTests
{
    private const int Configurations = 300;

    [Test]
    public void Softmax_and_cross_entropy_of_one_example_agree()
    {
        var random = new Random(105);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var classes = random.Next(2, 7);
            var (numbers, target) = (random.Vector(classes), random.Next(classes));
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "softmax-cross-entropy", "logits": {{Json(numbers)}}, "target": {{target + 1}} }""");
            var logits = Tensors.Of(numbers).requires_grad_();
            var loss = torch.nn.functional.cross_entropy(logits.reshape(1, classes), torch.tensor([(long)target]));
            loss.backward();
            Expect(worksheet, "probabilities", torch.nn.functional.softmax(logits, 0).Numbers());
            Expect(worksheet, "loss", loss.ToDouble());
            Expect(worksheet, "gradient", logits.grad!.Numbers());
        }
    }

    [Test]
    public void Softmax_and_cross_entropy_of_several_examples_agree()
    {
        var random = new Random(121);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (examples, classes, mean, bits) = (random.Next(1, 5), random.Next(2, 6), random.Next(2) == 0, random.Next(2) == 0);
            var numbers = random.Matrix(examples, classes);
            var targets = Targets(random, examples, classes);
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "softmax-cross-entropy", "logits": {{Json(numbers)}}, "targets": {{FromOne(targets)}}, "reduction": "{{(mean ? "mean" : "sum")}}", "logarithm": "{{(bits ? "binary" : "natural")}}" }""");
            var logits = Tensors.Of(numbers).requires_grad_();
            var nats = bits ? Math.Log(2) : 1;
            var losses = torch.nn.functional.cross_entropy(logits, torch.tensor(targets), reduction: torch.nn.Reduction.None) / nats;
            var loss = torch.nn.functional.cross_entropy(logits, torch.tensor(targets), reduction: mean ? torch.nn.Reduction.Mean : torch.nn.Reduction.Sum) / nats;
            loss.backward();
            Expect(worksheet, "probabilities", torch.nn.functional.softmax(logits, 1).Numbers());
            Expect(worksheet, "losses", losses.Numbers());
            Expect(worksheet, "loss", loss.ToDouble());
            Expect(worksheet, "gradient", logits.grad!.Numbers());
        }
    }

    /// <summary>That of TorchSharp is divided by the number of classes.</summary>
    [Test]
    public void Hinge_loss_of_several_classes_agrees()
    {
        var random = new Random(122);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (examples, classes, linear) = (random.Next(1, 5), random.Next(2, 6), random.Next(2) == 0);
            var (mean, half, margin, lambda) = (random.Next(2) == 0, random.Next(2) == 0, random.Next(1, 9) / 4.0, random.Next(1, 9) / 16.0);
            var targets = Targets(random, examples, classes);
            var model = new LinearModel(random, examples, linear ? classes : 0);
            var given = random.Matrix(examples, classes);
            var scores = (linear ? model.Scores : Tensors.Of(given)).detach().requires_grad_();
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "hinge-loss", {{(linear ? $"{model.Text}, \"lambda\": {lambda}, \"regularization\": \"{(half ? "half-squares" : "squares")}\"" : $"\"scores\": {Json(given)}")}},
                  "targets": {{FromOne(targets)}}, "margin": {{margin}}, "reduction": "{{(mean ? "mean" : "sum")}}" }
                """);
            var right = torch.tensor(targets);
            var losses = classes * torch.nn.functional.multi_margin_loss(scores, right, margin: margin, reduction: torch.nn.Reduction.None);
            var loss = classes * torch.nn.functional.multi_margin_loss(scores, right, margin: margin, reduction: mean ? torch.nn.Reduction.Mean : torch.nn.Reduction.Sum);
            loss.backward();
            var regularization = linear ? lambda * model.SquaredWeights / (half ? 2 : 1) : 0;
            Expect(worksheet, "scores", scores.Numbers());
            Expect(worksheet, "losses", losses.Numbers());
            Expect(worksheet, "dataLoss", loss.ToDouble());
            Expect(worksheet, "loss", loss.ToDouble() + regularization);
            Expect(worksheet, "gradient", scores.grad!.Numbers());
        }
    }

    [Test]
    public void Hinge_loss_of_two_classes_agrees()
    {
        var random = new Random(123);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (examples, mean, margin) = (random.Next(1, 7), random.Next(2) == 0, random.Next(1, 9) / 4.0);
            double[] labels = [.. Enumerable.Range(0, examples).Select(_ => random.Next(2) * 2 - 1.0)];
            var model = new LinearModel(random, examples, 1);
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "hinge-loss", {{model.Text}}, "labels": {{Json(labels)}}, "margin": {{margin}}, "reduction": "{{(mean ? "mean" : "sum")}}" }""");
            var scores = model.Scores.reshape(examples).detach().requires_grad_();
            var losses = (margin - Tensors.Of(labels) * scores).relu();
            var loss = mean ? losses.mean() : losses.sum();
            loss.backward();
            Expect(worksheet, "margins", (Tensors.Of(labels) * scores).Numbers());
            Expect(worksheet, "losses", losses.Numbers());
            Expect(worksheet, "loss", loss.ToDouble());
            Expect(worksheet, "gradient", scores.grad!.Numbers());
        }
    }

    /// <summary>Loss and gradients by autograd, steps by the optimiser.</summary>
    [Test]
    public void Logistic_regression_agrees()
    {
        var random = new Random(124);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (examples, features, steps, rate) = (random.Next(1, 7), random.Next(1, 4), random.Next(1, 4), random.Next(1, 5) / 8.0);
            double[][] inputs = [.. random.Matrix(examples, features).Select(row => row.Select(value => value / 4).ToArray())];
            double[] labels = [.. Enumerable.Range(0, examples).Select(_ => (double)random.Next(2))];
            var (start, startBias) = (random.Vector(features), random.Vector(1));
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "logistic-regression", "inputs": {{Json(inputs)}}, "labels": {{Json(labels)}}, "weights": {{Json(start)}}, "bias": {{startBias[0]}}, "rate": {{rate}}, "steps": {{steps}} }""");
            var (weights, bias) = (torch.nn.Parameter(Tensors.Of(start)), torch.nn.Parameter(Tensors.Of(startBias)));
            var optimiser = torch.optim.SGD([weights, bias], rate);
            for (var step = 1; step <= steps; step++)
            {
                optimiser.zero_grad();
                var logits = Tensors.Of(inputs).matmul(weights) + bias;
                var loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, Tensors.Of(labels));
                loss.backward();
                Expect(worksheet, $"step{step}.logits", logits.Numbers());
                Expect(worksheet, $"step{step}.probabilities", logits.sigmoid().Numbers());
                Expect(worksheet, $"step{step}.losses", torch.nn.functional.binary_cross_entropy_with_logits(logits, Tensors.Of(labels), reduction: torch.nn.Reduction.None).Numbers());
                Expect(worksheet, $"step{step}.loss", loss.ToDouble());
                Expect(worksheet, $"step{step}.gradient", weights.grad!.Numbers());
                Expect(worksheet, $"step{step}.biasGradient", bias.grad!.Numbers());
                optimiser.step();
                Expect(worksheet, $"step{step}.weights", weights.Numbers());
                Expect(worksheet, $"step{step}.bias", bias.Numbers());
            }
        }
    }

    /// <summary>From 0.</summary>
    private static long[] Targets(Random random, int examples, int classes) => [.. Enumerable.Range(0, examples).Select(_ => random.NextInt64(classes))];

    private static string FromOne(long[] targets) => $"[{string.Join(", ", targets.Select(target => target + 1))}]";

    /// <summary>Scores of a linear model, with a bias or without.</summary>
    private sealed class LinearModel
    {
        private readonly double[][] _weights;

        /// <param name="classes">1 where labels are ±1.</param>
        public LinearModel(Random random, int examples, int classes)
        {
            var (features, biased) = (random.Next(1, 4), random.Next(2) == 0);
            var (inputs, bias) = (random.Matrix(examples, features), random.Vector(Math.Max(1, classes)));
            _weights = random.Matrix(Math.Max(1, classes), features);
            Scores = Tensors.Of(inputs).matmul(Tensors.Of(_weights).t());
            Scores = biased ? Scores + Tensors.Of(bias) : Scores;
            Text = $"\"inputs\": {Json(inputs)}, \"weights\": {(classes == 1 ? Json(_weights[0]) : Json(_weights))}{(biased ? $", \"bias\": {Json(bias)}" : "")}";
        }

        public string Text { get; }

        public torch.Tensor Scores { get; }

        public double SquaredWeights => Tensors.Of(_weights).square().sum().ToDouble();
    }
}
