using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.Rnn;

/// <summary>The output of each step: <c>step2.y</c>, from the hidden state after it.</summary>
internal sealed class RnnOutputs(WorksheetBuilder worksheet, int steps, string activation, bool hasBias)
{
    public void Add(Matrix weights, ImmutableArray<Expression>? bias)
    {
        worksheet.Add("V", weights, "weights of the outputs");
        if (bias is { } given)
            worksheet.Add("c", TableReader.Column(given), "bias of the outputs");
        var biasLeftOut = worksheet.Mistake("output-bias-left-out", "Left out the bias of the outputs.");
        var activationLeftOut = worksheet.Mistake("output-activation-left-out", "Left out the activation function of the outputs.");
        var early = worksheet.Mistake("output-from-state-before", "Computed the output from the hidden state before the step.");
        for (var step = 1; step <= steps; step++)
        {
            var (at, before) = ($"step{step}", step == 1 ? "start" : $"step{step - 1}");
            worksheet.Add($"{at}.s", Sum($"{at}.h"), $"weighted sum of the outputs of step {step}");
            worksheet.Add($"{at}.y", Activate($"{at}.s"), $"output of step {step}");
            if (hasBias)
                biasLeftOut.At(at, ($"{at}.s", $"V*{at}.h"));
            if (activation != "identity")
                activationLeftOut.At(at, ($"{at}.y", $"{at}.s"));
            early.At(at, ($"{at}.s", Sum($"{before}.h")));
        }
    }

    private string Sum(string state) => $"V*{state}{(hasBias ? " + c" : "")}";

    private string Activate(string sum) => activation switch
    {
        "softmax" => $"exp({sum})/sum(exp({sum}))",
        "sigmoid" => $"sigmoid({sum})",
        _ => sum,
    };
}
