using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference.Engines.HingeLoss;

/// <summary>Several classes: <c>margins</c> holds what each wrong class adds, max(0, s_j − s_y + margin), and 0 for the right one.</summary>
/// <param name="targets">The right class of each example, from 1.</param>
internal sealed class MulticlassHinge(int classes, ImmutableArray<int> targets) : HingeFormulas(targets.Length)
{
    public override Matrix Gradient(bool mean, bool reversed = false) => PerEntry((example, at) =>
    {
        var sum = at == targets[example - 1]
            ? $"{(reversed ? "" : "-")}({string.Join(" + ", Wrong(example).Select(other => $"sign({Entry("margins", example, other)})").DefaultIfEmpty("0"))})"
            : $"{(reversed ? "-" : "")}sign({Entry("margins", example, at)})";
        return Averaged(sum, mean);
    });

    protected override void AddLosses(WorksheetBuilder worksheet)
    {
        worksheet.Add("margins", Margins((wrong, right) => $"max(0, {wrong} - {right} + margin)"), "what each class adds to the loss");
        worksheet.Add("losses", EntryFormulas.Column(Examples, example => string.Join(" + ", Row(example))), "loss of each example");

        worksheet.Mistake("right-class-counted", "Counted the right class as well, which adds the margin.").At("", ("margins", Margins((wrong, right) => $"max(0, {wrong} - {right} + margin)", "max(0, margin)")));
        worksheet.Mistake("margin-left-out", "Left out the margin.").At("", ("margins", Margins((wrong, right) => $"max(0, {wrong} - {right})")));
        worksheet.Mistake("margin-subtracted", "Subtracted the margin instead of adding it.").At("", ("margins", Margins((wrong, right) => $"max(0, {wrong} - {right} - margin)")));
        worksheet.Mistake("difference-reversed", "Subtracted the score of the wrong class from that of the right one.").At("", ("margins", Margins((wrong, right) => $"max(0, {right} - {wrong} + margin)")));
        worksheet.Mistake("not-clipped", "Let negative margins count; the loss takes 0 for them.").At("", ("margins", Margins((wrong, right) => $"{wrong} - {right} + margin")));
        if (classes > 2)
            worksheet.Mistake("largest-margin-only", "Took the largest margin of an example; its loss is the sum over the wrong classes.").At("", ("losses", EntryFormulas.Column(Examples, example => $"max({string.Join(", ", Row(example))})")));
    }

    /// <param name="formula">Of the score of a wrong class and that of the right one.</param>
    private Matrix Margins(Func<string, string, string> formula, string right = "0") =>
        PerEntry((example, at) => at == targets[example - 1] ? right : formula(Entry("scores", example, at), Entry("scores", example, targets[example - 1])));

    private IEnumerable<int> Wrong(int example) => Enumerable.Range(1, classes).Where(at => at != targets[example - 1]);

    private IEnumerable<string> Row(int example) => Enumerable.Range(1, classes).Select(at => Entry("margins", example, at));

    private string Entry(string array, int example, int at) => EntryNames.Of(array, example, at, Examples, classes);

    private Matrix PerEntry(Func<int, int, string> formula) => EntryFormulas.Table(Examples, classes, formula);
}
