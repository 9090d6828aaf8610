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
            var scores = Tensors.Of(q).matmul(Tensors.Of(k).t()) / Math.Sqrt(width);
            var seen = causal ? scores.masked_fill(torch.ones(queries, keys).triu(1).to_type(torch.ScalarType.Bool), double.NegativeInfinity) : scores;
            Expect(worksheet, "scores", scores.Numbers());
            Expect(worksheet, "weights", seen.softmax(1).Numbers());
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
            {
                Expect(worksheet, $"layer{layer + 1}.newW", parameters[layer].Weights.Numbers());
                Expect(worksheet, $"layer{layer + 1}.newb", parameters[layer].Bias.Numbers());
            }
        }
    }
}
