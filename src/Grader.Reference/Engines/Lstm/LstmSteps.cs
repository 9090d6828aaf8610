using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;
using Grader.Reference.Engines.Recurrent;

namespace Grader.Reference.Engines.Lstm;

/// <summary>The steps: <c>step1.i.z</c> is the weighted sum of the input gate in step 1, <c>step1.i</c> the gate; <c>step1.c</c> and <c>step1.h</c> the states after it.</summary>
internal sealed class LstmSteps(WorksheetBuilder worksheet, Matrix inputs, LstmGate[] gates)
{
    private readonly MistakeBuilder _bias = worksheet.Mistake("bias-left-out", "Left out the biases.");
    private readonly MistakeBuilder _hidden = worksheet.Mistake("hidden-state-left-out", "Left out the hidden state of the step before in the gates.");
    private readonly MistakeBuilder _cellForHidden = worksheet.Mistake("cell-for-hidden-state", "Took the cell state for the hidden state in the gates.");
    private readonly MistakeBuilder _tanhForGates = worksheet.Mistake("tanh-for-sigmoid", "Took tanh for the sigmoid function in the gates.");
    private readonly MistakeBuilder _sigmoidForCandidate = worksheet.Mistake("sigmoid-for-tanh", "Took the sigmoid function for the candidate; it goes through tanh.");
    private readonly MistakeBuilder _notKept = worksheet.Mistake("cell-state-not-kept", "Left out the cell state of the step before.");
    private readonly MistakeBuilder _forget = worksheet.Mistake("forget-gate-left-out", "Added the cell state of the step before without the forget gate.");
    private readonly MistakeBuilder _input = worksheet.Mistake("input-gate-left-out", "Added the candidate without the input gate.");
    private readonly MistakeBuilder _swapped = worksheet.Mistake("input-and-forget-swapped", "Swapped the input gate and the forget gate.");
    private readonly MistakeBuilder _tanh = worksheet.Mistake("tanh-left-out", "Multiplied the output gate by the cell state itself, without tanh.");
    private readonly MistakeBuilder _output = worksheet.Mistake("output-gate-left-out", "Left out the output gate.");
    private readonly MistakeBuilder _oldCell = worksheet.Mistake("old-cell-state", "Took the cell state of the step before for the hidden state.");

    public void Add(ImmutableArray<Expression> hidden, ImmutableArray<Expression> cell)
    {
        foreach (var gate in gates)
        {
            worksheet.Add($"{gate.Name}.W", gate.InputWeights, $"weights of the {gate.Say} from the input");
            worksheet.Add($"{gate.Name}.U", gate.HiddenWeights, $"weights of the {gate.Say} from the hidden state");
            if (gate.Bias is { } bias)
                worksheet.Add($"{gate.Name}.b", TableReader.Column(bias), $"bias of the {gate.Say}");
        }

        worksheet.Add("start.h", TableReader.Column(hidden), "hidden state at the start");
        worksheet.Add("start.c", TableReader.Column(cell), "cell state at the start");
        for (var step = 1; step <= inputs.RowCount; step++)
        {
            AddStep(step);
            AddMistakes(step, step > 1 || !RecurrentShapes.AreZero(hidden), step > 1 || !RecurrentShapes.AreZero(cell));
        }
    }

    private void AddStep(int step)
    {
        var (at, before) = (At(step), At(step - 1));
        worksheet.Add($"{at}.x", RecurrentShapes.Step(inputs, step), $"input of step {step}");
        foreach (var gate in gates)
        {
            worksheet.Add(Sum(at, gate), gate.Sum($"{at}.x", $"{before}.h"), $"weighted sum of the {gate.Say} in step {step}");
            worksheet.Add($"{at}.{gate.Name}", gate.Activate(Sum(at, gate)), $"{gate.Say} in step {step}");
        }

        worksheet.Add($"{at}.c", $"hadamard({at}.f, {before}.c) + hadamard({at}.i, {at}.g)", $"cell state after step {step}");
        worksheet.Add($"{at}.h", $"hadamard({at}.o, tanh({at}.c))", $"hidden state after step {step}");
    }

    private void AddMistakes(int step, bool hasHidden, bool hasCell)
    {
        var (at, before) = (At(step), At(step - 1));
        if (Array.Exists(gates, gate => gate.Bias is not null))
            _bias.At(at, EachSum(gate => gate.Sum($"{at}.x", $"{before}.h", bias: false)));
        if (hasHidden)
            _hidden.At(at, EachSum(gate => gate.Sum($"{at}.x", null)));
        if (hasCell)
            _cellForHidden.At(at, EachSum(gate => gate.Sum($"{at}.x", $"{before}.c")));
        _tanhForGates.At(at, [.. gates.Where(gate => !gate.IsCandidate).Select(gate => ($"{at}.{gate.Name}", $"tanh({Sum(at, gate)})"))]);
        _sigmoidForCandidate.At(at, ($"{at}.g", $"sigmoid({at}.g.z)"));
        _input.At(at, ($"{at}.c", $"hadamard({at}.f, {before}.c) + {at}.g"));
        _swapped.At(at, ($"{at}.c", $"hadamard({at}.i, {before}.c) + hadamard({at}.f, {at}.g)"));
        _tanh.At(at, ($"{at}.h", $"hadamard({at}.o, {at}.c)"));
        _output.At(at, ($"{at}.h", $"tanh({at}.c)"));
        _oldCell.At(at, ($"{at}.h", $"hadamard({at}.o, tanh({before}.c))"));
        if (!hasCell)
            return;
        _notKept.At(at, ($"{at}.c", $"hadamard({at}.i, {at}.g)"));
        _forget.At(at, ($"{at}.c", $"{before}.c + hadamard({at}.i, {at}.g)"));

        (string, string)[] EachSum(Func<LstmGate, string> formula) => [.. gates.Select(gate => (Sum(at, gate), formula(gate)))];
    }

    private static string Sum(string at, LstmGate gate) => $"{at}.{gate.Name}.z";

    private static string At(int step) => step == 0 ? "start" : $"step{step}";
}
