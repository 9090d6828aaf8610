using Grader.Mathematics;

namespace Grader.Reference.Engines.HingeLoss;

/// <summary>The loss over all examples, with its regularisation.</summary>
internal sealed class HingeTotal(WorksheetBuilder worksheet, HingeFormulas formulas, bool mean)
{
    public void Add(Rational? lambda, bool half, bool bias)
    {
        worksheet.Add("dataLoss", DataLoss(mean), mean ? "mean loss" : "sum of the losses");
        if (formulas.Examples > 1)
        {
            worksheet.Mistake(mean ? "sum-for-mean" : "mean-for-sum", mean ? "Summed over the examples instead of averaging." : "Averaged over the examples instead of summing.")
                .At("loss", ("dataLoss", DataLoss(!mean)))
                .At("gradient", ("gradient", formulas.Gradient(!mean)));
        }

        if (lambda is not { } strength)
        {
            worksheet.Add("loss", "dataLoss", "loss");
            return;
        }

        worksheet.Add("lambda", strength, "strength of the regularisation");
        worksheet.Add("regularization", Regularization("hadamard(weights, weights)", half), "regularisation");
        worksheet.Add("loss", "dataLoss + regularization", "loss with regularisation");

        worksheet.Mistake("regularization-left-out", "Left out the regularisation.").At("", ("loss", "dataLoss"));
        worksheet.Mistake("weights-not-squared", "Summed the absolute weights; L2 regularisation sums their squares.").At("", ("regularization", Regularization("abs(weights)", half)));
        worksheet.Mistake("root-taken", "Took the norm of the weights; L2 regularisation takes its square.").At("", ("regularization", $"lambda*sqrt(sum(hadamard(weights, weights))){(half ? "/2" : "")}"));
        worksheet.Mistake("lambda-left-out", "Left out lambda.").At("", ("regularization", $"sum(hadamard(weights, weights)){(half ? "/2" : "")}"));
        if (half)
            worksheet.Mistake("half-left-out", "Left out the factor 1/2 of the regularisation.").At("", ("regularization", Regularization("hadamard(weights, weights)", false)));
        else
            worksheet.Mistake("half-counted", "Took half of the regularisation.").At("", ("regularization", Regularization("hadamard(weights, weights)", true)));
        if (bias)
            worksheet.Mistake("bias-regularized", "Counted the bias in the regularisation.").At("", ("regularization", $"lambda*(sum(hadamard(weights, weights)) + sum(hadamard(bias, bias))){(half ? "/2" : "")}"));
    }

    private static string DataLoss(bool mean) => mean ? "mean(losses)" : "sum(losses)";

    private static string Regularization(string terms, bool half) => $"lambda*sum({terms}){(half ? "/2" : "")}";
}
