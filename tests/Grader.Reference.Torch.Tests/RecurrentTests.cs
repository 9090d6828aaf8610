using Grader.Reference.Tests;
using Grader.Reference.Tests.Engines;
using TorchSharp;
using TorchSharp.Modules;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class RecurrentTests
{
    private const int Configurations = 200;

    /// <summary>A cell has two biases, whose sum is that of a case; where there is no cell with the activation, the formula stands for it.</summary>
    [Test]
    public void Recurrent_networks_agree([Values("tanh", "relu", "sigmoid", "identity")] string activation)
    {
        var random = new Random(130);
        for (var round = 0; round < Configurations / 2; round++)
        {
            using var scope = torch.NewDisposeScope();
            using var constant = torch.no_grad();
            var (steps, width, units, outputs) = (random.Next(1, 4), random.Next(1, 4), random.Next(1, 4), random.Next(1, 4));
            var (inputs, start) = (random.Matrix(steps, width), random.Vector(units));
            var (w, b, part) = (random.Matrix(units, width), random.Vector(units), random.Vector(units));
            // Small, for states that stay where an exponential is finite.
            var (u, v) = (Small(random.Matrix(units, units)), Small(random.Matrix(outputs, units)));
            var (c, outputActivation) = (random.Vector(outputs), random.GetItems(["identity", "sigmoid", "softmax"], 1)[0]);
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "rnn", "inputs": {{Json(inputs)}}, "inputWeights": {{Json(w)}}, "hiddenWeights": {{Json(u)}}, "bias": {{Json(b)}}, "start": {{Json(start)}}, "activation": "{{activation}}",
                  "outputWeights": {{Json(v)}}, "outputBias": {{Json(c)}}, "outputActivation": "{{outputActivation}}", "biases": 2 }
                """);
            var cell = torch.nn.RNNCell(width, units, activation == "relu" ? torch.nn.NonLinearities.ReLU : torch.nn.NonLinearities.Tanh, dtype: torch.float64);
            cell.weight_ih!.copy_(Tensors.Of(w));
            cell.weight_hh!.copy_(Tensors.Of(u));
            cell.bias_ih!.copy_(Tensors.Of(b) - Tensors.Of(part));
            cell.bias_hh!.copy_(Tensors.Of(part));
            var output = torch.nn.Linear(torch.nn.Parameter(Tensors.Of(v)), torch.nn.Parameter(Tensors.Of(c)));
            var hidden = Tensors.Of(start).unsqueeze(0);
            for (var step = 1; step <= steps; step++)
            {
                var input = Tensors.Of(inputs[step - 1]).unsqueeze(0);
                var sum = torch.nn.functional.linear(input, cell.weight_ih!, cell.bias_ih) + torch.nn.functional.linear(hidden, cell.weight_hh!, cell.bias_hh);
                hidden = activation switch { "sigmoid" => sum.sigmoid(), "identity" => sum, _ => cell.forward(input, hidden) };
                var scores = output.call(hidden);
                Expect(worksheet, $"step{step}.z", sum.Numbers());
                Expect(worksheet, $"step{step}.h", hidden.Numbers());
                Expect(worksheet, $"step{step}.y", (outputActivation switch { "sigmoid" => scores.sigmoid(), "softmax" => scores.softmax(1), _ => scores }).Numbers());
            }

            Expect(worksheet, "layer1.parameters", Count(cell));
            Expect(worksheet, "output.parameters", Count(output));
            Expect(worksheet, "parameters", Count(cell) + Count(output));
        }
    }

    /// <summary>The rows of a cell's weights are those of i, f, g and o.</summary>
    [Test]
    public void Lstm_cells_agree()
    {
        var random = new Random(131);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            using var constant = torch.no_grad();
            var (steps, width, units) = (random.Next(1, 4), random.Next(1, 4), random.Next(1, 4));
            var (inputs, startHidden, startCell) = (random.Matrix(steps, width), random.Vector(units), random.Vector(units));
            var (w, u, b) = (random.Matrix(4 * units, width), random.Matrix(4 * units, units), random.Vector(4 * units));
            // Without a bias, that of the gate is 0.
            var unbiased = random.Next(8);
            if (unbiased < 4)
                Array.Clear(b, unbiased * units, units);
            string[] keys = ["input", "forget", "candidate", "output"];
            var gates = keys.Select((key, gate) => $"\"{key}\": {{ \"inputWeights\": {Json(Of(w, gate))}, \"hiddenWeights\": {Json(Of(u, gate))}{(gate == unbiased ? "" : $", \"bias\": {Json(Of(b, gate))}")} }}");
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "lstm", "inputs": {{Json(inputs)}}, {{string.Join(", ", gates)}}, "startHidden": {{Json(startHidden)}}, "startCell": {{Json(startCell)}}, "biases": 2 }""");

            var lstm = torch.nn.LSTMCell(width, units, dtype: torch.float64);
            lstm.weight_ih!.copy_(Tensors.Of(w));
            lstm.weight_hh!.copy_(Tensors.Of(u));
            lstm.bias_ih!.copy_(Tensors.Of(b));
            lstm.bias_hh!.zero_();
            var (hidden, cell) = (Tensors.Of(startHidden).unsqueeze(0), Tensors.Of(startCell).unsqueeze(0));
            for (var step = 1; step <= steps; step++)
            {
                var input = Tensors.Of(inputs[step - 1]).unsqueeze(0);
                var sums = torch.nn.functional.linear(input, lstm.weight_ih!, lstm.bias_ih) + torch.nn.functional.linear(hidden, lstm.weight_hh!, lstm.bias_hh);
                (hidden, cell) = lstm.forward(input, (hidden, cell));
                foreach (var (name, gate) in new[] { ("i", 0), ("f", 1), ("g", 2), ("o", 3) })
                {
                    var sum = sums.narrow(1, gate * units, units);
                    Expect(worksheet, $"step{step}.{name}.z", sum.Numbers());
                    Expect(worksheet, $"step{step}.{name}", (name == "g" ? sum.tanh() : sum.sigmoid()).Numbers());
                }

                Expect(worksheet, $"step{step}.c", cell.Numbers());
                Expect(worksheet, $"step{step}.h", hidden.Numbers());
            }

            Expect(worksheet, "parameters", Count(lstm));

            T[] Of<T>(T[] rows, int gate) => rows[(gate * units)..((gate + 1) * units)];
        }
    }

    /// <summary>A module has two bias vectors a gate, or none.</summary>
    [Test]
    public void Parameters_are_those_of_stacked_modules([Values("rnn", "lstm")] string engine)
    {
        var random = new Random(132);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (input, hidden, layers, outputs, biases) = (random.Next(1, 20), random.Next(1, 20), random.Next(1, 5), random.Next(0, 6), random.Next(3));
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "{{engine}}", "inputSize": {{input}}, "hiddenSize": {{hidden}}, "layers": {{layers}}, {{(outputs > 0 ? $"\"outputSize\": {outputs}," : "")}} "biases": {{biases}} }""");
            torch.nn.Module module = engine == "rnn" ? torch.nn.RNN(input, hidden, layers, bias: biases > 0) : torch.nn.LSTM(input, hidden, layers, bias: biases > 0);
            var total = 0L;
            for (var layer = 1; layer <= layers; layer++)
            {
                var counted = module.named_parameters().Where(pair => pair.name.EndsWith($"_l{layer - 1}", StringComparison.Ordinal) && (biases == 2 || !pair.name.StartsWith("bias_hh", StringComparison.Ordinal))).Sum(pair => pair.parameter.numel());
                Expect(worksheet, $"layer{layer}.parameters", counted);
                total += counted;
            }

            Assert.That(worksheet.Has("output.parameters"), Is.EqualTo(outputs > 0));
            Expect(worksheet, "parameters", total + (outputs > 0 ? Count(torch.nn.Linear(hidden, outputs)) : 0));
        }
    }

    private static double[][] Small(double[][] matrix) => [.. matrix.Select(row => row.Select(value => value / 8).ToArray())];

    private static long Count(torch.nn.Module module) => module.parameters().Sum(parameter => parameter.numel());
}
