using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>Steps by libtorch's cells, parameters by counting those of its modules.</summary>
internal static class RecurrentOpinion
{
    public static void ComputeRnn(Given given, Figures figures)
    {
        if (given.Has("inputs"))
            RnnSteps(given, figures);
        else
            AddSizes(given, figures, gates: 1);
    }

    public static void ComputeLstm(Given given, Figures figures)
    {
        if (given.Has("inputs"))
            LstmSteps(given, figures);
        else
            AddSizes(given, figures, gates: 4);
    }

    private static void RnnSteps(Given given, Figures figures)
    {
        using var constant = torch.no_grad();
        var (inputs, w, u) = (given.Rows("inputs"), given.Rows("inputWeights"), given.Rows("hiddenWeights"));
        var (units, width, activation) = (w.shape[0], w.shape[1], given.Text("activation", "tanh"));
        var cell = torch.nn.RNNCell(width, units, activation == "relu" ? torch.nn.NonLinearities.ReLU : torch.nn.NonLinearities.Tanh, dtype: torch.float64);
        cell.weight_ih!.copy_(w);
        cell.weight_hh!.copy_(u);
        cell.bias_ih!.copy_(Optional(given, "bias", units));
        cell.bias_hh!.zero_();
        figures.Add("W", w);
        figures.Add("U", u);
        if (given.Has("bias"))
            figures.Add("b", given.Vector("bias"));
        var hidden = Optional(given, "start", units);
        figures.Add("start.h", hidden);
        var output = given.Has("outputWeights") ? given.Rows("outputWeights") : null;
        var outputBias = output is not null && given.Has("outputBias") ? given.Vector("outputBias") : null;
        if (output is not null)
            figures.Add("V", output);
        if (outputBias is not null)
            figures.Add("c", outputBias);
        for (var step = 1; step <= inputs.shape[0]; step++)
        {
            var input = inputs[step - 1];
            var sum = torch.nn.functional.linear(torch.cat([input, hidden]), torch.cat([w, u], 1), cell.bias_ih);
            // Where there is no cell with the activation, the formula stands for it.
            hidden = activation switch { "sigmoid" => sum.sigmoid(), "identity" => sum, _ => cell.forward(input.unsqueeze(0), hidden.unsqueeze(0)).squeeze(0) };
            figures.Add($"step{step}.x", input);
            figures.Add($"step{step}.z", sum);
            figures.Add($"step{step}.h", hidden);
            if (output is null)
                continue;
            var scores = torch.nn.functional.linear(hidden, output, outputBias);
            figures.Add($"step{step}.s", scores);
            figures.Add($"step{step}.y", given.Text("outputActivation", "identity") switch { "sigmoid" => scores.sigmoid(), "softmax" => scores.softmax(0), _ => scores });
        }

        AddCounts(figures, gates: 1, width, units, given.Whole("biases", given.Has("bias") ? 1 : 0), 1, output?.shape[0] ?? 0, outputBias is not null);
    }

    private static void LstmSteps(Given given, Figures figures)
    {
        using var constant = torch.no_grad();
        var inputs = given.Rows("inputs");
        // The rows of a cell's weights are those of i, f, g and o.
        (string Key, string Name)[] keys = [("input", "i"), ("forget", "f"), ("candidate", "g"), ("output", "o")];
        var gates = keys.Select(key => given.Object(key.Key)).ToList();
        var (units, width) = (gates[0].Rows("inputWeights").shape[0], inputs.shape[1]);
        var lstm = torch.nn.LSTMCell(width, units, dtype: torch.float64);
        lstm.weight_ih!.copy_(torch.cat([.. gates.Select(gate => gate.Rows("inputWeights"))]));
        lstm.weight_hh!.copy_(torch.cat([.. gates.Select(gate => gate.Rows("hiddenWeights"))]));
        lstm.bias_ih!.copy_(torch.cat([.. gates.Select(gate => Optional(gate, "bias", units))]));
        lstm.bias_hh!.zero_();
        foreach (var (gate, (_, name)) in gates.Zip(keys))
        {
            figures.Add($"{name}.W", gate.Rows("inputWeights"));
            figures.Add($"{name}.U", gate.Rows("hiddenWeights"));
            if (gate.Has("bias"))
                figures.Add($"{name}.b", gate.Vector("bias"));
        }

        var (hidden, cell) = (Optional(given, "startHidden", units).unsqueeze(0), Optional(given, "startCell", units).unsqueeze(0));
        figures.Add("start.h", hidden.squeeze(0));
        figures.Add("start.c", cell.squeeze(0));
        for (var step = 1; step <= inputs.shape[0]; step++)
        {
            var input = inputs[step - 1].unsqueeze(0);
            var sums = torch.nn.functional.linear(torch.cat([input, hidden], 1), torch.cat([lstm.weight_ih!, lstm.weight_hh!], 1), lstm.bias_ih).squeeze(0);
            (hidden, cell) = lstm.forward(input, (hidden, cell));
            figures.Add($"step{step}.x", input.squeeze(0));
            for (var gate = 0; gate < keys.Length; gate++)
            {
                var (name, sum) = (keys[gate].Name, sums.narrow(0, gate * units, units));
                figures.Add($"step{step}.{name}.z", sum);
                figures.Add($"step{step}.{name}", name == "g" ? sum.tanh() : sum.sigmoid());
            }

            figures.Add($"step{step}.c", cell.squeeze(0));
            figures.Add($"step{step}.h", hidden.squeeze(0));
        }

        AddCounts(figures, gates: 4, width, units, given.Whole("biases", gates.Exists(gate => gate.Has("bias")) ? 1 : 0), 1, 0, false);
    }

    private static void AddSizes(Given given, Figures figures, int gates) =>
        AddCounts(figures, gates, given.Whole("inputSize"), given.Whole("hiddenSize"), given.Whole("biases", 1), given.Whole("layers", 1), given.Whole("outputSize"), given.Has("outputSize"));

    /// <summary>A module of libtorch has two bias vectors a gate, or none; where one is counted, the second stays out.</summary>
    private static void AddCounts(Figures figures, int gates, long width, long units, int biases, int layers, long outputs, bool outputBias)
    {
        figures.Add("inputSize", width);
        figures.Add("hiddenSize", units);
        figures.Add("biases", biases);
        using torch.nn.Module module = gates == 1 ? torch.nn.RNN(width, units, layers, bias: biases > 0) : torch.nn.LSTM(width, units, layers, bias: biases > 0);
        var total = 0L;
        for (var layer = 1; layer <= layers; layer++)
        {
            var counted = module.named_parameters().Where(pair => pair.name.EndsWith($"_l{layer - 1}", StringComparison.Ordinal) && (biases == 2 || !pair.name.StartsWith("bias_hh", StringComparison.Ordinal))).Sum(pair => pair.parameter.numel());
            figures.Add($"layer{layer}.parameters", counted);
            total += counted;
        }

        if (outputs > 0)
        {
            var counted = Modules.Count(torch.nn.Linear(units, outputs, outputBias));
            figures.Add("outputSize", outputs);
            figures.Add("output.parameters", counted);
            total += counted;
        }

        figures.Add("parameters", total);
    }

    private static Tensor Optional(Given given, string key, long length) => given.Has(key) ? given.Vector(key) : torch.zeros(length, torch.float64);
}
