using Grader.Mathematics;
using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.Softmax;

/// <summary>Softmax of a vector of logits, its cross-entropy against one class in natural logarithms, and the gradient with respect to the logits.</summary>
internal sealed class SoftmaxEngine : IEngine
{
    private static readonly CaseShape Shape = new("softmax-cross-entropy", "Softmax, cross-entropy against one class, and the gradient by the logits.", [
        new("name", true, """{ "const": "softmax-cross-entropy" }""", "The engine."),
        new("logits", true, CaseValues.Table, "One logit a class."),
        new("target", true, InputCount, "Number of the right class, from 1."),
    ]);

    public CaseShape Inputs => Shape;

    public Sequence<CaseShape> Objects => [];

    public void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet)
    {
        if (inputs.Node("logits") is not { } node || tables.ReadVector(node) is not { } logits)
            return;
        var target = inputs.Integer("target", 1, 1);
        if (target > logits.Length)
        {
            inputs.Problems.Add(inputs.PlaceOf("target"), $"\"target\" is {target}, and there are {logits.Length} classes.", "Classes are counted from 1.");
            return;
        }

        worksheet.Add("logits", TableReader.Column(logits), "logits");
        worksheet.Add("target", TableReader.Column(Enumerable.Range(1, logits.Length).Select(index => TableReader.Literal(index == target ? 1 : 0))), "the right class, one-hot");
        worksheet.Add("exponentials", "exp(logits)", "exponentials of the logits");
        worksheet.Add("normalizer", "sum(exponentials)", "sum of the exponentials");
        worksheet.Add("probabilities", "exponentials/normalizer", "softmax of the logits");
        var right = EntryNames.Of("probabilities", target);
        worksheet.Add("loss", $"-ln({right})", "cross-entropy");
        worksheet.Add("gradient", "probabilities - target", "gradient of the loss by the logits");

        worksheet.Mistake("exponential-left-out", "Divided the logits themselves by their sum, without the exponential.").At("", ("probabilities", "logits/sum(logits)"));
        worksheet.Mistake("binary-logarithm", "Took the logarithm to base 2 instead of the natural one.").At("", ("loss", $"-log2({right})"));
        worksheet.Mistake("decimal-logarithm", "Took the logarithm to base 10 instead of the natural one.").At("", ("loss", $"-log10({right})"));
        worksheet.Mistake("minus-left-out", "Left out the minus before the logarithm.").At("", ("loss", $"ln({right})"));
        worksheet.Mistake("all-classes-summed", "Summed the logarithms over all classes instead of taking that of the right one.").At("", ("loss", "-sum(ln(probabilities))"));
        worksheet.Mistake("target-not-subtracted", "Gave the probabilities; the gradient takes 1 from that of the right class.").At("", ("gradient", "probabilities"));
        worksheet.Mistake("gradient-reversed", "Gave the gradient with the opposite sign.").At("", ("gradient", "target - probabilities"));
    }
}
