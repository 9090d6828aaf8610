using Grader.Reference.Tests;
using Grader.Reference.Tests.Engines;
using TorchSharp;
using TorchSharp.Modules;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class NetworkTests
{
    private const int Configurations = 200;

    [Test]
    public void Softmax_and_cross_entropy_agree()
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
    public void Attention_agrees()
    {
        var random = new Random(106);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (queries, keys, width, depth, causal) = (random.Next(1, 5), random.Next(1, 5), random.Next(1, 5), random.Next(1, 4), random.Next(2) == 0);
            var (q, k, v) = (random.Matrix(queries, width), random.Matrix(keys, width), random.Matrix(keys, depth));
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "attention", "queries": {{Json(q)}}, "keys": {{Json(k)}}, "values": {{Json(v)}}, "causal": {{(causal ? "true" : "false")}} }""");
            var output = torch.nn.functional.scaled_dot_product_attention(Tensors.Of(q).unsqueeze(0), Tensors.Of(k).unsqueeze(0), Tensors.Of(v).unsqueeze(0), is_casual: causal);
            Expect(worksheet, "output", output.Numbers());
        }
    }

    /// <summary>Losses and gradients by autograd, a step by its optimiser.</summary>
    [Test]
    public void A_dense_network_agrees()
    {
        var random = new Random(107);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var input = random.Vector(random.Next(1, 4));
            var half = random.Next(2) == 0;
            var texts = new List<string>();
            var parameters = new List<(Parameter Weights, Parameter Bias)>();
            var activations = Tensors.Of(input);
            var width = input.Length;
            for (var layer = 0; layer < random.Next(1, 4); layer++)
            {
                var units = random.Next(1, 4);
                // Away from the kink of relu, where two derivatives are right.
                var (weights, bias) = (random.Matrix(units, width), random.Vector(units).Select(value => value + 0.013).ToArray());
                var activation = random.GetItems(["identity", "sigmoid", "tanh", "relu"], 1)[0];
                texts.Add($$"""{ "weights": {{Json(weights)}}, "bias": {{Json(bias)}}, "activation": "{{activation}}" }""");
                parameters.Add((torch.nn.Parameter(Tensors.Of(weights)), torch.nn.Parameter(Tensors.Of(bias))));
                var sums = parameters[^1].Weights.matmul(activations) + parameters[^1].Bias;
                activations = activation switch { "sigmoid" => sums.sigmoid(), "tanh" => sums.tanh(), "relu" => sums.relu(), _ => sums };
                width = units;
            }

            var target = random.Vector(width);
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "dense-network", "input": {{Json(input)}}, "layers": [ {{string.Join(", ", texts)}} ], "target": {{Json(target)}}, "loss": "{{(half ? "half-squared-error" : "squared-error")}}", "rate": 0.5 }""");
            var loss = (activations - Tensors.Of(target)).square().sum() / (half ? 2 : 1);
            loss.backward();
            Expect(worksheet, "loss", loss.ToDouble());
            for (var layer = 0; layer < parameters.Count; layer++)
            {
                Expect(worksheet, $"layer{layer + 1}.dW", parameters[layer].Weights.grad!.Numbers());
                Expect(worksheet, $"layer{layer + 1}.db", parameters[layer].Bias.grad!.Numbers());
            }

            var optimiser = torch.optim.SGD(parameters.SelectMany(pair => new[] { pair.Weights, pair.Bias }), 0.5);
            optimiser.step();
            for (var layer = 0; layer < parameters.Count; layer++)
                Expect(worksheet, $"layer{layer + 1}.newW", parameters[layer].Weights.Numbers());
        }
    }

    /// <summary>A quadratic of two variables, descended by each optimiser.</summary>
    [Test]
    public void Gradient_descent_agrees([Values("plain", "momentum", "adam")] string method)
    {
        var random = new Random(108);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (a, b, c, steps) = (random.Next(1, 5), random.Next(1, 5), random.Next(-3, 4), random.Next(1, 6));
            var start = random.Vector(2);
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "gradient-descent", "method": "{{method}}", "rate": 0.05, "steps": {{steps}},
                  "variables": [ { "name": "x", "start": {{start[0]}}, "derivative": "2*{{a}}*x + ({{c}})*y" }, { "name": "y", "start": {{start[1]}}, "derivative": "2*{{b}}*y + ({{c}})*x" } ] }
                """);
            var point = torch.nn.Parameter(Tensors.Of(start));
            torch.optim.Optimizer optimiser = method switch
            {
                "adam" => torch.optim.Adam([point], 0.05),
                "momentum" => torch.optim.SGD([point], 0.05, momentum: 0.9),
                _ => torch.optim.SGD([point], 0.05),
            };
            for (var step = 1; step <= steps; step++)
            {
                optimiser.zero_grad();
                (a * point[0].square() + b * point[1].square() + c * point[0] * point[1]).backward();
                optimiser.step();
                var reached = point.Numbers();
                Expect(worksheet, $"step{step}.x", reached[0]);
                Expect(worksheet, $"step{step}.y", reached[1]);
            }
        }
    }
}
