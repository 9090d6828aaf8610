namespace Grader.Reference.Engines.LogisticRegression;

/// <summary>Quantities and mistakes of the steps.</summary>
/// <param name="positive">Of each example, whether its label is 1.</param>
internal sealed class LogisticSteps(WorksheetBuilder worksheet, bool[] positive, bool hasRate)
{
    private readonly MistakeBuilder _bias = worksheet.Mistake("bias-left-out", "Left out the bias.");
    private readonly MistakeBuilder _stale = worksheet.Mistake("weights-not-updated", "Computed with the weights of the step before.");
    private readonly MistakeBuilder _sigmoid = worksheet.Mistake("sigmoid-left-out", "Took the logits for probabilities, without the sigmoid.");
    private readonly MistakeBuilder _exponent = worksheet.Mistake("exponent-sign-reversed", "Took the exponential of z instead of that of -z in the sigmoid.");
    private readonly MistakeBuilder _binary = worksheet.Mistake("binary-logarithm", "Took the logarithm to base 2 instead of the natural one.");
    private readonly MistakeBuilder _minus = worksheet.Mistake("minus-left-out", "Left out the minus before the logarithms.");
    private readonly MistakeBuilder _negatives = worksheet.Mistake("negatives-left-out", "Left the examples with label 0 out of the loss.");
    private readonly MistakeBuilder _lossSum = worksheet.Mistake("loss-not-averaged", "Gave the sum of the examples' losses, not their mean.");
    private readonly MistakeBuilder _errors = worksheet.Mistake("errors-reversed", "Took the label minus the probability: the gradient has the opposite sign.");
    private readonly MistakeBuilder _derivative = worksheet.Mistake("sigmoid-derivative-kept", "Multiplied by p(1 - p), as for squared errors; with cross-entropy this factor cancels.");
    private readonly MistakeBuilder _gradientSum = worksheet.Mistake("gradient-not-averaged", "Summed the gradient over the examples, without dividing by their number.");
    private readonly MistakeBuilder _ascent = worksheet.Mistake("gradient-ascent", "Added the gradient; descent subtracts it.");
    private readonly MistakeBuilder _rate = worksheet.Mistake("rate-left-out", "Left out the learning rate.");
    private readonly MistakeBuilder _biasKept = worksheet.Mistake("bias-not-updated", "Did not change the bias.");

    /// <param name="hasBias">Whether leaving out the bias before this step changes anything.</param>
    public void Add(int step, bool hasBias)
    {
        var (at, before, say) = ($"step{step}", Before(step), $"in step {step}");
        var (logits, p, losses, errors) = ($"{at}.logits", $"{at}.probabilities", $"{at}.losses", $"{at}.errors");
        worksheet.Add(logits, $"inputs*{before}.weights + {before}.bias", $"logits {say}");
        worksheet.Add(p, $"sigmoid({logits})", $"probabilities of label 1 {say}");
        worksheet.Add(losses, Losses(p, "ln"), $"cross-entropy of each example {say}");
        worksheet.Add($"{at}.loss", $"mean({losses})", $"mean cross-entropy {say}");
        worksheet.Add(errors, $"{p} - labels", $"probabilities minus labels {say}");
        worksheet.Add($"{at}.gradient", $"transpose(inputs)*{errors}/{positive.Length}", $"gradient of the loss by the weights {say}");
        worksheet.Add($"{at}.biasGradient", $"mean({errors})", $"derivative of the loss by the bias {say}");
        worksheet.Add($"{at}.weights", $"{before}.weights - rate*{at}.gradient", $"weights after step {step}");
        worksheet.Add($"{at}.bias", $"{before}.bias - rate*{at}.biasGradient", $"bias after step {step}");

        if (hasBias)
            _bias.At(at, (logits, $"inputs*{before}.weights"));
        if (step > 1)
            _stale.At(at, (logits, $"inputs*{Before(step - 1)}.weights + {Before(step - 1)}.bias"));
        _sigmoid.At(at, (p, logits));
        _exponent.At(at, (p, $"sigmoid(-{logits})"));
        _binary.At(at, (losses, Losses(p, "log2")));
        _minus.At(at, ($"{at}.loss", $"-mean({losses})"));
        _lossSum.At(at, ($"{at}.loss", $"sum({losses})"));
        if (positive.Contains(value: false))
            _negatives.At(at, (losses, EntryFormulas.Column(positive.Length, example => positive[example - 1] ? Loss(p, example, "ln") : "0")));
        _errors.At(at, (errors, $"labels - {p}"));
        _derivative.At(at, (errors, $"hadamard({p} - labels, hadamard({p}, 1 - {p}))"));
        _gradientSum.At(at, ($"{at}.gradient", $"transpose(inputs)*{errors}"), ($"{at}.biasGradient", $"sum({errors})"));
        _ascent.At(at, ($"{at}.weights", $"{before}.weights + rate*{at}.gradient"), ($"{at}.bias", $"{before}.bias + rate*{at}.biasGradient"));
        if (hasRate)
            _rate.At(at, ($"{at}.weights", $"{before}.weights - {at}.gradient"), ($"{at}.bias", $"{before}.bias - {at}.biasGradient"));
        _biasKept.At(at, ($"{at}.bias", $"{before}.bias"));
    }

    private Mathematics.Matrix Losses(string p, string logarithm) => EntryFormulas.Column(positive.Length, example => Loss(p, example, logarithm));

    private string Loss(string p, int example, string logarithm) => positive[example - 1] ? $"-{logarithm}({EntryNames.Of(p, example)})" : $"-{logarithm}(1 - {EntryNames.Of(p, example)})";

    private static string Before(int step) => step == 1 ? "start" : $"step{step - 1}";
}
