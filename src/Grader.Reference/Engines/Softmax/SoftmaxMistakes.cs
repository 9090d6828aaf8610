namespace Grader.Reference.Engines.Softmax;

/// <summary>What goes wrong in softmax, cross-entropy and its gradient.</summary>
internal static class SoftmaxMistakes
{
    public static void AddTo(WorksheetBuilder worksheet, SoftmaxFormulas formulas)
    {
        AddProbabilities(worksheet, formulas);
        AddLoss(worksheet, formulas);
        AddGradient(worksheet, formulas);
    }

    private static void AddProbabilities(WorksheetBuilder worksheet, SoftmaxFormulas formulas)
    {
        worksheet.Mistake("exponential-left-out", "Divided the logits themselves by their sum, without the exponential.").At("", ("probabilities", $"logits/{formulas.SumOf("logits")}"));
        worksheet.Mistake("not-normalized", "Gave the exponentials without dividing them by their sum.").At("", ("probabilities", "exponentials"));
        if (formulas.Several)
            worksheet.Mistake("normalized-over-examples", "Divided by the sum over the examples; the probabilities of an example sum to 1.").At("", ("probabilities", "exponentials/sum(exponentials, 1)"));
    }

    private static void AddLoss(WorksheetBuilder worksheet, SoftmaxFormulas formulas)
    {
        if (formulas.Binary)
            worksheet.Mistake("natural-logarithm", "Took the natural logarithm instead of the one to base 2.").At("", (formulas.Losses, formulas.Loss(right => $"-ln({right})")));
        else
            worksheet.Mistake("binary-logarithm", "Took the logarithm to base 2 instead of the natural one.").At("", (formulas.Losses, formulas.Loss(right => $"-log2({right})")));
        worksheet.Mistake("decimal-logarithm", $"Took the logarithm to base 10 instead of the {(formulas.Binary ? "one to base 2" : "natural one")}.").At("", (formulas.Losses, formulas.Loss(right => $"-log10({right})")));
        worksheet.Mistake("minus-left-out", "Left out the minus before the logarithm.").At("", (formulas.Losses, formulas.Loss(right => formulas.Logarithm(right)[1..])));
        worksheet.Mistake("logarithm-left-out", "Gave the probability of the right class without its logarithm.").At("", (formulas.Losses, formulas.Loss(right => right)));
        worksheet.Mistake("all-classes-summed", "Summed the logarithms over all classes instead of taking that of the right one.")
            .At("", (formulas.Losses, formulas.PerExample(example => string.Join(" ", formulas.Row("probabilities", example).Select(formulas.Logarithm)).Replace(" -", " - ", StringComparison.Ordinal))));
        worksheet.Mistake("largest-for-target", "Took the class with the largest logit for the right one.").At(
            "",
            (formulas.OneHot, formulas.PerEntry((example, at) => $"if({formulas.Entry("logits", example, at)} >= max({Commas("logits", example)}), 1, 0)")),
            (formulas.Losses, formulas.PerExample(example => formulas.Logarithm($"max({Commas("probabilities", example)})"))));

        string Commas(string array, int example) => string.Join(", ", formulas.Row(array, example));
    }

    private static void AddGradient(WorksheetBuilder worksheet, SoftmaxFormulas formulas)
    {
        if (formulas.Several)
        {
            var (id, say) = formulas.Averaged ? ("sum-for-mean", "Summed over the examples instead of averaging.") : ("mean-for-sum", "Averaged over the examples instead of summing.");
            worksheet.Mistake(id, say)
                .At("loss", ("loss", SoftmaxFormulas.Total(!formulas.Averaged)))
                .At("gradient", ("gradient", formulas.Gradient($"probabilities - {formulas.OneHot}", !formulas.Averaged, formulas.Binary)));
        }

        if (formulas.Binary)
            worksheet.Mistake("base-not-differentiated", "Left out the factor 1/ln 2 that the logarithm to base 2 gives the gradient.").At("", ("gradient", formulas.Gradient($"probabilities - {formulas.OneHot}", formulas.Averaged, false)));
        worksheet.Mistake("target-not-subtracted", "Gave the probabilities; the gradient takes 1 from that of the right class.").At("", ("gradient", formulas.Gradient("probabilities")));
        worksheet.Mistake("gradient-reversed", "Gave the gradient with the opposite sign.").At("", ("gradient", formulas.Gradient($"{formulas.OneHot} - probabilities")));
    }
}
