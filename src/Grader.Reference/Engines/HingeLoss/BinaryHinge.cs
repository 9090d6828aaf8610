using Grader.Mathematics;

namespace Grader.Reference.Engines.HingeLoss;

/// <summary>Two classes with labels 1 and −1: <c>margins</c> holds label times score, and the loss is max(0, margin − that).</summary>
internal sealed class BinaryHinge(int examples) : HingeFormulas(examples)
{
    public override Matrix Gradient(bool mean, bool reversed = false) =>
        EntryFormulas.Column(Examples, example => Averaged($"{(reversed ? "" : "-")}{EntryNames.Of("labels", example)}*sign({EntryNames.Of("losses", example)})", mean));

    protected override void AddLosses(WorksheetBuilder worksheet)
    {
        worksheet.Add("margins", EntryFormulas.Column(Examples, example => $"{EntryNames.Of("labels", example)}*{EntryNames.Of("scores", example)}"), "label times score");
        worksheet.Add("losses", Losses(score => $"max(0, margin - {score})"), "loss of each example");

        worksheet.Mistake("label-left-out", "Left out the label.").At("", ("margins", EntryFormulas.Column(Examples, example => EntryNames.Of("scores", example))));
        worksheet.Mistake("margin-left-out", "Left out the margin.").At("", ("losses", Losses(score => $"max(0, -{score})")));
        worksheet.Mistake("sign-reversed", "Added label times score; the loss subtracts it.").At("", ("losses", Losses(score => $"max(0, margin + {score})")));
        worksheet.Mistake("not-clipped", "Let negative losses count; the loss takes 0 for them.").At("", ("losses", Losses(score => $"margin - {score}")));
        worksheet.Mistake("errors-counted", "Counted the examples on the wrong side; the hinge loss grows with their distance.").At("", ("losses", Losses(score => $"if({score} <= 0, 1, 0)")));
    }

    private Matrix Losses(Func<string, string> formula) => EntryFormulas.Column(Examples, example => formula(EntryNames.Of("margins", example)));
}
