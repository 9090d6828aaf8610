using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;
using Grader.Reference.Engines.Recurrent;

namespace Grader.Reference.Engines.Rnn;

/// <summary>The time steps: <c>step2.z</c> is the weighted sum and <c>step2.h</c> the hidden state of step 2.</summary>
internal sealed class RnnSteps(WorksheetBuilder worksheet, Matrix inputs, string activation, bool hasBias)
{
    private readonly MistakeBuilder _hidden = worksheet.Mistake("hidden-state-left-out", "Left out the hidden state of the step before.");
    private readonly MistakeBuilder _weights = worksheet.Mistake("hidden-weights-left-out", "Added the hidden state of the step before without its weights.");
    private readonly MistakeBuilder _reset = worksheet.Mistake("state-reset", "Started each step from the state at the start instead of the step before.");
    private readonly MistakeBuilder _stale = worksheet.Mistake("input-not-advanced", "Took the input of the step before.");
    private readonly MistakeBuilder _bias = worksheet.Mistake("bias-left-out", "Left out the bias.");
    private readonly MistakeBuilder _activation = worksheet.Mistake("activation-left-out", "Left out the activation function.");
    private readonly MistakeBuilder _other = worksheet.Mistake("other-activation", activation == "sigmoid" ? "Took tanh for the sigmoid function." : "Took the sigmoid function for tanh.");
    private readonly MistakeBuilder _swapped = worksheet.Mistake("weights-swapped", "Multiplied the input by the weights of the hidden state, and the reverse.");
    private readonly MistakeBuilder _hiddenTransposed = worksheet.Mistake("hidden-weights-transposed", "Multiplied the hidden state by the transpose of its weights.");
    private readonly MistakeBuilder _inputTransposed = worksheet.Mistake("input-weights-transposed", "Multiplied the input by the transpose of its weights.");

    public void Add(Matrix inputWeights, Matrix hiddenWeights, ImmutableArray<Expression>? bias, ImmutableArray<Expression> start)
    {
        worksheet.Add("W", inputWeights, "weights from the input");
        worksheet.Add("U", hiddenWeights, "weights from the hidden state");
        if (bias is { } given)
            worksheet.Add("b", TableReader.Column(given), "bias");
        worksheet.Add("start.h", TableReader.Column(start), "hidden state at the start");
        for (var step = 1; step <= inputs.RowCount; step++)
            AddStep(step, inputWeights, !RecurrentShapes.AreZero(start));
    }

    private void AddStep(int step, Matrix inputWeights, bool started)
    {
        var (at, before) = ($"step{step}", step == 1 ? "start" : $"step{step - 1}");
        var (x, h, z) = ($"{at}.x", $"{before}.h", $"{at}.z");
        worksheet.Add(x, RecurrentShapes.Step(inputs, step), $"input of step {step}");
        worksheet.Add(z, Sum($"W*{x}", $"U*{h}"), $"weighted sum of step {step}");
        worksheet.Add($"{at}.h", Activate(activation), $"hidden state after step {step}");

        var square = inputWeights.RowCount > 1 && inputWeights.RowCount == inputWeights.ColumnCount;
        if (hasBias)
            _bias.At(at, (z, $"W*{x} + U*{h}"));
        if (activation != "identity")
            _activation.At(at, ($"{at}.h", z));
        if (activation is "tanh" or "sigmoid")
            _other.At(at, ($"{at}.h", Activate(activation == "tanh" ? "sigmoid" : "tanh")));
        if (square)
            _inputTransposed.At(at, (z, Sum($"transpose(W)*{x}", $"U*{h}")));
        if (inputWeights.RowCount == inputWeights.ColumnCount)
            _swapped.At(at, (z, Sum($"U*{x}", $"W*{h}")));
        if (step > 1)
        {
            _stale.At(at, (z, Sum($"W*{before}.x", $"U*{h}")));
            if (started)
                _reset.At(at, (z, Sum($"W*{x}", "U*start.h")));
        }

        if (step == 1 && !started)
            return;
        _hidden.At(at, (z, Sum($"W*{x}", null)));
        _weights.At(at, (z, Sum($"W*{x}", h)));
        if (inputWeights.RowCount > 1)
            _hiddenTransposed.At(at, (z, Sum($"W*{x}", $"transpose(U)*{h}")));

        string Activate(string function) => function == "identity" ? z : $"{function}({z})";
    }

    private string Sum(string ofInput, string? ofState) => string.Join(" + ", new[] { ofInput, ofState, hasBias ? "b" : null }.OfType<string>());
}
